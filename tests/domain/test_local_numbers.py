"""Telephone numbers for Akut."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.local_numbers import (
    LocalNumber,
    LocalNumbers,
    local_numbers_toml,
    parse_local_numbers,
)

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)


def numbers(*each: LocalNumber) -> LocalNumbers:
    return LocalNumbers(
        numbers=each, checked_on=date(2026, 11, 2), checked_by="AH", missing="Skriv nummeret"
    )


def test_an_empty_number_says_where_to_write_it():
    """Never a blank where someone in haste looks for a number."""
    empty, full = LocalNumber(id="a", name="A"), LocalNumber(id="b", name="B", number="12 34 56 78")
    assert numbers().shown(empty) == "Skriv nummeret"
    assert numbers().shown(full) == "12 34 56 78"


@given(name=WORDS, help_=WORDS, number=WORDS)
def test_what_is_saved_is_what_is_read(name: str, help_: str, number: str):
    """Quotes, backslashes and all; only runs of spaces become one."""
    kept = LocalNumber(
        id="kommunen",
        name=" ".join(name.split()) or "x",
        help=" ".join(help_.split()),
        number=" ".join(number.split()),
        alarm=True,
    )
    assert parse_local_numbers(local_numbers_toml(numbers(kept))) == numbers(kept)
