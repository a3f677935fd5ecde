"""Days by rhythm, phases by rule, the roll, goals and the waiting list: pure readings."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import Goal, Score, with_score
from tvaerfaglig.domain.efforts.phasing import Days, phase_days, phase_on, talk_days
from tvaerfaglig.domain.efforts.planning import (
    SessionPlan,
    next_status,
    plan_days,
)
from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState
from tvaerfaglig.domain.efforts.rhythm import Every
from tvaerfaglig.domain.efforts.roll_call import RollCall
from tvaerfaglig.domain.efforts.waiting_list import waiting_list
from tvaerfaglig.domain.free_days import holiday
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services import library

KINDS = {one.id: one for one in library.efforts()}
FIRST = date(2026, 11, 19)


def test_a_group_of_fourteen_has_fourteen_days_that_are_open():
    """Holidays are left out with their names, and the group goes on longer instead."""
    days = plan_days(SessionPlan(first=FIRST, times=14), "huset", holiday)
    held = [one.day for one in days if one.day]
    out = {one.asked: one.reason for one in days if one.day is None}
    assert len(held) == 14
    assert held[0] == FIRST
    assert {one.weekday() for one in held} == {3}
    assert set(out) == {date(2026, 12, 24), date(2026, 12, 31)}
    assert all(out.values())
    assert held[-1] == FIRST + timedelta(weeks=15)


def test_a_house_that_never_opens_ends_the_plan():
    """Fewer days than were asked for, rather than none that ends."""
    days = plan_days(SessionPlan(first=FIRST, times=3), "huset", lambda _: "lukket")
    assert all(one.day is None for one in days)


def test_visits_of_a_year_are_spread_and_moved():
    """Nine in a year, all on one weekday, none on a holiday."""
    plan = SessionPlan(first=date(2026, 1, 8), times=9, every=Every.AAR, number=9)
    days = plan_days(plan, "huset", holiday)
    held = [one.day for one in days]
    assert len(held) == 9
    assert all(one and one.weekday() == 3 and not holiday(one) for one in held)
    assert held == sorted(held)
    assert held[-1] < date(2027, 1, 8)


def test_a_status_is_due_eight_weeks_after_the_last():
    held = FIRST + timedelta(weeks=9)
    assert next_status(FIRST, [held], 8) == held + timedelta(weeks=8)
    assert next_status(FIRST, [], 0) is None


def test_the_phases_of_a_young_mother_wait_for_the_birth():
    """Counted from the due day as a guess, and from the birthday once there is one."""
    rules = KINDS["praktikforloeb"].phases
    due, born = date(2026, 12, 1), date(2026, 12, 9)
    guess = phase_days(rules, Days(start=date(2026, 9, 1), due=due))
    known = phase_days(rules, Days(start=date(2026, 9, 1), due=due, born=born))
    assert [one.rule.id for one in guess if one.guessed] == [one.id for one in rules[1:]]
    assert not any(one.guessed for one in known)
    assert phase_on(known, date(2027, 3, 20)).rule.id == "faelles-start"
    assert phase_on(known, date(2026, 10, 1)).rule.id == "gravid"
    assert known[-1].last == date(2028, 12, 9)
    assert phase_on(known, date(2029, 1, 1)) is None


def test_talks_with_parents_come_at_their_time():
    """Welcome, after three months, and every year."""
    found = talk_days(
        KINDS["foraeldresamarbejde"].talks, Days(start=date(2026, 11, 30)), date(2028, 12, 31)
    )
    assert [(one.rule.id, one.day) for one in found] == [
        ("velkomst", date(2026, 11, 30)), ("tre-maaneder", date(2027, 2, 28)),
        ("aarlig", date(2027, 11, 30)), ("aarlig", date(2028, 11, 30)),
    ]  # fmt: skip


@given(
    st.integers(0, 8),
    st.lists(st.sampled_from(["kom", "syg", "intet", "tilbage"]), max_size=40),
)
def test_the_roll_never_skips_one(families, keys):
    """Whatever is pressed: the answers are always of the first families, in order, each somebody or a reason."""
    names = tuple(f"familie {nr}" for nr in range(families))
    call = RollCall(names)
    for key in keys:
        if key == "kom":
            call = call.answer(("barnet",))
        elif key == "syg":
            call = call.answer((), "Syg")
        elif key == "intet":
            call = call.answer()
        else:
            call = call.back()
        assert tuple(one.enrolment for one in call.marks) == names[: len(call.marks)]
        assert all(one.people or one.reason for one in call.marks)
        assert call.is_whole == (len(call.marks) == families)


def _waits(key: str, asked: date, priority: str = "") -> Stored[Enrolment]:
    made = Enrolment(effort="gruppe", child=key, asked_on=asked, priority=priority)
    now = datetime(2026, 11, 12, 8)
    return Stored(key, made, key, now, "hanne", now, "hanne")


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.sampled_from(["", "soeskende", "bekymring", "eget-hus"])),
        max_size=12,
    )
)
def test_the_waiting_list_goes_by_reason_and_then_by_day(asked):
    """The reasons in the kind's own order; within one, whoever asked first."""
    kind = KINDS["familiegruppe"]
    every = [_waits(f"b{nr}", FIRST - timedelta(days), why) for nr, (days, why) in enumerate(asked)]
    listed = waiting_list(kind, every)
    keys = [
        (kind.priority_rank(one.enrolment.record.priority), one.enrolment.record.asked_on)
        for one in listed
    ]
    assert keys == sorted(keys)
    assert [one.rank for one in listed] == list(range(1, len(asked) + 1))


def test_only_those_who_wait_are_on_the_list():
    began = Enrolment(effort="gruppe", child="x", asked_on=FIRST, status=EnrolmentState.MED)
    now = datetime(2026, 11, 12, 8)
    stored = Stored("x", began, "x", now, "hanne", now, "hanne")
    assert [
        one.enrolment.id
        for one in waiting_list(KINDS["familiegruppe"], [stored, _waits("b", FIRST)])
    ] == ["b"]


@pytest.mark.parametrize(
    ("steps", "change"), [((), None), ((2,), None), ((1, 3), 2), ((3, 1, 2), -1)]
)
def test_a_goal_has_moved_from_its_first_score_to_its_last(steps, change):
    """Open until there are two."""
    goal = Goal(effort="e", enrolment="p", child="b", day=FIRST, text="t", steps=("a", "b", "c"))
    when = (FormUse.START, FormUse.STATUS, FormUse.SLUT)
    for nr, step in enumerate(steps):
        given_now = Score(at=when[nr], day=FIRST + timedelta(nr), step=step)
        goal = Goal(
            effort="e", enrolment="p", child="b", day=FIRST, text="t", steps=("a", "b", "c"),
            scores=with_score(goal, given_now),
        )  # fmt: skip
    assert goal.change == change


def test_a_second_score_of_a_day_puts_the_first_right():
    goal = Goal(effort="e", enrolment="p", child="b", day=FIRST, text="t", steps=("a", "b"),
                scores=(Score(at=FormUse.START, day=FIRST, step=1),))  # fmt: skip
    assert [one.step for one in with_score(goal, Score(at=FormUse.START, day=FIRST, step=2))] == [2]
