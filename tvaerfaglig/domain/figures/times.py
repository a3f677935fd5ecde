"""From one day to another: who got there, who is still on the way and for how long, and who stopped before.

Nobody who waits is ever left out. The median of those who got there stands beside how many did not, and
beside the day by which half are reckoned to, with those who wait counted as far as they have come.

What may be told is decided for all that stands together: the groups of a figure, and the steps that the same
children could take. The number of those who got there stands with every median; the number of all is told
only where it gives nobody away. Children are what is counted when a number is called small, not records.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from tvaerfaglig.domain.figures.spread import Spread, half_by, spread
from tvaerfaglig.domain.suppression import shown_groups, shown_line


class State(IntEnum):
    REACHED = 0
    OPEN = 1
    ENDED = 2


WAIT_OR_REACH = (State.REACHED, State.OPEN)
"""For what nobody can give up on."""


@dataclass(slots=True)
class Cases:
    """Those of one group, as they are found: days and the child, by state."""

    days: tuple[list[int], list[int], list[int]] = field(default_factory=lambda: ([], [], []))
    heads: tuple[set[str], set[str], set[str]] = field(
        default_factory=lambda: (set(), set(), set())
    )

    def add(self, state: State, child: str, days: int) -> None:
        self.days[state].append(days)
        self.heads[state].add(child)

    @property
    def count(self) -> int:
        return sum(map(len, self.days))


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """One group as it may be seen: None is hidden, or there is nobody.

    `half` is the day by which half got there; None where fewer than half have, or it is hidden.
    """

    group: str
    total: int | None
    reached: Spread | None
    open: int | None
    open_so_far: Spread | None
    ended: int | None
    half: int | None


def new_cases(names: Sequence[str]) -> list[Cases]:
    return [Cases() for _ in names]


def told_times(
    names: Sequence[str],
    steps: Sequence[Sequence[Cases]],
    least: int,
    *,
    states: Sequence[State] = tuple(State),
) -> tuple[tuple[Times, ...], ...]:
    """For every step its groups. The cases of a group are the same ones in all steps.

    `states` are those there can be: that nobody is in another hides nothing. A group without any is
    told as empty: that there was nobody that year is said of nobody.
    """
    some = [at for at in range(len(names)) if steps[0][at].count]
    full = [[groups[at] for at in some] for groups in steps]
    totals = _totals_may_stand(full, least, states)
    told = []
    for groups in full:
        seen = _seen(groups, least, states, alone=len(steps) == 1, totals=totals)
        row = [_EMPTY] * len(names)
        for at, cases, visible in zip(some, groups, seen, strict=True):
            row[at] = _times(cases, visible, totals=totals)
        told.append(tuple(replace(one, group=name) for one, name in zip(row, names, strict=True)))
    return tuple(told)


def _totals_may_stand(
    steps: Sequence[Sequence[Cases]], least: int, states: Sequence[State]
) -> bool:
    """Whether nothing that would be told besides gives way when the number of all is known.

    One step alone tells how many wait rather than how many there are in all.
    """
    if len(steps) == 1:
        return all(len(cases.heads[each]) >= least for cases in steps[0] for each in states)
    return all(_line(cases, least, states)[State.REACHED] for row in steps for cases in row)


def _line(cases: Cases, least: int, states: Sequence[State]) -> tuple[bool, ...]:
    """Which states may be told to somebody who knows how many there are in all."""
    heads = [len(cases.heads[each]) for each in states]
    return tuple(one is not None for one in shown_line(heads, least))


def _seen(
    groups: Sequence[Cases], least: int, states: Sequence[State], *, alone: bool, totals: bool
) -> list[tuple[bool, ...]]:
    """Per group, which of the three states may be told.

    Without totals, steps of the same cases would tell them to one another; so there only those who got
    there are told. What one group hides must not be found by taking the others from the whole.
    """
    if totals:
        rest = all(all(_line(cases, least, states)) for cases in groups)
        return [(True, rest, rest) for _ in groups]
    across = [shown_groups([cases.heads[state] for cases in groups], least) for state in State]
    return [
        (reached, alone and waits, alone and ended)
        for reached, waits, ended in zip(*across, strict=True)
    ]


def _times(cases: Cases, seen: Sequence[bool], *, totals: bool) -> Times:
    reached, waiting, ended = cases.days
    return Times(
        group="",
        total=cases.count if totals else None,
        reached=spread(reached) if seen[State.REACHED] else None,
        open=len(waiting) if seen[State.OPEN] else None,
        open_so_far=spread(waiting) if seen[State.OPEN] else None,
        ended=len(ended) if seen[State.ENDED] else None,
        half=half_by(reached, [*waiting, *ended]) if seen[State.REACHED] else None,
    )


_EMPTY = Times(group="", total=0, reached=None, open=None, open_so_far=None, ended=None, half=None)
