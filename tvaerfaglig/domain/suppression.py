"""Counts that may be shown: a small one is hidden, and so is whatever would give it away by subtraction.

A table is read together with its totals: where one cell of a line is hidden the total tells it. So more are
hidden, the smallest first, until no small number can be worked out from all that is left, which is tried and
not assumed: a hidden cell is safe when the hidden ones can be moved about, round a ring of rows and columns,
without a shown number changing. What is hidden of a line is not small together
either. Zero is small too: that no girl is in concern tells of every girl there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

LEAST = 5
Line = tuple[int | None, ...]
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Shown:
    """A table as it may be seen: None is hidden. `rows` and `columns` are the totals along each."""

    cells: tuple[Line, ...]
    rows: Line
    columns: Line
    total: int | None

    @property
    def hidden(self) -> bool:
        inside = (cell for row in self.cells for cell in row)
        return None in (*inside, *self.rows, *self.columns, self.total)


def shown_line(counts: Sequence[int], least: int = LEAST) -> Line:
    """One line of counts whose total is known: whoever sees the rest learns of at least `least` together."""
    small = {at for at, count in enumerate(counts) if count < least}
    hidden = set(small)
    for at in sorted(range(len(counts)), key=lambda one: counts[one]):
        if not small or (len(hidden) > 1 and sum(counts[one] for one in hidden) >= least):
            break
        hidden.add(at)
    return tuple(None if at in hidden else count for at, count in enumerate(counts))


def shown_groups(groups: Sequence[AbstractSet[str]], least: int = LEAST) -> tuple[bool, ...]:
    """Which groups of children may be told of, to somebody who knows what is said of them all together.

    For what a child may be in twice, so that the groups do not add up: two letters, two school years.
    """
    small = {at for at, heads in enumerate(groups) if len(heads) < least}
    hidden = set(small)
    for at in sorted(range(len(groups)), key=lambda one: (len(groups[one]), one)):
        if not small or (len(hidden) > 1 and _together(groups, hidden) >= least):
            break
        hidden.add(at)
    return tuple(at not in hidden for at in range(len(groups)))


def _together(groups: Sequence[AbstractSet[str]], chosen: set[int]) -> int:
    return len(set().union(*(groups[at] for at in chosen)))


def shown_total(count: int, least: int = LEAST) -> int | None:
    return count if count >= least else None


def shown_share(part: int, whole: int, least: int = LEAST) -> tuple[int, int] | None:
    """Part of a whole, when both it and the rest are large enough (or nothing is left over to be told)."""
    return (part, whole) if part >= least and (whole - part >= least) else None


def shown_table(
    counts: Sequence[Sequence[int]],
    least: int = LEAST,
    *,
    totals: tuple[Line, Line] | None = None,
    void: frozenset[Cell] = frozenset(),
) -> Shown:
    """A table of counts with its totals. Fewer than `least` in all shows nothing.

    `totals` are those along rows and columns as they are shown elsewhere, where they are. Nobody can be in a
    `void` cell, and everybody knows: it is shown as it is, and hides nothing.
    """
    rows = [sum(row) for row in counts]
    columns = [sum(column) for column in zip(*counts, strict=True)]
    total = sum(rows)
    if total < least:
        return _nothing(counts)
    totals = totals or (shown_line(rows, least), shown_line(columns, least))
    hidden = (set(_small(counts, least)) | _of_hidden_lines(counts, *totals)) - void
    while (more := _one_more(counts, hidden | void, hidden, least)) is not None:
        hidden.add(more)
    if _told(counts, hidden, least):
        return Shown(_nothing(counts).cells, _nothing(counts).rows, totals[1], total)
    return Shown(
        tuple(
            tuple(None if (at, to) in hidden else cell for to, cell in enumerate(row))
            for at, row in enumerate(counts)
        ),
        *totals,
        total,
    )


def _nothing(counts: Sequence[Sequence[int]]) -> Shown:
    rows = tuple(None for _ in counts)
    columns = tuple(None for _ in (counts[0] if counts else ()))
    return Shown(tuple(columns for _ in counts), rows, columns, None)


def _small(counts: Sequence[Sequence[int]], least: int) -> Iterator[Cell]:
    for at, row in enumerate(counts):
        for to, cell in enumerate(row):
            if cell < least:
                yield at, to


def _of_hidden_lines(counts: Sequence[Sequence[int]], rows: Line, columns: Line) -> set[Cell]:
    """A line whose total is hidden shows nothing: its cells would add up to it."""
    return {
        (at, to)
        for at, row in enumerate(counts)
        for to, _ in enumerate(row)
        if rows[at] is None or columns[to] is None
    }


def _one_more(
    counts: Sequence[Sequence[int]], taken: set[Cell], hidden: set[Cell], least: int
) -> Cell | None:
    """The smallest cell still shown beside a small one that could be worked out; None when all is well."""
    thin = _of_a_thin_line(counts, taken, hidden, least)
    if thin is not None:
        return thin
    told = _told(counts, hidden, least)
    beside = [
        (at, to)
        for at, row in enumerate(counts)
        for to, _ in enumerate(row)
        if (at, to) not in taken and any(at == one[0] or to == one[1] for one in told)
    ]
    anywhere = [
        (at, to)
        for at, row in enumerate(counts)
        for to, _ in enumerate(row)
        if (at, to) not in taken
    ]
    chosen = beside or (anywhere if told else [])
    return min(chosen, key=lambda one: (counts[one[0]][one[1]], one), default=None)


def _of_a_thin_line(
    counts: Sequence[Sequence[int]], taken: set[Cell], hidden: set[Cell], least: int
) -> Cell | None:
    """The smallest shown cell of a line whose hidden ones are few together: its total less the rest tells them."""
    wide = len(counts[0]) if counts else 0
    lines = [[(at, to) for to in range(wide)] for at in range(len(counts))]
    lines += [[(at, to) for at in range(len(counts))] for to in range(wide)]
    for line in lines:
        away = [cell for cell in line if cell in hidden]
        shown = [cell for cell in line if cell not in taken]
        if away and shown and sum(counts[at][to] for at, to in away) < least:
            return min(shown, key=lambda one: (counts[one[0]][one[1]], one))
    return None


def _told(counts: Sequence[Sequence[int]], hidden: set[Cell], least: int) -> list[Cell]:
    """The small cells that the rest gives away, to someone who knows every total."""
    return [
        cell
        for cell in sorted(hidden)
        if counts[cell[0]][cell[1]] < least and not _moves(counts, hidden, cell)
    ]


def _moves(counts: Sequence[Sequence[int]], hidden: set[Cell], cell: Cell) -> bool:
    """Whether the cell could as well be another number, with every total and every shown cell as it is."""
    rest = hidden - {cell}
    row, column = ("r", cell[0]), ("c", cell[1])
    more = _reaches(counts, rest, column, row)
    less = counts[cell[0]][cell[1]] > 0 and _reaches(counts, rest, row, column)
    return more or less


def _reaches(
    counts: Sequence[Sequence[int]],
    cells: Iterable[Cell],
    start: tuple[str, int],
    end: tuple[str, int],
) -> bool:
    """A ring is walked from row to column where a cell may grow, from column to row where it may shrink."""
    steps: dict[tuple[str, int], list[tuple[str, int]]] = {}
    for at, to in cells:
        steps.setdefault(("r", at), []).append(("c", to))
        if counts[at][to] > 0:
            steps.setdefault(("c", to), []).append(("r", at))
    seen, waiting = {start}, [start]
    while waiting:
        for one in steps.get(waiting.pop(), ()):
            if one not in seen:
                seen.add(one)
                waiting.append(one)
    return end in seen
