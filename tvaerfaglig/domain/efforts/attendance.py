"""Who came when: families by days, with shares that always carry their n; and how many days were held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tvaerfaglig.domain.efforts.records import (
    CHILD,
    EffortSession,
    Enrolment,
    Presence,
    SessionState,
    Stand,
)
from tvaerfaglig.domain.efforts.roll_call import on_the_roll
from tvaerfaglig.domain.stored import Stored


class Came(StrEnum):
    """How a family stands on one day. `UDEN_FOR`: it was not in it then."""

    KOM = "kom"
    KOM_IKKE = "kom_ikke"
    MANGLER = "mangler"
    UDEN_FOR = "uden_for"


@dataclass(frozen=True, slots=True)
class Cell:
    """One family on one day: `there` are those who came, as the roll calls them, or the reason why nobody did."""

    came: Came
    there: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many. Of none there is no share."""

    came: int
    of: int

    @property
    def percent(self) -> int | None:
        return round(100 * self.came / self.of) if self.of else None


@dataclass(frozen=True, slots=True)
class Grid:
    """Days downwards, families (by enrolment) across; `cells` in that order."""

    days: tuple[Stored[EffortSession], ...]
    families: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]

    def of_day(self, at: int) -> Share:
        return _share(self.cells[at])

    def of_family(self, at: int) -> Share:
        return _share(line[at] for line in self.cells)

    @property
    def whole(self) -> Share:
        return _share(one for line in self.cells for one in line)


@dataclass(frozen=True, slots=True)
class Kept:
    """Days planned until today, and how they went: `waiting` has passed and nobody said whether it was held."""

    planned: int
    held: int
    cancelled: int
    waiting: int
    ahead: int


def grid(
    sessions: Iterable[Stored[EffortSession]],
    places: Iterable[Stored[Enrolment]],
    said: Iterable[Presence],
) -> Grid:
    """The days on which a roll was called or the day was held, in their order."""
    answers = {(one.session, one.enrolment): one for one in said}
    called = {session for session, _ in answers}
    days = tuple(
        one for one in sessions if one.record.status is SessionState.HOLDT or one.id in called
    )
    every = list(places)
    on_days = [{one.id for one in on_the_roll(every, day.record.day)} for day in days]
    families = tuple(
        one.id
        for one in sorted(every, key=lambda one: (one.record.from_day or date.max, one.id))
        if any(one.id in here for here in on_days)
    )
    cells = tuple(
        tuple(_cell(answers, day.id, one, here) for one in families)
        for day, here in zip(days, on_days, strict=True)
    )
    return Grid(days, families, cells)


def _cell(
    answers: Mapping[tuple[str, str], Presence], session: str, enrolment: str, here: set[str]
) -> Cell:
    said = answers.get((session, enrolment))
    if said is None:
        return Cell(Came.MANGLER if enrolment in here else Came.UDEN_FOR)
    there = tuple(one.called for one in said.there if one.stand is Stand.TIL_STEDE)
    return Cell(Came.KOM, there) if there else Cell(Came.KOM_IKKE, reason=said.reason)


def _share(cells: Iterable[Cell]) -> Share:
    asked = [one for one in cells if one.came in {Came.KOM, Came.KOM_IKKE}]
    return Share(sum(one.came is Came.KOM for one in asked), len(asked))


def kept(sessions: Iterable[EffortSession], today: date) -> Kept:
    """Planned counts every day that was to be, also those that were cancelled."""
    every = list(sessions)
    past = [
        one
        for one in every
        if one.day < today or (one.day == today and one.status is not SessionState.PLANLAGT)
    ]
    states = [one.status for one in past]
    return Kept(
        planned=len(past),
        held=states.count(SessionState.HOLDT),
        cancelled=states.count(SessionState.AFLYST),
        waiting=states.count(SessionState.PLANLAGT),
        ahead=sum(one.status is SessionState.PLANLAGT and one.day >= today for one in every),
    )


def people_words(there: Iterable[str], first_name: str) -> tuple[str, ...]:
    """The child by her name where the roll says »barnet«."""
    return tuple(first_name if one == CHILD else one for one in there)
