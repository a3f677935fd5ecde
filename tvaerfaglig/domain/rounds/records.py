"""A round, each adult's own rating, and what they came to together.

A rating is about nobody until it is opened: whatever asks for a child's records (timeline, search, log,
insight, erasing by hand) cannot find it before all of her raters are in. It lies in the child's own stream
all the same, so that it goes when she is erased.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.record import Record, moment, text_of

TOGETHER = 2
"""How many adults rate a child, unless the leader lets one stand alone with a reason."""


class RoundState(StrEnum):
    """`FJERNET` was laid away before anybody had rated."""

    PLANLAGT = "planlagt"
    I_GANG = "i_gang"
    LUKKET = "lukket"
    FJERNET = "fjernet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """A child of the round and the staff who rate her (ids).

    `alone` is why one rating is let stand, `left_out` why she is not rated this time.
    """

    child: str
    raters: tuple[str, ...] = ()
    alone: str = ""
    left_out: str = ""

    @property
    def rated(self) -> bool:
        """Whether somebody is to rate her."""
        return not self.left_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Round(Record):
    """A house goes through its children in these stuer; ratings are given by the `last` day."""

    KIND: ClassVar[str] = "trivselsrunde"

    dagtilbud: str
    first: date
    last: date
    stuer: tuple[str, ...] = ()
    scale: str = "positioner"
    assigned: tuple[Assigned, ...] = ()
    status: RoundState = RoundState.PLANLAGT
    next_on: date | None = None
    started_on: date | None = None
    closed_on: date | None = None
    closed_because: str = ""

    def happened(self) -> str:
        return moment(self.first)

    def state(self) -> str:
        return self.status.value

    def of(self, child: str) -> Assigned | None:
        return next((one for one in self.assigned if one.child == child), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where the child stands in one domain, and what that rests on: observations (ids), or one sentence."""

    domain: str
    step: str = ""
    evidence: tuple[str, ...] = ()
    sentence: str = ""

    @property
    def given(self) -> bool:
        """A step with something under it."""
        return bool(self.step and (self.evidence or self.sentence.strip()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Record):
    """One adult's own. `opened` is the moment all were in (ISO); until then only its writer reads it."""

    KIND: ClassVar[str] = "trivselsvurdering"

    round: str
    child: str
    by: str
    day: date
    marks: tuple[Mark, ...] = ()
    overall: str = ""
    sentence: str = ""
    opened: str = ""
    changed_because: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,) if self.opened else ()

    def happened(self) -> str:
        return moment(self.day)

    def mark(self, domain: str) -> Mark:
        return next((one for one in self.marks if one.domain == domain), Mark(domain=domain))


class Doing(StrEnum):
    """What we do now."""

    HOLD_FAST = "hold_fast"
    HVERDAG = "hverdag"
    FORAELDRE = "foraeldre"
    KONSULTATION = "konsultation"

    @property
    def word(self) -> str:
        words = {
            "hold_fast": "Vi bliver ved med det, der virker",
            "hverdag": "Vi ændrer noget i hverdagen",
            "foraeldre": "Vi taler med forældrene",
            "konsultation": "Vi tager det med til konsultation",
        }
        return words[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint(Record):
    """What the raters came to together: the only part that stands on the child's timeline.

    `sentence` is why; `change` is what we do differently. `alone` is copied from the round, so that the sheet
    says for ever that only one rated.
    """

    KIND: ClassVar[str] = "trivselsresultat"

    round: str
    child: str
    day: date
    by: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    overall: str
    position: Position
    sentence: str
    doing: tuple[Doing, ...] = ()
    change: str = ""
    talk_on: date | None = None
    next_look: date | None = None
    alone: str = ""
    changed_because: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)

    def state(self) -> str:
        return self.position.value

    def words(self) -> str:
        return text_of(self.sentence, self.change)

    def mark(self, domain: str) -> Mark:
        return next((one for one in self.marks if one.domain == domain), Mark(domain=domain))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm(Record):
    """How often a house holds a round, and whether a pædagog of the stue may close one."""

    KIND: ClassVar[str] = "trivselsrytme"

    dagtilbud: str
    times: int = 2
    staff_close: bool = False
