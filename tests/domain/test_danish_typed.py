"""What people type into a field for a day or a time."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain import danish

TODAY = date(2026, 11, 12)  # a Thursday
TIMES = st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0))


@pytest.mark.parametrize(
    "text",
    ["815", "8:15", "8.15", "08.15", "0815", "kl. 8.15", "Kl 8:15", "klokken 8.15", " 8 15 "],
)
def test_a_quarter_past_eight_however_typed(text: str):
    """Colon, full stop or nothing at all."""
    assert danish.parse_time(text) == time(8, 15)
    assert danish.why_not_time(text) == ""


def test_a_whole_hour():
    """One or two digits are an hour."""
    assert danish.parse_time("kl. 8") == time(8)
    assert danish.parse_time("16") == time(16)


@pytest.mark.parametrize("text", ["25", "8.75", "24.00", "2500"])
def test_a_time_that_does_not_exist_is_asked_about(text: str):
    """Never refused without a word, and the word is no reproach."""
    assert danish.parse_time(text) is None
    assert danish.why_not_time(text) == f"Klokken {text} findes ikke. Skriv fx 8.15 eller 815."


@pytest.mark.parametrize("text", ["", "om morgenen", "8.5", "8.15-9.00", "12345"])
def test_what_is_no_time_is_asked_for(text: str):
    """The question shows how to write one."""
    assert danish.parse_time(text) is None
    assert danish.why_not_time(text).startswith("Hvad var klokken?")


@given(TIMES)
def test_a_time_we_write_is_a_time_we_read(at: time):
    """8.15 on screen can be typed back, also without the full stop."""
    assert danish.parse_time(danish.clock(at)) == at
    assert danish.parse_time(danish.clock(at).replace(".", "")) == at


@pytest.mark.parametrize(
    "text",
    [
        "10.11.", "10.11", "10/11", "10-11", "10/11-26", "10.11.26", "10.11.2026", "10 11 26",
        "101126", "10112026", "2026-11-10", "10. november", "10 nov", "10. nov. 2026",
        "den 10. november", "d. 10/11", "d. 10.11.26", "den 10.", "10.", "tirsdag", "tir", "tirs.",
        "i tirsdags", "sidste tirsdag", "tirsdag den 10. november 2026", "tir 10. nov.",
        "Tirsdag den 10.", "i forgårs", "iforgårs",
    ],
)  # fmt: skip
def test_the_tenth_of_november_however_typed(text: str):
    """Every way a colleague writes a day is understood."""
    assert danish.parse_date(text, TODAY) == date(2026, 11, 10)
    assert danish.why_not_date(text, TODAY) == ""


@pytest.mark.parametrize(
    ("text", "apart"),
    [("i dag", 0), ("idag", 0), ("i går", -1), ("I aftes", -1), ("i morgen", 1), ("torsdag", 0),
     ("i torsdags", -7), ("næste torsdag", 7), ("på fredag", 1), ("fredag", -6)],
)  # fmt: skip
def test_days_by_their_names(text: str, apart: int):
    """A weekday alone is the latest, today included; »i« is before today, »på« and »næste« after."""
    assert danish.parse_date(text, TODAY) == TODAY + timedelta(apart)


def test_a_deadline_looks_ahead():
    """Where a day to come is meant, the same words lead forwards."""
    assert danish.parse_date("fredag", TODAY, ahead=True) == date(2026, 11, 13)
    assert danish.parse_date("torsdag", TODAY, ahead=True) == TODAY
    assert danish.parse_date("3.2.", TODAY, ahead=True) == date(2027, 2, 3)
    assert danish.parse_date("10.11.", TODAY, ahead=True) == date(2026, 11, 10)
    assert danish.parse_date("den 3.", TODAY, ahead=True) == date(2026, 12, 3)


def test_a_day_without_a_year_lies_behind_us_or_just_ahead():
    """In February 3.12. was last winter; a slip of some days stays near enough to be noticed."""
    assert danish.parse_date("3.12.", date(2027, 2, 10)) == date(2026, 12, 3)
    assert danish.parse_date("13.11.", TODAY) == date(2026, 11, 13)
    assert danish.parse_date("15.3.", TODAY) == date(2026, 3, 15)
    assert danish.parse_date("den 31.", TODAY) == date(2026, 10, 31)
    assert danish.parse_date("den 20.", TODAY) == date(2026, 10, 20)


def test_two_digits_of_a_year_reach_parents_and_unborn():
    """84 is 1984, 27 is next year."""
    assert danish.parse_date("14.3.84", TODAY) == date(1984, 3, 14)
    assert danish.parse_date("3/2-27", TODAY) == date(2027, 2, 3)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("31.11.", "31. november findes ikke. Mente du 30.?"),
        ("31. november", "31. november findes ikke. Mente du 30.?"),
        ("29.2.2026", "29. februar findes ikke i 2026. Mente du 28.?"),
        ("29.2.", "29. februar findes ikke i 2026. Mente du 28.?"),
        ("11/25", "Der er ingen måned 25. Mente du 25. november?"),
        ("40/25", "Der er ingen måned 25."),
        ("0.11.", "0. november findes ikke."),
        ("den 40.", "Den 40. findes ikke i en måned. Skriv fx 10.11., i går eller tirsdag."),
        ("mandag den 10.", "10. november 2026 er en tirsdag, ikke en mandag. Er det datoen eller ugedagen?"),
        ("grød 10.11.", "»grød 10.11.« kan ikke læses som en dag. Skriv fx 10.11., i går eller tirsdag."),
        ("mandag den 10. november 2026",
         "10. november 2026 er en tirsdag, ikke en mandag. Er det datoen eller ugedagen?"),
        ("forleden", "»forleden« kan ikke læses som en dag. Skriv fx 10.11., i går eller tirsdag."),
        ("", "Hvilken dag? Skriv fx 10.11., i går eller tirsdag."),
        ("1.1.0000", "»1.1.0000« kan ikke læses som en dag. Skriv fx 10.11., i går eller tirsdag."),
    ],
)  # fmt: skip
def test_a_day_that_does_not_exist_is_asked_about(text: str, question: str):
    """The question says what was understood and offers the nearest day."""
    assert danish.parse_date(text, TODAY) is None
    assert danish.why_not_date(text, TODAY) == question


@given(st.dates(date(1930, 1, 1), date(2027, 11, 11)))
def test_a_day_we_write_is_a_day_we_read(day: date):
    """Every form on screen and paper can be typed back."""
    for written in (danish.day(day), danish.day_long(day), danish.day_table(day), day.isoformat()):
        assert danish.parse_date(written, TODAY) == day


@given(st.dates(date(2025, 12, 14), date(2026, 12, 13)))
def test_the_last_year_needs_no_year(day: date):
    """Day and month are enough for everything up to a month from now."""
    assert danish.parse_date(f"{day.day}.{day.month}.", TODAY) == day


@given(st.dates(date(2026, 10, 12), date(2027, 10, 11)))
def test_the_next_year_needs_no_year(day: date):
    """Where it looks ahead, day and month are enough for everything from a month ago."""
    assert danish.parse_date(f"{day.day}.{day.month}.", TODAY, ahead=True) == day


@given(st.text(max_size=30), st.booleans())
def test_any_text_gives_a_day_or_a_question(text: str, ahead: bool):
    """Never both, never neither, never a crash."""
    found = danish.parse_date(text, TODAY, ahead=ahead)
    assert (found is None) == bool(danish.why_not_date(text, TODAY, ahead=ahead))


@given(st.from_regex(r"[0-9]{1,4}[./ -]{1,2}[0-9]{1,4}([./ -][0-9]{1,5})?", fullmatch=True))
def test_any_digits_give_a_day_or_a_question(text: str):
    """Nor do numbers that look like a day."""
    assert (danish.parse_date(text, TODAY) is None) == bool(danish.why_not_date(text, TODAY))
