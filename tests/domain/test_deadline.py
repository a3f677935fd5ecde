"""Hverdage and how near a date is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tvaerfaglig.domain.deadline import (
    Due,
    DueState,
    add_hverdage,
    due,
    is_hverdag,
    receipt_due,
)
from tvaerfaglig.domain.free_days import holiday

TODAY = date(2026, 11, 12)
DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 11, 14),  # a Saturday, though law may count it
        date(2026, 4, 2),  # skærtorsdag
        date(2026, 5, 14),  # Kristi himmelfart
        date(2026, 5, 1),
        date(2026, 6, 5),
        date(2026, 12, 24),
        date(2026, 12, 31),
    ],
)
def test_days_on_which_nobody_answers_are_no_hverdage(day: date):
    """Weekends, holidays, and those that are only custom: the later date is the safe one."""
    assert not is_hverdag(day)


def test_store_bededag_is_a_day_of_work():
    """It was a holiday until 2023."""
    assert not is_hverdag(date(2023, 5, 5))
    assert is_hverdag(date(2025, 5, 16))


def test_a_letter_sent_on_a_tuesday_is_receipted_the_wednesday_after():
    """Six hverdage, the day of sending not counted."""
    assert receipt_due(date(2026, 11, 3)) == date(2026, 11, 11)


def test_a_letter_sent_before_christmas_waits_for_the_new_year():
    """Christmas Eve, the holidays and New Year's Eve are jumped over."""
    assert receipt_due(date(2026, 12, 22)) == date(2027, 1, 5)


@given(DAYS, st.integers(1, 40))
def test_counting_forwards_and_back_agree(day: date, number: int):
    """The n-th hverdag is one, there are n up to it, and it never comes too early."""
    found = add_hverdage(day, number)
    assert is_hverdag(found)
    passed = range(1, (found - day).days + 1)
    assert sum(is_hverdag(day + timedelta(nr)) for nr in passed) == number
    assert found - day >= timedelta(number)


@given(DAYS, DAYS)
def test_a_later_letter_is_never_receipted_earlier(one: date, other: date):
    """Deadlines keep the order of sending."""
    first, last = sorted((one, other))
    assert receipt_due(first) <= receipt_due(last)


def test_hverdage_can_be_counted_back():
    """A week before a meeting, in days of work."""
    assert add_hverdage(date(2026, 11, 12), -5) == date(2026, 11, 5)
    assert add_hverdage(TODAY, 0) == TODAY


@pytest.mark.parametrize(
    ("apart", "state", "words"),
    [
        (-1, DueState.OVER, "1 dag over"),
        (-9, DueState.OVER, "9 dage over"),
        (0, DueState.TODAY, "i dag"),
        (1, DueState.LATER, "i morgen"),
        (4, DueState.LATER, "man 16. nov."),
        (18, DueState.LATER, "om 18 dage"),
        (109, DueState.LATER, "1. marts 2027"),
    ],
)
def test_how_near_is_said_in_words(apart: int, state: DueState, words: str):
    """The state carries the shape, the words stand alone."""
    on = TODAY + timedelta(apart)
    assert due(on, TODAY) == Due(state, words, on)


@given(DAYS, DAYS)
def test_the_state_follows_the_calendar(on: date, today: date):
    """Over is before today, later is after; nothing in between."""
    state = due(on, today).state
    assert (state is DueState.OVER) == (on < today)
    assert (state is DueState.TODAY) == (on == today)


@pytest.mark.parametrize(
    "day", [date(1999, 12, 25), date(2000, 1, 1), date(2049, 12, 25), date(2050, 1, 1)]
)
def test_a_holiday_is_found_on_either_side_of_a_half_century(day: date):
    """They are asked for in bundles of years, and none falls between two."""
    assert holiday(day)


@example(date.min)
@example(date.max)
@given(st.dates())
def test_any_day_there_is_can_be_asked_about(day: date):
    """A year that was typed wrong is no holiday, and nothing falls over."""
    assert isinstance(holiday(day), str)
