"""Nothing is watched without a date: what has gone quiet, was promised, or has no day, is told to whom it waits for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tvaerfaglig.domain.concern import Concern, Position, PositionSet
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.konsultation import (
    Agreement,
    Konsultation,
    KonsultationKind,
    KonsultationState,
)
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.protection import Against, Basis
from tvaerfaglig.services import library, recording, waiting
from tvaerfaglig.services.children import protecting, timeline
from tvaerfaglig.services.waiting import snoozing

FORM = library.load().konsultation


@pytest.fixture
def mette(world):
    return world.session("mette")


def waits(session, kind):
    found = waiting.overview(session, form=FORM).waiting
    return [one for one in found if one.kind == kind]


def note(session, **more):
    made = Konsultation(
        kind=KonsultationKind.NAVNGIVET, child="alma", day=session.today - timedelta(days=20),
        status=KonsultationState.AFSLUTTET, basis=Basis.UNDERRETNINGSPLIGT.value, tovholder="mette",
    )  # fmt: skip
    with session.write() as pen:
        return pen.put(replace(made, **more))


def stand(session, **more):
    made = PositionSet(
        child="alma", day=session.today - timedelta(days=20), position=Position.BEKYMRING,
        set_by=("mette",),
    )  # fmt: skip
    return recording.save(session, replace(made, **more)).id


def test_a_talk_that_was_decided_waits_until_it_is_written(mette):
    """From the meeting on, with a day; a talk after it settles it."""
    note(mette, decision="Samtale med forældrene")
    thing = waits(mette, "samtale_lovet")[0]
    assert thing.what == "Tal med Almas forældre"
    assert thing.due == mette.today - timedelta(days=6)
    recording.save(mette, ParentContact(child="alma", day=mette.today - timedelta(days=21)))
    assert waits(mette, "samtale_lovet")
    recording.save(mette, ParentContact(child="alma", day=mette.today))
    assert waits(mette, "samtale_lovet") == []


def test_a_meeting_with_the_parents_counts_as_the_talk(mette):
    """Held as a meeting of that kind it needs no second note."""
    note(mette, decision="Samtale med forældrene")
    note(mette, form="foraeldresamtale", day=mette.today)
    assert waits(mette, "samtale_lovet") == []


def test_under_the_guard_nobody_is_asked_to_talk_with_the_parents(mette):
    """Gone at once, and back when the guard is lifted."""
    note(mette, decision="Samtale med forældrene")
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    assert waits(mette, "samtale_lovet") == []
    protecting.lift_guard(mette, "alma", "Kommunen har talt med dem.")
    assert waits(mette, "samtale_lovet")


def test_a_planned_meeting_whose_day_has_passed_is_asked_about(mette):
    """Was it held? Cancelled or begun, it is not asked any more."""
    note(mette, status=KonsultationState.PLANLAGT)
    assert [one.due for one in waits(mette, "ikke_holdt")] == [mette.today - timedelta(days=20)]


def test_a_position_of_concern_without_a_day_is_asked_about(mette):
    """Unless something about the child has a day; and a child who thrives is not watched."""
    stand(mette, position=Position.TRIVES, day=mette.today - timedelta(days=40))
    assert waits(mette, "position") == []
    stand(mette)
    assert waits(mette, "position")[0].what == "Hvornår ser I på Alma N. igen?"
    made = Concern(
        child="alma", title="Sulten", by="mette", first_noticed=mette.today,
        next_on=mette.today + timedelta(days=9),
    )  # fmt: skip
    recording.save(mette, made)
    assert waits(mette, "position") == []


def test_a_position_comes_back_on_its_day(mette):
    """Its own day counts, whatever else has one; before it, it is left alone."""
    stand(mette, next_on=mette.today + timedelta(days=1))
    assert waits(mette, "position") == []
    stand(mette, next_on=mette.today, day=mette.today - timedelta(days=1))
    assert [one.due for one in waits(mette, "position")] == [mette.today]


def test_an_agreement_without_anyone_is_asked_about(mette):
    """Who does it? With a name on it, it is that person's."""
    with mette.write() as pen:
        one = pen.put(Agreement(what="Find en tolk", child="alma", made_on=mette.today))
    assert [thing.record for thing in waits(mette, "uden_person")] == [one]
    with mette.write() as pen:
        pen.put(
            Agreement(what="Find en tolk", child="alma", who_else="mormor", made_on=mette.today),
            one,
        )
    assert waits(mette, "uden_person") == []


