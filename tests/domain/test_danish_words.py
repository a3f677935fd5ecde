"""Whose, how many, and how names are found."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain import danish


@pytest.mark.parametrize(
    ("name", "whose"),
    [("Alma", "Almas"), ("Thomas", "Thomas'"), ("Max", "Max'"), ("Moritz", "Moritz'"), ("", "")],
)
def test_possession_as_danish_writes_it(name: str, whose: str):
    """A name that ends in a hiss gets an apostrophe, every other an s."""
    assert danish.possessive(name) == whose


def test_a_list_of_people_reads_as_a_sentence():
    """Commas, and og before the last."""
    assert danish.join_and([]) == ""
    assert danish.join_and(["mor"]) == "mor"
    assert danish.join_and(["mor", "far"]) == "mor og far"
    assert danish.join_and(["mor", "far", "mormor"]) == "mor, far og mormor"
    assert danish.join_or(["mor", "far", "mormor"]) == "mor, far eller mormor"


def test_numbers_are_words_only_where_asked_and_only_to_ten():
    """A figure in a column stays a figure; in prose the small ones are words."""
    assert danish.count(1, "dag", "dage") == "1 dag"
    assert danish.count(1, "dag", "dage", spelled=True) == "én dag"
    assert danish.count(1, "barn", "børn", spelled=True, neuter=True) == "ét barn"
    assert danish.count(10, "dag", "dage", spelled=True) == "ti dage"
    assert danish.count(11, "dag", "dage", spelled=True) == "11 dage"
    assert danish.count(1200, "dag", "dage") == "1.200 dage"


def test_search_finds_danish_letters_from_any_keyboard():
    """Typed with or without æ, ø and å, composed or not, in any case."""
    assert danish.fold("Søren Ærø Åkjær") == "soeren aeroe aakjaer"
    assert danish.fold(unicodedata.normalize("NFD", "Ålborg")) == danish.fold("ålborg")


@given(st.text())
def test_folding_twice_changes_nothing(text: str):
    """The search column and what is searched for meet in one shape."""
    once = danish.fold(text)
    assert danish.fold(once) == once


@given(st.text(alphabet=st.characters(codec="latin-1")))
def test_folding_forgets_case(text: str):
    """Danish in capitals is found by the same search."""
    assert (
        danish.fold(text.lower().upper()) == danish.fold(text.lower()) or "ß" in text or "µ" in text
    )


def test_initials_are_the_first_and_the_last():
    """As on an avatar."""
    assert danish.initials("Mette Sørensen") == "MS"
    assert danish.initials("Viggo Lund-Friis") == "VL"
    assert danish.initials("anna bo carla") == "AC"
    assert danish.initials("Alma") == "A"
    assert danish.initials("  ") == ""


def test_the_first_name_is_what_one_calls_the_child():
    """And a name not yet written is nothing, not a crash."""
    assert danish.first_name("Alma Nowak") == "Alma"
    assert danish.first_name(" ") == ""
    assert danish.capital("én dag") == "Én dag"


def test_an_abbreviation_stays_with_its_number():
    """No line ends in »kl.« or »§«; elsewhere nothing is bound."""
    assert danish.unbroken("Kom kl. 7.10, jf. § 133.") == "Kom kl.\u00a07.10, jf. §\u00a0133."
    assert danish.unbroken("Hun kom kl. lidt i otte.") == "Hun kom kl. lidt i otte."
