"""Which days a sentence is about: those it names itself, else those the letter is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from tvaerfaglig.domain.danish import MONTHS
from tvaerfaglig.domain.quality.evidence.log import Log, Period

LONGEST = timedelta(weeks=13)
"""A quarter of a year: further back a share says little about how it is now."""
_USUAL = timedelta(weeks=8)
_MONTH = "|".join(MONTHS)
_SINCE = re.compile(
    rf"\b(?:siden|fra)\s+(?:den\s+)?(?:(?P<day>\d{{1,2}})(?:\.\s*|/|\.)"
    rf"(?:(?P<name>{_MONTH})|(?P<nr>\d{{1,2}}))|(?P<alone>{_MONTH}))\b",
    re.IGNORECASE,
)


def period_of(sentence: str, rows: Iterable[date], log: Log, today: date) -> Period | None:
    """From »siden 1. september«, or from the letter's oldest row, to today; never before the log began."""
    began = log.began()
    if began is None:
        return None
    named = _since(sentence, today)
    first = max(named or _letters(rows, today), began)
    return Period(first, today) if first <= today else None


def _letters(rows: Iterable[date], today: date) -> date:
    oldest = min((day for day in rows if day <= today), default=today - _USUAL)
    return max(oldest, today - LONGEST)


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
