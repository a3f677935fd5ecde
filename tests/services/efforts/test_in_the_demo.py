"""The demo's indsatser stand as the story says, lived through by the services themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import Score
from tvaerfaglig.domain.efforts.records import EnrolmentState, SessionState
from tvaerfaglig.services.efforts import (
    families,
    goals,
    hours,
    phases,
    reading,
    roll,
    sheets,
    visits,
    volunteers,
)
from tvaerfaglig.services.efforts.papers import looking
from tvaerfaglig.services.efforts.papers import sheets as sheet_papers
from tvaerfaglig.services.efforts.papers.which import EffortPaper


@pytest.fixture
def hanne(demo_world):
    return demo_world.session("Hanne")


def _page(session, name):
    row = next(one for one in reading.efforts(session) if one.effort.name == name)
    return reading.effort_page(session, row.id)


def test_the_group_on_wednesdays_is_halfway(hanne):
    """Four families in, two waiting, ten days held and one cancelled; one family's status is late."""
    page = _page(hanne, "Familiegruppe, onsdag")
    states = [one.record.status for one in page.families]
    assert states.count(EnrolmentState.MED) == 4
    assert states.count(EnrolmentState.VENTER) == 2
    held = [one.record for one in page.sessions if one.record.status is SessionState.HOLDT]
    assert len(held) == 10
    assert all(one.theme and one.note for one in held)
    assert [one.record.day for one in page.sessions if one.record.cancelled_because] == [
        date(2026, 10, 14)
    ]
    assert [
        (one.rank, one.place.priority_name) for one in families.families(hanne, page.id).waiting
    ] == [
        (1, "Der kommer snart en bror eller søster"),
        (2, "Bekymringen vokser"),
    ]
    late = [one for one in sheets.status_due(hanne, page.id) if one.on < hanne.today]
    assert [hanne.child(one.child).record.name for one in late] == ["Nova Krarup"]


def test_goals_have_moved_since_the_start(hanne):
    page = _page(hanne, "Familiegruppe, onsdag")
    changes = [one.record.change for place in page.families for one in goals.goals(hanne, place.id)]
    assert sorted(one for one in changes if one is not None) == [1, 1, 1, 2]


def test_one_roll_waits(hanne):
    """The last Tuesday was held, and nobody has called it."""
    page = _page(hanne, "Familiegruppe for de mindste, tirsdag")
    tenth = next(one for one in page.sessions if one.record.day == date(2026, 11, 10))
    assert len(roll.roll(hanne, tenth.id).to_call().families) == 4


def test_the_spring_is_over_with_what_came_of_it(hanne):
    page = _page(hanne, "Familiegruppe, forår 2026")
    assert page.effort.outcome
    ends = [one.record.status for one in page.families]
    assert ends.count(EnrolmentState.AFSLUTTET) == 4
    assert ends.count(EnrolmentState.FALDET_FRA) == 1


def test_a_young_mother_is_in_the_joint_start(hanne):
    """With the phases behind her, and visits planned against held."""
    page = _page(hanne, "Praktikforløb i vuggestuen")
    plan = phases.phase_plan(hanne, page.families[0].id).phases
    assert [bool(one.went) for one in plan] == [True, True, True, True, False, False]
    assert visits.held(hanne, page.id) == visits.Held(planned=5, held=4, cancelled=1, together=3)


def test_volunteers_come_when_all_is_in_place(hanne):
    here = volunteers.volunteers(hanne, hanne.actor.houses[0])
    assert [(one.record.name, one.record.lacks()) for one in here] == [
        ("Inge-Lise Bak", ()),
        ("Poul Erik Dam", ("børneattesten",)),
    ]
    page = _page(hanne, "Læsehjørnet")
    assert sum(one.record.minutes for one in hours.hours(hanne, page.id)) == 90 * 25


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("Karen", "Rådgivningsforløb, efterår 2026"),
        ("Line", "Sundhedsplejersken i huset, 2026"),
        ("Birthe", "Forebyggelsesteam i dagplejen, 2026"),
        ("Yusuf", "Samtaler, ny i vuggestuen"),
    ],
)
def test_each_finds_her_own(demo_world, who, name):
    """Whoever has a seat in one sees it in her list, and may run it."""
    rows = {one.effort.name: one for one in reading.efforts(demo_world.session(who))}
    assert rows[name].runs


def test_a_group_that_ends_asks_for_no_status_after_its_last_day(hanne):
    """Three families had theirs eight weeks before it ends: then comes the closing."""
    page = _page(hanne, "Familiegruppe, onsdag")
    due = sheets.status_due(hanne, page.id)
    assert page.effort.end is not None
    assert [one.on for one in due if one.on > page.effort.end] == []
    nova = next(one.child for one in due)
    asked = {
        one.record.child: sheets.next_status_of(hanne, one, page.kind)
        for one in page.families
        if one.record.status is EnrolmentState.MED
    }
    assert {child for child, on in asked.items() if on} == {nova}


def test_only_who_is_asked_to_come_is_invited_and_counted(hanne):
    """A team that meets over a child asks her family to no days, and tells them of none that they missed."""
    page = _page(hanne, "Forebyggelsesteam i dagplejen, 2026")
    assert EffortPaper.INVITATION not in {
        one.which for one in looking.offered_to_effort(hanne, page.id)
    }
    (place,) = [one for one in page.families if one.record.status is EnrolmentState.MED]
    offered = {one.which for one in looking.offered_to_family(hanne, place.id)}
    assert not {EffortPaper.INVITATION, EffortPaper.FREMMOEDEARK} & offered
    group = _page(hanne, "Familiegruppe, onsdag")
    assert EffortPaper.INVITATION in {
        one.which for one in looking.offered_to_effort(hanne, group.id)
    }


def test_a_status_on_paper_says_how_it_was_on_its_day(hanne):
    """A step taken later, and days held later, are not put back into what the parents were shown."""
    page = _page(hanne, "Familiegruppe, onsdag")
    place = next(
        one for one in page.families
        if hanne.child(one.record.child).record.name == "Merve Aydin"
    )  # fmt: skip
    before = sheet_papers.status_note(hanne, place.id)
    for one in goals.goals(hanne, place.id):
        score = Score(at=FormUse.STATUS, day=hanne.today, step=len(one.record.steps))
        goals.score(hanne, one.id, score)
    after = sheet_papers.status_note(hanne, place.id)
    assert replace(after, imprint=before.imprint) == before
    assert before.came
