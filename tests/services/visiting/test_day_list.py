"""The day list, questions for it, and what the sundhedsplejerske gives: nobody reads of a child she may not see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from tests.services.visiting.days import HOUSE, TODAY, begin, visit
from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.konsultation import (
    Agreement,
    Konsultation,
    KonsultationKind,
    KonsultationState,
    Participant,
)
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.people import Role
from tvaerfaglig.domain.protection import Against, Basis, Samtykke
from tvaerfaglig.domain.visiting.contribution import AreaSeen, Contribution, Outcome, Step
from tvaerfaglig.domain.visiting.question import VisitQuestion
from tvaerfaglig.services import library, recording
from tvaerfaglig.services.agreements import acts as agreements
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.consent import acts as consent_acts
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.services.printing import caution, noting
from tvaerfaglig.services.visiting import acts, contributions, papers, questions
from tvaerfaglig.services.visiting.day_list import day_list, todays
from tvaerfaglig.store import queries

KAREN = Participant(name="Karen Lund", role="socialrådgiver", staff="karen")
BEFORE = date(2026, 10, 8)
WORDS = "Alma spiste to portioner og bad om mere."


def _seen(session, child="alma", day=date(2026, 11, 2)):
    made = Observation(involved=(Involved(child=child),), day=day, text=WORDS)
    return recording.save(session, made).id


def _asked(session, **more):
    facts = {
        "house": HOUSE,
        "day": TODAY,
        "by": "mette",
        "text": "Hvad gør vi med madpakken?",
        "age_band": "3–4 år",
    }
    return questions.ask(session, VisitQuestion(**(facts | more))).id


def _before(world):
    """The visit before this one, held."""
    karen = world.session("karen")
    one = acts.plan_one(karen, visit(day=BEFORE)).id
    acts.hold(karen, one)


def _shared(world, who="karen", child="alma"):
    protecting.share_child(world.session("mette"), child, who, Basis.TIDLIGT_SAMARBEJDE)


def test_the_day_holds_meetings_questions_and_a_time_for_each(world):
    """What has a time keeps it; the question is offered the first gap and says that it is a proposal."""
    karen, mette, here = world.session("karen"), world.session("mette"), begin(world)
    note = Konsultation(
        day=TODAY, at=time(9), dagtilbud=HOUSE, participants=(KAREN,), age_band="2 år"
    )
    konsultationer.plan(karen, note)
    one = _asked(mette)
    meeting, question = day_list(karen, here.visit).todo
    assert (meeting.at, meeting.proposed) == (time(9), False)
    assert (question.at, question.to, question.proposed) == (time(9, 30), time(10), True)
    saved = questions.take_up(karen, one, here.visit, question.at)
    after = day_list(karen, here.visit).todo
    assert [each.key for each in after] == [meeting.key, saved.id]
    made = after[1].meeting.stored.record
    assert (made.kind, made.raised_by, made.visit) == (KonsultationKind.ANONYM, "mette", here.visit)
    assert [each.staff for each in made.participants] == ["karen", "mette"]
    with pytest.raises(Unclear, match="taget op"):
        questions.take_up(karen, one, here.visit)
    questions.leave(karen, one)
    assert [each.key for each in day_list(karen, here.visit).todo] == [meeting.key, f"?{one}"]


def test_a_question_holds_no_name(world):
    """From a child's page only her age comes along; a name in the text is refused in words."""
    mette = world.session("mette")
    begin(world)
    start = questions.asking(mette, "alma")
    assert start.age_band == "4–5 år"
    assert [one.staff for one in start.coming] == ["karen"]
    assert "Alma" not in repr(start)
    with pytest.raises(NamesSomeone):
        _asked(mette, text="Hvad gør vi med Alma?")
    with pytest.raises(Unclear):
        _asked(mette, text=" ")


def test_a_question_is_read_by_whom_it_concerns(world):
    """Whoever asked, whoever comes, the leader; not a colleague, not another visitor, not another house."""
    mette, here = world.session("mette"), begin(world)
    one = _asked(mette, staff="karen")
    read = {
        who: bool(questions.waiting(world.session(who), visit()))
        for who in ("mette", "karen", "hanne", "yusuf", "line", "jonas")
    }
    assert read == {
        "mette": True,
        "karen": True,
        "hanne": True,
        "yusuf": False,
        "line": False,
        "jonas": False,
    }
    for who in ("yusuf", "line", "jonas"):
        session = world.session(who)
        with pytest.raises(NotAllowed):
            questions.withdraw(session, one)
        with pytest.raises(NotAllowed):
            questions.take_up(session, one, here.visit)
    with pytest.raises(NotAllowed):
        _asked(world.session("jonas"))
    with pytest.raises(NotAllowed):
        questions.withdraw(world.session("karen"), one)
    questions.withdraw(mette, one)
    assert questions.waiting(mette, visit()) == ()
    questions.ask_again(mette, one)
    assert questions.waiting(mette, visit())


