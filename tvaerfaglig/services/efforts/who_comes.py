"""A volunteer who comes to a family comes no more when the family's place ends, and again when it is given back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tvaerfaglig.domain.efforts.volunteers import Volunteer, VolunteerPlace
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries

WITH_THE_FAMILY = "Familiens plads er afsluttet"


def ended(session: Session, enrolment: str, child: str, on: date) -> dict[str, VolunteerPlace]:
    """The places with that family as they stand when it ended on a day, by id; those that were over stay."""
    return {
        one.id: replace(
            one.record, until=max(on, one.record.from_day), ended_because=WITH_THE_FAMILY
        )
        for one in _there(session, enrolment, child)
        if one.record.until is None or one.record.until > on
    }


def again(session: Session, enrolment: str, child: str) -> dict[str, VolunteerPlace]:
    """Those that ended with the family, as they stood before; not of a volunteer who has left the house since."""
    found = {}
    for one in _there(session, enrolment, child):
        versions = past.versions(session.vault, VolunteerPlace, one.id)
        before = versions[-2].record if len(versions) > 1 else None
        who = queries.one(session.vault, Volunteer, one.record.volunteer)
        is_here = who is not None and who.record.ended_on is None
        if is_here and before is not None and one.record.ended_because == WITH_THE_FAMILY:
            found[one.id] = before
    return found


def _there(session: Session, enrolment: str, child: str) -> Iterator[Stored[VolunteerPlace]]:
    every = queries.of_child(session.vault, VolunteerPlace, child)
    return (one for one in every if one.record.enrolment == enrolment)
