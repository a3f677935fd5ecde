"""From one round to the next: who moved where, and what followed for those in concern."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.figures.course import (
    StepDays,
    children_of_efforts,
    first_from,
    step_days,
)
from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.facts import Facts, Standing, Step
from tvaerfaglig.domain.figures.shares import Counted, Parts
from tvaerfaglig.domain.figures.times import State, Times, new_cases
from tvaerfaglig.domain.suppression import shown_table

POSITIONS = tuple(Position)
Cells = tuple[tuple[int | None, ...], ...]
_IN_ORDER = attrgetter("order", "day")


@dataclass(frozen=True, slots=True)
class Moves:
    """Rows are where the children stood, columns where they stand, both from thriving on."""

    group: str
    cells: Cells
    total: int | None


def moves(facts: Facts, cut: Cut, split: Split) -> tuple[Moves, ...]:
    """Each child once in a group: from the round before to her last round in it, in the same house."""
    counts = [[[0] * len(POSITIONS) for _ in POSITIONS] for _ in split.names]
    counted = []
    wanted = children_of_efforts(facts, cut) if cut.by_effort else None
    for group, before, now in _last_moves(facts.standings, cut, split):
        if wanted is not None and now.child not in wanted:
            continue
        at, to = POSITIONS.index(before.position), POSITIONS.index(now.position)
        counts[group][at][to] += 1
        counted.append(Counted(group, now.child, at * len(POSITIONS) + to))
    apart = cut.tell.parts("positioner", split.names, len(POSITIONS) ** 2, counted)
    return tuple(
        _both(one, each)
        for one, each in zip(_told(split.names, counts, cut.least), apart, strict=True)
    )


def _both(one: Moves, apart: Parts) -> Moves:
    """A table shows what it may as a table, and what each of its cells may beside all else that is asked."""
    wide = len(POSITIONS)
    return replace(
        one,
        cells=tuple(
            tuple(
                None if apart.counts[at * wide + to] is None else cell
                for to, cell in enumerate(row)
            )
            for at, row in enumerate(one.cells)
        ),
        total=None if apart.whole is None else one.total,
    )


def _last_moves(
    standings: Iterable[Standing], cut: Cut, split: Split
) -> list[tuple[int, Standing, Standing]]:
    rows: dict[tuple[str, str], list[Standing]] = {}
    for one in standings:
        if one.day <= cut.today:
            rows.setdefault((one.child, one.house), []).append(one)
    found: dict[tuple[int, str], tuple[int, Standing, Standing]] = {}
    for row in rows.values():
        row.sort(key=_IN_ORDER)
        for before, now in pairwise(row):
            group = split.of(now.house, now.day)
            if group is None or now.order != before.order + 1 or not cut.takes(now.house, now.day):
                continue
            held = found.get((group, now.child))
            if held is None or _later(now, held[2]):
                found[group, now.child] = (group, before, now)
    return list(found.values())


def _later(one: Standing, other: Standing) -> bool:
    return (one.day, one.house, one.order) > (other.day, other.house, other.order)


def _told(
    names: Sequence[str],
    counts: Sequence[Sequence[Sequence[int]]],
    least: int,
) -> tuple[Moves, ...]:
    """Several groups hide the same cells: the others and the whole would tell them."""
    some = [each for each in counts if any(map(any, each))]
    shown = [shown_table(each, least) for each in some]
    if len(shown) > 1:
        open_cells = [
            [all(one.cells[at][to] is not None for one in shown) for to in range(len(POSITIONS))]
            for at in range(len(POSITIONS))
        ]
        totals = not any(one.hidden for one in shown)
    else:
        open_cells = [[cell is not None for cell in row] for one in shown for row in one.cells]
        totals = all(one.total is not None for one in shown)
    return tuple(
        Moves(
            name,
            tuple(
                tuple(cell if told else None for cell, told in zip(row, seen, strict=True))
                for row, seen in zip(each, open_cells or [[True] * len(POSITIONS)] * 3, strict=True)
            ),
            sum(map(sum, each)) if totals or not any(map(any, each)) else None,
        )
        for name, each in zip(names, counts, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Followed:
    """From the day a child was placed in concern to a talk with her parents, and to an action."""

    talk: tuple[Times, ...]
    action: tuple[Times, ...]


def followed(facts: Facts, cut: Cut, split: Split, days: StepDays | None = None) -> Followed:
    days = days or step_days(facts, cut.today)
    steps = (Step.SAMTALE, Step.HANDLING)
    cases = [new_cases(split.names) for _ in steps]
    wanted = children_of_efforts(facts, cut) if cut.by_effort else None
    for one in facts.standings:
        if one.position is Position.TRIVES or not cut.takes(one.house, one.day):
            continue
        if wanted is not None and one.child not in wanted:
            continue
        group = split.of(one.house, one.day)
        if group is None:
            continue
        for step, groups in zip(steps, cases, strict=True):
            reached = first_from(days[step].get(one.child, ()), one.day)
            state = State.OPEN if reached is None else State.REACHED
            groups[group].add(state, one.child, ((reached or cut.today) - one.day).days)
    return Followed(*cut.tell.times("fulgt_op", split.names, cases, deeds=True))
