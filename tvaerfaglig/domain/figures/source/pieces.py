"""What is kept of the records of one child, or of the house's own of one kind: dates, kinds and ids, no words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple, TypeVar

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.logs import HoursFor
from tvaerfaglig.domain.figures.facts import (
    Child,
    Concern,
    Happened,
    Letter,
    Level,
    Promise,
    Spoken,
    Stay,
)
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.stored import Stored, Version

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Bundle:
    """The records of one child (or of one kind, about nobody), by the word of their kind.

    `versions` are of those few records whose history is counted, by record; `cited` are the observations
    that letters cite, by the version that was cited.
    """

    stored: Mapping[str, Sequence[Stored[Any]]]
    versions: Mapping[str, Sequence[Version[Any]]] = field(default_factory=dict)
    cited: Mapping[str, Record] = field(default_factory=dict)

    def all(self, kind: type[R]) -> Sequence[Stored[R]]:
        return self.stored.get(kind.KIND, ())

    def history(self, kind: type[R], record: str) -> list[tuple[date, R]]:
        """The versions whose words are here, each with the day it was written, the oldest first."""
        return [
            (one.at.date(), one.record)
            for one in self.versions.get(record, ())
            if isinstance(one.record, kind)
        ]

    def as_of(self, kind: type[R], record: str, moment: datetime) -> R | None:
        """The last version that was written until then; the first there is where none was."""
        known = [one for one in self.versions.get(record, ()) if isinstance(one.record, kind)]
        before = [one for one in known if one.at <= moment]
        found = (before[-1:] or known[:1])[0].record if known else None
        return found if isinstance(found, kind) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A konsultation that was held. `child` is empty where nobody is named, `form` is the kind of meeting.

    `guests`: somebody without a key sat there who is none of the family.
    """

    id: str
    child: str
    house: str
    day: date
    sort: Spoken
    form: str = ""
    staff: tuple[str, ...] = ()
    guests: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A letter that was sent; `writers` are staff, whose relation to the child is told by what they are.

    Its reasons are main topics of the vocabulary, by id.
    """

    letter: Letter
    writers: tuple[str, ...] = ()


class Stood(NamedTuple):
    """Where a child was placed together in a round."""

    child: str
    round: str
    day: date
    position: Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A family's place in an effort, with how often it was asked for at the roll and how often it came."""

    id: str
    effort: str
    child: str
    asked: date
    start: date | None = None
    end: date | None = None
    withdrawn: date | None = None
    dropped: bool = False
    onward: bool = False
    together: date | None = None
    held: int = 0
    present: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Goaled:
    """A goal that was scored: `change` is in its own steps."""

    id: str
    effort: str
    child: str
    day: date
    change: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of an effort, or a visit of it (`visit`); `child` is the one who was visited."""

    id: str
    effort: str
    due: date
    visit: bool = False
    child: str = ""
    done: date | None = None
    cancelled: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """Minutes of an effort."""

    effort: str
    day: date
    minutes: int
    went_to: HoursFor


@dataclass(frozen=True, slots=True, kw_only=True)
class Helps:
    """Where a volunteer comes."""

    id: str
    effort: str
    start: date
    end: date | None = None
    child: str = ""


class HouseVisit(NamedTuple):
    """A visit of a colleague to a house: by `day` it falls within an effort, by `due` it was first planned."""

    id: str
    staff: str
    house: str
    day: date
    due: date
    held: bool = False
    cancelled: date | None = None

    @property
    def done(self) -> date | None:
        return self.day if self.held else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """An effort itself. `kind` is the reference of its kind; `seated` are the staff who sit in it."""

    id: str
    kind: str
    house: str
    subject: Subject
    start: date
    planned_end: date | None = None
    ended: date | None = None
    tag: str = ""
    runs: bool = True
    seated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundHeld:
    id: str
    house: str
    first: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Comes:
    """A colleague attached to a house; whether she is a socialrådgiver stands on her own card."""

    staff: str
    house: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """All of it. A promise of a note about nobody has the note in place of its house."""

    children: tuple[Child, ...] = ()
    concerns: tuple[Concern, ...] = ()
    happened: tuple[Happened, ...] = ()
    letters: tuple[Sent, ...] = ()
    promises: tuple[Promise, ...] = ()
    levels: tuple[Level, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    stood: tuple[Stood, ...] = ()
    taken: tuple[Taken, ...] = ()
    goals: tuple[Goaled, ...] = ()
    days: tuple[Day, ...] = ()
    spent: tuple[Spent, ...] = ()
    helps: tuple[Helps, ...] = ()
    stays: tuple[Stay, ...] = ()
    begun: tuple[Begun, ...] = ()
    rounds: tuple[RoundHeld, ...] = ()
    comes: tuple[Comes, ...] = ()
    visits: tuple[HouseVisit, ...] = ()


NOTHING = Piece()
