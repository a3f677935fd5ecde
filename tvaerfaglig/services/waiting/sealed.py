"""Sealed cases. Of each only that it waits: somebody may be looking over a shoulder."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.services.staff_case import cases as sealed_cases
from tvaerfaglig.services.waiting.things import Morning, Waiting


def sealed(morning: Morning) -> Iterator[Waiting]:
    """A case to read, one to seal again for somebody with a new key, and one to follow up."""
    session = morning.session
    for one in sealed_cases.cases(session).cases if sealed_cases.any_here(session) else ():
        if one.changed_by != session.my_id and not session.has_looked(one.id, one.changed_at):
            yield Waiting(
                "forseglet",
                "Læs en forseglet sag",
                "Der er noget nyt i den",
                None,
                "om-en-ansat",
                one.id,
            )
        if one.closed_to and one.can_seal_again:
            about = "Den anden har fået en ny nøgle"
            yield Waiting("forseglet", "Forsegl en sag igen", about, None, "om-en-ansat", one.id)
        if one.case.next_on and one.case.closed_on is None:
            what = "Følg op på en forseglet sag"
            yield Waiting(
                "forseglet", what, "Næste skridt", one.case.next_on, "om-en-ansat", one.id
            )
