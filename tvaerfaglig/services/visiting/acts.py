"""What is done with a visit: planned by itself, moved, cancelled, held, and put back as it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationState, Participant
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.visiting.attachment import Attachment, Rhythm
from tvaerfaglig.domain.visiting.visit import Visit, VisitState, WasAbout
from tvaerfaglig.domain.visiting.year import plan_year
from tvaerfaglig.services import stepping
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.konsultation import rules as konsultation_rules
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.stepping import Step
from tvaerfaglig.services.visiting import rules
from tvaerfaglig.services.visiting.attachments import closed
from tvaerfaglig.services.visiting.listing import meetings_of
from tvaerfaglig.services.visiting.year import why_closed
from tvaerfaglig.store import queries

T = TypeVar("T")
_AHEAD = timedelta(days=120)
_LONGEST_MINUTES = 24 * 60
Before = tuple[Step, ...]
"""What was done with each record, the visit first, for *Fortryd*."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, and what takes it back."""

    changes: Changes
    before: Before


def plan_one(session: Session, visit: Visit) -> Saved:
    """A visit beside the rhythm, or instead of one that was cancelled."""
    rules.require(session, Action.PLAN_VISITS, visit)
    rules.check_visitor(session, visit.staff, visit.house)
    _check(session, visit)
    fresh = replace(visit, status=VisitState.PLANLAGT, minutes=None)
    with session.write() as pen:
        made = pen.put(fresh)
        if visit.instead_of:
            before = rules.visit(session, visit.instead_of, Action.PLAN_VISITS)
            for row in _still_planned(session, before):
                pen.put(replace(row.record, day=fresh.day, visit=made), row.id)
        return Saved(made, pen.changes)


def move(session: Session, visit_id: str, day: date, because: str = "") -> Done:
    """Another day; the konsultationer that were planned for it come along."""
    stored = rules.visit(session, visit_id, Action.PLAN_VISITS)
    _must_be_planned(stored.record)
    visit = stored.record
    after = replace(
        visit, day=day, moved_from=visit.moved_from or visit.day, moved_because=because.strip()
    )
    _check(session, after)
    along = _still_planned(session, stored)
    with session.write() as pen:
        steps = [stepping.put(session, pen, stored, after)]
        for one in along:
            coming = replace(one.record, day=day, visit=visit_id)
            steps.append(stepping.put(session, pen, one, coming))
        return Done(pen.changes, tuple(steps))


def change(session: Session, visit_id: str, visit: Visit) -> Done:
    """Other hours, another place, another word of what it was used for."""
    stored = rules.visit(session, visit_id, Action.PLAN_VISITS)
    kept = ("staff", "house", "day", "status", "attachment")
    if any(getattr(stored.record, one) != getattr(visit, one) for one in kept):
        raise Unclear("Flyt eller aflys besøget i stedet.")
    _check(session, visit)
    return _put(session, stored, visit)


def cancel(session: Session, visit_id: str, because: str) -> Done:
    """It came to nothing, and why. What was planned for it waits for another day."""
    stored = rules.visit(session, visit_id, Action.PLAN_VISITS)
    _must_be_planned(stored.record)
    if not because.strip():
        raise Unclear("Hvorfor bliver besøget ikke til noget? Få ord er nok.")
    after = replace(stored.record, status=VisitState.AFLYST, cancelled_because=because.strip())
    _check(session, after)
    return _put(session, stored, after)


def hold(
    session: Session,
    visit_id: str,
    *,
    minutes: int | None = None,
    present: tuple[Participant, ...] | None = None,
    was_about: tuple[WasAbout, ...] | None = None,
    theme: str | None = None,
    told: str | None = None,
) -> Done:
    """It was held. What is not said is as planned: the hours, and what its konsultationer were about."""
    stored = rules.visit(session, visit_id, Action.PLAN_VISITS)
    visit = stored.record
    if visit.status is VisitState.AFLYST:
        raise Unclear("Besøget er aflyst. Plan det igen, hvis det blev til noget alligevel.")
    if visit.day > session.today:
        raise Unclear("Besøget ligger længere fremme. Det kan noteres som holdt på dagen.")
    after = replace(
        visit,
        status=VisitState.HOLDT,
        minutes=_or(minutes, _or(visit.minutes, visit.planned_minutes())),
        present=_or(present, visit.present or _present(session, visit)),
        was_about=_or(was_about, visit.was_about or _was_about(session, stored)),
        theme=_or(theme, visit.theme),
        told=_or(told, visit.told),
    )
    if after.minutes is not None and not 0 <= after.minutes < _LONGEST_MINUTES:
        raise Unclear("Hvor længe varede det? Skriv timer og minutter, fx 2.30.")
    _check(session, after)
    return _put(session, stored, after)


