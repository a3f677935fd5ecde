"""The day list of one visit: who waits with what, what was agreed, what happened since, and how the day could go."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, time

from tvaerfaglig.domain.concern import Position, PositionSet
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.konsultation import (
    Konsultation,
    KonsultationState,
)
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Step
from tvaerfaglig.domain.visiting.question import VisitQuestion
from tvaerfaglig.domain.visiting.timetable import Wanted, propose
from tvaerfaglig.domain.visiting.visit import Visit, VisitState
from tvaerfaglig.services.agreements import reading
from tvaerfaglig.services.agreements.reading import AgreementRow
from tvaerfaglig.services.konsultation.listing import KonsultationRow
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting import contributions, listing, questions, rules
from tvaerfaglig.services.visiting.contributions import Given
from tvaerfaglig.services.visiting.listing import VisitRow
from tvaerfaglig.store import queries

_COUNTED = (Observation, ParentContact, PositionSet, Step)


@dataclass(frozen=True, slots=True)
class ToDo:
    """A konsultation or a question of the day; `at` and `to` are proposed while it has no time of its own."""

    meeting: KonsultationRow | None = None
    question: Stored[VisitQuestion] | None = None
    at: time | None = None
    to: time | None = None
    proposed: bool = False

    @property
    def key(self) -> str:
        if self.meeting is not None:
            return self.meeting.stored.id
        return f"?{self.question.id}" if self.question is not None else ""


@dataclass(frozen=True, slots=True)
class Since:
    """What was written about one child after the visit before; `child` is "" for all whom one may not see."""

    child: str
    name: str
    observations: int = 0
    talks: int = 0
    letters: int = 0
    position: Position | None = None

    @property
    def holds_anything(self) -> bool:
        return bool(self.observations or self.talks or self.letters or self.position)


@dataclass(frozen=True, slots=True)
class DayList:
    """One visit whole. `before` is the day of the last one that was held here."""

    row: VisitRow
    todo: tuple[ToDo, ...]
    due: tuple[AgreementRow, ...]
    since: tuple[Since, ...]
    others: Since
    given: tuple[Given, ...]
    before: date | None
    next_on: date | None
    names: Names
    today: date
    may_give: bool

    @property
    def visit(self) -> Visit:
        return self.row.stored.record

    @property
    def id(self) -> str:
        return self.row.stored.id


def day_list(session: Session, visit_id: str) -> DayList:
    """Only what the asker may see; of children she may not see it says how much, never who."""
    stored = rules.visit(session, visit_id)
    visit = stored.record
    around = _around(session, visit)
    before = max(
        (one.day for one in around if one.day < visit.day and one.status is VisitState.HOLDT),
        default=None,
    )
    ahead = (one.day for one in around if one.day > visit.day and one.status is VisitState.PLANLAGT)
    since, others = _since(session, visit, before)
    return DayList(
        row=listing.rows_of(session, [stored])[0],
        todo=_todo(session, stored),
        due=_due(session, visit),
        since=since,
        others=others,
        given=contributions.of_visit(session, stored),
        before=before,
        next_on=min(ahead, default=None),
        names=names(session),
        today=session.today,
        may_give=contributions.may_give(session, visit),
    )


def todays(session: Session) -> list[VisitRow]:
    """The visits of today that concern the actor: for Overblik."""
    today = session.today
    found = [
        one
        for one in queries.since_day(session.vault, Visit, today.isoformat())
        if one.record.day == today
        and one.record.status is not VisitState.AFLYST
        and rules.may_with(session, Action.SEE_VISITS, one.record)
        and (one.record.staff == session.my_id or not session.actor.role.visits)
    ]
    return listing.rows_of(session, found)


def _around(session: Session, visit: Visit) -> list[Visit]:
    """Every visit of the same colleague in the same house."""
    return [
        one.record
        for one in queries.all_of(session.vault, Visit)
        if (one.record.staff, one.record.house) == (visit.staff, visit.house)
    ]


def _todo(session: Session, stored: Stored[Visit]) -> tuple[ToDo, ...]:
    """Konsultationer by their time, then the questions; what has no time is offered a gap of the day."""
    visit = stored.record
    meetings = {
        row.stored.id: ToDo(meeting=row)
        for row in listing.meetings_of(session, stored)
        if row.stored.record.status is not KonsultationState.AFLYST
    }
    asked = {}
    if visit.status is VisitState.PLANLAGT:
        asked = {f"?{one.id}": ToDo(question=one) for one in questions.waiting(session, visit)}
    every = {**meetings, **asked}
    wanted = [_wanted(key, one) for key, one in every.items()]
    slots = {slot.key: slot for slot in propose(wanted, visit.at, visit.to)}
    ordered = sorted(
        every, key=lambda key: (key not in slots, slots[key].at if key in slots else time())
    )
    return tuple(
        ToDo(
            every[key].meeting,
            every[key].question,
            slots[key].at if key in slots else None,
            slots[key].to if key in slots else None,
            proposed=next(one for one in wanted if one.key == key).at is None,
        )
        for key in ordered
    )


def _wanted(key: str, one: ToDo) -> Wanted:
    if one.meeting is None:
        return Wanted(key)
    note = one.meeting.stored.record
    return Wanted(key, note.at, note.until)


def _due(session: Session, visit: Visit) -> tuple[AgreementRow, ...]:
    """Open agreements of this house that are due by the day, and that the asker may see."""
    open_ones = reading.agreements(session, reading.Whose.HUSETS).rows
    due = [row for row in open_ones if row.due is not None and row.due <= visit.day]
    visible = session.children()
    return tuple(row for row in due if _house_of(session, row, visible) == visit.house)


def _house_of(session: Session, row: AgreementRow, visible: dict[str, Stored[Child]]) -> str:
    """The child's, or that of the konsultation where it was agreed."""
    made = row.stored.record
    if made.child in visible:
        return visible[made.child].record.dagtilbud
    talk = queries.one(session.vault, Konsultation, made.konsultation)
    return talk.record.dagtilbud if talk else ""


def _since(session: Session, visit: Visit, before: date | None) -> tuple[tuple[Since, ...], Since]:
    """Child by child for those the asker may see, in one sum for the rest."""
    nobody = Since("", "")
    if before is None:
        return (), nobody
    visible = session.children()
    until = max(visit.day, session.today) if visit.status is VisitState.PLANLAGT else visit.day
    here = {
        one.id: one.record
        for one in queries.all_of(session.vault, Child)
        if one.record.dagtilbud == visit.house and not one.record.left
    }
    counted = queries.count_between(
        session.vault, [kind.KIND for kind in _COUNTED], (f"{before}~", f"{until}~"), here
    )
    positions = queries.latest_of_children(session.vault, PositionSet, set(here) & set(visible))
    seen, rest = [], Counter[str]()
    for child, kinds in counted.items():
        if child not in visible:
            rest.update(kinds)
            continue
        position = positions.get(child) if kinds.get(PositionSet.KIND) else None
        position = position if position and position.record.day <= until else None
        seen.append(
            Since(
                child,
                here[child].name,
                kinds.get(Observation.KIND, 0),
                kinds.get(ParentContact.KIND, 0),
                kinds.get(Step.KIND, 0),
                position.record.position if position else None,
            )
        )
    seen = sorted((one for one in seen if one.holds_anything), key=lambda one: one.name)
    others = Since("", "", rest[Observation.KIND], rest[ParentContact.KIND], rest[Step.KIND])
    return tuple(seen), others
