"""One family's own page: what stands on it, what is taken back, the birth, the talks, and what the guard hides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests.services.efforts.group import HOUSE, TODAY, away, begun, came, let_in, planned
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import Goal, Score
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.phasing import TalkDay, talk_stands
from tvaerfaglig.domain.efforts.reading import kept_kind
from tvaerfaglig.domain.efforts.records import EnrolmentState
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet
from tvaerfaglig.domain.efforts.writing import kind_toml
from tvaerfaglig.domain.people import Child, Sex
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.services import drafts, library, recording
from tvaerfaglig.services.children import birth, protecting
from tvaerfaglig.services.efforts import (
    enrolling,
    family_view,
    for_child,
    goals,
    phases,
    roll,
    sessions,
    sheets,
    undoing,
)
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.store import queries

EXPECTED = Child(
    name="Ufødt Skovgaard", due=TODAY + timedelta(40), dagtilbud=HOUSE, stue="solsikken"
)


@pytest.fixture
def hanne(world):
    return world.session("hanne")


@pytest.fixture
def alma(hanne):
    """Alma's place in a group."""
    group = begun(hanne)
    return group, let_in(hanne, group, "alma")


def goal_of(place):
    return Goal(
        effort="", enrolment=place, child="", day=TODAY, text="Alma bliver siddende til hun er mæt",
        steps=("Går efter to minutter", "Sidder fem minutter", "Bliver til hun er mæt"),
    )  # fmt: skip


def sheet_of(group, place, **more):
    said = (
        FieldAnswer(field="baggrund", text="Går tit fra bordet."),
        FieldAnswer(field="fokuspunkt", text="Ro ved bordet."),
        FieldAnswer(field="foraeldrenes-ord", text="Hun spiser bedst hos mormor."),
    )
    made = Sheet(
        effort=group, form="arbejdspapir", name="", use=FormUse.START, day=TODAY, enrolment=place,
        answers=said,
    )  # fmt: skip
    return replace(made, **more)


def test_the_page_holds_all_of_one_family(hanne, alma):
    """Goals, sheets, days, the next of each, and my own drafts."""
    group, place = alma
    planned(hanne, group, times=2)
    goal = goals.save(hanne, goal_of(place)).id
    sheets.hold_status(
        hanne, sheet_of(group, place), {goal: Score(at=FormUse.START, day=TODAY, step=1)}
    )
    drafts.keep(hanne, "indsats_ark:x", Sheet.KIND, f'{{"enrolment": "{place}"}}')
    page = family_view.open_family(hanne, place)
    assert [one.id for one in page.alive] == [goal]
    assert [one.record.name for one in page.of_form("arbejdspapir")] == ["Arbejdspapir"]
    assert page.next_day == TODAY
    assert page.next_status == TODAY + timedelta(weeks=8)
    assert list(page.drafts) == ["indsats_ark:x"]
    assert page.may_fill(page.kind.form("status"))
    assert page.people[0][0] in {one.staff for one in page.effort.seated}


def test_the_childs_page_tells_her_places(hanne, alma):
    group, place = alma
    planned(hanne, group, first=TODAY + timedelta(7))
    (told,) = for_child.places_of(hanne, "alma")
    assert (told.enrolment, told.effort, told.kind) == (place, group, "Familiegruppe")
    assert told.next_day == TODAY + timedelta(7)
    assert told.next_status == TODAY + timedelta(weeks=8)
    enrolling.end(hanne, place, enrolling.Ended(EnrolmentState.AFSLUTTET, TODAY))
    (told,) = for_child.places_of(hanne, "alma")
    assert (told.next_day, told.next_status) == (None, None)


def test_one_act_is_taken_back_whole(hanne, alma):
    """A status is a sheet and a step on each goal: *Fortryd* takes both, and the goal stays."""
    group, place = alma
    goal = goals.save(hanne, goal_of(place)).id
    score = Score(at=FormUse.START, day=TODAY, step=2)
    held = sheets.hold_status(hanne, sheet_of(group, place), {goal: score}, draft="indsats_ark:x")
    undoing.take_back(hanne, *{one.record for one in held.changes.touched})
    assert sheets.sheets(hanne, place) == ()
    assert goals.goals(hanne, place)[0].record.scores == ()
    undoing.take_back(hanne, goal)
    assert goals.goals(hanne, place) == ()


def test_nothing_of_somebody_else_or_of_yesterday_is_taken_back(world, hanne, alma):
    _, place = alma
    goal = goals.save(hanne, goal_of(place)).id
    with pytest.raises(NotFound, match="fortrydes"):
        undoing.take_back(world.session("mette"), goal)
    with pytest.raises(NotAllowed):
        undoing.take_back(hanne, place)
    world.clock.set(datetime(2026, 11, 13, 8, 0))
    with pytest.raises(NotFound, match="fortrydes"):
        undoing.take_back(world.session("hanne"), goal)


def test_a_sheet_is_put_right_with_its_scores(hanne, alma):
    """A second score on the day takes the place of the first; the earlier version of the sheet stays."""
    group, place = alma
    goal = goals.save(hanne, goal_of(place)).id
    score = Score(at=FormUse.START, day=TODAY, step=2)
    one = sheets.hold_status(hanne, sheet_of(group, place), {goal: score}).id
    again = sheet_of(group, place, answers=sheet_of(group, place).answers[:2])
    sheets.save(hanne, again, one, {goal: replace(score, step=1)})
    assert [each.step for each in goals.goals(hanne, place)[0].record.scores] == [1]
    said = [
        bool(each.record.answer("foraeldrenes-ord").text) for each in sheets.versions(hanne, one)
    ]
    assert said == [True, False]


