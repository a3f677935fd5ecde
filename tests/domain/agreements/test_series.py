"""What comes again falls on the days it should, and each turn is one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.agreements.series import next_of, turn_id
from tvaerfaglig.domain.agreements.standing import Standing, standing
from tvaerfaglig.domain.deadline import is_hverdag
from tvaerfaglig.domain.konsultation import Agreement

THURSDAY = date(2026, 11, 12)
WEEKLY = Agreement(what="Ring", made_on=THURSDAY, due=THURSDAY, every=1)


def test_a_closed_day_is_skipped():
    """24 December is a Thursday in 2026, and so is the 31st."""
    turn = replace(WEEKLY, due=date(2026, 12, 17))
    key, coming = next_of(turn, "a", date(2026, 12, 17))
    assert coming.due == date(2027, 1, 7)
    assert key == turn_id("a", coming.due)


def test_what_is_seldom_waits_for_the_house_to_open():
    """Every fourth week must not become every eighth; the rhythm itself does not move."""
    turn = replace(WEEKLY, due=date(2026, 11, 26), every=4)
    _, coming = next_of(turn, "a", date(2026, 11, 26))
    assert (coming.turn, coming.due) == (date(2026, 12, 24), date(2026, 12, 28))
    _, after = next_of(coming, "x", coming.due)
    assert after.due == date(2027, 1, 21)


def test_it_ends_when_it_was_said_to():
    """The last day counts, the week after it does not."""
    turn = replace(WEEKLY, until=date(2026, 11, 19))
    _, coming = next_of(turn, "a", THURSDAY)
    assert coming.due == date(2026, 11, 19)
    assert next_of(coming, "b", coming.due) is None


@given(
    st.integers(1, 8), st.integers(0, 30), st.integers(0, 40), st.dates(THURSDAY, date(2029, 1, 1))
)
def test_moved_or_late_the_rhythm_stands(every, moved, late, first):
    """The next turn is a whole number of weeks after the first day, later than today, on an open day."""
    begun = Agreement(what="Ring", made_on=first, due=first, every=every)
    turn = replace(begun, first_due=first, due=first + timedelta(moved))
    after = first + timedelta(late)
    coming = next_of(turn, "a", after)
    assert coming is not None
    key, made = coming
    assert key == turn_id("a", made.turn)
    assert (made.turn - first).days % (7 * every) == 0
    assert made.turn > after
    assert is_hverdag(made.due)
    assert next_of(turn, "a", after) == coming


def test_where_it_stands():
    """By its day; one that is not to begin yet is later, whatever its day."""
    wednesday = date(2026, 11, 11)
    found = {
        day: standing(replace(WEEKLY, due=day), wednesday)
        for day in (date(2026, 11, 10), wednesday, date(2026, 11, 15), date(2026, 11, 16), None)
    }
    assert list(found.values()) == [
        Standing.OVER, Standing.I_DAG, Standing.DENNE_UGE, Standing.SENERE, Standing.UDEN_DAG,
    ]  # fmt: skip
    begins = replace(WEEKLY, due=date(2026, 11, 15), start_on=date(2026, 11, 13))
    assert standing(begins, wednesday) is Standing.SENERE
