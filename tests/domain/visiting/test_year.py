"""The days of a year: whatever the rhythm, nobody is asked to come when nobody is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.free_days import holiday
from tvaerfaglig.domain.visiting.attachment import Attachment, HouseClosed, Rhythm, WhenClosed
from tvaerfaglig.domain.visiting.closed_words import NotAWeek, read_closed, say_closed
from tvaerfaglig.domain.visiting.timetable import Wanted, propose
from tvaerfaglig.domain.visiting.year import days_of, plan_year

TODAY = date(2026, 11, 12)
HOUSE = HouseClosed(house="h", weeks=(7, 29, 30, 52), days=(date(2027, 5, 7),))
RHYTHMS = st.one_of(
    st.tuples(st.just(Rhythm.MAANED), st.integers(1, 4)),
    st.tuples(st.just(Rhythm.UGER), st.integers(1, 12)),
)
DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))


def closed(day: date) -> str:
    return holiday(day) or HOUSE.closed_on(day)


def attached(**more: object) -> Attachment:
    facts = {
        "staff": "karen",
        "house": "h",
        "from_day": date(2024, 1, 1),
        "weekday": 3,
        "number": 2,
    }
    return Attachment(**(facts | more))


@given(
    RHYTHMS,
    st.integers(0, 4),
    DAYS,
    st.integers(0, 500),
    st.sampled_from(WhenClosed),
    st.none() | DAYS,
)
def test_no_day_is_closed_and_the_rhythm_is_kept(rhythm, weekday, first, long, when_closed, until):
    """Every proposed day is open, hers, within the year and on her weekday; each is there once; every change is explained."""
    made = attached(
        rhythm=rhythm[0], number=rhythm[1], weekday=weekday, when_closed=when_closed, until=until
    )
    last = first + timedelta(long)
    plan = plan_year(made, first, last, closed)
    kept = [one.day for one in plan if one.day]
    assert len(kept) == len(set(kept))
    assert [one.asked for one in plan] == list(days_of(made, first, last))
    for one in plan:
        if one.day is not None:
            assert closed(one.day) == ""
            assert one.day.weekday() == weekday
            assert first <= one.day <= last
            assert made.holds_on(one.day)
        assert bool(one.reason) == (one.day != one.asked)
        assert one.day is None or abs((one.day - one.asked).days) in {0, 7, 14}
        if when_closed is WhenClosed.SPRING_OVER:
            assert not one.is_moved


@given(st.integers(1, 12), DAYS, st.integers(30, 400))
def test_a_new_year_goes_on_with_the_old_rhythm(weeks, first, long):
    """Planned in two halves, every n weeks gives the same days as planned in one."""
    made = attached(rhythm=Rhythm.UGER, number=weeks)
    last, middle = first + timedelta(long), first + timedelta(long // 2)
    halves = days_of(made, first, middle) + days_of(made, middle + timedelta(1), last)
    assert halves == days_of(made, first, last)
    assert all((b - a).days == 7 * weeks for a, b in pairwise(halves))


@given(st.integers(1, 4), st.integers(0, 4), DAYS)
def test_a_monthly_day_comes_once_a_month(nth, weekday, first):
    """It is that weekday of the month, every month of the year."""
    made = attached(number=nth, weekday=weekday)
    days = days_of(made, first.replace(day=1), first.replace(day=1) + timedelta(364))
    assert len({(day.year, day.month) for day in days}) == len(days) >= 11
    assert all((day.day - 1) // 7 + 1 == nth and day.weekday() == weekday for day in days)


def test_a_holiday_moves_the_day_and_says_why():
    """Kristi himmelfartsdag 2027 is the first Thursday in May; the day goes to the week after."""
    plan = plan_year(attached(number=1), date(2027, 5, 1), date(2027, 5, 31), closed)
    (only,) = plan
    assert (only.asked, only.day) == (date(2027, 5, 6), date(2027, 5, 13))
    assert only.reason == "Kristi himmelfartsdag"


@pytest.mark.parametrize(
    ("typed", "weeks", "days"),
    [
        ("uge 29-31 og 52", (29, 30, 31, 52), ()),
        ("29, 30; 7. maj 2027", (29, 30), (date(2027, 5, 7),)),
        ("", (), ()),
    ],
)
def test_closing_times_are_read_as_people_type_them(typed, weeks, days):
    """Weeks alone, in a row, or with days among them; and what is said back reads the same."""
    assert read_closed(typed, TODAY) == (weeks, days)
    assert read_closed(say_closed(weeks, days), TODAY) == (weeks, days)


@pytest.mark.parametrize("typed", ["uge 60", "sommerferie", "uge 31-29"])
def test_what_is_no_week_is_asked_about(typed):
    """With the piece itself, so that one sees which."""
    with pytest.raises(NotAWeek, match=r"[Uu]ge"):
        read_closed(typed, TODAY)


@given(st.lists(st.none() | st.integers(8, 15), max_size=8), st.integers(8, 12), st.integers(2, 6))
def test_the_proposed_day_has_no_two_things_at_once(hours, opens, long):
    """What has no time never lies over what has one, and never before or after the visit."""
    wanted = [Wanted(str(n), time(h) if h else None) for n, h in enumerate(hours)]
    slots = propose(wanted, time(opens), time(opens + long))
    free = [slot for slot in slots if wanted[int(slot.key)].at is None]
    for one in free:
        assert time(opens) <= one.at < one.to <= time(opens + long)
        others = [slot for slot in slots if slot.key != one.key]
        assert all(one.to <= other.at or other.to <= one.at for other in others)
    assert {slot.key for slot in slots} >= {one.key for one in wanted if one.at}


def test_the_rhythm_is_said_in_words():
    """As the leader would say it."""
    made = attached()
    assert made.rhythm_words() == "Den anden torsdag i måneden"
    weekly = replace(made, rhythm=Rhythm.UGER, number=1)
    assert weekly.rhythm_words() == "Hver torsdag"
    assert replace(weekly, number=6).rhythm_words() == "Torsdag hver 6. uge"
