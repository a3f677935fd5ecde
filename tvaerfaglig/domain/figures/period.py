"""Whole periods only: two that differ by a few days, laid beside each other, would tell of the few."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_SUMMER = 8
"""A school year begins with this month."""


@dataclass(frozen=True, slots=True)
class Period:
    """Both days included."""

    name: str
    first: date
    last: date


ALWAYS = Period("Alle år", date.min, date.max)


def school_year(day: date) -> Period:
    """1 August to 31 July: »2026/27«."""
    year = day.year - (day.month < _SUMMER)
    name = f"{year}/{(year + 1) % 100:02}"
    return Period(name, date(year, _SUMMER, 1), date(year + 1, _SUMMER - 1, 31))


def calendar_year(day: date) -> Period:
    return Period(str(day.year), date(day.year, 1, 1), date(day.year, 12, 31))


def quarter(day: date) -> Period:
    number = (day.month - 1) // 3
    first = date(day.year, number * 3 + 1, 1)
    after = date(day.year + (number == 3), (number * 3 + 3) % 12 + 1, 1)
    return Period(f"{number + 1}. kvartal {day.year}", first, after - timedelta(days=1))


def school_years(first: date, last: date) -> tuple[Period, ...]:
    """Every one from the one that holds `first` to the one that holds `last`."""
    return row_of(school_year(first), school_year(last), school_year)


def quarters(first: date, last: date) -> tuple[Period, ...]:
    return row_of(quarter(first), quarter(last), quarter)


def row_of(start: Period, end: Period, of: Callable[[date], Period]) -> tuple[Period, ...]:
    found = [start]
    while found[-1].last < end.last:
        found.append(of(found[-1].last + timedelta(days=1)))
    return tuple(found)
