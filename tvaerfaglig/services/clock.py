"""The time, as something handed in: the demo and the tests own theirs."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

DANISH = ZoneInfo("Europe/Copenhagen")


class Clock(Protocol):
    def now(self) -> datetime:
        """The moment, with the Danish time zone."""
        ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(DANISH)


class ShiftedClock:
    """Was `start` when the real clock was `began` (now, unless named), and goes on at its pace: the demo's."""

    def __init__(self, start: datetime, began: datetime | None = None) -> None:
        self._ahead: timedelta = start.replace(tzinfo=DANISH) - (began or datetime.now(DANISH))

    def now(self) -> datetime:
        return datetime.now(DANISH) + self._ahead


class SetClock:
    """Stands still until it is set: for tests, and for writing the demo's past."""

    def __init__(self, at: datetime) -> None:
        self.at = at.replace(tzinfo=DANISH)

    def now(self) -> datetime:
        return self.at

    def set(self, at: datetime) -> None:
        self.at = at.replace(tzinfo=DANISH)

    def forward(self, **by: float) -> None:
        self.at += timedelta(**by)


def today(clock: Clock) -> date:
    return clock.now().date()


def milliseconds(clock: Clock) -> int:
    return int(clock.now().timestamp() * 1000)