def test_the_guard_hides_the_parents_part_of_every_version(hanne, alma):
    """Also what is read of a sheet that was shown to them before."""
    group, place = alma
    one = sheets.save(hanne, sheet_of(group, place)).id
    sheets.shown_to_parents(hanne, one, TODAY)
    protecting.set_guard(hanne, "alma", Against.FORAELDER)
    page = family_view.read_family(hanne, place)
    assert page.hides_parents
    (kept,) = page.of_form("arbejdspapir")
    assert kept.record.shown_on is None
    shown = (kept.record, *(each.record for each in sheets.versions(hanne, one)))
    assert all("mormor" not in each.own_words() for each in shown)
    assert "mormor" in queries.one(hanne.vault, Sheet, one).record.own_words()


def test_a_child_is_born(hanne):
    """The course goes by her birthday from then on; her number is masked and kept as elsewhere."""
    with hanne.write() as pen:
        pen.put(EXPECTED, "ufoedt")
    course = begun(hanne, "praktikforloeb", subject=Subject.UFOEDT)
    place = let_in(hanne, course, "ufoedt")
    day = birth.Birth(on=TODAY, name="Ida Skovgaard", cpr="011326-0000", sex=Sex.PIGE)
    with pytest.raises(Unclear, match="ikke kommet"):
        birth.born(hanne, "ufoedt", replace(day, on=TODAY + timedelta(1)))
    birth.born(hanne, "ufoedt", day)
    card = family_view.read_family(hanne, place).child.record
    assert (card.name, card.born, card.due) == ("Ida Skovgaard", TODAY, EXPECTED.due)
    assert "0000" not in card.cpr
    assert queries.one(hanne.vault, Child, "ufoedt").record.cpr.endswith("0000")
    assert not phases.phase_plan(hanne, place).phases[1].planned.guessed
    with pytest.raises(Unclear, match=r"allerede skrevet: Ida er født 12\..*barnets side"):
        birth.born(hanne, "ufoedt", day)
    recording.take_back(hanne, "ufoedt")
    assert queries.one(hanne.vault, Child, "ufoedt").record.born is None


def test_she_keeps_what_she_was_called_until_she_has_a_name(hanne):
    with hanne.write() as pen:
        pen.put(EXPECTED, "ufoedt")
    birth.born(hanne, "ufoedt", birth.Birth(on=TODAY))
    assert queries.one(hanne.vault, Child, "ufoedt").record.name == "Ufødt Skovgaard"


def test_a_talk_is_held_when_its_form_is_written():
    """Somewhat before its time counts; what is written long before the next belongs to the one before."""
    kind = next(one for one in library.efforts() if one.id == "foraeldresamarbejde")
    yearly = next(one for one in kind.talks if one.id == "aarlig")
    days = [TalkDay(yearly, date(2026, 9, 1)), TalkDay(yearly, date(2027, 9, 1))]
    first, second = talk_stands(days, {"aarlig": [date(2026, 8, 20), date(2027, 8, 1)]})
    assert (first.held, second.held) == (date(2026, 8, 20), date(2027, 8, 1))
    first, second = talk_stands(days, {"aarlig": [date(2027, 1, 5)]})
    assert (first.held, second.held) == (date(2027, 1, 5), None)


def test_every_talk_has_a_form_that_is_there():
    """And a kind whose talk has none that is there is refused in words."""
    kind = next(one for one in library.efforts() if one.id == "foraeldresamarbejde")
    assert all(kind.form(one.form) for one in kind.talks)
    text = kind_toml(kind)
    assert kept_kind(text) == kind
    with pytest.raises(ResourceError, match="findes ikke"):
        kept_kind(text.replace('ark = "velkomst"', 'ark = "ukendt"'))


def test_a_talk_is_seen_to_be_held_on_the_page(hanne):
    work = begun(hanne, "foraeldresamarbejde", subject=Subject.BARN)
    place = let_in(hanne, work, "alma")
    assert [one.held for one in family_view.read_family(hanne, place).talks[:2]] == [None, None]
    said = FieldAnswer(field="glad", text="Vand og sand.")
    sheet = Sheet(
        effort=work, form="velkomst", name="", use=FormUse.UNDERVEJS, day=TODAY, enrolment=place,
        answers=(said,),
    )  # fmt: skip
    sheets.save(hanne, sheet)
    talks = {one.rule.id: one.held for one in family_view.read_family(hanne, place).talks}
    assert talks["velkomst"] == TODAY
    assert talks["tre-maaneder"] is None


def test_a_day_that_bears_the_talks_name_is_the_talk(hanne):
    """When they came to it; one they did not come to is not held."""
    work = begun(hanne, "foraeldresamarbejde", subject=Subject.BARN)
    place = let_in(hanne, work, "alma")
    (day,) = planned(hanne, work)
    sessions.write(hanne, day, theme="velkomstsamtale", note="")
    roll.call(hanne, day, [away(place)])
    assert family_view.read_family(hanne, place).talks[0].held is None
    roll.answer_again(hanne, day, came(place, "barnet"))
    assert family_view.read_family(hanne, place).talks[0].held == TODAY


def test_when_it_is_over_only_what_closes_it_is_written(hanne, alma):
    _, place = alma
    enrolling.end(hanne, place, enrolling.Ended(EnrolmentState.AFSLUTTET, TODAY))
    page = family_view.read_family(hanne, place)
    assert [one.id for one in page.forms if page.may_fill(one)] == ["afslutning"]
