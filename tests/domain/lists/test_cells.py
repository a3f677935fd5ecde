"""What a cell means: days as Danes and spreadsheets write them, and words for those that do not exist."""

from __future__ import annotations

from datetime import date

import pytest

from tvaerfaglig.domain.lists.cells import clean, day_of, digits_of, why_no_day, words_of

TODAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    "cell",
    [
        "1.2.22", "01-02-2022", "1. februar 2022", "1 feb 22", "2022-02-01", "2022-02-01 00:00:00",
        "2022/02/01", "20220201", "01022022", "010222", "44593", 44593, 44593.0, date(2022, 2, 1),
    ],
)  # fmt: skip
def test_one_day_in_all_the_ways_it_is_written(cell):
    """Danish order, ISO, solid digits and the serial number of a spreadsheet."""
    assert day_of(cell, TODAY) == date(2022, 2, 1)


@pytest.mark.parametrize(
    "cell", ["31.02.2022", "1.2.", "tirsdag", "i går", "12", 12, 1.5, "", None, "hej"]
)
def test_what_is_no_whole_day_is_not_guessed(cell):
    """A day without a year would be guessed; a small number is no date."""
    assert day_of(cell, TODAY) is None


def test_words_for_what_cannot_be_a_day():
    """Three different things, said differently."""
    assert why_no_day("fødselsdagen", "31.02.2022") == "fødselsdagen »31.02.2022« findes ikke"
    assert why_no_day("fødselsdagen", "1. feb") == "fødselsdagen »1. feb« mangler et år"
    assert why_no_day("fødselsdagen", "hej").endswith("kan ikke læses som en dag")


def test_text_is_composed_and_loses_what_nobody_sees():
    """NFD, zero width, direction marks, NUL and line breaks inside a cell."""
    assert clean("A\u030alma\u200b \u202eNowak\u202c\0\n Holm") == "Ålma Nowak Holm"


def test_numbers_and_failures_of_formulas_as_words():
    """A postcode is no 9999.0, and #N/A says nothing."""
    assert words_of(9999.0) == "9999"
    assert digits_of("9999.0") == "9999"
    assert words_of("#N/A") == ""
