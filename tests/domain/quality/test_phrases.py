"""Finding phrases, days and quotations in Danish prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.quality.phrases import find_phrase, has_date, has_quotation


@pytest.mark.parametrize(
    ("phrase", "text", "there"),
    [
        ("mor", "Mor henter.", True),
        ("mor", "Morgenmad.", False),
        ("mor*", "Morgenmad.", True),
        ("# gang*", "Det skete tre gange.", True),
        ("# gang*", "Det skete 14 gange.", True),
        ("# gang*", "Det skete mange gange.", False),
        ("# af #", "I 9 af 10 tilfælde", True),
        ("på baggrund af", "På  baggrund\naf det", True),
        ("da", "dagplejen", False),
        ("a.b", "axb", False),
    ],
)
def test_whole_words_any_ending_any_number(phrase: str, text: str, there: bool):
    """`*` is any ending, `#` any number, and the rest is meant as it stands."""
    assert bool(find_phrase(text, (phrase,))) == there


@given(st.text(max_size=20), st.text(max_size=40))
def test_any_list_can_be_searched(phrase: str, text: str):
    """Whatever a municipality writes in its list."""
    found = find_phrase(text, (phrase, "mor"))
    assert found is None or text[found.start() : found.end()] == found[0]


def test_no_list_finds_nothing():
    """An empty list is not a match for everything."""
    assert find_phrase("Mor henter.", ()) is None


@pytest.mark.parametrize(
    "text", ["10.11.", "den 6. oktober", "6. okt.", "10/11-26", "Fra 3.2.2026"]
)
def test_a_day_that_can_be_looked_up(text: str):
    """However it is written."""
    assert has_date(text)


@pytest.mark.parametrize(
    "text", ["i oktober", "forleden", "kl. 16.50", "3 boller", "om 40 minutter", "8.15"]
)
def test_what_is_no_day(text: str):
    """Neither a month, a time nor an amount."""
    assert not has_date(text)


def test_quotation_marks_of_any_kind():
    """As people type them."""
    assert has_quotation("Hun sagde: »Sove.«")
    assert has_quotation('Hun sagde: "Sove."')
    assert not has_quotation("Hun sagde, at hun ville sove.")
