"""Numbers in brackets follow their rows, and nothing else in the text is touched."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.citations import cited, in_order, renumbered, spelled_out
from tvaerfaglig.domain.underretning import Row


def row(observation: str, day: date, at: time | None = None, number: int = 0) -> Row:
    return Row(number=number, observation=observation, version="v", day=day, at=at)


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Sulten [1].", "Sulten [2]."),
        ("Sulten [1, 2].", "Sulten [1, 2]."),
        ("Sulten [2,1].", "Sulten [1, 2]."),
        ("Fra [1–2] ses det.", "Fra [1, 2] ses det."),
        ("Uden tal.", "Uden tal."),
        ("Et årstal [2026] bliver.", "Et årstal [2026] bliver."),
        ("[3] findes ikke.", "[3] findes ikke."),
    ],
)
def test_two_rows_change_places(text, moved):
    """1 becomes 2 and 2 becomes 1; what never was a row stays."""
    assert renumbered(text, {1: 2, 2: 1}) == moved


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hun sov [1].", "Hun sov."),
        ("Hun sov [1, 2].", "Hun sov [1]."),
        ("[1] Hun sov.", " Hun sov."),
        ("Hun sov[1].", "Hun sov."),
    ],
)
def test_a_row_that_is_gone_leaves_no_bracket(text, left):
    """Its citation goes with the space before it; the others close up."""
    assert renumbered(text, {1: None, 2: 1}) == left


def test_nothing_moves_when_no_row_does():
    """Text is not even re-punctuated."""
    assert renumbered("Sulten [2,1].", {1: 1, 2: 2}) == "Sulten [2,1]."


@given(st.permutations([1, 2, 3, 4, 5]), st.lists(st.integers(1, 5), min_size=1, max_size=5))
def test_there_and_back_again(order, numbers):
    """Any reordering can be undone: what was cited is cited again."""
    there = dict(enumerate(order, 1))
    back = {new: old for old, new in there.items()}
    text = f"Set {[*numbers]}.".replace("'", "")
    assert set(cited(renumbered(renumbered(text, there), back))) == set(numbers)


def test_rows_are_numbered_from_the_oldest():
    """By day, then by the clock; one without a time comes first of its day."""
    rows = [
        row("sen", date(2026, 11, 10), time(12), 1),
        row("tidlig", date(2026, 11, 10), time(8), 2),
        row("uden", date(2026, 11, 10), None, 3),
        row("ældst", date(2026, 10, 1), time(8)),
    ]
    ordered, moves = in_order(rows)
    assert [(one.number, one.observation) for one in ordered] == [
        (1, "ældst"),
        (2, "uden"),
        (3, "tidlig"),
        (4, "sen"),
    ]
    assert moves == {1: 4, 2: 3, 3: 2}


def test_ranges_are_spelled_out_for_paper():
    """2–4 is looked up number by number."""
    assert spelled_out("Se [2–4] og [1].") == "Se [2, 3, 4] og [1]."
