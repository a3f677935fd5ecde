"""How long things are kept: never due too early, a hold always wins, and the months are counted right."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig import paths
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.domain.retention import (
    MOST_MONTHS,
    Held,
    HeldBy,
    Label,
    Start,
    judge,
    last_day,
    length,
)
from tvaerfaglig.domain.retention_file import FILE, parse_retention

DAYS = st.dates(date(1990, 1, 1), date(2120, 12, 31))
MONTHS = st.integers(1, MOST_MONTHS)
HOLDS = st.lists(st.builds(Held, st.sampled_from(HeldBy), st.text("abc", min_size=1, max_size=3)))


@given(DAYS, MONTHS, DAYS)
def test_nothing_is_due_before_its_period_is_over(start, months, today):
    """Counted by hand: as many whole months have gone as were asked for, and a day more."""
    if judge(months, start, (), today).due:
        gone = (today.year - start.year) * 12 + today.month - start.month
        assert gone >= months
        assert today > last_day(start, months) >= start


@given(DAYS, MONTHS, HOLDS.filter(bool), DAYS)
def test_a_hold_always_wins(start, months, holds, today):
    """Whatever the calendar says."""
    assert not judge(months, start, tuple(holds), today).due


@given(MONTHS, HOLDS, DAYS)
def test_nothing_runs_while_the_child_is_here(months, holds, today):
    """Only what has a day to count from can be due."""
    verdict = judge(months, None, tuple(holds), today)
    assert not verdict.due
    assert not verdict.reached


@given(DAYS, st.integers(1, 600), st.integers(1, 600))
def test_a_longer_period_is_never_over_before_a_shorter_one(start, one, other):
    """However the months fall."""
    shorter, longer = sorted((one, other))
    assert last_day(start, shorter) <= last_day(start, longer)


@given(DAYS, st.integers(1, 600))
def test_it_becomes_due_one_day_and_stays_so(start, months):
    """Not on the last day of the period, but on the next and ever after."""
    end = last_day(start, months)
    assert not judge(months, start, (), end).due
    assert judge(months, start, (), end + timedelta(days=1)).due
    assert judge(months, start, (), end + timedelta(days=4000)).due


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2021, 7, 31), 60, date(2026, 7, 31)),
        (date(9998, 7, 31), 60, date(9999, 12, 30)),
    ],
)
def test_months_that_are_short_and_years_that_leap(start, months, end):
    """The same day of the month, or the last there is."""
    assert last_day(start, months) == end


def test_what_is_judged_does_not_hold_itself_back():
    """An old draft is no open case of its own; another one is."""
    own, other = Held(HeldBy.UNDERRETNING, "brev"), Held(HeldBy.UNDERRETNING, "et andet")
    start, today = date(2020, 1, 1), date(2026, 1, 1)
    itself = frozenset({"brev"})
    assert judge(12, start, (own,), today, itself=itself).due
    assert not judge(12, start, (own, other), today, itself=itself).due


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (60, "5 år"),
        (12, "1 år"),
        (18, "1 år og 6 måneder"),
        (13, "1 år og 1 måned"),
        (3, "3 måneder"),
    ],
)
def test_how_long_in_words(months, words):
    """As a leader would say it."""
    assert length(months) == words


def file():
    return (paths.resources() / FILE).read_text(encoding="utf-8")


def test_the_file_says_who_stands_behind_each_period():
    """The child's file is KL's recommendation with its source; the rest is called a proposal."""
    read = parse_retention(file())
    whole = read.period("sagen")
    assert (whole.months, whole.start, whole.label) == (60, Start.UDMELDT, Label.KL)
    assert whole.source.startswith("https://")
    assert {one.id: one.months for one in read.periods if one.label is Label.OURS} == {
        "undring": 12,
        "anonym": 12,
        "besoeg": 12,
        "besoegsdag": 60,
        "indsats": 60,
        "frivillig": 12,
        "usendt": 12,
        "runde": 3,
        "fravaer": 24,
        "kladde": 6,
        "log": 0,
    }
    assert read.period("log").start is Start.SAGEN
    assert "ikke lov" in Label.OURS.word
    assert not read.ground("tid").early
    assert read.ground("forkert_barn").words == "forkert barn"


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ('id = "sagen"', 'id = "barnet"', "»sagen« mangler"),
        ("maaneder = 60", "maaneder = 0", "»maaneder« skal være"),
        ("maaneder = 60", "maneder = 60", "maaneder"),
        ('fra = "roert"', 'fra = "aldrig"', "Vælg mellem"),
        ('id = "anonym"', 'id = "undring"', "to gange"),
        ("foer_tid = true", "foer_tid = false", "før tid"),
        ("kilde = ", "kilden = ", "kilde"),
    ],
)
def test_a_slip_in_the_file_is_said_in_danish(before, after, says):
    """A municipality may edit it; nothing is silently without effect."""
    with pytest.raises(ResourceError, match=says):
        parse_retention(file().replace(before, after))
