"""What may be told of one question beside all the others that may be asked of the same vault.

Promise: whatever one person asks, of years, quarters and periods of her own, of houses, kinds and projects,
before and after, no figure's answers can be added and subtracted into a group of one to four. All questions
that may be asked are gone through in one order, whichever of them it is that is asked, the ones asked most
first; one that would divide the children into too few is never told. See `atoms`, and `subtracting`. Whoever asks is
taken to know where nobody is, so a 0 that is told helps her to nothing.

Not promised: against two days' answers laid beside each other, when one child came between them; against
two leaders of different houses who lay theirs together; against one figure laid beside another one, and each way to
count help is one, as each step from concern is; against what somebody knows already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from tvaerfaglig.domain.figures.atoms import Atoms, Cell
from tvaerfaglig.domain.figures.census import Counts
from tvaerfaglig.domain.figures.cut import Split
from tvaerfaglig.domain.figures.deeds import everyone, told_groups
from tvaerfaglig.domain.figures.shares import Counted, Parts, told_parts
from tvaerfaglig.domain.figures.subtracting import tells_of_a_few
from tvaerfaglig.domain.figures.telling import Heads, Steps, Telling
from tvaerfaglig.domain.figures.times import Cases, State, Times, told_times

Where = frozenset[int]
Key = tuple[int, tuple[int, ...]]
"""A cell: its grain, and the filters that ask for it."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """The grains of a group: those counted in it, and those in which one looks for who waits.

    `of` are the filters of kind and project; any of them will do, and none at all is everything. `by` is what
    alone it is narrowed by: time, house or filter; empty where it is by more than one. `within` are the
    wider questions it is a part of.
    """

    counted: Where
    looked: Where
    of: tuple[int, ...] = ()
    by: str = ""
    within: tuple[Asked, ...] = ()

    def where(self, *, looked: bool) -> Where:
        return self.looked if looked else self.counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """`years` are told already, of everything; `others` are the questions in the order they are admitted.

    `everything` and, filter by filter, `filtered` are what was counted. `quarters`, of everything, come first
    where they are told beside the years: see `quarterly`. `whole` is everything: no more than it tells by itself.
    """

    least: int
    years: tuple[Asked, ...]
    others: tuple[Asked, ...]
    everything: Counts
    filtered: tuple[Counts, ...] = ()
    quarters: tuple[Asked, ...] = ()
    whole: Asked | None = None


BY_TIME, BY_HOUSE, BY_FILTER = "tid", "hus", "indsats"
BY_QUARTER = ("fra_bekymring", "svar")
"""What the learning curve tells of quarter by quarter, whatever is asked."""


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


class Chains:
    """The chains of every figure, each worked out when it is first asked for."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self._waits: dict[str, _Waits] = {}
        self._shares: dict[str, tuple[Chain, Chain, frozenset[int], frozenset[int]]] = {}
        self._groups: dict[str, Chain] = {}

    def waits(self, figure: str, step: int) -> Mapping[str, Chain]:
        if figure not in self._waits:
            self._waits[figure] = _Waits(self.known, figure)
        return self._waits[figure].chains(step)

    def shares(self, figure: str) -> tuple[Chain, Chain, frozenset[int], frozenset[int]]:
        if figure not in self._shares:
            self._shares[figure] = _Shares(self.known, figure).chains()
        return self._shares[figure]

    def groups(self, figure: str, *, looked: bool) -> Chain:
        if figure not in self._groups:
            self._groups[figure] = _whole_groups(self.known, figure, looked=looked)
        return self._groups[figure]


