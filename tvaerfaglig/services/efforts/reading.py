"""What pages read of indsatser: the list, one for its staff, and the days as one family sees them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time

from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.efforts.records import (
    Effort,
    EffortSession,
    EffortState,
    Enrolment,
    Presence,
    SessionState,
)
from tvaerfaglig.domain.people import Dagtilbud
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.sessions import sessions_of
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.efforts.starting import empty_seats
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortRow:
    """One line of the list.

    `families`, `waiting` and `been` count those one may see; days that are cancelled do not count.
    """

    id: str
    effort: Effort
    kind: str
    house: str
    families: int
    waiting: int
    been: int
    next_day: EffortSession | None
    held: int
    planned: int
    runs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortPage:
    """An effort for its staff; `unseen` families have a place that one may not see."""

    id: str
    effort: Effort
    kind: EffortKind
    house: str
    families: tuple[Stored[Enrolment], ...]
    unseen: int
    sessions: tuple[Stored[EffortSession], ...]
    empty_seats: tuple[str, ...]
    runs: bool
    leads: bool

    def next_day(self, today: date) -> EffortSession | None:
        """The first that is still to be held, today's too."""
        return _next(self.sessions, today)


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyDay:
    """A day as the family sees it: no note of the staff's, whether they came, and what it was about."""

    day: date
    at: time | None
    to: time | None
    place: str
    status: SessionState
    theme: str
    note: str
    cancelled_because: str
    said: Presence | None


def efforts(session: Session) -> tuple[EffortRow, ...]:
    """Those the actor may see, the newest first."""
    every, houses = queries.all_of(session.vault, Effort), session.houses()
    shown = [one for one in every if one.record.status is not EffortState.FJERNET]
    return tuple(_row(session, one, houses) for one in shown if rules.sees(session, one))


def _row(session: Session, stored: Stored[Effort], houses: Mapping[str, Dagtilbud]) -> EffortRow:
    states = [one.record.state() for one in rules.places(session, stored.id)]
    days = sessions_of(session, stored)
    held = [one for one in days if one.record.status is SessionState.HOLDT]
    return EffortRow(
        id=stored.id,
        effort=stored.record,
        kind=kind_of(session, stored.record).name,
        house=_called(houses, stored.record),
        families=states.count("med"),
        waiting=states.count("venter"),
        been=states.count("afsluttet") + states.count("faldet_fra"),
        next_day=_next(days, session.today) if stored.record.is_open else None,
        held=len(held),
        planned=len([one for one in days if one.record.status is not SessionState.AFLYST]),
        runs=rules.runs(session, stored.record),
    )


def _called(houses: Mapping[str, Dagtilbud], made: Effort) -> str:
    house = houses.get(made.house)
    return house.name if house else ""


def _next(days: Iterable[Stored[EffortSession]], today: date) -> EffortSession | None:
    planned = (one.record for one in days if one.record.status is SessionState.PLANLAGT)
    return min(
        (one for one in planned if one.day >= today),
        key=lambda one: one.happened(),
        default=None,
    )


def effort_page(session: Session, effort_id: str) -> EffortPage:
    """One for its staff, with the families one may see."""
    stored = rules.found(session, effort_id)
    kind = kind_of(session, stored.record)
    seen, every = rules.places(session, effort_id), rules.every_place(session, effort_id)
    return EffortPage(
        id=effort_id,
        effort=stored.record,
        kind=kind,
        house=_called(session.houses(), stored.record),
        families=seen,
        unseen=len(every) - len(seen),
        sessions=sessions_of(session, stored),
        empty_seats=empty_seats(kind, stored.record),
        runs=rules.runs(session, stored.record),
        leads=rules.leads(session, stored.record.house),
    )


def family_days(
    session: Session, stored: Stored[Effort], place: Stored[Enrolment]
) -> tuple[FamilyDay, ...]:
    """Those while the family is in it; while it waits, none."""
    said = {
        one.record.session: one.record
        for one in queries.of_child(session.vault, Presence, place.record.child)
        if one.record.enrolment == place.id
    }
    return tuple(
        _day(one.record, said.get(one.id))
        for one in sessions_of(session, stored)
        if place.record.was_in_on(one.record.day) or one.id in said
    )


def _day(made: EffortSession, said: Presence | None) -> FamilyDay:
    return FamilyDay(
        day=made.day, at=made.at, to=made.to, place=made.place, status=made.status,
        theme=made.theme, note=made.note, cancelled_because=made.cancelled_because, said=said,
    )  # fmt: skip
