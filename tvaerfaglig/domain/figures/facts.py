"""What figures are counted from: dates, kinds and houses, and ids that stand for children and are never shown.

No name, no text. A record says on which day, in which house; the child may have moved since. What there is
most of is told in plain tuples, which are quickly read and made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.efforts.kind import Indicator
from tvaerfaglig.domain.efforts.logs import HoursFor
from tvaerfaglig.domain.people import Sex


class Step(StrEnum):
    """What a concern may lead to, in the order it is looked for."""

    SAMTALE = "samtale"
    KONSULTATION = "konsultation"
    HANDLING = "handling"
    UNDERRETNING = "underretning"


class Direction(StrEnum):
    """Whom an effort turns to; empty where nobody said."""

    FORAELDRE = "foraeldre"
    FAMILIE = "familie"
    BREDT = "bredt"
    IKKE_SAGT = ""


class Spoken(StrEnum):
    """Whether a konsultation named a child."""

    NAVNGIVET = "navngivet"
    ANONYM = "anonym"
    TEMA = "tema"


class Promised(StrEnum):
    """What one can set a day for, and keep."""

    AFTALE = "aftale"
    OPFOELGNING = "opfoelgning"
    BESOEG = "besoeg"


class Child(NamedTuple):
    """`born` is the day expected while the child is not born yet."""

    id: str
    born: date
    sex: Sex = Sex.UKENDT
    municipality: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """From its first day. Opened again after a closing it is the same concern, not a new one."""

    id: str
    child: str
    house: str
    day: date
    closed: tuple[date, ...] = ()
    reopened: tuple[date, ...] = ()

    def ended(self, by: date) -> date | None:
        """The closing that stands on the day `by`; None while the concern is open.

        On a day of both a closing and an opening the opening stands: it was done to what was closed.
        """
        if not self.closed:
            return None
        last = max((one for one in self.closed if one <= by), default=None)
        if last is None or any(last <= one <= by for one in self.reopened):
            return None
        return last


class Happened(NamedTuple):
    """A step taken for a child that is named. An anonymous konsultation is nobody's, until it is joined to one.

    `outside`: somebody from outside the house sat at the table.
    """

    step: Step
    child: str
    house: str
    day: date
    outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """An indsats that was begun; without a child it turned to the whole house."""

    id: str
    kind: str
    house: str
    day: date
    child: str = ""
    direction: Direction = Direction.IKKE_SAGT
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """An underretning that was sent, with what the writing help saw in it when it was.

    `met` are the items of the checklist it met, `asked` all that were asked of it.
    """

    id: str
    child: str
    house: str
    day: date
    receipt: date | None = None
    outcome: date | None = None
    relation: str = ""
    reasons: tuple[str, ...] = ()
    municipality: str = ""
    met: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    dated_sentences: int = 0
    quotes: int = 0


class Promise(NamedTuple):
    """Something that was to be done by a day. A cancelled one is counted as such, never as broken."""

    id: str
    kind: Promised
    house: str
    due: date
    done: date | None = None
    cancelled: date | None = None
    child: str = ""
    tags: tuple[str, ...] = ()


class Standing(NamedTuple):
    """Where a child was placed together in a round; `order` numbers the house's rounds."""

    child: str
    house: str
    day: date
    order: int
    position: Position


class Level(NamedTuple):
    """How worried someone said to be, 0–10. Two people are never one another's before and after."""

    child: str
    house: str
    who: str
    day: date
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A family's place in a group, or a volunteer's match: wished for, begun, ended; meetings held and attended.

    `stopped` is what was said of it when it ended; None where nobody did. `onward`: it led on to other help.
    `together` is the day parent and child began in the house together.
    """

    id: str
    kind: str
    child: str
    house: str
    wished: date
    start: date | None = None
    planned_end: date | None = None
    end: date | None = None
    stopped: bool | None = None
    withdrawn: date | None = None
    held: int = 0
    present: int = 0
    onward: bool = False
    together: date | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalScored:
    """A goal from its first score; `change` in steps to the latest, None while there is one alone."""

    id: str
    kind: str
    child: str
    house: str
    day: date
    change: int | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A day of an effort, or a visit of it: planned for a day, held, called off. Both are what grown people did.

    `children` are those it would tell of: all who ever had a place in the effort, or the one visited.
    """

    id: str
    effort: str
    kind: str
    house: str
    due: date
    visit: bool = False
    done: date | None = None
    cancelled: date | None = None
    children: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """Minutes of an effort. `children` are all who ever had a place in it."""

    kind: str
    house: str
    day: date
    minutes: int
    went_to: HoursFor
    children: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A volunteer with a family, or (without a child) in an activity."""

    id: str
    kind: str
    house: str
    start: date
    end: date | None = None
    child: str = ""
    tags: tuple[str, ...] = ()


class Talk(NamedTuple):
    """A konsultation that was held. Of one without a child nobody can be told."""

    house: str
    day: date
    sort: Spoken
    child: str = ""


class Stay(NamedTuple):
    """A child in a house, both days included."""

    child: str
    house: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of indsats, with what is counted of it and the fewest times it is to be held (0: as agreed)."""

    id: str
    name: str
    indicators: frozenset[Indicator] = frozenset()
    least: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A socialrådgiver attached to a house, both days included; without `until` still so."""

    house: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything of a vault that is counted, in any order."""

    children: tuple[Child, ...] = ()
    concerns: tuple[Concern, ...] = ()
    happened: tuple[Happened, ...] = ()
    efforts: tuple[Effort, ...] = ()
    letters: tuple[Letter, ...] = ()
    promises: tuple[Promise, ...] = ()
    standings: tuple[Standing, ...] = ()
    levels: tuple[Level, ...] = ()
    places: tuple[Place, ...] = ()
    goals: tuple[GoalScored, ...] = ()
    planned: tuple[Planned, ...] = ()
    used: tuple[Used, ...] = ()
    matches: tuple[Match, ...] = ()
    talks: tuple[Talk, ...] = ()
    stays: tuple[Stay, ...] = ()
    kinds: tuple[Kind, ...] = ()
    attached: tuple[Attached, ...] = ()
