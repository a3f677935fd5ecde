"""Which wholes and parts of a share may be told beside each other, question by question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tvaerfaglig.domain.figures.asked import Asked, Known
from tvaerfaglig.domain.figures.beside import Beside
from tvaerfaglig.domain.figures.chain import Chain
from tvaerfaglig.domain.figures.shares import Counted, told_parts


class SharesApart:
    """The parts of a whole: the wholes first, and the parts that the years tell of where the wholes are told."""

    def __init__(self, known: Known, figure: str) -> None:
        self._known, self._figure = known, figure
        self._parts, self._counted = known.everything.parts[figure]

    def chains(self) -> tuple[Chain, Chain, frozenset[int], frozenset[int]]:
        may, stands = self._by_year()
        whole = self._chain([range(self._parts)], stands)
        rest = [at for at in range(self._parts) if at not in may]
        columns = [*([at] for at in sorted(may)), rest]
        inside = self._chain(columns, stands, whole)
        each = self._chain([[at] for at in range(self._parts)], ())
        beside = Beside(each, self._parts, self._known.least)
        beside.add(whole.rows(), range(self._parts))
        for at in may:
            beside.add(inside.rows(), [at])
        safe = may if not beside.tells() else frozenset()
        return whole, inside, safe, self._besides(beside, may)

    def _besides(self, beside: Beside, may: frozenset[int]) -> frozenset[int]:
        """The parts that may be told of everything, and of nothing narrower."""
        (all_,) = told_parts(
            [""], self._parts, [one._replace(group=0) for one in self._counted], self._known.least
        )
        wanted = [at for at in range(self._parts) if at not in may and all_.counts[at] is not None]
        return frozenset(at for at in wanted if beside.takes(at))

    def _chain(
        self, columns: Sequence[Sequence[int]], sure: Iterable[Asked], after: Chain | None = None
    ) -> Chain:
        grains = 1 + max((at for one in self._known.years for at in one.counted), default=0)
        laid = [
            one.parts[self._figure][1] if self._figure in one.parts else None
            for one in (self._known.everything, *self._known.filtered)
        ]
        grains = max([grains, *(1 + one.group for rows in laid for one in rows or ())])
        everything, *filtered = [
            [] if rows is None else _laid(rows, columns, grains) for rows in laid
        ]
        return Chain(self._known, everything, filtered, sure, after=after)

    def _by_year(self) -> tuple[frozenset[int], list[Asked]]:
        years = self._known.years
        year = {grain: nr for nr, one in enumerate(years) for grain in one.counted}
        rows = [one._replace(group=year[one.group]) for one in self._counted if one.group in year]
        names = [""] * len(years)
        told = told_parts(names, self._parts, rows, self._known.least)
        (all_,) = told_parts(
            [""], self._parts, [one._replace(group=0) for one in self._counted], self._known.least
        )
        stand = [at for at, one in enumerate(told) if one.whole is not None]
        may = frozenset(
            at
            for at in range(self._parts)
            if all_.counts[at] is not None and all(told[nr].counts[at] is not None for nr in stand)
        )
        return may, [years[at] for at in stand]


def _laid(
    rows: Iterable[Counted], columns: Sequence[Sequence[int]], grains: int
) -> list[list[set[str]]]:
    found: list[list[set[str]]] = [[set() for _ in range(grains)] for _ in columns]
    of = {part: nr for nr, each in enumerate(columns) for part in each}
    for group, head, part in rows:
        found[of[part]][group].add(head)
    return found
