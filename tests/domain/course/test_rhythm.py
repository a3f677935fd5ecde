"""What quiet means for one child: her own rhythm may make us ask sooner, never later."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.course.rhythm import Rhythm, rhythm

TODAY = date(2026, 11, 12)


def every(days: int, count: int, last: int) -> list[date]:
    return [TODAY - timedelta(days=last + days * n) for n in range(count)]


def test_a_child_written_about_every_fourth_day_is_quiet_after_two_weeks():
    """Three times the usual, and never under a fortnight; said with her own days."""
    found = rhythm(every(4, 10, last=15), None, 5, TODAY)
    assert found.is_quiet
    assert (found.after, found.words) == (14, "Ellers går der fire dage")
    assert not rhythm(every(4, 10, last=13), None, 5, TODAY).is_quiet


def test_of_whom_little_is_written_the_house_decides():
    """With fewer than eight days there is no rhythm, and the words say whose measure it is."""
    found = rhythm(every(4, 7, last=20), None, 5, TODAY)
    assert not found.is_quiet
    assert found.words == "Huset spørger efter fem uger"
    assert rhythm(every(4, 7, last=35), None, 5, TODAY).is_quiet


def test_a_child_nobody_has_written_of_counts_from_her_first_day():
    """And one without a first day is not asked about."""
    assert rhythm([], TODAY - timedelta(days=35), 5, TODAY).is_quiet
    assert rhythm([], None, 5, TODAY) is None


@given(st.lists(st.integers(0, 400), max_size=30), st.integers(1, 12))
def test_nobody_is_asked_for_later_than_the_house_says(ago, weeks):
    """However seldom a child is written about, silence as long as the house's is told."""
    found = rhythm([TODAY - timedelta(days=n) for n in ago], TODAY, weeks, TODAY)
    assert found.after >= Rhythm.LEAST or found.after == weeks * 7
    assert found.after <= weeks * 7
