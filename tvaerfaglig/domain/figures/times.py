"""From one day to another: who got there, who is still on the way and for how long, and who stopped before.

Nobody who waits is ever left out. The median of those who got there stands beside how many did not, and
beside the day by which half are reckoned to, with those who wait counted as far as they have come.

What may be told is decided for all that stands together: the groups of a figure, and the steps that the same
children could take. The number of those who got there stands with every median; the number of all is told
only where it gives nobody away. Children are what is counted when a number is called small, not records.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property

from tvaerfaglig.domain.figures.spread import Spread, half_by, spread
from tvaerfaglig.domain.suppression import shown_groups


class State(IntEnum):
    REACHED = 0
    OPEN = 1
    ENDED = 2


class Cases:
    """Those of one group, as they are found: days and the child, by state."""

    def __init__(self) -> None:
        self.days: tuple[list[int], list[int], list[int]] = ([], [], [])
        self._children: tuple[list[str], list[str], list[str]] = ([], [], [])

    def add(self, state: State, child: str, days: int) -> None:
        self.days[state].append(days)
        self._children[state].append(child)

    def take(self, other: Cases, states: Iterable[State]) -> None:
        """Lay in those of another group, too."""
        for state in states:
            self.add_all(state, other._children[state], other.days[state])

    def add_all(self, state: State, children: Iterable[str], days: Iterable[int]) -> None:
        """As many children as days, in the same order."""
        self._children[state].extend(children)
        self.days[state].extend(days)

    @cached_property
    def heads(self) -> tuple[set[str], set[str], set[str]]:
        """The children of each state; asked for when all are laid in."""
        reached, waits, ended = map(set, self._children)
        return reached, waits, ended

    @property
    def count(self) -> int:
        return sum(map(len, self.days))


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """One group as it may be seen: None is hidden. `n` got there, and `reached` is of them when there are any.

    `half` is the day by which half got there; None where fewer than half have, or it is hidden.
    """

    group: str
    total: int | None
    n: int | None
    reached: Spread | None
    open: int | None
    open_so_far: Spread | None
    ended: int | None
    half: int | None


@dataclass(frozen=True, slots=True)
class _Seen:
    """What may be told of one group at one step."""

    total: bool
    reached: bool
    open: bool
    ended: bool


def new_cases(names: Sequence[str]) -> list[Cases]:
    return [Cases() for _ in names]


def told_times(
    names: Sequence[str],
    steps: Sequence[Sequence[Cases]],
    least: int,
    *,
    deeds: bool = False,
) -> tuple[tuple[Times, ...], ...]:
    """For every step its groups. The cases of a group are the same ones in all steps.

    `deeds` are what grown people did or did not do: that it was done for all tells of no child, and how many
    there are in all is told in other figures, too, so it is told here first. A group without any is told as
    empty: that there was nobody that year is said of nobody.
    """
    some = [at for at in range(len(names)) if steps[0][at].count]
    full = [[groups[at] for at in some] for groups in steps]
    if len(steps) == 1:
        seen = [_one_step(groups, least) for groups in full]
    elif deeds or all(
        _stands(cases, least, deeds=deeds) for groups in full for cases in (*groups, _all(groups))
    ):
        seen = [_with_totals(groups, least, deeds=deeds) for groups in full]
    else:
        seen = [_without_totals(groups, least) for groups in full]
    told = []
    for groups, visible in zip(full, seen, strict=True):
        row = [_times(Cases(), _Seen(total=True, reached=True, open=True, ended=True))] * len(names)
        for at, cases, may in zip(some, groups, visible, strict=True):
            row[at] = _times(cases, may)
        told.append(tuple(replace(one, group=name) for one, name in zip(row, names, strict=True)))
    return tuple(told)


def _all(groups: Sequence[Cases]) -> Cases:
    """Whoever sees the groups may see them all together."""
    found = Cases()
    for one in groups:
        found.take(one, State)
    return found


def _one_step(groups: Sequence[Cases], least: int) -> list[_Seen]:
    """How many wait matters more than how many there are in all; the latter only where all else is told."""
    reached, waits, ended = (_across(groups, state, least) for state in State)
    total = all((*reached, *waits, *ended))
    return [_Seen(total, *states) for states in zip(reached, waits, ended, strict=True)]


def _without_totals(groups: Sequence[Cases], least: int) -> list[_Seen]:
    """Only who got there: the rest of one step would tell the number of all, and that the rest of another."""
    reached = _across(groups, State.REACHED, least)
    return [_Seen(total=False, reached=one, open=False, ended=False) for one in reached]


def _with_totals(groups: Sequence[Cases], least: int, *, deeds: bool) -> list[_Seen]:
    reached = shown_groups([cases.heads[State.REACHED] for cases in groups], least)
    if deeds:
        reached = tuple(_across(groups, State.REACHED, least))
    totals = shown_groups([set().union(*cases.heads) for cases in groups], least)
    left = _left(groups, least, deeds=deeds)
    rest = all(totals) and all(
        shown
        and _safe(cases, least, deeds=deeds)
        and all(not len(cases.heads[one]) or len(cases.heads[one]) >= least for one in State)
        for shown, cases in zip(reached, groups, strict=True)
    )
    return [
        _Seen(
            total=total,
            reached=total and shown and other and _safe(cases, least, deeds=deeds),
            open=rest,
            ended=rest,
        )
        for shown, other, total, cases in zip(reached, left, totals, groups, strict=True)
    ]


def _left(groups: Sequence[Cases], least: int, *, deeds: bool) -> tuple[bool, ...]:
    """Which groups have many left who did not get there, beside all of them together."""
    heads = [cases.heads[State.OPEN] | cases.heads[State.ENDED] for cases in groups]
    some = [at for at, each in enumerate(heads) if each or not deeds]
    seen = dict(zip(some, shown_groups([heads[at] for at in some], least), strict=True))
    return tuple(seen.get(at, True) for at in range(len(groups)))


def _stands(cases: Cases, least: int, *, deeds: bool) -> bool:
    """Whether the number of all takes nothing away: those who got there may be told, or are too few anyway."""
    return len(cases.heads[State.REACHED]) < least or _safe(cases, least, deeds=deeds)


def _safe(cases: Cases, least: int, *, deeds: bool) -> bool:
    """Whether those who got there may be told to somebody who knows how many there are in all."""
    reached, waits, ended = cases.heads
    return all(len(heads) >= least or (deeds and not heads) for heads in (reached, waits | ended))


def _across(groups: Sequence[Cases], state: State, least: int) -> list[bool]:
    """Which groups may be told of to somebody who knows the whole but no group's number of all.

    Nobody hides nothing here.
    """
    heads = [cases.heads[state] for cases in groups]
    some = [at for at, each in enumerate(heads) if each]
    seen = dict(zip(some, shown_groups([heads[at] for at in some], least), strict=True))
    return [seen.get(at, True) for at in range(len(heads))]


def _times(cases: Cases, seen: _Seen) -> Times:
    reached, waiting, ended = cases.days
    return Times(
        group="",
        total=cases.count if seen.total else None,
        n=len(reached) if seen.reached else None,
        reached=spread(reached) if reached and seen.reached else None,
        open=len(waiting) if seen.open else None,
        open_so_far=spread(waiting) if waiting and seen.open else None,
        ended=len(ended) if seen.ended else None,
        half=half_by(reached, [*waiting, *ended]) if seen.reached else None,
    )


@dataclass(frozen=True, slots=True)
class Difference:
    """How much less the second is than the first, in days. It says what is, not what caused it."""

    median: float
    mean: float


def difference(first: Times, second: Times) -> Difference | None:
    """None where one of the two is hidden or empty."""
    if first.reached is None or second.reached is None:
        return None
    return Difference(
        first.reached.median - second.reached.median, first.reached.mean - second.reached.mean
    )
