"""Whether the newest ratings differ from the earlier ones by more than ratings do by chance. Never a verdict.

The two rules are those of the run chart: R. J. Perla, L. P. Provost, S. K. Murray, »The run chart: a simple
analytical tool for learning from variation in healthcare processes«, BMJ Quality & Safety 20 (2011) 46–51.
Shift: six or more consecutive values all above or all below the median; a value on the median neither
counts nor breaks the row. Trend: five or more consecutive values all rising or all falling; of values
that are the same one counts. Both want at least ten values.

Two choices are ours. The median is that of the values before the row, since the question is whether
it is different *now*; and only a row that reaches the newest value is told. Of series that only vary by
chance one in eight ends in such a row when it has ten values, one in twelve when it has twenty
(20,000 drawn at random): so the words say what the row is and that chance seldom makes it, and no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import median

FEWEST = 10
"""With fewer values nothing is said of them."""
SHIFT = 6
TREND = 5


class Pattern(StrEnum):
    FOR_FAA = "for_faa"
    INTET = "intet"
    OVER = "over"
    UNDER = "under"
    STIGER = "stiger"
    FALDER = "falder"


@dataclass(frozen=True, slots=True)
class Seen:
    """What the newest values show: which pattern, over how many of them, and of how many in all."""

    pattern: Pattern
    length: int
    of: int
    middle: float | None = None


def look(values: Sequence[float]) -> Seen:
    """The pattern that the values end in; the oldest is first."""
    of = len(values)
    if of < FEWEST:
        return Seen(Pattern.FOR_FAA, 0, of)
    return _trend(values) or _shift(values) or Seen(Pattern.INTET, 0, of)


def _shift(values: Sequence[float]) -> Seen | None:
    """The shortest end that holds six values off the median of what came before it."""
    for start in range(len(values) - SHIFT, 0, -1):
        middle = median(values[:start])
        off = [value > middle for value in values[start:] if value != middle]
        if len(off) < SHIFT:
            continue
        if len(set(off)) > 1:
            return None
        pattern = Pattern.OVER if off[0] else Pattern.UNDER
        return Seen(pattern, len(off), len(values), middle)
    return None


def _trend(values: Sequence[float]) -> Seen | None:
    """The newest values as far back as each differs from the one before in the same direction."""
    apart = [value for n, value in enumerate(values) if n == 0 or value != values[n - 1]]
    steps = [later > earlier for earlier, later in pairwise(apart)]
    length = 1
    while length <= len(steps) and steps[-length] == steps[-1]:
        length += 1
    if length < TREND:
        return None
    pattern = Pattern.STIGER if steps[-1] else Pattern.FALDER
    return Seen(pattern, length, len(values))