def test_what_happened_since_is_named_for_whom_may_see(world):
    """Karen reads counts until Alma is shared with her; then whose they are, never another child's."""
    mette, karen, here = world.session("mette"), world.session("karen"), begin(world)
    _before(world)
    _seen(mette)
    _seen(mette, "bertil")
    _seen(mette, day=date(2026, 9, 1))
    blind = day_list(karen, here.visit)
    assert blind.since == ()
    assert blind.others.observations == 2
    assert "Alma" not in repr(blind)
    _shared(world)
    seeing = day_list(world.session("karen"), here.visit)
    assert [(one.child, one.observations) for one in seeing.since] == [("alma", 1)]
    assert seeing.others.observations == 1
    assert "Bertil" not in repr(seeing)
    assert WORDS not in repr(seeing)


def test_agreements_that_are_due_stand_on_the_list(world):
    """Those of this house, due by the day, with a name only for whoever may see the child."""
    mette, here = world.session("mette"), begin(world)
    made = Agreement(
        what="Ring til mor", child="alma", made_on=BEFORE, due=date(2026, 11, 10), who=("mette",)
    )
    agreements.save(mette, made)
    agreements.save(mette, replace(made, what="Senere", due=date(2026, 12, 1)))
    assert [one.what for one in day_list(mette, here.visit).due] == ["Ring til mor"]
    assert day_list(world.session("karen"), here.visit).due == ()


@pytest.mark.parametrize("who", ["hanne", "karen", "line", "mette", "yusuf", "jonas"])
def test_every_role_at_the_day_list_and_its_papers(world, who):
    """Those of the house see the day; another house's people none of it."""
    session, here = world.session(who), begin(world)
    acts.hold(world.session("karen"), here.visit, theme="Overgange")
    areas = library.load().areas
    doors = (
        lambda: day_list(session, here.visit),
        lambda: papers.look_at_day_list(session, here.visit),
        lambda: papers.look_at_report(session, here.visit, areas),
        lambda: noting.note_printed(
            session, document=papers.REPORT, how="har udskrevet", record=here.visit
        ),
    )
    for door in doors:
        if who == "jonas":
            with pytest.raises(NotAllowed):
                door()
        else:
            door()
    assert bool(todays(session)) is (who in {"hanne", "karen", "mette", "yusuf"})


def test_the_papers_and_their_trace(world):
    """The day list has short names and is noted with each child on it; the report has none."""
    karen, here = world.session("karen"), begin(world)
    _before(world)
    _shared(world)
    _seen(world.session("mette"))
    found = day_list(karen, here.visit)
    text = str(papers.look_at_day_list(karen, here.visit).sections)
    assert "Alma N." in text
    assert "Nowak" not in text
    children = papers.children_on(found)
    assert children == ("alma",)
    noting.note_printed(
        karen, document=papers.DAY_LIST, how="har udskrevet", record=here.visit, children=children
    )
    (noted,) = (one for one in _printed(karen) if one.document == papers.DAY_LIST)
    assert noted.about() == ("alma",)
    with pytest.raises(NotAllowed):
        noting.note_printed(
            karen, document=papers.DAY_LIST, how="x", record=here.visit, children=("bertil",)
        )
    with pytest.raises(Unclear, match="noteret som holdt"):
        papers.look_at_report(karen, here.visit, library.load().areas)


def test_under_the_guard_the_day_list_says_whom_it_is_not_for(world):
    """One child on it is enough."""
    karen, here = world.session("karen"), begin(world)
    _before(world)
    _shared(world)
    _seen(world.session("mette"))
    assert not papers.day_list_paper(karen, day_list(karen, here.visit)).guarded
    protecting.set_guard(world.session("mette"), "alma", Against.FORAELDER)
    assert papers.day_list_paper(karen, day_list(karen, here.visit)).guarded
    assert "Værnet er sat for Alma" in papers.look_at_day_list(karen, here.visit).guard
    protecting.set_guard(world.session("hanne"), "bertil", Against.FORAELDER)
    said = caution.guard_advice(world.session("hanne"), "alma", "bertil")
    assert said.startswith("Værnet er sat for Alma og Bertil. Papiret må ikke nå forældrene.")
    assert said.count("Papiret") == 1


def _printed(session):
    return [one.record for one in queries.all_of(session.vault, Printed)]


