"""The smallest pieces of house and time that anything asked is made of; they are counted, and never shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.facts import Attached

_BEGINNINGS = ((1, 1), (4, 1), (7, 1), (8, 1), (10, 1))
"""Where a quarter, a calendar year or a school year may begin."""
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Grain:
    house: str
    first: date
    last: date


class Grains:
    """A split of its own, house by house. A house's time is cut where its socialrådgiver came and went, too."""

    def __init__(
        self, houses: Iterable[str], first: date, last: date, attached: Iterable[Attached]
    ) -> None:
        changes: dict[str, set[date]] = {}
        for one in attached:
            ends = {one.until + _A_DAY} if one.until else set()
            changes.setdefault(one.house, set()).update({one.since} | ends)
        self._ends = [*(one - _A_DAY for one in _beginnings(first, last)[1:]), last]
        self.all: list[Grain] = []
        self._first = first
        self._firsts: dict[str, list[date]] = {}
        self._start: dict[str, int] = {}
        for house in sorted(houses):
            whole = {*_beginnings(first, last), *changes.get(house, ())}
            firsts = [date.min, *sorted(day for day in whole if first < day <= last)]
            self._firsts[house], self._start[house] = firsts, len(self.all)
            lasts = [*(day - _A_DAY for day in firsts[1:]), date.max]
            self.all += [Grain(house, *span) for span in zip(firsts, lasts, strict=True)]
        self.names = ("",) * len(self.all)

    def of(self, house: str, day: date) -> int | None:
        firsts = self._firsts.get(house)
        return None if firsts is None else self._start[house] + bisect_right(firsts, day) - 1

    def looks(self, until: date) -> tuple[date, ...]:
        return tuple(sorted({min(one, until) for one in self._ends}))

    def within(self, cut: Cut, split: Split) -> list[frozenset[int]]:
        """The grains of every group: what began in them is counted in it."""
        found: list[set[int]] = [set() for _ in split.names]
        for house in cut.houses or self._firsts:
            start = self._start.get(house, 0)
            for nr, first in enumerate(self._firsts.get(house, ())):
                begins = max(first, self._first)
                if cut.period.first <= begins <= cut.period.last:
                    group = split.of(house, begins)
                    if group is not None:
                        found[group].add(start + nr)
        return list(map(frozenset, found))

    def looked(self, cut: Cut, split: Split) -> list[frozenset[int]]:
        """The grains of every group in which one looks for those who wait."""
        found: list[set[int]] = [set() for _ in split.names]
        days = split.looks(cut.until)
        for house in cut.houses or self._firsts:
            for day in days:
                at, group = self.of(house, day), split.of(house, day)
                if at is not None and group is not None:
                    found[group].add(at)
        return list(map(frozenset, found))


def _beginnings(first: date, last: date) -> Sequence[date]:
    return tuple(day for day in _all(first.year, last.year) if first <= day <= last)


def _all(first: int, last: int) -> Iterator[date]:
    for year in range(first, last + 1):
        for month, day in _BEGINNINGS:
            yield date(year, month, day)
