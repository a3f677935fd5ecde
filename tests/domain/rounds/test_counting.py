"""The tables of one round, read together: no small number can be worked out from all that is published.

Tried by counting through: every table that fits what is shown, with a line of positions that fits in all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.rounds.counting import COARSE, POSITIONS, Counted, Overview, Table, overview

LEAST = 2
"""Small enough that everything that could be can be counted through."""
PLACES = st.sampled_from(POSITIONS)
CHILD = st.builds(
    Counted,
    stue=st.sampled_from(("a", "b")),
    age=st.sampled_from(("under 3 år", "3–4 år")),
    sex=st.sampled_from(("piger", "drenge")),
    now=st.none() | PLACES,
    before=st.none() | PLACES,
    acted=st.booleans(),
    talked=st.booleans(),
)
HOUSE = st.lists(CHILD, max_size=9)
Flat = tuple[int, ...]


@cache
def _shares(total: int, cells: int) -> tuple[Flat, ...]:
    """Every way to lay so many children in so many cells."""
    if cells == 1:
        return ((total,),)
    return tuple(
        (first, *rest) for first in range(total + 1) for rest in _shares(total - first, cells - 1)
    )


def _columns(flat: Sequence[int], wide: int) -> Flat:
    return tuple(sum(flat[at::wide]) for at in range(wide))


def _fits(table: Table, total: int) -> Iterator[Flat]:
    """Every group table, by all three positions, that somebody who sees this one must think possible."""
    places = [[POSITIONS.index(one) for one in column] for column in table.columns]
    for flat in _shares(total, 3 * len(table.lines)):
        rows = [flat[at : at + 3] for at in range(0, len(flat), 3)]
        seen = [[sum(row[at] for at in each) for each in places] for row in rows]
        said = zip(table.shown.cells, seen, strict=True)
        cells = all(a in {None, b} for x, y in said for a, b in zip(x, y, strict=True))
        sums = zip(table.shown.rows, map(sum, seen), strict=True)
        columns = zip(
            table.shown.columns, _columns([c for r in seen for c in r], len(places)), strict=True
        )
        if cells and all(a in {None, b} for each in (sums, columns) for a, b in each):
            yield flat


def _lines(found: Overview, total: int) -> set[Flat]:
    """The lines of positions that fit the published one and the shares' whole."""
    wholes = {one[1] for one in (found.with_action, found.with_talk) if one}
    return {
        line
        for line in _shares(total, 3)
        if all(said in {None, one} for said, one in zip(found.positions, line, strict=True))
        and all(sum(line[1:]) == whole for whole in wholes)
    }


@settings(max_examples=60, deadline=None)
@given(HOUSE)
def test_no_small_number_of_any_table_can_be_worked_out_from_all_of_them(children):
    """Each small number could be another one, also for somebody who lays every table beside the others."""
    found, rated = overview(children, LEAST), [one for one in children if one.now]
    tables = [one for one in (found.by_stue, found.by_age, found.by_sex) if one]
    possible = {table: tuple(_fits(table, len(rated))) for table in tables}
    lines = _lines(found, len(rated))
    for fits in possible.values():
        lines &= {_columns(one, 3) for one in fits}
    truth = tuple(sum(one.now is each for one in rated) for each in POSITIONS)
    assert truth in lines
    for at, count in enumerate(truth):
        if found.rated is not None and 0 < count < LEAST:
            assert len({line[at] for line in lines}) > 1, (children, found)
    for table, key in ((found.by_stue, "stue"), (found.by_age, "age"), (found.by_sex, "sex")):
        if table is not None and found.rated is not None:
            fits = [one for one in possible[table] if _columns(one, 3) in lines]
            assert not list(_given_away(table, key, rated, fits)), children


def _given_away(
    table: Table, key: str, rated: list[Counted], fits: list[Flat]
) -> Iterator[tuple[str, Position]]:
    """The small cells that can be one thing only."""
    for at, name in enumerate(table.lines):
        for to, each in enumerate(POSITIONS):
            count = sum(getattr(one, key) == name and one.now is each for one in rated)
            if count < LEAST and len({one[3 * at + to] for one in fits}) < 2:
                yield name, each


