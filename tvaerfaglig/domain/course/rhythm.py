"""How often a child is written about, and whether she has gone quiet.

A child of whom somebody writes every third day is quiet after two weeks; one of whom little is written
is quiet when the house says so. So the child's own rhythm may only make us ask sooner, never later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import ClassVar

from tvaerfaglig.domain import danish


@dataclass(frozen=True, slots=True)
class Rhythm:
    """So many days of silence, and after how many it counts as quiet; `usual` days lie between two notes."""

    DAYS: ClassVar[int] = 8
    """A rhythm is read from the newest days on which something was written; with fewer there is none."""
    NOTES: ClassVar[int] = 24
    """So many notes are looked at for those days: on a lively day there are several."""
    TIMES: ClassVar[int] = 3
    LEAST: ClassVar[int] = 14

    silent: int
    after: int
    usual: int | None

    @property
    def is_quiet(self) -> bool:
        return self.silent >= self.after

    @property
    def words(self) -> str:
        """What quiet means for this child."""
        if self.usual is None:
            weeks = danish.count(self.after // 7, "uge", "uger", spelled=True)
            return f"Huset spørger efter {weeks}"
        days = danish.count(self.usual, "dag", "dage", spelled=True)
        return "Ellers skrives der de fleste dage" if self.usual <= 1 else f"Ellers går der {days}"


def rhythm(
    written: Sequence[date], enrolled: date | None, house_weeks: int, today: date
) -> Rhythm | None:
    """From the newest days on which something was written, the newest first; None for a child nobody knows yet."""
    days = sorted({day for day in written if day <= today}, reverse=True)[: Rhythm.DAYS]
    last = days[0] if days else enrolled
    if last is None:
        return None
    silent, house = (today - last).days, house_weeks * 7
    if len(days) < Rhythm.DAYS:
        return Rhythm(silent, house, None)
    usual = max(round(median((a - b).days for a, b in pairwise(days))), 1)
    own = max(usual * Rhythm.TIMES, Rhythm.LEAST)
    return Rhythm(silent, own, usual) if own < house else Rhythm(silent, house, None)
