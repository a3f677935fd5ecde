"""Which days and hours a sentence is about: those it names itself, else those the letter is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from tvaerfaglig.domain.danish import MONTHS, WEEKDAYS
from tvaerfaglig.domain.quality.evidence.log import Log, Period, Seen

LONGEST = timedelta(weeks=13)
"""A quarter of a year: further back a share says little about how it is now."""
_USUAL = timedelta(weeks=8)
_MONTH = "|".join(MONTHS)
_SINCE = re.compile(
    rf"\b(?:siden|fra)\s+(?:den\s+)?(?:(?P<day>\d{{1,2}})(?:\.\s*|/|\.)"
    rf"(?:(?P<name>{_MONTH})|(?P<nr>\d{{1,2}}))|(?P<alone>{_MONTH}))\b",
    re.IGNORECASE,
)
_HOURS = re.compile(r"\b(?:om|hver|flere|de fleste)\s+(morgen|formiddag|eftermiddag)\w*")
_CLOCK = {
    "morgen": (time(0), time(10)),
    "formiddag": (time(0), time(12)),
    "eftermiddag": (time(12), time.max),
}
_WEEKDAY = re.compile(rf"\b(?:om|hver)\s+({'|'.join(WEEKDAYS)})\w*")


def period_of(sentence: str, rows: Iterable[date], log: Log, today: date) -> Period | None:
    """From »siden 1. september«, or from where the letter begins, to today; never before the log began."""
    if log.began is None:
        return None
    first = max(_since(sentence, today) or _letters(rows, log, today), log.began)
    return Period(first, today) if first <= today else None


def _letters(rows: Iterable[date], log: Log, today: date) -> date:
    """From the oldest row, or from the first worry of the quarter, whatever it was about."""
    quarter = Period(today - LONGEST, today)
    days = tuple(rows)
    if any(day < quarter.first for day in days):
        return quarter.first
    worry = next((day for day in log.worries if day in quarter), None)
    recent = [day for day in (*days, worry) if day is not None and day in quarter]
    return min(recent, default=today - _USUAL)


def _since(sentence: str, today: date) -> date | None:
    found = _SINCE.search(sentence)
    if found is None:
        return None
    name = (found["name"] or found["alone"] or "").lower()
    month = MONTHS.index(name) + 1 if name else int(found["nr"])
    return _last_time(int(found["day"] or 1), month, today)


def _last_time(day: int, month: int, today: date) -> date | None:
    """The newest such day that has been; 31. november never was."""
    for year in (today.year, today.year - 1):
        try:
            on = date(year, month, day)
        except ValueError:
            continue
        if on <= today:
            return on
    return None


@dataclass(frozen=True, slots=True)
class When:
    """»om formiddagen«, »om fredagen«: the only hours, and the only weekday, that a sentence speaks of."""

    hours: tuple[time, time] | None = None
    weekday: int | None = None

    def fits(self, seen: Seen) -> bool:
        """Whether it was then; an observation without a time is not counted for an hour."""
        if self.weekday is not None and seen.day.weekday() != self.weekday:
            return False
        at = seen.record.at
        return self.hours is None or (at is not None and self.hours[0] <= at < self.hours[1])

    def days(self, days: frozenset[date]) -> frozenset[date]:
        if self.weekday is None:
            return days
        return frozenset(day for day in days if day.weekday() == self.weekday)


def when(sentence: str) -> When | None:
    """What the sentence limits itself to; None where it names more than one, for then nobody can count."""
    low = sentence.lower()
    hours = {found[1] for found in _HOURS.finditer(low)}
    weekdays = {found[1] for found in _WEEKDAY.finditer(low)}
    if len(hours) > 1 or len(weekdays) > 1:
        return None
    return When(
        hours=_CLOCK[hours.pop()] if hours else None,
        weekday=WEEKDAYS.index(weekdays.pop()) if weekdays else None,
    )