@settings(max_examples=100, deadline=None)
@given(HOUSE)
def test_what_is_shown_is_so_and_never_small(children):
    """Every number that is published is the true one, and at least the least."""
    found = overview(children, LEAST)
    numbers = [*found.positions, found.rated]
    for table in found.tables:
        numbers += [one for row in table.shown.cells for one in row]
        numbers += [*table.shown.rows, *table.shown.columns, table.shown.total]
    for share in (found.with_action, found.with_talk):
        if share:
            numbers += [share[0], share[1] - share[0]]
    assert all(one is None or one >= LEAST for one in numbers)
    if found.moved:
        for start, row in zip(found.moved.columns, found.moved.shown.cells, strict=True):
            for end, said in zip(found.moved.columns, row, strict=True):
                true = sum(one.before in start and one.now in end for one in children)
                assert said in {None, true}


def _cells(moved: Table, counts: Flat) -> bool:
    wide = len(moved.columns)
    inside = [counts[at * (wide + 1) : at * (wide + 1) + wide] for at in range(wide)]
    said = zip(moved.shown.cells, inside, strict=True)
    return all(a in {None, b} for x, y in said for a, b in zip(x, y, strict=True))


MOVERS = st.lists(
    st.builds(
        Counted,
        now=st.none() | st.sampled_from((Position.TRIVES, Position.BEKYMRING)),
        before=st.none() | st.sampled_from((Position.TRIVES, Position.BEKYMRING)),
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(MOVERS)
def test_no_move_can_be_worked_out_from_both_rounds_lines(children):
    """Beside the lines of both rounds, and knowing how many were in one of them only."""
    found = overview(children, LEAST)
    before = overview([Counted(now=one.before) for one in children], LEAST)
    moved = found.moved
    if moved is None or not moved.tells:
        return
    sides = [*moved.columns, (None,)]
    wide = len(sides)
    every = [one for one in children if one.now or one.before]
    truth = [[sum(_moves(one, a, b) for one in every) for b in sides] for a in sides]
    lines = [*_said(moved, before), *_said(moved, found)]
    sizes = [sum(truth[-1]), sum(row[-1] for row in truth), 0]

    def fits(flat: Flat) -> bool:
        rows = [sum(flat[at : at + wide]) for at in range(0, wide * wide, wide)]
        columns = _columns(flat, wide)
        sums = zip(lines, (*rows[:-1], *columns[:-1]), strict=True)
        known = [rows[-1], columns[-1], flat[-1]] == sizes
        return known and all(a in {None, b} for a, b in sums)

    possible = [one for one in _shares(len(every), wide * wide) if _cells(moved, one) and fits(one)]
    for at, count in enumerate([one for row in truth for one in row][:-1]):
        nobody = (at >= wide * (wide - 1) and not sizes[0]) or (
            at % wide == wide - 1 and not sizes[1]
        )
        if count < LEAST and not nobody:
            assert len({one[at] for one in possible}) > 1, (children, at)


def _moves(one: Counted, start: tuple[object, ...], end: tuple[object, ...]) -> bool:
    return one.before in start and one.now in end


def _said(moved: Table, found: Overview) -> tuple[int | None, ...]:
    """A round's line as it tells of the table's columns: two together where the first is shown."""
    if moved.columns != COARSE:
        return found.positions
    best, rated = found.positions[0], found.rated
    return (best, None if best is None or rated is None else rated - best)


def test_a_share_waits_until_its_whole_is_shown():
    """Ten in concern, one in strong concern, six well: who is well is hidden, so the whole would tell it."""
    children = [Counted(now=Position.TRIVES)] * 6 + [
        Counted(now=Position.BEKYMRING, acted=at < 5, talked=at < 5) for at in range(10)
    ]
    found = overview([*children, Counted(now=Position.STAERK)], 5)
    assert found.positions == (None, 10, None)
    assert (found.with_action, found.with_talk) == (None, None)
    assert overview([*children, *[Counted(now=Position.STAERK)] * 5], 5).with_action == (5, 15)


def test_two_concerns_are_laid_together_where_each_alone_would_show_nothing():
    """Five came from one concern or the other to thriving: by three positions nothing of that could stand."""
    better = [(Position.BEKYMRING, Position.TRIVES)] * 3 + [(Position.STAERK, Position.TRIVES)] * 2
    same = [(Position.TRIVES,) * 2] * 20 + [(Position.BEKYMRING,) * 2] * 9
    moves = [*better, *same, *[(Position.TRIVES, Position.BEKYMRING)] * 6]
    found = overview([Counted(before=one, now=other) for one, other in moves], 5)
    assert found.moved
    assert (found.moved.columns, found.moved.shown.cells) == (COARSE, ((20, 6), (5, 9)))