class Apart(Telling):
    """Tells of the groups of one question what may stand beside every other one."""

    def __init__(
        self, chains: Chains, asked: Sequence[Asked], groups: Callable[[Split], Sequence[Asked]]
    ) -> None:
        super().__init__(chains.known.least)
        self._chains, self._known, self._asked, self._groups = chains, chains.known, asked, groups
        self.hid = False

    def laid(self, split: Split) -> tuple[Telling, Split]:
        return Apart(self._chains, self._groups(split), self._groups), split

    def times(
        self,
        figure: str,
        names: Sequence[str],
        steps: Steps,
        *,
        deeds: bool = False,
        looked: bool = False,  # noqa: ARG002
    ) -> tuple[tuple[Times, ...], ...]:
        told = super().times(figure, names, steps, deeds=deeds)
        laid = self._known.everything.times.get(figure)
        if laid is None or len(names) != len(self._asked):
            return tuple(tuple(map(self._no_times, row)) for row in told)
        if list(self._asked) == [self._known.whole]:
            return told
        return tuple(self._step(figure, nr, row) for nr, row in enumerate(told))

    def step(
        self, figure: str, names: Sequence[str], steps: Steps, nr: int, *, deeds: bool = False
    ) -> tuple[Times, ...]:
        """One step alone, of a figure that is laid; the others are not worked out."""
        return self._step(figure, nr, super().times(figure, names, steps, deeds=deeds)[nr])

    def _step(self, figure: str, nr: int, row: Sequence[Times]) -> tuple[Times, ...]:
        chains = self._chains.waits(figure, nr)
        return tuple(
            self._times(one, asked, chains) for one, asked in zip(row, self._asked, strict=True)
        )

    def _times(self, one: Times, asked: Asked, chains: Mapping[str, Chain]) -> Times:
        may = {name: name in chains and chains[name].holds(asked) for name in _STATES}
        may["total"] = chains["total"].holds(asked) if "total" in chains else all(may.values())
        return self._noticed(
            one,
            replace(
                one,
                total=one.total if may["total"] else None,
                n=one.n if may["n"] else None,
                reached=one.reached if may["n"] else None,
                half=one.half if may["n"] and may["open"] and may["ended"] else None,
                open=one.open if may["open"] else None,
                open_so_far=one.open_so_far if may["open"] else None,
                ended=one.ended if may["ended"] else None,
            ),
        )

    def _no_times(self, one: Times) -> Times:
        return self._noticed(one, Times(group=one.group, **dict.fromkeys(_HIDDEN)))

    def _noticed(self, before: T, after: T) -> T:
        self.hid = self.hid or before != after
        return after

    def parts(
        self, figure: str, names: Sequence[str], parts: int, counted: Iterable[Counted]
    ) -> tuple[Parts, ...]:
        told = super().parts(figure, names, parts, counted)
        if figure not in self._known.everything.parts:
            return tuple(map(self._no_parts, told))
        whole, inside, may, besides = self._chains.shares(figure)
        if list(self._asked) == [self._known.whole]:
            may |= besides
        return tuple(
            self._noticed(
                one,
                replace(
                    one,
                    whole=one.whole if whole.holds(asked) else None,
                    counts=tuple(
                        count if at in may and inside.holds(asked) else None
                        for at, count in enumerate(one.counts)
                    ),
                ),
            )
            for one, asked in zip(told, self._asked, strict=True)
        )

    def _no_parts(self, one: Parts) -> Parts:
        return self._noticed(one, replace(one, whole=None, counts=(None,) * len(one.counts)))

    def apart(self, figure: str, heads: Sequence[Heads], *, looked: bool = False) -> list[bool]:
        laid = self._known.everything.heads.get(figure)
        if laid is None or len(heads) != len(self._asked):
            self.hid = True
            return [False] * len(heads)
        chain = self._chains.groups(figure, looked=looked)
        seen = [chain.holds(one) for one in self._asked]
        self.hid = self.hid or not all(seen)
        return seen


_STATES = {"n": State.REACHED, "open": State.OPEN, "ended": State.ENDED}
_HIDDEN = ("total", "n", "reached", "open", "open_so_far", "ended", "half")


def _whole_groups(known: Known, figure: str, *, looked: bool) -> Chain:
    heads, _ = known.everything.heads[figure]
    filtered = [[one.heads[figure][0]] if figure in one.heads else [] for one in known.filtered]
    by_year = [
        set().union(*(everyone(heads[at]) for at in one.where(looked=looked)))
        for one in known.years
    ]
    seen = told_groups(by_year, known.least)
    sure = [one for one, told in zip(known.years, seen, strict=True) if told]
    return Chain(known, [heads], filtered, sure, looked=looked)


class _Shares:
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
        beside = _Beside(each, self._parts, self._known.least)
        beside.add(whole.rows(), range(self._parts))
        for at in may:
            beside.add(inside.rows(), [at])
        safe = may if not beside.tells() else frozenset()
        return whole, inside, safe, self._besides(beside, may)

    def _besides(self, beside: _Beside, may: frozenset[int]) -> frozenset[int]:
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


