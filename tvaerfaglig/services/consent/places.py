"""Places in indsatser that rest on a family's yes: which they are, and what is said where it holds no longer.

A withdrawal takes nobody out of an effort by itself, but from that day the place is paused: the family is on no
roll, and nothing new is written about it but how it ended. Whoever runs the effort ends the place or writes a
new yes on it. What merely ran out pauses nothing: the family is asked again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.records import Effort, Enrolment, EnrolmentState
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_HERE = (EnrolmentState.MED, EnrolmentState.VENTER)


def places_on(session: Session) -> dict[str, str]:
    """The consents that a family's place rests on now, by id, with what the effort is called."""
    places = queries.in_state(session.vault, Enrolment, EnrolmentState.MED)
    if not places:
        return {}
    names = {one.id: one.record.name for one in queries.all_of(session.vault, Effort)}
    return {
        one.record.samtykke: names[one.record.effort]
        for one in places
        if one.record.samtykke and one.record.effort in names
    }


def of_consent(session: Session, samtykke_id: str, child_id: str) -> tuple[Stored[Enrolment], ...]:
    """The child's places, given or waited for, that name it."""
    return tuple(
        one
        for one in queries.of_child(session.vault, Enrolment, child_id)
        if one.record.samtykke == samtykke_id and one.record.status in _HERE
    )


def called(session: Session, found: Iterable[Stored[Enrolment]]) -> tuple[str, ...]:
    """The efforts of those places, by name."""
    efforts = (queries.one(session.vault, Effort, one.record.effort) for one in found)
    return tuple(dict.fromkeys(one.record.name for one in efforts if one is not None))


def yes_of(session: Session, found: Iterable[Stored[Enrolment]]) -> dict[str, Samtykke]:
    """The yes that each place rests on, by the place's id; one question for all of them."""
    named = [one for one in found if one.record.samtykke]
    children = {one.record.child for one in named}
    every = queries.of_children(session.vault, Samtykke, children) if named else []
    given = {(one.id, one.record.child): one.record for one in every}
    return {
        one.id: given[one.record.samtykke, one.record.child]
        for one in named
        if (one.record.samtykke, one.record.child) in given
    }


def paused_since(session: Session, place: Enrolment) -> date | None:
    """The day that the yes it rests on was taken back; None while it was not."""
    given = queries.one(session.vault, Samtykke, place.samtykke) if place.samtykke else None
    return given.record.withdrawn_on if given is not None else None


def require_not_paused(session: Session, place: Enrolment) -> None:
    """Raises Unclear while the place rests on a yes that was taken back."""
    since = paused_since(session, place)
    if since is not None:
        raise Unclear(
            f"Familien trak samtykket tilbage {danish.day(since)}, så pladsen er på pause. "
            "Afslut den, eller skriv et nyt samtykke på."
        )