def test_what_has_waited_long_is_told_to_the_leader_too(world, mette):
    """Whoever it waits for may be away; for the first two weeks it is hers alone."""
    hanne = world.session("hanne")
    made = Concern(
        child="alma", title="Sulten", by="mette", first_noticed=mette.today,
        next_on=mette.today - timedelta(days=13),
    )  # fmt: skip
    one = recording.save(mette, made).id
    assert waits(hanne, "bekymring") == []
    recording.save(mette, replace(made, next_on=mette.today - timedelta(days=14)), one)
    assert len(waits(hanne, "bekymring")) == 1


def test_nobody_is_told_of_children_she_may_not_see(world, mette):
    """Not the dagplejer of another house, and not the socialrådgiver the child is not shared with."""
    note(mette, decision="Samtale med forældrene")
    stand(mette)
    snoozing.snooze(
        mette, "alma", "stille", what="x", until=mette.today + timedelta(days=7), because="x"
    )
    for person in ("jonas", "karen"):
        found = waiting.overview(world.session(person), form=FORM)
        assert not [one for one in found.waiting if one.child == "alma"]
        assert found.asleep == ()


def test_put_off_it_is_told_where_and_why_and_comes_back_on_its_day(world, mette):
    """For everybody it waits for; on the day it stands where it stood."""
    assert "alma" in {one.id for one in waiting.overview(mette).quiet}
    until = mette.today + timedelta(days=7)
    snoozing.snooze(mette, "alma", "stille", what="Alma", until=until, because="På ferie.")
    for session in (mette, world.session("hanne")):
        found = waiting.overview(session)
        assert "alma" not in {one.id for one in found.quiet}
        assert [one.record.because for one in found.asleep] == ["På ferie."]
    assert any(one.record.KIND == "udskudt" for one in timeline.timeline(mette, "alma").entries)
    world.clock.forward(days=7)
    assert "alma" in {one.id for one in waiting.overview(mette).quiet}


def test_taken_up_before_its_day_it_stands_again(mette):
    """*Fortryd* and *Tag op* are the same act."""
    until = mette.today + timedelta(days=7)
    one = snoozing.snooze(mette, "alma", "stille", what="Alma", until=until, because="Ferie.").id
    snoozing.wake(mette, one)
    assert "alma" in {one.id for one in waiting.overview(mette).quiet}


@pytest.mark.parametrize(
    ("days", "because"), [(0, "x"), (-1, "x"), (93, "x"), (7, " "), (None, "x")]
)
def test_nothing_is_put_off_without_a_day_to_come_and_a_reason(mette, days, because):
    """Nor for longer than three months; it says which day is the last."""
    until = None if days is None else mette.today + timedelta(days=days)
    with pytest.raises(ForPeople, match=r"dag|hvorfor"):
        snoozing.snooze(mette, "alma", "stille", what="Alma", until=until, because=because)


def test_a_child_with_a_rhythm_is_asked_for_sooner(mette):
    """Every second day, then two weeks of silence: told with her own measure."""
    for n in range(8):
        day = mette.today - timedelta(days=14 + 2 * n)
        recording.save(
            mette, Observation(day=day, involved=(Involved(child="alma"),), text="Leger.")
        )
    found = next(one for one in waiting.overview(mette).quiet if one.id == "alma")
    assert (found.weeks, found.usual) == (2, "Ellers går der to dage")
