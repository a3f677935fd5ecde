"""No small number can be worked out from what is shown: tried by looking through every table it could be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tvaerfaglig.domain.suppression import (
    Shown,
    shown_line,
    shown_share,
    shown_table,
    shown_total,
)

LEAST = 3
"""Small enough that every table that fits what is shown can be counted through."""
LINES = st.lists(st.integers(0, 9), min_size=1, max_size=5)
TABLES = st.integers(2, 3).flatmap(
    lambda wide: st.lists(
        st.lists(st.integers(0, 6), min_size=wide, max_size=wide), min_size=1, max_size=3
    )
)


@given(LINES)
def test_a_line_hides_every_small_number_and_never_one_alone(counts):
    """The total is known, so what is hidden is at least two, and together not small, unless it is all there is."""
    line = shown_line(counts, LEAST)
    hidden = [count for count, shown in zip(counts, line, strict=True) if shown is None]
    assert all(shown is None or shown == count for count, shown in zip(counts, line, strict=True))
    assert all(shown is None for count, shown in zip(counts, line, strict=True) if count < LEAST)
    if hidden and len(hidden) < len(counts):
        assert len(hidden) > 1
        assert sum(hidden) >= LEAST


@given(LINES.map(lambda counts: [one + LEAST for one in counts]))
def test_a_line_of_large_numbers_is_shown_whole(counts):
    """Nothing is hidden for its own sake."""
    assert shown_line(counts, LEAST) == tuple(counts)


@cache
def _shares(total: int, cells: int) -> tuple[tuple[int, ...], ...]:
    """Every way to lay so many children in so many cells."""
    if cells == 1:
        return ((total,),)
    return tuple(
        (first, *rest) for first in range(total + 1) for rest in _shares(total - first, cells - 1)
    )


def _fits(shown: Shown, wide: int, total: int) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Every table that somebody who sees `shown` must think possible."""
    said = [cell for row in shown.cells for cell in row]
    for flat in _shares(total, len(said)):
        if any(cell not in {None, count} for cell, count in zip(said, flat, strict=True)):
            continue
        rows = [flat[at : at + wide] for at in range(0, len(flat), wide)]
        if _adds_up(shown, rows):
            yield tuple(rows)


def _adds_up(shown: Shown, rows: list[tuple[int, ...]]) -> bool:
    along = all(said in {None, sum(row)} for said, row in zip(shown.rows, rows, strict=True))
    columns = zip(shown.columns, zip(*rows, strict=True), strict=True)
    return along and all(said in {None, sum(column)} for said, column in columns)


SMALL_TABLES = st.lists(
    st.lists(st.integers(0, 4), min_size=2, max_size=2), min_size=2, max_size=3
).filter(lambda rows: sum(map(sum, rows)) <= 11)


@settings(max_examples=150, deadline=None)
@given(SMALL_TABLES)
def test_no_small_number_of_a_table_can_be_worked_out(counts):
    """Whoever knows the grand total and all that is shown still sees two answers for each small cell."""
    shown, total = shown_table(counts, LEAST), sum(map(sum, counts))
    possible = list(_fits(shown, 2, total))
    assert tuple(map(tuple, counts)) in possible
    for at, row in enumerate(counts):
        for to, cell in enumerate(row):
            if cell < LEAST and total >= LEAST:
                assert len({table[at][to] for table in possible}) > 1, (counts, shown, at, to)


@given(TABLES)
def test_a_table_shows_nothing_but_the_truth_and_nothing_small(counts):
    """What is shown is so, and every shown number and total is at least the least."""
    shown = shown_table(counts, LEAST)
    for row, said in zip(counts, shown.cells, strict=True):
        assert all(one in {None, count} for one, count in zip(said, row, strict=True))
    numbers = [one for row in shown.cells for one in row] + [
        *shown.rows,
        *shown.columns,
        shown.total,
    ]
    assert all(one is None or one >= LEAST for one in numbers)


@given(TABLES)
def test_what_is_hidden_of_a_line_is_not_small_together(counts):
    """Twelve in all less ten who thrive would tell of two: then the ten are hidden too."""
    shown = shown_table(counts, LEAST)
    lines = [*zip(counts, shown.cells, strict=True)]
    lines += zip(zip(*counts, strict=True), zip(*shown.cells, strict=True), strict=True)
    for line, said in lines:
        away = [count for count, cell in zip(line, said, strict=True) if cell is None]
        if away and len(away) < len(said):
            assert sum(away) >= LEAST


def test_a_house_as_it_may_be():
    """Girls and boys by position: what is small is hidden, with a partner in its row and its column."""
    shown = shown_table([[14, 3, 1], [12, 6, 2]], 5)
    assert shown.rows == (18, 20)
    assert shown.total == 38
    assert all(None in row for row in shown.cells)


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(7, 12, (7, 12)), (4, 12, None), (8, 12, None), (0, 0, None), (12, 12, None)],
)
def test_a_share_is_shown_when_both_sides_are_large_enough(part, whole, shown):
    """All of twelve says that none is without: that too would be told of each."""
    assert shown_share(part, whole) == shown


def test_a_small_total_is_not_shown():
    """Four is nobody's business."""
    assert (shown_total(4), shown_total(5)) == (None, 5)
