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

    def within(self, cut: Cut, split: Split, group: int) -> frozenset[int]:
        """The grains of a group: what began in them is counted in it."""
        return frozenset(
            at
            for at, one in enumerate(self.all)
            if (not cut.houses or one.house in cut.houses)
            and self._begins(one) <= cut.period.last
            and cut.period.first <= self._begins(one)
            and split.of(one.house, self._begins(one)) == group
        )

    def looked(self, cut: Cut, split: Split, group: int) -> frozenset[int]:
        """The grains of a group in which one looks for those who wait."""
        found = set()
        for house in cut.houses or self._firsts:
            for day in split.looks(cut.until):
                at = self.of(house, day)
                if at is not None and split.of(house, day) == group:
                    found.add(at)
        return frozenset(found)

    def _begins(self, one: Grain) -> date:
        return max(one.first, self._first)


def _beginnings(first: date, last: date) -> Sequence[date]:
    return tuple(day for day in _all(first.year, last.year) if first <= day <= last)


def _all(first: int, last: int) -> Iterator[date]:
    for year in range(first, last + 1):
        for month, day in _BEGINNINGS:
            yield date(year, month, day)
