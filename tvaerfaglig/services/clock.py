"""The time, as something handed in: the demo and the tests own theirs."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from tvaerfaglig.domain import danish

DANISH = ZoneInfo("Europe/Copenhagen")
DEMO_START = datetime(2026, 11, 12, 8, 0)  # noqa: DTZ001  Danish; decisions.md no. 35
_BEHIND, _AHEAD = timedelta(days=1), timedelta(days=120)


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


def doubt(clock: Clock, written_last: int) -> str:
    """Days are what everything hangs on: a sentence where the clock can hardly be right beside the last thing written.

    `written_last` is in milliseconds since 1970.
    """
    last, now = datetime.fromtimestamp(written_last / 1000, DANISH), clock.now()
    here, there = danish.day(now.date()), danish.day(last.date())
    if now < last - _BEHIND:
        return (
            f"Computerens ur står på {here}, men der er skrevet i boksen {there}. "
            "Stil uret, før du skriver, så dagene passer."
        )
    if now > last + _AHEAD:
        return (
            f"Der er ikke skrevet i boksen siden {there}, og computerens ur står på {here}. "
            "Passer det ikke, så stil uret, før du skriver."
        )
    return ""
