"""A konsultation that is planned from the day list: the visit's day, place and people, in the next free half hour."""

from __future__ import annotations

from tvaerfaglig.domain.konsultation import Konsultation, Participant
from tvaerfaglig.domain.visiting.timetable import Wanted, propose
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting import listing, rules

_NEW = "ny"


def for_visit(session: Session, visit_id: str) -> Konsultation:
    """What a new konsultation of this visit begins with. Nothing is written."""
    stored = rules.visit(session, visit_id)
    visit, staff = stored.record, session.staff()
    wanted = [
        Wanted(row.stored.id, row.stored.record.at, row.stored.record.until)
        for row in listing.meetings_of(session, stored)
    ]
    slots = propose([*wanted, Wanted(_NEW)], visit.at, visit.to)
    slot = next((one for one in slots if one.key == _NEW), None)
    people = [one for one in dict.fromkeys((visit.staff, session.my_id)) if one in staff]
    return Konsultation(
        dagtilbud=visit.house,
        day=visit.day,
        at=slot.at if slot else None,
        until=slot.to if slot else None,
        place=visit.place,
        participants=tuple(
            Participant(
                name=staff[one].name,
                role=staff[one].role.word,
                staff=one,
                chairs=one == visit.staff,
                writes=one == session.my_id,
            )
            for one in people
        ),
        raised_by=session.my_id,
        visit=visit_id,
    )
