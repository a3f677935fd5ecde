"""What the 2012 evaluation and Copenhagen reported, rebuilt from a cohort with known truth, is reported exactly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.figures.cohort import ATTACHED, EXAMINED, SUPPORTED, TODAY, Told, cohort, days
from tvaerfaglig.domain.figures.course import courses, funnel
from tvaerfaglig.domain.figures.cut import BeforeAfter, ByPeriod, Cut, Whole, WithWithout
from tvaerfaglig.domain.figures.facts import Attached, Concern, Effort, Facts, Happened, Step
from tvaerfaglig.domain.figures.first_help import first_help
from tvaerfaglig.domain.figures.period import school_years
from tvaerfaglig.domain.figures.spread import MONTH, in_months, spread
from tvaerfaglig.domain.figures.times import difference

TRUTH = Told()
CUT = Cut(today=TODAY)


@pytest.mark.parametrize(
    ("kind", "younger", "months"),
    [(EXAMINED, TRUTH.examined_younger, "4.0"), (SUPPORTED, TRUTH.supported_younger, "7.5")],
)
def test_two_ways_to_count_help_give_the_four_and_the_seven_and_a_half_months(
    kind, younger, months
):
    """The same children: which event counts decides the figure, and both come out as they were made."""
    facts = cohort(TRUTH)
    before, after = first_help(facts, CUT, BeforeAfter(facts.attached), frozenset({kind}))

    assert (before.n, after.n) == (TRUTH.each, TRUTH.each)
    found = difference(before, after)
    assert (found.median, found.mean) == (younger, younger)
    assert f"{in_months(found.median):.1f}" == months


def test_children_are_more_than_half_a_year_younger_at_first_help():
    """The headline of 2012, with whatever help came first counted, and the ages themselves exactly as made."""
    told = replace(TRUTH, examined_younger=190, supported_younger=190)
    facts = cohort(told)
    before, after = first_help(facts, CUT, BeforeAfter(facts.attached))

    assert before.reached.mean == told.examined_before
    assert before.reached.mean - after.reached.mean == 190
    assert in_months(190) > 6


def test_those_who_wait_stand_beside_with_how_long():
    """Open and reopened concerns are told of as not helped yet; those closed for good are not waiting."""
    facts = cohort(TRUTH)
    before, after = first_help(facts, CUT, BeforeAfter(facts.attached))
    waiting = TRUTH.waiting + TRUTH.reopened

    assert (before.open, after.open) == (0, waiting)
    assert after.open_so_far == spread([1000 + nr for nr in range(waiting)])


def test_half_is_reached_later_than_the_median_when_many_wait():
    """The median forgets those who wait; the estimate beside it counts them for as long as they have."""
    facts = cohort(replace(TRUTH, waiting=80))
    _, after = first_help(facts, CUT, BeforeAfter(facts.attached))

    assert after.half > after.reached.median


def test_every_school_year_has_its_own_who_wait():
    """A child helped this year was waiting at the end of the last one, if her concern was open then."""
    facts = cohort(TRUTH)
    years = ByPeriod(school_years(date(2021, 8, 1), TODAY))
    found = {one.group: one for one in first_help(facts, CUT, years)}

    assert found["2022/23"].n == TRUTH.each
    assert found["2022/23"].open == 0
    assert found["2023/24"].open == TRUTH.waiting + TRUTH.reopened
    assert found["2023/24"].n == 0


@settings(max_examples=25)
@given(
    st.integers(800, 1500),
    st.integers(0, 400),
    st.integers(3, 20).map(lambda half: half * 2 + 1),
    st.integers(5, 40),
    st.integers(0, 9),
)
def test_whatever_the_truth_is_it_is_reported(age, younger, each, waiting, seed):
    """Any difference, any size, any order of the records."""
    told = Told(
        examined_before=age,
        supported_before=age + 60,
        examined_younger=younger,
        supported_younger=younger,
        each=each,
        waiting=waiting,
        reopened=0,
    )
    facts = cohort(told, seed)
    before, after = first_help(facts, CUT, BeforeAfter(facts.attached))

    assert (before.reached.median, before.reached.mean) == (age, age)
    assert (after.reached.median, after.reached.mean) == (age - younger, age - younger)
    assert after.open == waiting
    assert first_help(cohort(told, seed + 1), CUT, BeforeAfter(facts.attached)) == (before, after)


def test_with_and_without_a_socialraadgiver_go_by_the_day():
    """A house that lost hers counts as without from the day after."""
    split = WithWithout([Attached(house="eng", since=ATTACHED, until=date(2023, 6, 30))])

    assert [split.of("eng", day) for day in (ATTACHED, date(2023, 6, 30))] == [0, 0]
    assert [split.of("eng", day) for day in (ATTACHED - days(1), date(2023, 7, 1))] == [1, 1]
    assert split.of("bakke", ATTACHED) == 1


def _talk(facts):
    (told,) = funnel(CUT, Whole(), courses(facts, CUT)).of(Step.SAMTALE)
    return told


def _talks(waits, open_days, ended_days, *, reopened=0):
    """Concerns of as many children: talked of after so long, still open, closed without a talk."""
    start, concerns, happened = TODAY - timedelta(days=400), [], []

    def add(day, **more):
        nr = f"{len(concerns):05}"
        concerns.append(Concern(id=nr, child=nr, house="eng", day=day, **more))
        return nr

    for nr, wait in enumerate(waits):
        closed = (start + days(1),) if nr < reopened else ()
        again = (start + days(2),) if nr < reopened else ()
        child = add(start, closed=closed, reopened=again)
        happened.append(
            Happened(step=Step.SAMTALE, child=child, house="eng", day=start + days(wait))
        )
    for age in open_days:
        add(TODAY - days(age))
    for age in ended_days:
        child = add(start, closed=(start + days(age),))
        # A talk long after the concern was closed belongs to no concern.
        happened.append(
            Happened(step=Step.SAMTALE, child=child, house="eng", day=start + days(age + 1))
        )
    return Facts(concerns=tuple(concerns), happened=tuple(happened))


@settings(max_examples=60)
@given(
    st.lists(st.integers(2, 300), min_size=5, max_size=30),
    st.lists(st.integers(0, 300), min_size=5, max_size=30),
    st.lists(st.integers(0, 300), min_size=5, max_size=30),
    st.integers(0, 5),
)
def test_waits_from_a_concern_are_those_it_was_made_with(waits, open_days, ended_days, reopened):
    """Got there, waits and ended stand apart, each as it was made; a concern opened again keeps its first day."""
    talk = _talk(_talks(waits, open_days, ended_days, reopened=reopened))

    assert (talk.n, talk.reached) == (len(waits), spread(waits))
    assert (talk.open, talk.open_so_far) == (len(open_days), spread(open_days))
    assert talk.ended == len(ended_days)
    assert talk.total == len(waits) + len(open_days) + len(ended_days)


@settings(max_examples=60)
@given(
    st.lists(st.integers(2, 300), min_size=5, max_size=30),
    st.lists(st.integers(0, 300), min_size=6, max_size=30),
)
def test_one_more_who_waits_never_moves_the_median_of_those_who_got_there(waits, open_days):
    """The one more is seen in how many wait; half is reckoned to be reached no earlier for it."""
    fewer = _talk(_talks(waits, open_days[1:], ()))
    more = _talk(_talks(waits, open_days, ()))

    assert (more.n, more.reached) == (fewer.n, fewer.reached)
    assert more.open == fewer.open + 1
    assert more.half is None or (fewer.half is not None and more.half >= fewer.half)


def test_help_before_birth_is_help_at_nought():
    """A young mother's course begun before the child was born is counted, and not as less than nothing."""
    facts = cohort(TRUTH)
    unborn = [
        Effort(
            id=f"ung-{one.id}", kind="praktik", child=one.id, house="eng", day=one.born - days(60)
        )
        for one in facts.children
        if one.id.startswith("efter")
    ]
    with_unborn = replace(facts, efforts=(*facts.efforts, *unborn))
    (found,) = first_help(with_unborn, CUT, Whole(), frozenset({"praktik"}))

    assert (found.n, found.reached.mean) == (TRUTH.each, 0)


def test_a_month_is_a_twelfth_of_a_year():
    """Four and seven and a half months are told to one decimal from whole days."""
    assert round(MONTH, 2) == 30.44
