"""When a house is closed, as people type it: »uge 29-31 og 52, 7. maj 2027«."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.errors import ForPeople

LAST_WEEK = 53
_WEEKS = re.compile(r"^(?:uge(?:r|rne)?\s*)?(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?$")
_BETWEEN = re.compile(r"[,;\n]|\bog\b")


class NotAWeek(ForPeople):
    """A piece of what was typed is neither a week nor a day."""


def read_closed(text: str, today: date) -> tuple[tuple[int, ...], tuple[date, ...]]:
    """The weeks and the days. Raises NotAWeek, in words, at the first piece that is neither."""
    weeks: set[int] = set()
    days: set[date] = set()
    for piece in _pieces(text):
        numbers = _WEEKS.match(piece.casefold())
        if numbers:
            weeks |= _weeks(int(numbers[1]), int(numbers[2] or numbers[1]))
            continue
        day = danish.parse_date(piece, today, ahead=True)
        if day is None:
            raise NotAWeek(f"»{piece}«: Skriv en uge, fx uge 29, eller en dag, fx 7. maj.")
        days.add(day)
    return tuple(sorted(weeks)), tuple(sorted(days))


def say_closed(weeks: tuple[int, ...], days: tuple[date, ...]) -> str:
    """The same words back, for the field: what is said can be read again."""
    parts = [f"{'uge ' if at == 0 else ''}{piece}" for at, piece in enumerate(_runs(weeks))]
    return ", ".join([*parts, *(danish.day(one) for one in days)])


def _pieces(text: str) -> Iterator[str]:
    return filter(None, (piece.strip(" .") for piece in _BETWEEN.split(text)))


def _weeks(first: int, last: int) -> set[int]:
    if not 1 <= first <= last <= LAST_WEEK:
        raise NotAWeek(f"Uge {first}-{last} findes ikke. Ugerne går fra 1 til {LAST_WEEK}.")
    return set(range(first, last + 1))


def _runs(weeks: tuple[int, ...]) -> Iterator[str]:
    """29, 30, 31, 52 as 29-31 and 52."""
    left = list(weeks)
    while left:
        last = first = left.pop(0)
        while left and left[0] == last + 1:
            last = left.pop(0)
        yield str(first) if first == last else f"{first}-{last}"
