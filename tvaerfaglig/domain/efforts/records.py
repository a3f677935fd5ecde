"""An indsats while it runs: the effort and its days, which name nobody, and each family's place in it.

The effort, its days and their notes are shared by all who are in it, so they are about no child. Whatever is
a family's own (place, phase, presence) is about that one child.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.record import Record, moment, text_of


class EffortState(StrEnum):
    """`FJERNET` was laid away before anybody was in it."""

    PLANLAGT = "planlagt"
    I_GANG = "i_gang"
    AFSLUTTET = "afsluttet"
    FJERNET = "fjernet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """A colleague (`staff`, an id) in one of the kind's seats."""

    seat: str
    staff: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort(Record):
    """One indsats in one house. `kind` is the reference of its kind, with the version it began by.

    `project` is the tag that a pulje or an evaluation counts by. `max_families` narrows the kind's own.
    """

    KIND: ClassVar[str] = "indsats"

    kind: str
    name: str
    house: str
    subject: Subject
    activity: str = ""
    project: str = ""
    place: str = ""
    max_families: int = 0
    seated: tuple[Seated, ...] = ()
    start: date
    end: date | None = None
    status: EffortState = EffortState.PLANLAGT
    ended_on: date | None = None
    outcome: str = ""

    def happened(self) -> str:
        return moment(self.start)

    def state(self) -> str:
        return self.status.value

    def words(self) -> str:
        return "" if self.status is EffortState.FJERNET else self.own_words()

    def own_words(self) -> str:
        """What a person wrote, for those who look for names in it."""
        return text_of(self.name, self.activity, self.project, self.place, self.outcome)

    @property
    def is_open(self) -> bool:
        return self.status in {EffortState.PLANLAGT, EffortState.I_GANG}

    def leads(self, staff: str) -> bool:
        """Whether she has a seat in it."""
        return any(one.staff == staff for one in self.seated)


class EnrolmentState(StrEnum):
    """`FALDET_FRA` left before the end; `TAGET_AF` was on the list and never began."""

    VENTER = "venter"
    MED = "med"
    AFSLUTTET = "afsluttet"
    FALDET_FRA = "faldet_fra"
    TAGET_AF = "taget_af"

    @property
    def word(self) -> str:
        words = {
            "venter": "på venteliste",
            "med": "er med",
            "afsluttet": "afsluttet",
            "faldet_fra": "holdt op før tid",
            "taget_af": "taget af ventelisten",
        }
        return words[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attends:
    """Somebody of the family who comes along: `person` is a parent's id, or a word of one's own for others."""

    person: str
    called: str
    relation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment(Record):
    """One family's place: about one child and nobody else's. `samtykke` is a consent's id.

    `asked_on` is the day it came on the list, `from_day` the day it began. `age` is how old the young parent was
    then, where the kind is for the young.
    """

    KIND: ClassVar[str] = "indsats_plads"

    effort: str
    child: str
    adults: tuple[Attends, ...] = ()
    siblings: tuple[Attends, ...] = ()
    referrer: str = ""
    referred_because: str = ""
    samtykke: str = ""
    age: int | None = None
    asked_on: date
    priority: str = ""
    priority_name: str = ""
    priority_because: str = ""
    status: EnrolmentState = EnrolmentState.VENTER
    from_day: date | None = None
    until: date | None = None
    ended_because: str = ""
    outcome: str = ""
    referred_to: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.from_day or self.asked_on)

    def state(self) -> str:
        return self.status.value

    def words(self) -> str:
        return text_of(
            *(one.called for one in (*self.adults, *self.siblings)),
            self.referrer,
            self.referred_because,
            self.priority_because,
            self.ended_because,
            self.outcome,
            self.referred_to,
        )

    @property
    def people(self) -> tuple[Attends, ...]:
        """Everyone whose presence is asked, the child first."""
        return (Attends(person=CHILD, called=CHILD), *self.adults, *self.siblings)

    def was_in_on(self, day: date) -> bool:
        """Whether the family was in it that day, so that the roll has them."""
        begun = self.from_day is not None and self.from_day <= day
        return begun and (self.until is None or day <= self.until)

    @property
    def waited_days(self) -> int | None:
        """From asked to begun; None while it still waits (»endnu ikke«)."""
        return (self.from_day - self.asked_on).days if self.from_day else None


CHILD = "barnet"
"""What the roll-call calls the child: her name stands on her card alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Record):
    """A family in a phase, as it really went: who has it, and from when. The days by rule are worked out."""

    KIND: ClassVar[str] = "indsats_fase"

    effort: str
    enrolment: str
    child: str
    phase: str
    name: str
    responsible: tuple[str, ...] = ()
    first: date
    last: date | None = None
    note: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def words(self) -> str:
        return self.note

    def happened(self) -> str:
        return moment(self.first)


class SessionState(StrEnum):
    PLANLAGT = "planlagt"
    HOLDT = "holdt"
    AFLYST = "aflyst"


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortSession(Record):
    """One day of it. The note is read by every family's page, so it names nobody.

    `minutes` is the time that was used, where it was another than planned.
    """

    KIND: ClassVar[str] = "indsats_gang"

    effort: str
    day: date
    at: time | None = None
    to: time | None = None
    place: str = ""
    status: SessionState = SessionState.PLANLAGT
    cancelled_because: str = ""
    moved_from: date | None = None
    moved_because: str = ""
    held_by: tuple[str, ...] = ()
    minutes: int | None = None
    theme: str = ""
    note: str = ""

    def happened(self) -> str:
        return moment(self.day, self.at)

    def state(self) -> str:
        return self.status.value

    def not_begun(self, now: datetime) -> str:
        """Why nobody can be said to have come yet; empty from when it begins. One without hours is all day."""
        if self.day > now.date():
            return "Den dag er ikke kommet endnu."
        if self.day == now.date() and self.at is not None and now.time() < self.at:
            return f"Den begynder kl. {danish.clock(self.at)}, så ingen er kommet endnu."
        return ""

    def words(self) -> str:
        return self.own_words()

    def own_words(self) -> str:
        return text_of(
            self.theme, self.note, self.place, self.cancelled_because, self.moved_because
        )


class Stand(StrEnum):
    """Whether somebody was there: a word, for an insight hands it out as it stands."""

    TIL_STEDE = "til_stede"
    IKKE = "ikke"

    @property
    def word(self) -> str:
        return {"til_stede": "til stede", "ikke": "ikke til stede"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class There:
    """One person of the family as she was called then, there or not."""

    person: str
    called: str
    stand: Stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence(Record):
    """One family at one session, person by person. Nobody there needs a reason."""

    KIND: ClassVar[str] = "indsats_fremmoede"

    effort: str
    session: str
    enrolment: str
    child: str
    day: date
    there: tuple[There, ...] = ()
    reason: str = ""
    note: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)

    @property
    def came(self) -> bool:
        """Whether anybody of the family was there."""
        return any(one.stand is Stand.TIL_STEDE for one in self.there)
