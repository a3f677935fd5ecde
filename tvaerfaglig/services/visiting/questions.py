"""Questions for the next visit: asked without a name by whoever has one, taken up as an anonymous konsultation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import (
    Konsultation,
    KonsultationKind,
    KonsultationState,
    Participant,
)
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.roles import Action, ties_to_house
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.visiting.question import QuestionState, VisitQuestion
from tvaerfaglig.domain.visiting.visit import Visit, VisitState
from tvaerfaglig.services import recording
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.konsultation.rules import keep_anonymous
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting import listing, rules
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class Coming:
    """A colleague one may ask, and when she comes next: (visit, day, her name and role, house)."""

    visit: str
    day: date
    staff: str
    house: str
    who: str
    where: str


@dataclass(frozen=True, slots=True)
class Asking:
    """What to begin with: who comes when, and how old the child is of whom one thinks, in a wide band."""

    coming: tuple[Coming, ...]
    age_band: str
    house: str


def asking(session: Session, child_id: str = "") -> Asking:
    """Whom one may ask. From a child's page only the age comes along, never who it is."""
    child = session.child(child_id).record if child_id else None
    houses = (child.dagtilbud,) if child else session.actor.houses
    rows = [
        row
        for row in listing.visits(session, session.today)
        if row.stored.record.house in houses and row.stored.record.status is VisitState.PLANLAGT
    ]
    first: dict[tuple[str, str], Coming] = {}
    for row in rows:
        visit = row.stored.record
        coming = Coming(
            row.stored.id, visit.day, visit.staff, visit.house, f"{row.who}, {row.role}", row.house
        )
        first.setdefault((visit.staff, visit.house), coming)
    here = houses[0] if houses else ""
    return Asking(tuple(first.values()), _age_band(child, session.today) if child else "", here)


def _age_band(child: Child, today: date) -> str:
    """»3–4 år«: wide enough that it is not the birthday."""
    if child.born is None:
        return ""
    years = (today.year - child.born.year) - (
        (today.month, today.day) < (child.born.month, child.born.day)
    )
    return f"{years}–{years + 1} år"


def ask(session: Session, question: VisitQuestion, question_id: str | None = None) -> Saved:
    """Raise it. One that names a child is refused, in words; who asked is known to whoever answers."""
    if question_id:
        before = _mine(session, question_id).record
        question = replace(question, house=before.house, day=before.day)
    if question.house not in session.actor.houses:
        session.require(Action.SEE_VISITS, ties_to_house(session.actor, question.house), "de besøg")
    if not question.text.strip():
        raise Unclear("Hvad vil du spørge om? Én linje er nok.")
    rules.keep_nameless(session, question.own_words())
    asked = replace(
        question, by=session.my_id, status=QuestionState.VENTER, text=question.text.strip()
    )
    with session.write() as pen:
        return Saved(pen.put(asked, question_id), pen.changes)


def withdraw(session: Session, question_id: str) -> Changes:
    """It is no longer asked: by whoever asked, or by the leader."""
    stored = _mine(session, question_id)
    with session.write() as pen:
        pen.put(replace(stored.record, status=QuestionState.TRUKKET), question_id)
        return pen.changes


def ask_again(session: Session, question_id: str) -> Changes:
    """Taken back into the list; the konsultation it became stays as it is."""
    stored = _mine(session, question_id)
    with session.write() as pen:
        pen.put(replace(stored.record, status=QuestionState.VENTER, konsultation=""), question_id)
        return pen.changes


def _mine(session: Session, question_id: str) -> Stored[VisitQuestion]:
    stored = _readable(session, question_id)
    leads = session.actor.role.leads and stored.record.house in session.actor.houses
    if stored.record.by != session.my_id and not leads:
        raise NotAllowed("Det er den, der har spurgt, og lederen, der kan tage det tilbage.")
    return stored


def _readable(session: Session, question_id: str) -> Stored[VisitQuestion]:
    found = queries.one(session.vault, VisitQuestion, question_id)
    if found is None:
        raise NotFound("Spørgsmålet findes ikke længere.")
    if not listing.may_read(session, found):
        session.require(Action.SEE_VISITS, frozenset(), "det spørgsmål")
    return found


def waiting(session: Session, visit: Visit) -> tuple[Stored[VisitQuestion], ...]:
    """What is asked of this visit and the asker may read, the oldest first."""
    found = [
        one
        for one in queries.in_state(session.vault, VisitQuestion, QuestionState.VENTER)
        if listing.is_for(one.record, visit) and listing.may_read(session, one)
    ]
    return tuple(sorted(found, key=lambda one: (one.record.day, one.id)))


def take_up(session: Session, question_id: str, visit_id: str, at: time | None = None) -> Saved:
    """The question becomes an anonymous konsultation of that visit, with whoever asked at the table."""
    stored = _readable(session, question_id)
    visit = rules.visit(session, visit_id).record
    asked = stored.record
    if asked.status is not QuestionState.VENTER or not listing.is_for(asked, visit):
        raise Unclear("Spørgsmålet er taget op.")
    note = Konsultation(
        kind=KonsultationKind.ANONYM,
        status=KonsultationState.PLANLAGT,
        dagtilbud=visit.house,
        day=visit.day,
        at=at,
        place=visit.place,
        participants=_table(session, visit.staff, asked.by),
        age_band=asked.age_band,
        raised_by=asked.by,
        question=asked.text,
        visit=visit_id,
    )
    keep_anonymous(session, note)
    with session.write() as pen:
        made = pen.put(note)
        pen.put(replace(asked, status=QuestionState.TAGET_OP, konsultation=made), question_id)
        return Saved(made, pen.changes)


def leave(session: Session, question_id: str) -> Changes:
    """*Fortryd* right after it was taken up: it waits again, and the konsultation nobody has written in is gone."""
    stored = _readable(session, question_id)
    asked = stored.record
    if not asked.konsultation:
        raise NotFound("Det kan ikke fortrydes herfra længere.")
    recording.take_back(session, asked.konsultation)
    with session.write() as pen:
        pen.put(replace(asked, status=QuestionState.VENTER, konsultation=""), question_id)
        return pen.changes


def _table(session: Session, *people: str) -> tuple[Participant, ...]:
    """The visitor leads, whoever asked writes."""
    staff, seen = session.staff(), list(dict.fromkeys(people))
    return tuple(
        Participant(
            name=staff[one].name,
            role=staff[one].role.word,
            staff=one,
            chairs=one == people[0],
            writes=one == people[-1],
        )
        for one in seen
        if one in staff
    )
