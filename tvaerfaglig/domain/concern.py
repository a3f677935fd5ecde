"""A concern, the child's position, and the decision not to notify now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from tvaerfaglig.domain.record import Record, moment, text_of

OPEN = "aaben"
NOT_SEEN_AGAIN = "venter"


class Position(StrEnum):
    """Where the child stands today. A position, never a property of the child."""

    TRIVES = "trives"
    BEKYMRING = "bekymring"
    STAERK = "staerk"


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionSet(Record):
    """One position set: the newest stands (decisions.md no. 22).

    `level` is a figure on the house's `scale` where it uses one. A position of concern has a day when it
    is looked at again (`next_on`): nothing is watched without a date.
    """

    KIND: ClassVar[str] = "position"

    child: str
    day: date
    position: Position
    because: str = ""
    set_by: tuple[str, ...] = ()
    level: int | None = None
    scale: str = ""
    next_on: date | None = None
    origin: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)

    def state(self) -> str:
        return self.position.value

    def words(self) -> str:
        return self.because


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern(Record):
    """A concern with a first day and a next date; closing it needs a reason and what was achieved.

    `closed_for` is one of the house's reasons (`lukning.toml`), `closed_because` what its people say to
    it. Taken up again it is a new version that says why; what was said when it was closed stands in the one before.
    """

    KIND: ClassVar[str] = "bekymring"

    child: str
    first_noticed: date
    by: str = ""
    title: str
    text: str = ""
    categories: tuple[str, ...] = ()
    next_on: date | None = None
    closed_on: date | None = None
    closed_for: str = ""
    closed_because: str = ""
    achieved: str = ""
    taken_up_on: date | None = None
    taken_up_because: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.first_noticed)

    def state(self) -> str:
        return "lukket" if self.closed_on else OPEN

    def words(self) -> str:
        return text_of(
            self.title, self.text, self.closed_because, self.achieved, self.taken_up_because
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NotNow(Record):
    """The decision not to notify now. It returns on its day; it never keeps anyone from notifying.

    Its day moved, it is a new version with the reason (`moved_because`).
    """

    KIND: ClassVar[str] = "ikke_nu"

    child: str
    day: date
    because: str
    by: tuple[str, ...] = ()
    seen_again_on: date
    seen_again: date | None = None
    outcome: str = ""
    moved_because: str = ""

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return moment(self.day)

    def state(self) -> str:
        return "set_igen" if self.seen_again else NOT_SEEN_AGAIN

    def words(self) -> str:
        return text_of(self.because, self.outcome, self.moved_because)
