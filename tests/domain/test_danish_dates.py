"""Dates, times and ages as they stand on screen and paper."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain import danish

TODAY = date(2026, 11, 12)
NEAR = st.dates(date(2000, 1, 1), date(2060, 12, 31))


def test_our_words_are_those_of_cldr():
    """The nineteen words stand in the code for speed; babel says whether they are right."""
    locale = Locale("da")
    assert list(danish.WEEKDAYS) == [locale.days["format"]["wide"][nr] for nr in range(7)]
    assert list(danish.MONTHS) == [locale.months["format"]["wide"][nr] for nr in range(1, 13)]
    for nr in range(1, 13):
        short = locale.months["format"]["abbreviated"][nr]
        assert danish.day_of_month(date(2026, nr, 3)) == f"3. {short}"


def test_a_day_short_long_and_in_a_table():
    """One day, said three ways."""
    day = date(2026, 11, 10)
    assert danish.day_short(day) == "tir 10. nov."
    assert danish.day_and_month(day) == "10. november"
    assert danish.day(day) == "10. november 2026"
    assert danish.day_long(day) == "tirsdag den 10. november 2026"
    assert danish.day_table(day) == "tir 10. nov. 2026"


@pytest.mark.parametrize(
    ("apart", "words"),
    [(0, "I dag"), (-1, "I går"), (1, "I morgen"), (-2, "tir 10. nov."), (60, "man 11. jan.")],
)
def test_days_close_by_are_said_in_words(apart: int, words: str):
    """Today and its neighbours by name, the rest by weekday, over New Year too."""
    assert danish.day_near(TODAY + timedelta(apart), TODAY) == words


def test_a_day_of_another_year_says_so():
    """So that last December is not taken for the next."""
    assert danish.day_near(date(2025, 12, 1), TODAY) == "1. dec. 2025"
    assert danish.day_near(date(2026, 1, 5), TODAY) == "man 5. jan."


def test_a_stretch_of_days_says_the_month_once():
    """28.–30. okt., and both months where there are two."""
    assert danish.day_span(date(2026, 10, 28), date(2026, 10, 30)) == "28.–30. okt."
    assert danish.day_span(date(2026, 10, 28), date(2026, 11, 2)) == "28. okt.–2. nov."
    assert danish.day_span(date(2026, 12, 30), date(2027, 1, 2)) == "30. dec. 2026–2. jan. 2027"
    assert danish.day_span(TODAY, TODAY) == "12. nov."


def test_the_clock_has_a_full_stop():
    """8.15, and a stretch with a dash."""
    assert danish.clock(time(8, 5)) == "8.05"
    assert danish.span(time(12, 30), time(15)) == "12.30–15.00"
    assert danish.span(time(8), None) == "8.00"


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (date(2022, 9, 1), "4 år 2 mdr."),
        (date(2021, 11, 12), "5 år"),
        (date(2021, 11, 13), "4 år 11 mdr."),
        (date(2023, 10, 12), "3 år 1 md."),
        (date(2025, 12, 1), "11 mdr."),
        (date(2026, 10, 20), "3 uger"),
        (date(2026, 11, 4), "1 uge"),
        (date(2026, 11, 9), "3 dage"),
        (TODAY, "født i dag"),
        (date(2027, 2, 3), "ventes 3. feb."),
    ],
)
def test_age_in_the_measure_people_use(born: date, words: str):
    """Days, weeks, months, years; and before birth the day it is expected."""
    assert danish.age(born, TODAY) == words


@given(NEAR, NEAR)
def test_months_follow_the_calendar(born: date, on: date):
    """A month is whole when its day has come, and never before."""
    months = danish.months_between(born, on)
    years, rest = divmod(born.month - 1 + months, 12)
    reached = (born.year + years, rest + 1, born.day)
    assert reached <= (on.year, on.month, on.day)
    assert danish.months_between(born, born) == 0


def test_weeks_are_whole_and_never_negative():
    """Thirteen days are one week; tomorrow is none."""
    assert danish.weeks_since(TODAY - timedelta(13), TODAY) == 1
    assert danish.weeks_since(TODAY - timedelta(35), TODAY) == 5
    assert danish.weeks_since(TODAY + timedelta(9), TODAY) == 0
