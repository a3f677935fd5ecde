"""The steps are read from the records: a record more never takes one away."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tvaerfaglig.domain.concern import Concern, NotNow, Position, PositionSet
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.course.steps import steps_taken
from tvaerfaglig.domain.course.way import StepId
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    KonsultationState,
)
from tvaerfaglig.domain.observation import Involved, Observation, Sign
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Stage, Step, Underretning
from tvaerfaglig.services import library

TODAY = date(2026, 11, 12)
WAY = library.load().way
ALMA = (Involved(child="alma"),)
days = st.integers(-200, 60).map(lambda n: TODAY + timedelta(days=n))
past = st.integers(-200, 0).map(lambda n: TODAY + timedelta(days=n))
records = st.one_of(
    st.builds(
        Observation,
        day=past,
        involved=st.just(ALMA),
        text=st.just("x"),
        sign=st.sampled_from([Sign.BEKYMRING, Sign.RESSOURCE, Sign.NEUTRAL]),
    ),
    st.builds(
        Concern,
        child=st.just("alma"),
        title=st.just("x"),
        first_noticed=past,
        next_on=st.none() | days,
        closed_on=st.none() | past,
    ),
    st.builds(ParentContact, child=st.just("alma"), day=past),
    st.builds(
        Konsultation,
        child=st.just("alma"),
        kind=st.just(KonsultationKind.NAVNGIVET),
        day=days,
        status=st.sampled_from(list(KonsultationState)),
        follows=st.sampled_from(["", "before"]),
    ),
    st.builds(
        PositionSet,
        child=st.just("alma"),
        day=past,
        position=st.sampled_from(list(Position)),
        next_on=st.none() | days,
    ),
    st.builds(
        NotNow,
        child=st.just("alma"),
        day=past,
        because=st.just("x"),
        seen_again_on=days,
        seen_again=st.none() | past,
    ),
    st.builds(Underretning, child=st.just("alma"), begun=past),
    st.builds(
        Step,
        underretning=st.just("letter"),
        child=st.just("alma"),
        stage=st.sampled_from(list(Stage)),
        day=past,
    ),
    st.builds(
        Agreement,
        what=st.just("x"),
        child=st.just("alma"),
        made_on=past,
        due=st.none() | days,
        status=st.sampled_from(list(AgreementState)),
    ),
)


def stored(*made):
    at = datetime(2026, 11, 12, 8, tzinfo=UTC)
    return [
        Stored(f"r{n:03}", one, f"v{n}", at, "mette", at, "mette") for n, one in enumerate(made)
    ]


def steps(*made, hides_parents=False):
    found = steps_taken(stored(*made), WAY, TODAY, hides_parents=hides_parents)
    return {one.step: one for one in found}


@given(st.lists(records, max_size=8), st.lists(records, max_size=4))
def test_a_record_more_never_takes_a_step_away(before, more):
    """What was taken stays taken, and what had a date still has one."""
    then, now = steps(*before), steps(*before, *more)
    for step, taken in then.items():
        assert now[step].times >= taken.times
        assert bool(now[step].next_on) >= bool(taken.next_on)


@given(st.lists(records, max_size=10))
def test_under_the_guard_the_parents_step_is_not_there(made):
    """Gone, not greyed; the others are as they were."""
    open_, guarded = steps(*made), steps(*made, hides_parents=True)
    assert StepId.FORAELDRESAMTALE not in guarded
    assert {one: t.times for one, t in open_.items() if one in guarded} == {
        one: t.times for one, t in guarded.items()
    }


def test_ordinary_days_begin_nothing():
    """Observations and talks of a child nobody wonders about are no steps."""
    day = TODAY - timedelta(days=30)
    made = (
        Observation(day=day, involved=ALMA, text="Leger."),
        ParentContact(child="alma", day=day),
    )
    assert not any(one.times for one in steps(*made).values())


def test_a_step_that_was_passed_over_says_so():
    """From wonder straight to the letter: what lies between was passed over, what comes after was not."""
    made = (
        Concern(child="alma", title="x", first_noticed=TODAY, by="mette", next_on=TODAY),
        Step(underretning="letter", child="alma", stage=Stage.AFSENDT, day=TODAY),
    )
    found = steps(*made)
    assert found[StepId.SPARRING].passed_over
    assert not found[StepId.UNDERRETNING].passed_over
    assert found[StepId.OPFOELGNING].next_on == TODAY
    assert found[StepId.UNDERRETNING].record == "letter"


def test_it_is_never_too_late_to_notify():
    """Followed up without a letter: that step stays open, and is never said to be passed over."""
    made = (
        Concern(child="alma", title="x", first_noticed=TODAY, by="mette", closed_on=TODAY),
        Observation(day=TODAY, involved=ALMA, text="x", sign=Sign.BEKYMRING),
    )
    found = steps(*made)
    assert found[StepId.OPFOELGNING].times
    assert found[StepId.FORUM].passed_over
    assert not found[StepId.UNDERRETNING].passed_over