def suggest(session: Session, visit_id: str) -> date | None:
    """A new day for one that is cancelled: the next week on which the house is open and no visit stands."""
    stored = rules.visit(session, visit_id, Action.PLAN_VISITS)
    visit, after = stored.record, max(stored.record.day, session.today) + timedelta(1)
    why = why_closed(closed(session, visit.house))
    taken = {
        one.record.day
        for one in queries.since_day(session.vault, Visit, after.isoformat())
        if one.record.staff == visit.staff and one.record.status is VisitState.PLANLAGT
    }
    weekly = Attachment(
        staff=visit.staff,
        house=visit.house,
        from_day=after,
        rhythm=Rhythm.UGER,
        weekday=visit.day.weekday(),
    )
    days = plan_year(weekly, after, after + _AHEAD, why)
    open_days = (one.day for one in days if one.day == one.asked)
    return next((day for day in open_days if day and day not in taken), None)


def put_back(session: Session, before: Before) -> Changes:
    """*Fortryd*: each record as it was before that act, or none where somebody has written in one since."""
    written = [(one.record, _as_it_was(session, one)) for one in before]
    with session.write() as pen:
        for record_id, record in written:
            pen.put(record, record_id)
        return pen.changes


def _as_it_was(session: Session, step: Step) -> Visit | Konsultation:
    if queries.kind_of(session.vault, step.record) == Konsultation.KIND:
        konsultation_rules.found(session, step.record)
        return stepping.require_last(session, Konsultation, step)
    rules.visit(session, step.record, Action.PLAN_VISITS)
    return stepping.require_last(session, Visit, step)


def _put(session: Session, stored: Stored[Visit], after: Visit) -> Done:
    with session.write() as pen:
        step = stepping.put(session, pen, stored, after)
        return Done(pen.changes, (step,))


def _still_planned(session: Session, visit: Stored[Visit]) -> list[Stored[Konsultation]]:
    return [
        row.stored
        for row in meetings_of(session, visit)
        if row.stored.record.status is KonsultationState.PLANLAGT
    ]


def _must_be_planned(visit: Visit) -> None:
    if visit.status is VisitState.HOLDT:
        raise Unclear("Besøget er holdt. Det kan ikke flyttes eller aflyses.")
    if visit.status is VisitState.AFLYST:
        raise Unclear("Besøget er aflyst. Planlæg et nyt i stedet.")


def _check(session: Session, visit: Visit) -> None:
    if visit.at and visit.to and visit.to <= visit.at:
        raise Unclear("Besøget slutter, før det begynder. Se på klokkeslættene.")
    guests = (f"{one.name}\n{one.role}" for one in visit.present if not one.staff)
    rules.keep_nameless(session, "\n".join((visit.own_words(), *guests)))


def _present(session: Session, visit: Visit) -> tuple[Participant, ...]:
    """The visitor herself; who else was there is added by hand."""
    person = session.staff().get(visit.staff)
    if person is None:
        return ()
    return (Participant(name=person.name, role=person.role.word, staff=visit.staff),)


def _was_about(session: Session, visit: Stored[Visit]) -> tuple[WasAbout, ...]:
    """As its konsultationer say that were not cancelled."""
    kinds = {
        row.stored.record.kind.value
        for row in meetings_of(session, visit)
        if row.stored.record.status is not KonsultationState.AFLYST
    }
    found = {WasAbout.TEMA if kind == "tema" else WasAbout.BARN for kind in kinds}
    return tuple(one for one in WasAbout if one in found)


def _or(given: T | None, otherwise: T) -> T:
    return otherwise if given is None else given
