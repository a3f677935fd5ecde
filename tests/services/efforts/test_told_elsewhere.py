"""What an indsats came to, as the timeline, the course, a letter, a preparation and a sagsresumé tell it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.services.efforts.group import TODAY, asked, away, begun, came, let_in, planned
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import Goal, Score
from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind
from tvaerfaglig.services import library
from tvaerfaglig.services.children import timeline
from tvaerfaglig.services.courses import reading
from tvaerfaglig.services.efforts import enrolling, goals, roll, told
from tvaerfaglig.services.efforts.in_letters import action_of, offered
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.preparing.gathering import prepare
from tvaerfaglig.services.summarising import paper as summary

SHELF = library.load()


@pytest.fixture
def hanne(world):
    return world.session("hanne")


@pytest.fixture
def lived(world, hanne):
    """Alma came once of two, moved a step and was through; Bertil is there as well."""
    group = begun(hanne)
    places = {one: let_in(hanne, group, one) for one in ("alma", "bertil")}
    goal = Goal(
        effort="", enrolment=places["alma"], child="", day=TODAY, text="Alma bliver ved bordet.",
        steps=("Går", "Bliver lidt", "Bliver"),
    )  # fmt: skip
    key = goals.save(hanne, goal).id
    goals.score(hanne, key, Score(at=FormUse.START, day=TODAY, step=1))
    world.clock.forward(days=14)
    first, second = planned(hanne, group, 2, TODAY)
    both = came(places["bertil"])
    roll.call(hanne, first, [came(places["alma"]), both])
    roll.call(hanne, second, [away(places["alma"], "Ferie"), both])
    goals.score(hanne, key, Score(at=FormUse.SLUT, day=hanne.today, step=2))
    ended = enrolling.Ended(
        EnrolmentState.AFSLUTTET, hanne.today, outcome="Roligere aftener", to="Ingen anden indsats"
    )
    enrolling.end(hanne, places["alma"], ended)
    return places


EFFECT = "»Alma bliver ved bordet«: fra »Går« til »Bliver lidt«. Roligere aftener."


def test_it_is_told_with_days_attendance_and_effect(hanne, lived):
    (one,) = told.of_child(hanne, "alma")
    assert (one.name, one.first, one.last) == ("Torsdagsgruppen", TODAY, hanne.today)
    assert one.attendance() == "Kom 1 af 2 gange."
    assert one.effect() == EFFECT
    assert lived["bertil"] not in repr(one)


def test_where_the_family_went_on_to_is_told_when_it_went_on(hanne, lived):
    ended = enrolling.Ended(EnrolmentState.AFSLUTTET, hanne.today, to="PPR")
    enrolling.end(hanne, lived["bertil"], ended)
    (one,) = told.of_child(hanne, "bertil")
    assert one.effect() == "Videre til: PPR."


def test_who_waits_has_tried_nothing(hanne):
    group = begun(hanne)
    asked(hanne, group, "alma")
    assert told.of_child(hanne, "alma") == ()


def test_the_timeline_holds_the_place_and_the_course_a_bar(hanne, lived):
    line = timeline.timeline(hanne, "alma")
    assert [one.id for one in line.of(Enrolment)] == [lived["alma"]]
    assert set(line.efforts.values()) == {"Torsdagsgruppen"}
    (bar,) = reading.course_of(line, SHELF, hides_parents=False).efforts
    assert (bar.what, bar.first, bar.last, bar.stands) == (
        "Torsdagsgruppen", TODAY, hanne.today, "gennemført",
    )  # fmt: skip
    assert bar.outcome == f"Kom 1 af 2 gange. {EFFECT}"


def test_a_letter_is_offered_it_until_it_stands_there(hanne, lived):
    """As an action of its own: what, since when, and with which effect."""
    places = told.of_child(hanne, "alma")
    (one,) = offered(places, ())
    action = action_of(one)
    assert action.day == TODAY
    assert action.what.startswith("Torsdagsgruppen til 26. november 2026: gennemført. Kom 1 af 2")
    assert action.effect == EFFECT
    assert offered(places, (action,)) == ()
    assert offered(places, (replace(action, what="Talt med mor"),)) == places


def test_one_who_left_says_why(hanne, world, lived):
    left = enrolling.Ended(EnrolmentState.FALDET_FRA, hanne.today, because="Nyt arbejde")
    enrolling.end(hanne, lived["bertil"], left)
    (one,) = told.of_child(hanne, "bertil")
    assert one.stands == "holdt op før tid"
    assert one.effect() == "Nyt arbejde."


def test_the_sagsresume_has_a_row_of_it_and_its_days(hanne, lived):
    wanted = summary.Wanted("Overlevering", TODAY - timedelta(30), hanne.today)
    paper = summary.paper(hanne, "alma", wanted)
    (row,) = paper.efforts
    assert row.attendance == "Kom 1 af 2 gange"
    assert "fra »Går« til »Bliver lidt«" in row.outcome
    days = [one.what for one in paper.chronology if one.source == "indsats"]
    assert days == [
        "Begyndte i Torsdagsgruppen.",
        "Torsdagsgruppen: gennemført. Kom 1 af 2 gange.",
    ]
    before = replace(wanted, first=TODAY - timedelta(60), last=TODAY - timedelta(30))
    assert summary.paper(hanne, "alma", before).efforts == ()


def test_a_meeting_is_prepared_with_what_came_of_it(hanne, lived):
    """Beside the agreements, with its effect."""
    made = Konsultation(
        kind=KonsultationKind.NAVNGIVET, child="alma", day=hanne.today, question="Er det nok?",
        basis="tidligt_samarbejde",
    )  # fmt: skip
    meeting = konsultationer.plan(hanne, made).id
    (line,) = prepare(hanne, meeting, SHELF.categories).log.tried
    assert line.text == f"Torsdagsgruppen: gennemført. Kom 1 af 2 gange. Virkning: {EFFECT}"
