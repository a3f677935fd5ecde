"""A row of days told in a few numbers, and how long half of them wait when some still do.

Quartiles lie between the two nearest values in proportion, ends included (as a spreadsheet's QUARTILE does).
The smallest and the largest are never told: each is one child's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

MONTH = 365.2425 / 12
"""Days in a month, over the years. Ages are counted in days and told in these."""


@dataclass(frozen=True, slots=True)
class Spread:
    """`n` is records; the rest is in the unit they were given in, unrounded."""

    n: int
    mean: float
    lower: float
    median: float
    upper: float


def spread(values: Sequence[float]) -> Spread:
    """Of at least one value."""
    row = sorted(values)
    return Spread(
        n=len(row),
        mean=sum(row) / len(row),
        lower=_at(row, 1),
        median=_at(row, 2),
        upper=_at(row, 3),
    )


def _at(row: Sequence[float], fourth: int) -> float:
    whole, rest = divmod((len(row) - 1) * fourth, 4)
    if not rest:
        return float(row[whole])
    return row[whole] + (row[whole + 1] - row[whole]) * rest / 4


def half_by(reached: Sequence[int], waiting: Sequence[int]) -> int | None:
    """The day by which half are reckoned to be reached, those who wait counted for as long as they have.

    Kaplan and Meier's estimate. None while fewer than half are. The median of those who are reached alone
    is earlier, the more so the more there are who wait: it forgets them.
    """
    events, gone = Counter(reached), sorted(waiting)
    left, still, passed = len(reached) + len(waiting), 1.0, 0
    for day in sorted(events):
        while passed < len(gone) and gone[passed] < day:
            passed += 1
        at_risk = left - passed
        still *= 1 - events[day] / at_risk
        if still <= 0.5 + 1e-12:
            return day
        left -= events[day]
    return None


def in_months(days: float) -> float:
    return days / MONTH
