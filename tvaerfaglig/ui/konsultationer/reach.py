"""Whom at a konsultation's table each samtykke does not name: said where one chooses, never a gate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tvaerfaglig.domain.consent.coverage import beyond, sentence
from tvaerfaglig.domain.konsultation import Participant
from tvaerfaglig.domain.people import Child, Staff
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.konsultationer import Colleague


def reach(
    samtykker: Sequence[Stored[Samtykke]],
    table: Iterable[Participant],
    child: Child,
    colleagues: Iterable[Colleague],
) -> dict[str, str]:
    """By the consent's id: "Samtykket gælder ikke psykologen.", or nothing when it names everybody."""
    people = {one.id: Staff(name=one.name, role=one.role) for one in colleagues}
    here = tuple(table)
    return {one.id: sentence(beyond(one.record, here, child, people)) for one in samtykker}
