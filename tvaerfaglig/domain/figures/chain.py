"""The columns of one figure through all questions in their order: which may be told beside those before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tvaerfaglig.domain.figures.asked import BY_FILTER, BY_HOUSE, BY_TIME, Asked, Known
from tvaerfaglig.domain.figures.atoms import Atoms, Cell
from tvaerfaglig.domain.figures.deeds import everyone
from tvaerfaglig.domain.figures.subtracting import tells_of_a_few
from tvaerfaglig.domain.figures.telling import Heads

Key = tuple[int, tuple[int, ...]]
"""A cell: its grain, and the filters that ask for it."""


class Chain:
    """The columns of a figure that are told together; `after` are those that must be told for these to be.

    A field of house, time and filter is told, and what it lies within with it, only where all fields beside it are
    many. What is narrowed in one way alone may also be told as the sums along one side of a table whose fields are
    not: where that is tried with all else that is told, and comes to nobody few.
    """

    def __init__(
        self,
        known: Known,
        columns: Sequence[Sequence[Heads]],
        filtered: Sequence[Sequence[Sequence[Heads]]],
        sure: Iterable[Asked],
        *,
        looked: bool = False,
        after: Chain | None = None,
        first: Iterable[Asked] = (),
    ) -> None:
        self._looked, self._after = looked, after
        self.keys, cells, self._at, self._by_filter = _cells(columns, filtered)
        self.cells = cells
        self._found: dict[Asked, frozenset[Cell]] = {}
        self._atoms = Atoms(cells, known.least)
        self._sums = {by: Atoms(cells, known.least) for by in (BY_TIME, BY_HOUSE, BY_FILTER)}
        for one in sure:
            for atoms in (self._atoms, self._sums[BY_TIME]):
                atoms.admit(self._of(one), sure=True)
        others = [one for one in (*first, *known.others) if after is None or after.holds(one)]
        for one in others:
            if not one.of:
                self._admit(one)
        self._kept: dict[str, Atoms] = {}
        self._keep_safe(BY_TIME, known.least)
        self._keep_safe(BY_HOUSE, known.least)
        self._filter([one for one in others if one.of], known.least)

    def _admit(self, one: Asked) -> None:
        cells = self._of(one)
        told = self._sums[one.by].admit(cells) if one.by else True
        if told and all(self._atoms.holds(self._of(each)) for each in one.within):
            self._atoms.admit(cells)

    def _keep_safe(self, by: str, least: int) -> None:
        """Side by side only what, with all else that is told, is of many; a side is told wholly or not at all."""
        sums = self._sums[by]
        if not all(map(self._atoms.holds, sums.parts)) and not self._tell(sums, least):
            self._kept[by] = sums

    def _filter(self, filters: Sequence[Asked], least: int) -> None:
        """What is told without a filter is told all the same: whoever asks for none is not to see less for it."""
        plain = self._atoms.copy()
        for one in filters:
            self._admit(one)
        if filters and self._kept and self._tell(None, least):
            self._atoms = plain
        self._keep_safe(BY_FILTER, least)

    def _tell(self, more: Atoms | None, least: int) -> bool:
        told = [self._atoms, *self._kept.values(), *([more] if more else [])]
        rows = [part for each in told for part in each.parts]
        return any(tells_of_a_few(rows, heads, least) for heads in zip(*self.cells, strict=True))

    @property
    def fields(self) -> frozenset[frozenset[Key]]:
        return frozenset(map(frozenset, self.rows()))

    def rows(self) -> Iterator[list[Key]]:
        """What is told, each by its cells."""
        for atoms in (self._atoms, *self._kept.values()):
            for part in atoms.parts:
                yield [self.keys[cell] for cell in part]

    def holds(self, asked: Asked) -> bool:
        if self._after is not None and not self._after.holds(asked):
            return False
        cells = self._of(asked)
        sums = asked.by in self._kept and self._kept[asked.by].holds(cells)
        return sums or self._atoms.holds(cells)

    def _of(self, asked: Asked) -> frozenset[Cell]:
        """Most questions are parts of others, which are looked up again and again."""
        if asked not in self._found:
            self._found[asked] = self._look_up(asked)
        return self._found[asked]

    def _look_up(self, asked: Asked) -> frozenset[Cell]:
        at = self._at
        grains = at.keys() & asked.where(looked=self._looked)
        cells = frozenset(cell for grain in grains for cell in at[grain])
        if not asked.of:
            return cells
        return cells & set().union(*(self._by_filter[one] for one in asked.of))


def _cells(
    columns: Sequence[Sequence[Heads]], filtered: Sequence[Sequence[Sequence[Heads]]]
) -> tuple[list[Key], list[tuple[set[str], ...]], dict[int, list[Cell]], list[set[Cell]]]:
    """One for each grain and for those in it whom the same filters ask for."""
    found: defaultdict[Key, list[set[str]]] = defaultdict(lambda: [set() for _ in columns])
    for column, grains in enumerate(columns):
        for grain, heads in enumerate(grains):
            if heads and not filtered:
                found[grain, ()][column].update(everyone(heads))
                continue
            for unit in heads:
                of = tuple(
                    nr for nr, each in enumerate(filtered) if each and unit in each[column][grain]
                )
                mine = heads[unit] if isinstance(heads, Mapping) else {unit}
                found[grain, of][column].update(mine)
    at: defaultdict[int, list[Cell]] = defaultdict(list)
    by_filter: list[set[Cell]] = [set() for _ in filtered]
    for cell, (grain, of) in enumerate(found):
        at[grain].append(cell)
        for one in of:
            by_filter[one].add(cell)
    return list(found), [tuple(each) for each in found.values()], at, by_filter
