"""Which copies are kept: nothing goes that newer ones do not cover, whatever the clock did."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.copies import Standing, Worry, is_due, to_throw_away, worry

NOW = datetime(2026, 11, 12, 8, 0, tzinfo=UTC)
minutes = st.integers(-60 * 24 * 400, 60 * 24 * 40)
copies = st.lists(st.tuples(minutes, st.integers(1, 3)), max_size=60).map(
    lambda found: [
        Standing(name=f"kopi-{n}", at=NOW + timedelta(minutes=late), shape=shape)
        for n, (late, shape) in enumerate(found)
    ]
)


def newer(one, others):
    return [other for other in others if other.at >= one.at and other is not one]


@given(copies)
def test_nothing_goes_unless_newer_copies_cover_it(found):
    """Each one thrown away has a newer kept one of its day, or seven newer days; of its week, or four newer weeks."""
    gone = to_throw_away(found, NOW)
    kept = [one for one in found if one.name not in gone]
    for one in found:
        if one.name not in gone:
            continue
        after = newer(one, [k for k in kept if k.at <= NOW + timedelta(days=1)])
        days, weeks = {k.at.date() for k in after}, {k.at.isocalendar()[:2] for k in after}
        same_day = any(k.at.date() == one.at.date() and k.shape == one.shape for k in after)
        assert same_day or len(days - {one.at.date()}) >= 7
        assert one.at.isocalendar()[:2] in weeks or len(weeks) >= 4


@given(copies)
def test_the_newest_never_goes_and_neither_does_one_whose_day_has_not_come(found):
    """A clock that was ahead crowds nothing out, and what it dated is left alone."""
    gone = to_throw_away(found, NOW)
    past = [one for one in found if one.at <= NOW + timedelta(days=1)]
    if past:
        assert max(past, key=lambda one: (one.at, one.name)).name not in gone
    assert not gone & {one.name for one in found if one not in past}
    assert to_throw_away(past, NOW) == gone


@given(copies)
def test_what_is_kept_is_few_and_stays_when_asked_again(found):
    """Seven days and four weeks of each shape at the most; a second sweep finds nothing to do."""
    gone = to_throw_away(found, NOW)
    kept = [one for one in found if one.name not in gone]
    assert to_throw_away(kept, NOW) == frozenset()
    past = [one for one in kept if one.at <= NOW + timedelta(days=1)]
    assert len(past) <= 7 * 3 + 4


def test_a_copy_each_day_for_a_year_leaves_seven_days_and_four_weeks():
    """As it goes day by day, with the sweep after each: the last week whole, then a Sunday of each week."""
    kept: list[Standing] = []
    for day in range(365):
        now = NOW + timedelta(days=day)
        kept += [
            Standing(name=f"{day:03}-{hour}", at=now + timedelta(hours=hour)) for hour in (0, 5)
        ]
        gone = to_throw_away(kept, now + timedelta(hours=5))
        kept = [one for one in kept if one.name not in gone]
    ages = [(now.date() - one.at.date()).days for one in sorted(kept, key=lambda one: one.at)]
    assert ages[-7:] == [6, 5, 4, 3, 2, 1, 0]
    assert all(one.name.endswith("-5") for one in kept)
    assert [one.at.isoweekday() for one in kept if (now - one.at).days > 6] == [7] * (len(kept) - 7)
    assert 9 <= len(kept) <= 10


def test_a_house_that_was_closed_keeps_what_it_has():
    """Days and weeks are counted where there are copies."""
    old = [Standing(name=str(n), at=NOW - timedelta(days=100 + 7 * n)) for n in range(4)]
    assert to_throw_away([*old, Standing(name="ny", at=NOW)], NOW) == frozenset()


def test_the_copy_from_before_a_new_shape_stands_beside_the_one_after():
    """The same day, and yet not covered by it."""
    before = Standing(name="før", at=NOW, shape=4)
    after = Standing(name="efter", at=NOW + timedelta(minutes=1), shape=5)
    assert to_throw_away([before, after], NOW + timedelta(hours=1)) == frozenset()


def test_one_is_due_each_day_and_again_when_much_was_written():
    """Not again for a look or two; and not put off by a copy that a wrong clock dated ahead."""
    assert is_due(None, 0, 0, NOW)
    assert is_due(NOW - timedelta(days=1), 50, 50, NOW)
    assert not is_due(NOW, 50, 500, NOW)
    assert not is_due(NOW, 50, 52, NOW + timedelta(hours=5))
    assert is_due(NOW, 50, 60, NOW + timedelta(hours=5))
    assert is_due(NOW + timedelta(days=9), 50, 50, NOW)


def test_age_is_said_after_two_days_and_plainly_after_seven():
    """None at all is as bad as an old one."""
    ages = {0: Worry.NONE, 1: Worry.NONE, 2: Worry.WATCH, 6: Worry.WATCH, 7: Worry.ACT}
    for days, said in ages.items():
        assert worry(NOW - timedelta(days=days), NOW) is said
    assert worry(None, NOW) is Worry.ACT
