"""The team's list in the dagpleje: the newest decision about each child, what waits, and nobody one may not see."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.services.efforts.group import HOUSE, TODAY, begun, let_in
from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet
from tvaerfaglig.domain.efforts.team import decision_form, form_before_visit, newest_decision
from tvaerfaglig.domain.people import Child, Role
from tvaerfaglig.services import library
from tvaerfaglig.services.efforts import sheets, team_page, visits
from tvaerfaglig.services.errors import Unclear

KINDS = {one.id: one for one in library.efforts()}


@pytest.fixture
def hanne(world):
    """The leader of the house and of the dagpleje, where a second child has a dagplejer of her own."""
    session = world.session("hanne")
    with session.write() as pen:
        pen.put(replace(session.staff()["hanne"], houses=(HOUSE, "dagplejen")), "hanne")
        pen.put(
            Child(name="Wilma Krog", born=TODAY - timedelta(700), dagtilbud="dagplejen"), "wilma"
        )
    session.refresh()
    return session


@pytest.fixture
def group(hanne):
    effort = begun(hanne, "forebyggelsesteam", subject=Subject.BARN, house="dagplejen")
    return effort, {one: let_in(hanne, effort, one) for one in ("villads", "wilma")}


def decide(session, effort, place, position, again, day=TODAY):
    answers = (
        FieldAnswer(field="position", text=position), FieldAnswer(field="beslutning", text="Mere ro"),
        FieldAnswer(field="hvem", text="Jonas"), FieldAnswer(field="igen", day=again),
    )  # fmt: skip
    made = Sheet(
        effort=effort, form="teammoede", name="", use=FormUse.STATUS, day=day, enrolment=place,
        answers=answers,
    )  # fmt: skip
    return sheets.save(session, made)


def test_a_kind_says_by_its_sheets_whether_there_is_a_team():
    assert decision_form(KINDS["forebyggelsesteam"]).id == "teammoede"
    assert form_before_visit(KINDS["forebyggelsesteam"]).id == "skema"
    assert [one.id for one in KINDS.values() if decision_form(one)] == ["forebyggelsesteam"]
    assert newest_decision(()) is None


def test_the_undecided_stand_first_then_the_gravest(hanne, group):
    effort, places = group
    decide(hanne, effort, places["wilma"], "Stærk bekymring", TODAY + timedelta(14))
    first, second = team_page.team_page(hanne, effort).lines
    assert (first.name, first.decided, first.waits(TODAY)) == ("Villads Thy", None, True)
    assert (second.decided.position, second.decided.who) == (Position.STAERK, "Jonas")
    assert not second.waits(TODAY)
    assert second.waits(TODAY + timedelta(14))
    decide(hanne, effort, places["villads"], "Bekymring", TODAY + timedelta(2))
    assert [one.name for one in team_page.team_page(hanne, effort).lines] == [
        "Wilma Krog", "Villads Thy",
    ]  # fmt: skip


def test_the_newest_decision_stands(hanne, group):
    effort, places = group
    decide(hanne, effort, places["wilma"], "Stærk bekymring", TODAY, TODAY - timedelta(30))
    decide(hanne, effort, places["wilma"], "Trives", TODAY + timedelta(60))
    (wilma,) = [one for one in team_page.team_page(hanne, effort).lines if one.child == "wilma"]
    assert wilma.decided.position is Position.TRIVES


def test_what_the_dagplejer_wrote_waits_until_it_was_gone_through(world, hanne, group):
    """Alone as writer; gone through at a visit it waits no more, and the visit is counted."""
    effort, places = group
    decide(hanne, effort, places["villads"], "Bekymring", TODAY + timedelta(30))
    sheet = Sheet(
        effort=effort, form="skema", name="", use=FormUse.START, day=TODAY,
        enrolment=places["villads"], answers=(FieldAnswer(field="set", text="Græder i døren."),),
    )  # fmt: skip
    written = sheets.save(world.session("jonas"), sheet).id
    line = _line(hanne, effort, "villads")
    assert (line.written_on, line.read, line.waits(TODAY)) == (TODAY, False, True)
    log = VisitLog(effort=effort, enrolment=places["villads"], day=TODAY, by=("hanne",))
    visits.went(hanne, visits.save(hanne, log).id, replace(log, minutes=45))
    sheets.review(hanne, written, "Vi så det sammen.")
    line = _line(hanne, effort, "villads")
    assert (line.read, line.visits, line.waits(TODAY)) == (True, 1, False)


def _line(session, effort, child):
    return next(one for one in team_page.team_page(session, effort).lines if one.child == child)


def test_a_dagplejer_sees_her_own_child_alone(world, group):
    """The others are counted, and nothing of them is there."""
    page = team_page.team_page(world.session("jonas"), group[0])
    assert [one.child for one in page.lines] == ["villads"]
    assert (page.unseen, page.may_decide) == (1, False)
    assert "Wilma" not in repr(page)


def test_it_is_read_in_few_questions(hanne, group, monkeypatch):
    """Not one for each child: sheets and visits are asked for once."""
    from tvaerfaglig.store import queries

    asked = []
    whole = queries.of_children

    def counted(*args, **kwargs):
        asked.append(args[1])
        return whole(*args, **kwargs)

    monkeypatch.setattr(queries, "of_children", counted)
    team_page.team_page(hanne, group[0])
    assert asked == [Sheet, VisitLog]


def test_an_effort_without_a_team_says_so(hanne):
    with pytest.raises(Unclear, match="team"):
        team_page.team_page(hanne, begun(hanne))


def test_a_dagplejepaedagog_goes_through_it_with_those_she_follows(world, hanne, group):
    """She reads what her dagplejer wrote, decides about the child, and sees no other dagplejer's."""
    effort, places = group
    with hanne.write() as pen:
        pen.put(
            replace(
                hanne.staff()["hanne"], role=Role.DAGPLEJEPAEDAGOG, houses=("dagplejen",),
                oversees=("jonas",),
            ),
            "hanne",
        )  # fmt: skip
    hanne.refresh()
    page = team_page.team_page(hanne, effort)
    assert ([one.child for one in page.lines], page.unseen) == (["villads"], 1)
    assert page.may_decide
    decide(hanne, effort, places["villads"], "Bekymring", TODAY + timedelta(14))
    assert _line(hanne, effort, "villads").decided.position is Position.BEKYMRING
