"""Understand the days and times people type, and ask kindly about those that do not exist.

A day without a year is looked for in the twelve months that end a month from now (`ahead`: that
begin a month ago): a slip of a few days then stays near enough to be noticed.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, time, timedelta

from tvaerfaglig.domain.danish.dates import MONTHS, WEEKDAYS, day

_TIME = r"(?:(?:kl|klokken)\.?\s*)?(?:(\d{1,2})(?:[.:, ](\d{2}))?|(\d{1,2})(\d{2}))"
_WORDS = {
    "i forgårs": -2,
    "i går": -1,
    "i aftes": -1,
    "i dag": 0,
    "i morges": 0,
    "i morgen": 1,
    "i overmorgen": 2,
}
_RUN_TOGETHER = {key.replace(" ", ""): value for key, value in _WORDS.items()}
_NUMBERED = r"(\d{1,2})[./\- ]+(\d{1,2})(?:[./\- ]+([12]\d{3}|\d{2}))?\.?"
_SOLID = r"(\d{2})(\d{2})([12]\d{3}|\d{2})"
_ISO = r"([12]\d{3})-(\d{1,2})-(\d{1,2})"
_NAMED = r"(\d{1,2})\.? *([a-zæøå]+)\.?(?:,? *([12]\d{3}|\d{2}))?"
_BARE = r"(\d{1,2})\.?"
_LEADING = r"([a-zæøå]+)\.?,? +(?:den|d\.)? *(?=\d)"
_SLACK = 31
_LOOKS = "Skriv fx 10.11., i går eller tirsdag."


@dataclass(frozen=True, slots=True)
class _Written:
    """What was on the paper, before anyone knows whether such a day exists."""

    day: int
    month: int | None
    year: int | None
    weekday: int | None = None


def parse_time(text: str) -> time | None:
    """815, 8:15, 8.15, kl. 8 → a time; anything else → None."""
    found = re.fullmatch(_TIME, text.strip().lower())
    if not found:
        return None
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def why_not_time(text: str) -> str:
    """What to ask instead of refusing; empty where the time is understood."""
    if parse_time(text) is not None:
        return ""
    found = re.fullmatch(_TIME, text.strip().lower())
    if found:
        return f"Klokken {text.strip()} findes ikke. Skriv fx 8.15 eller 815."
    return "Hvad var klokken? Skriv fx 8.15 eller 815."


def parse_date(text: str, today: date, *, ahead: bool = False) -> date | None:
    """10.11., 10/11-26, i går, tirsdag, 10. november → a day; anything else → None.

    »tirsdag« is the latest one, today included; with `ahead` the next.
    """
    found = _read(text, today, ahead=ahead)
    return found if isinstance(found, date) else None


def why_not_date(text: str, today: date, *, ahead: bool = False) -> str:
    """What to ask instead of refusing; empty where the day is understood."""
    found = _read(text, today, ahead=ahead)
    return "" if isinstance(found, date) else found


def _read(text: str, today: date, *, ahead: bool) -> date | str:
    words = " ".join(text.lower().split())
    if not words:
        return f"Hvilken dag? {_LOOKS}"
    apart = _WORDS.get(words, _RUN_TOGETHER.get(words))
    if apart is not None:
        return today + timedelta(apart)
    by_name = _weekday_alone(words, today, ahead=ahead)
    if by_name is not None:
        return by_name
    written = _dissect(words)
    if written is None:
        return f"»{text.strip()}« kan ikke læses som en dag. {_LOOKS}"
    return _settle(written, today, ahead=ahead)


def _weekday_alone(words: str, today: date, *, ahead: bool) -> date | None:
    for opening, step in (("på ", 1), ("næste ", 1), ("i ", -1), ("sidste ", -1), ("", 0)):
        if not words.startswith(opening):
            continue
        name = words.removeprefix(opening)
        wanted = _weekday(name.removesuffix("s") if step < 0 else name)
        if wanted is None:
            continue
        if step > 0 or (step == 0 and ahead):
            return today + timedelta((wanted - today.weekday() - step) % 7 + step)
        return today - timedelta((today.weekday() - wanted + step) % 7 - step)
    return None


def _weekday(name: str) -> int | None:
    plain = name.rstrip(".")
    if len(plain) < 3:
        return None
    return next((nr for nr, full in enumerate(WEEKDAYS) if full.startswith(plain)), None)


def _month(name: str) -> int | None:
    if len(name) < 3:
        return None
    return next((nr for nr, full in enumerate(MONTHS, 1) if full.startswith(name)), None)


def _dissect(words: str) -> _Written | None:
    weekday = None
    leading = re.match(_LEADING, words)
    if leading:
        weekday = _weekday(leading[1])
        if weekday is None and leading[1] not in {"den", "d"}:
            return None
        words = words[leading.end() :]
    if found := re.fullmatch(_ISO, words):
        return _Written(int(found[3]), int(found[2]), int(found[1]), weekday)
    if found := re.fullmatch(_SOLID, words) or re.fullmatch(_NUMBERED, words):
        return _Written(int(found[1]), int(found[2]), _number(found[3]), weekday)
    if found := re.fullmatch(_NAMED, words):
        month = _month(found[2])
        return _Written(int(found[1]), month, _number(found[3]), weekday) if month else None
    if (leading or words.endswith(".")) and (found := re.fullmatch(_BARE, words)):
        return _Written(int(found[1]), None, None, weekday)
    return None


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _settle(written: _Written, today: date, *, ahead: bool) -> date | str:
    if written.month is None:
        return _in_some_month(written, today, ahead=ahead)
    month, year = written.month, _full_year(written.year, today)
    if not 1 <= month <= 12:
        turned = 1 <= written.day <= 12 and month <= 31
        meant = f" Mente du {month}. {MONTHS[written.day - 1]}?" if turned else ""
        return f"Der er ingen måned {month}.{meant}"
    longest = calendar.monthrange(2024 if year is None else year, month)[1]
    if not 1 <= written.day <= longest:
        return _no_such_day(written.day, month, year, longest)
    found = (
        _near(written.day, month, today, ahead=ahead)
        if year is None
        else date(year, month, written.day)
    )
    if found is None:
        return f"29. februar findes ikke i {today.year}. Mente du 28.?"
    return _agreeing(found, written.weekday)


def _agreeing(found: date, weekday: int | None) -> date | str:
    if weekday is None or weekday == found.weekday():
        return found
    real, said = WEEKDAYS[found.weekday()], WEEKDAYS[weekday]
    return f"{day(found)} er en {real}, ikke en {said}. Er det datoen eller ugedagen?"


def _no_such_day(number: int, month: int, year: int | None, longest: int) -> str:
    in_year = f" i {year}" if month == 2 and number == 29 and year else ""
    meant = f" Mente du {longest}.?" if number > longest else ""
    return f"{number}. {MONTHS[month - 1]} findes ikke{in_year}.{meant}"


def _full_year(year: int | None, today: date) -> int | None:
    """Two digits mean this century up to a year from now, else the one before."""
    if year is None or year > 99:
        return year
    century = today.year - today.year % 100
    return century + year if year <= today.year % 100 + 1 else century - 100 + year


def _near(number: int, month: int, today: date, *, ahead: bool) -> date | None:
    end = today + timedelta(-_SLACK if ahead else _SLACK)
    for year in (end.year, end.year + (1 if ahead else -1)):
        if number > calendar.monthrange(year, month)[1]:
            continue
        found = date(year, month, number)
        if found >= end if ahead else found <= end:
            return found
    return None


def _in_some_month(written: _Written, today: date, *, ahead: bool) -> date | str:
    """»den 10.« is the nearest month that has such a day, backwards unless `ahead`."""
    step = 1 if ahead else -1
    months = [today.year * 12 + today.month - 1 + step * nr for nr in range(3)]
    for year, month in (divmod(each, 12) for each in months):
        if not 1 <= written.day <= calendar.monthrange(year, month + 1)[1]:
            continue
        found = date(year, month + 1, written.day)
        if (found - today).days * step >= 0:
            return _agreeing(found, written.weekday)
    return f"Den {written.day}. findes ikke i en måned. {_LOOKS}"