@pytest.fixture
def health(world):
    """Line's own visit, and Alma shared with her."""
    here = begin(world, "line", "line")
    _shared(world, "line")
    return here


def _given(here, **more):
    facts = {
        "visit": here.visit,
        "house": HOUSE,
        "day": TODAY,
        "by": "line",
        "advice": "Mål igen om en måned.",
    }
    return Contribution(**(facts | more))


def test_a_contribution_about_a_child_rests_on_a_samtykke(world, health):
    """Without one, with a withdrawn one, with another child's and under the guard it is refused; without a name it is kept."""
    line, mette = world.session("line"), world.session("mette")
    assert contributions.about_whom(line, health.visit).children == ()
    with pytest.raises(Unclear, match="samtykke"):
        contributions.save_contribution(line, _given(health, child="alma"))
    given = Samtykke(child="alma", given_by="alma-mor", given_on=TODAY, purpose="Vækst")
    one = consent_acts.save(mette, given).id
    ((child, name, samtykke, _),) = contributions.about_whom(line, health.visit).children
    assert (child, name, samtykke) == ("alma", "Alma Nowak", one)
    saved = contributions.save_contribution(line, _given(health, child="alma", samtykke=one))
    assert contributions.open_contribution(mette, saved.id).heading == "Alma Nowak"
    with pytest.raises(NotAllowed):
        contributions.open_contribution(world.session("karen"), saved.id)
    protecting.set_guard(mette, "alma", Against.FORAELDER)
    assert contributions.about_whom(line, health.visit).children == ()
    with pytest.raises(Unclear, match="samtykke"):
        contributions.save_contribution(line, _given(health, child="alma", samtykke=one))


def test_a_contribution_without_a_name_has_none(world, health):
    """The areas' words too; and only she whose visit it is may give it."""
    line = world.session("line")
    area = AreaSeen(area="vaekst", step=Step.ENKELTE_TEGN, seen="Alma er gået på tværs.")
    with pytest.raises(NamesSomeone):
        contributions.save_contribution(line, _given(health, areas=(area,)))
    with pytest.raises(Unclear, match="Ét område"):
        contributions.save_contribution(line, _given(health, advice=""))
    for who in ("karen", "hanne", "mette", "jonas"):
        with pytest.raises(NotAllowed):
            contributions.save_contribution(world.session(who), _given(health))


def test_the_report_tells_what_was_given_without_a_name(world, health):
    """Area, step, words and decision; of the named one only that it is on the child's page."""
    line, mette = world.session("line"), world.session("mette")
    one = consent_acts.save(mette, Samtykke(child="alma", given_by="alma-mor", given_on=TODAY)).id
    area = AreaSeen(area="vaekst", step=Step.ENKELTE_TEGN, seen="Gået på tværs af kurven.")
    contributions.save_contribution(
        line, _given(health, age_band="3–4 år", areas=(area,), outcome=Outcome.HJEMMEBESOEG)
    )
    contributions.save_contribution(line, _given(health, child="alma", samtykke=one))
    acts.hold(line, health.visit, minutes=90, theme="Søvn i vuggestuen")
    text = str(papers.look_at_report(line, health.visit, library.load().areas).sections)
    for words in (
        "Et barn, 3–4 år",
        "Enkelte tegn",
        "Gået på tværs",
        "Hjemmebesøg",
        "1 t. 30 min.",
        "ét barn",
    ):
        assert words in text
    assert "Alma" not in text


def test_a_contribution_can_be_taken_back(world, health):
    """By her, on the day; it is gone from the visit."""
    line = world.session("line")
    one = contributions.save_contribution(line, _given(health)).id
    with pytest.raises(NotAllowed):
        contributions.take_back(world.session("hanne"), one)
    contributions.take_back(line, one)
    assert day_list(line, health.visit).given == ()


def test_a_konsultation_is_part_of_its_own_visit_only(world):
    """One with Line at the table is not on Karen's list of the same day."""
    here = begin(world)
    other = Participant(name="Line Toft", role="sundhedsplejerske", staff="line")
    note = Konsultation(
        day=TODAY, dagtilbud=HOUSE, participants=(other,), status=KonsultationState.PLANLAGT
    )
    konsultationer.plan(world.session("line"), note)
    assert day_list(world.session("hanne"), here.visit).todo == ()


def test_a_souschef_is_as_the_leader(world):
    """She keeps the visits of the house."""
    here, hanne = begin(world), world.session("hanne")
    with hanne.write() as pen:
        pen.put(replace(hanne.staff()["mette"], role=Role.SOUSCHEF), "mette")
    acts.hold(world.session("mette"), here.visit)
