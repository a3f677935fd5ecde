"""What a samtykke does not reach at a konsultation: whom it does not name, and a day after its last.

Said where one chooses, never a gate.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.consent.coverage import beyond, sentence
from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.people import Child, Staff
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.konsultation.colleagues import Colleague


def reach(
    samtykker: Sequence[Stored[Samtykke]],
    note: Konsultation,
    child: Child,
    colleagues: Iterable[Colleague],
) -> dict[str, str]:
    """By the consent's id: "Samtykket gælder ikke psykologen.", or nothing when it reaches everybody."""
    people = {one.id: Staff(name=one.name, role=one.role) for one in colleagues}
    return {
        one.id: " ".join(
            filter(None, (_outside(one.record, note, child, people), _over(one.record, note)))
        )
        for one in samtykker
    }


def _outside(given: Samtykke, note: Konsultation, child: Child, people: dict[str, Staff]) -> str:
    return sentence(beyond(given, note.participants, child, people))


def _over(given: Samtykke, note: Konsultation) -> str:
    if given.until is None or note.day <= given.until:
        return ""
    return f"Det udløber {danish.day(given.until)}, før mødet."
