"""Visits across all of one's houses in the order of the calendar, and what stands on each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.visiting.question import QuestionState, VisitQuestion
from tvaerfaglig.domain.visiting.visit import Visit, VisitState
from tvaerfaglig.services.konsultation import listing
from tvaerfaglig.services.konsultation import rules as konsultation_rules
from tvaerfaglig.services.konsultation.listing import KonsultationRow
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting import rules
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit in the list; `meetings` and `questions` are how many the asker may see."""

    stored: Stored[Visit]
    who: str
    role: str
    house: str
    meetings: int
    questions: int
    mine: bool
    may_keep: bool


def visits(session: Session, first: date) -> list[VisitRow]:
    """Everybody's visits in the actor's houses from a day on, in the order of the calendar."""
    found = [
        one
        for one in queries.since_day(session.vault, Visit, first.isoformat())
        if rules.may_with(session, Action.SEE_VISITS, one.record)
    ]
    return rows_of(session, sorted(found, key=lambda one: (one.record.happened(), one.id)))


def rows_of(session: Session, found: list[Stored[Visit]]) -> list[VisitRow]:
    """Visits the asker may see, with what stands on each; of each thing one question to the vault."""
    if not found:
        return []
    staff, houses, today = session.staff(), session.houses(), session.today
    first = min(one.record.day for one in found)
    meetings = listing.rows_of(
        session, queries.since_day(session.vault, Konsultation, first.isoformat())
    )
    asked = [
        one
        for one in queries.in_state(session.vault, VisitQuestion, QuestionState.VENTER)
        if may_read(session, one)
    ]
    nearest = _nearest(found, today)
    on_day: dict[tuple[date, str], list[Konsultation]] = {}
    for row in meetings:
        on_day.setdefault(_when_and_where(row.stored.record), []).append(row.stored.record)
    rows = []
    for one in found:
        visit = one.record
        person = staff.get(visit.staff)
        waiting = [q for q in asked if is_for(q.record, visit)] if one.id in nearest else []
        rows.append(
            VisitRow(
                one,
                person.name if person else "",
                person.role.word if person else "",
                houses[visit.house].name if visit.house in houses else "",
                sum(belongs(note, one) for note in on_day.get((visit.day, visit.house), ())),
                len(waiting),
                visit.staff == session.my_id,
                rules.may_with(session, Action.PLAN_VISITS, visit),
            )
        )
    return rows


def _when_and_where(note: Konsultation) -> tuple[date, str]:
    return note.day, note.dagtilbud


def _nearest(found: list[Stored[Visit]], today: date) -> set[str]:
    """The next planned visit of each colleague in each house: what is asked waits for that one."""
    next_one: dict[tuple[str, str], str] = {}
    for one in sorted(found, key=lambda each: each.record.happened()):
        visit = one.record
        if visit.day >= today and visit.status is VisitState.PLANLAGT:
            next_one.setdefault((visit.staff, visit.house), one.id)
    return set(next_one.values())


def may_read(session: Session, question: Stored[VisitQuestion]) -> bool:
    """Whoever asked, whoever is asked, and the leader of the house."""
    asked, me = question.record, session.actor
    here = asked.house in me.houses
    is_asked = me.role.visits and asked.staff in {"", session.my_id}
    return asked.by == session.my_id or (here and (me.role.leads or is_asked))


def is_for(question: VisitQuestion, visit: Visit) -> bool:
    return question.house == visit.house and question.staff in {"", visit.staff}


def belongs(note: Konsultation, visit: Stored[Visit]) -> bool:
    """Is this konsultation part of the visit: on its day, planned for it or with the visitor at the table?"""
    one = visit.record
    same_day = note.day == one.day and note.dagtilbud == one.house
    return same_day and (note.visit == visit.id or konsultation_rules.sits_at(note, one.staff))


def meetings_of(session: Session, visit: Stored[Visit]) -> list[KonsultationRow]:
    """The konsultationer of a visit that the asker may open, in the order of the day."""
    day = visit.record.day.isoformat()
    found = [
        one
        for one in queries.since_day(session.vault, Konsultation, day)
        if belongs(one.record, visit)
    ]
    rows = listing.rows_of(session, found)
    return sorted(rows, key=lambda row: (row.stored.record.happened(), row.stored.id))
