"""What the newest ratings show, against series worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.course.run_chart import FEWEST, Pattern, look

BY_HAND = [
    # four around 4 (the middle is 4), then six above it
    ([3, 4, 4, 5, 6, 5, 6, 7, 5, 6], Pattern.OVER, 6),
    # the same under
    ([6, 7, 7, 8, 5, 6, 5, 4, 5, 6], Pattern.UNDER, 6),
    # a value on the middle neither counts nor breaks: 4 stands among the six above it
    ([3, 4, 4, 5, 6, 5, 4, 6, 7, 5, 6], Pattern.OVER, 6),
    # five above are one too few
    ([3, 4, 5, 4, 3, 5, 6, 5, 6, 5], Pattern.INTET, 0),
    # one below among them breaks the row
    ([3, 4, 4, 5, 6, 5, 2, 6, 7, 5, 6], Pattern.INTET, 0),
    # five in a row that rise; two the same count as one
    ([5, 3, 5, 4, 6, 2, 3, 3, 4, 5, 6], Pattern.STIGER, 5),
    ([4, 5, 4, 5, 4, 9, 8, 7, 6, 5], Pattern.FALDER, 5),
    # four that rise are one too few
    ([5, 3, 6, 4, 6, 4, 2, 3, 4, 5], Pattern.INTET, 0),
    # a shift long ago, over again, is not told: the question is how it is now
    ([3, 3, 3, 3, 7, 7, 7, 7, 7, 7, 2, 8, 2, 8], Pattern.INTET, 0),
]


@pytest.mark.parametrize(("values", "pattern", "length"), BY_HAND)
def test_the_rules_worked_out_by_hand(values, pattern, length):
    """Six off the middle of the earlier ones, or five that rise or fall; nothing less."""
    seen = look(values)
    assert (seen.pattern, seen.length, seen.of) == (pattern, length, len(values))


@given(st.lists(st.integers(0, 10), max_size=FEWEST - 1))
def test_too_few_are_never_read_into(values):
    """Under ten nothing is said, however straight the line is."""
    assert look(values).pattern is Pattern.FOR_FAA


@given(st.lists(st.integers(0, 10), min_size=FEWEST, max_size=40))
def test_upside_down_is_the_same_upside_down(values):
    """Neither direction is looked for more than the other."""
    turned = {Pattern.OVER: Pattern.UNDER, Pattern.UNDER: Pattern.OVER,
              Pattern.STIGER: Pattern.FALDER, Pattern.FALDER: Pattern.STIGER}  # fmt: skip
    seen, over = look(values), look([10 - value for value in values])
    assert over.pattern is turned.get(seen.pattern, seen.pattern)
    assert over.length == seen.length


@given(st.lists(st.integers(0, 2), min_size=FEWEST, max_size=40))
def test_what_never_changes_shows_nothing(values):
    """A series of one value is calm, not a pattern."""
    assert look([values[0]] * len(values)).pattern is Pattern.INTET