class _Beside:
    """What is told of a figure's wholes and of its parts, held up against each other."""

    def __init__(self, each: Chain, parts: int, least: int) -> None:
        self._each, self._parts, self._least = each, parts, least
        self._at = {key: nr * parts for nr, key in enumerate(each.keys)}
        self._heads = [column for columns in each.cells for column in columns]
        self._rows: list[set[int]] = []

    def add(self, told: Iterable[Sequence[Key]], parts: Sequence[int]) -> None:
        for keys in told:
            at = [self._at[key] for key in keys if key in self._at]
            self._rows.append({one + part for one in at for part in parts})

    def tells(self) -> bool:
        return tells_of_a_few(self._rows, self._heads, self._least)

    def takes(self, part: int) -> bool:
        """Lay in a part of everything where that tells of nobody."""
        self.add([self._each.keys], [part])
        if not self.tells():
            return True
        self._rows.pop()
        return False


class _Waits:
    """One wait state by state; several of the same children by how many there are, and who got there."""

    def __init__(self, known: Known, figure: str) -> None:
        self._known, self._figure = known, figure
        self._steps, self._deeds, self._looked = known.everything.times[figure]
        self._made: dict[int, Mapping[str, Chain]] = {}

    def chains(self, step: int) -> Mapping[str, Chain]:
        if step not in self._made:
            self._made[step] = self._of_step(step, self._by_year[step])
        return self._made[step]

    def _of_step(self, at: int, told: Sequence[Times]) -> Mapping[str, Chain]:
        if len(self._steps) == 1:
            return {name: self._state(at, state, told, name) for name, state in _STATES.items()}
        if not self._deeds and not any(one.total for one in told):
            return {"n": self._state(at, State.REACHED, told, "n")}
        return self._of_a_whole(at, told, self._whole)

    @cached_property
    def _whole(self) -> Chain:
        return self._chain([(0, tuple(State))], self._sure(self._by_year[0], "total"))

    def _of_a_whole(self, at: int, told: Sequence[Times], whole: Chain) -> Mapping[str, Chain]:
        """Who got there; and who waits and who ended, both or none of them."""
        n = self._chain(
            [(at, (State.REACHED,)), (at, (State.OPEN, State.ENDED))],
            self._sure(told, "n"),
            after=whole,
        )
        rest = self._chain([(at, (one,)) for one in State], self._sure(told, "open"), after=n)
        told_of = {"total": whole, "n": n, "open": rest, "ended": rest}
        if whole.fields == n.fields == rest.fields:
            return told_of
        each = self._chain([(at, (one,)) for one in State], ())
        beside = _Beside(each, len(State), self._known.least)
        beside.add(whole.rows(), tuple(State))
        beside.add(n.rows(), (State.REACHED,))
        beside.add(rest.rows(), (State.OPEN,))
        if beside.tells():
            return {"total": whole}
        return told_of

    def _state(self, step: int, state: State, told: Sequence[Times], name: str) -> Chain:
        looked = self._looked and state is State.OPEN
        return self._chain([(step, (state,))], self._sure(told, name), looked=looked)

    def _sure(self, told: Sequence[Times], name: str) -> list[Asked]:
        return [
            one
            for one, times in zip(self._known.years, told, strict=True)
            if getattr(times, name) is not None
        ]

    def _chain(
        self,
        columns: Sequence[tuple[int, tuple[State, ...]]],
        sure: Iterable[Asked],
        *,
        looked: bool = False,
        after: Chain | None = None,
    ) -> Chain:
        everything, *filtered = [
            [_of_states(one.times[self._figure][0][step], states) for step, states in columns]
            if self._figure in one.times
            else []
            for one in (self._known.everything, *self._known.filtered)
        ]
        first = self._known.quarters if self._figure in BY_QUARTER else ()
        known = self._known
        return Chain(known, everything, filtered, sure, looked=looked, after=after, first=first)

    @cached_property
    def _by_year(self) -> tuple[tuple[Times, ...], ...]:
        steps = [[self._year(step, one) for one in self._known.years] for step in self._steps]
        names = [""] * len(self._known.years)
        return told_times(names, steps, self._known.least, deeds=self._deeds)

    def _year(self, step: Sequence[Cases], year: Asked) -> Cases:
        cases = Cases()
        settled = (State.REACHED, State.ENDED)
        for at in year.counted:
            cases.take(step[at], settled if self._looked else tuple(State))
        for at in year.looked if self._looked else ():
            cases.take(step[at], (State.OPEN,))
        return cases


def _of_states(step: Sequence[Cases], states: Sequence[State]) -> Sequence[Heads]:
    return [set().union(*(one.heads[state] for state in states)) for one in step]
