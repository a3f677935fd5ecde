"""Nødadgang: a child of the house opened in need, for a short time, with a reason that the leader is told at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from tvaerfaglig.domain.record import Record

_EVENING = 18
_LETTERS, _WORDS = 15, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Emergency(Record):
    """One child opened to one person by herself. Never corrected and never taken back."""

    KIND: ClassVar[str] = "noedadgang"

    child: str
    staff: str
    reason: str
    at: str
    until: date

    def about(self) -> tuple[str, ...]:
        return (self.child,)

    def happened(self) -> str:
        return self.at

    def holds_on(self, day: date) -> bool:
        return self.at[:10] <= day.isoformat() <= self.until.isoformat()


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencySeen(Record):
    """A leader has seen it; `closed` when she shut the child again before the time was up."""

    KIND: ClassVar[str] = "noedadgang_set"

    child: str
    emergency: str
    at: str
    closed: bool = False

    def about(self) -> tuple[str, ...]:
        return (self.child,)


def until_when(now: datetime) -> date:
    """The day's end; of one opened in the evening the next day's, so that midnight shuts nobody out at once."""
    return now.date() + timedelta(days=1 if now.hour >= _EVENING else 0)


def is_a_reason(words: str) -> bool:
    """Whether it is a sentence; what it says is the leader's to judge."""
    said = words.split()
    return len(said) >= _WORDS and sum(len(one) for one in said) >= _LETTERS
