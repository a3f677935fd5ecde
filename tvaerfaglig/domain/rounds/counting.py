"""A round counted for whoever leads the house: tables side by side, of children without names.

The tables are read together, so they are hidden together. All of them share one line, how many stand where,
and each is safe for somebody who knows that line and every total (see `suppression`); since they meet in
nothing else, no two of them tell more than each alone. A share is told only of a whole that is shown anyway.

Two papers from different days can still be laid beside each other; therefore one is printed of a round
that is closed, not of one that runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.suppression import (
    Cell,
    Line,
    Shown,
    shown_line,
    shown_share,
    shown_table,
    shown_total,
)

POSITIONS = tuple(Position)
_BEST = POSITIONS.index(Position.TRIVES)
_AGES = ((36, "under 3 år"), (60, "3–4 år"), (1200, "5 år og op"))
Share = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """One child as she counts: `now` and `before` are None where nothing was said of her together."""

    stue: str = ""
    age: str = ""
    sex: str = ""
    now: Position | None = None
    before: Position | None = None
    acted: bool = False
    talked: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A row for each group in `lines`, a column for each of `columns`, which may lay two positions together.

    Where the rows are positions too, from where to where, `lines` is empty.
    """

    lines: tuple[str, ...]
    columns: tuple[tuple[Position, ...], ...]
    shown: Shown

    @property
    def tells(self) -> bool:
        """Whether any number within it may be seen."""
        return any(cell is not None for row in self.shown.cells for cell in row)

    @property
    def whole(self) -> bool:
        """Whether every number within it may be seen."""
        return all(cell is not None for row in self.shown.cells for cell in row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What is published of one round. `rated` is None where so few are counted that nothing is."""

    rated: int | None
    positions: Line
    by_stue: Table | None
    by_age: Table | None
    by_sex: Table | None
    moved: Table | None
    with_action: Share | None
    with_talk: Share | None
    least: int

    @property
    def tables(self) -> tuple[Table, ...]:
        each = (self.by_stue, self.by_age, self.by_sex, self.moved)
        return tuple(one for one in each if one is not None)


FINE = tuple((one,) for one in POSITIONS)
COARSE = ((Position.TRIVES,), (Position.BEKYMRING, Position.STAERK))


def age_band(months: int) -> str:
    return next(name for until, name in _AGES if months < until)


def overview(children: Iterable[Counted], least: int) -> Overview:
    """Everything that may be shown of them."""
    every = tuple(children)
    rated = [one for one in every if one.now is not None]
    positions = _line(rated, lambda one: one.now, least)
    worried = [one for one in rated if one.now is not Position.TRIVES]
    whole_known = positions[_BEST] is not None

    def share(has: Callable[[Counted], bool]) -> Share | None:
        part = sum(map(has, worried))
        return shown_share(part, len(worried), least) if whole_known else None

    return Overview(
        rated=shown_total(len(rated), least),
        positions=positions,
        by_stue=_grouped(rated, lambda one: one.stue, least),
        by_age=_grouped(rated, lambda one: one.age, least, order=tuple(n for _, n in _AGES)),
        by_sex=_grouped(rated, lambda one: one.sex, least),
        moved=_moved(every, positions, least),
        with_action=share(lambda one: one.acted),
        with_talk=share(lambda one: one.talked),
        least=least,
    )


def _line(
    children: Sequence[Counted], where: Callable[[Counted], Position | None], least: int
) -> Line:
    """How many stand where; nothing of fewer than `least`."""
    counts = [sum(where(one) is each for one in children) for each in POSITIONS]
    return shown_line(counts, least) if sum(counts) >= least else (None,) * len(POSITIONS)


def _grouped(
    rated: Sequence[Counted],
    group: Callable[[Counted], str],
    least: int,
    order: tuple[str, ...] = (),
) -> Table | None:
    """Positions by what the children have in common. One group alone says nothing that the line does not."""
    names = {group(one) for one in rated}
    lines = tuple(one for one in order if one in names) or tuple(sorted(names))
    if len(lines) < 2:
        return None

    counts = [
        [sum(group(one) == line and one.now is each for one in rated) for each in POSITIONS]
        for line in lines
    ]
    return Table(lines, FINE, shown_table(counts, least))


def _moved(children: Sequence[Counted], now: Line, least: int) -> Table | None:
    """From where to where since the round before. Without totals: those stand with each round, once.

    Those who were rated in one of the two only are counted along and never shown, so that neither round's
    line, less this table, tells where one of them stands.
    """
    then = _line(children, lambda one: one.before, least)
    if not any(one.before and one.now for one in children):
        return None

    def table(columns: tuple[tuple[Position, ...], ...]) -> Table:
        sides = (*columns, (None,))
        counts = [
            [sum(one.before in start and one.now in end for one in children) for end in sides]
            for start in sides
        ]
        last = len(columns)
        counts[last][last] = 0
        totals = (
            _along(columns, then, counts),
            _along(columns, now, list(zip(*counts, strict=True))),
        )
        empty = [(last, at) for at in range(last)] if not sum(counts[last]) else []
        empty += [(at, last) for at in range(last)] if not sum(row[last] for row in counts) else []
        void: frozenset[Cell] = frozenset({(last, last), *empty})
        whole = shown_table(counts, least, totals=totals, void=void)
        inside = tuple(row[:last] for row in whole.cells[:last])
        hidden: Line = (None,) * last
        return Table((), columns, Shown(inside, hidden, hidden, None))

    return _told(table, best_shown=now[_BEST] is not None and then[_BEST] is not None)


def _along(
    columns: tuple[tuple[Position, ...], ...], line: Line, counts: Sequence[Sequence[int]]
) -> Line:
    """The totals as the round's own line shows them; of those who were not in it, none."""
    shown = [
        sum(count)
        if all(line[POSITIONS.index(one)] is not None for one in column)
        or (len(column) > 1 and line[_BEST] is not None)
        else None
        for column, count in zip(columns, counts, strict=False)
    ]
    return (*shown, None)


def _told(table: Callable[[tuple[tuple[Position, ...], ...]], Table], *, best_shown: bool) -> Table:
    """By all three positions; the two concerns together, where only so the table stands whole.

    The sum of the two is known wherever the first position is shown, and only there.
    """
    fine = table(FINE)
    if fine.whole or not best_shown:
        return fine
    coarse = table(COARSE)
    return coarse if coarse.whole or not fine.tells else fine
