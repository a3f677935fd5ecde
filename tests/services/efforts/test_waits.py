"""What an indsats asks of those who run it, on Overblik; and the pause when a family takes its yes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.services.efforts.group import (
    HOUSE,
    SEATS,
    TODAY,
    asked,
    begun,
    came,
    consent,
    let_in,
    planned,
)
from tests.services.efforts.test_team import decide
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import Goal, Score
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.records import Enrolment, EnrolmentState, Seated
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet
from tvaerfaglig.domain.efforts.volunteers import Volunteer
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.services import waiting
from tvaerfaglig.services.consent import acts as consents
from tvaerfaglig.services.efforts import (
    calling,
    enrolling,
    goals,
    reading,
    roll,
    sessions,
    sheets,
    volunteers,
)
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.store import queries


@pytest.fixture
def hanne(world):
    return world.session("hanne")


@pytest.fixture
def mette(world):
    """She holds the group."""
    return world.session("mette")


def things(session, *kinds):
    wanted = kinds or ("fremmoede", "indsats_status", "indsats_samtale", "venteliste",
                       "indsats_rolle", "frivillig", "samtykke")  # fmt: skip
    return [
        (one.kind, one.what, one.due)
        for one in waiting.overview(session).waiting
        if one.kind in wanted
    ]


def test_a_group_that_is_as_it_should_be_asks_nothing(hanne, mette):
    let_in(hanne, begun(hanne), "alma")
    assert things(mette) == things(hanne) == []


def test_a_roll_one_was_called_away_from_waits_the_same_day(hanne, mette):
    """Only for who began it; and no more when it is called to the end."""
    group = begun(hanne)
    place = let_in(hanne, group, "alma")
    (day,) = planned(hanne, group)
    calling.keep(mette, day, [came(place)])
    assert things(mette) == [("fremmoede", "Gør opråbet færdigt", TODAY)]
    assert things(hanne) == []
    calling.hand_in(mette, day, [came(place)])
    assert things(mette) == []


def test_a_roll_that_was_not_called_waits_for_who_holds_the_group(world, hanne, mette):
    """Not for others; for the leader when it has waited two weeks; and no more when it is called."""
    group = begun(hanne)
    place = let_in(hanne, group, "alma")
    (day,) = planned(hanne, group)
    assert things(mette) == []
    world.clock.forward(days=1)
    assert things(mette) == [("fremmoede", "Før fremmøde", TODAY)]
    assert things(hanne) == things(world.session("karen")) == []
    world.clock.forward(days=13)
    assert things(hanne) == [("fremmoede", "Før fremmøde", TODAY)]
    roll.call(mette, day, [came(place)])
    assert things(mette) == []


def test_a_status_waits_from_a_week_before_its_day(world, hanne, mette):
    group = begun(hanne)
    place = let_in(hanne, group, "alma")
    world.clock.forward(days=48)
    assert things(mette) == []
    world.clock.forward(days=1)
    on = TODAY + timedelta(weeks=8)
    assert things(mette) == [("indsats_status", "Status med Almas familie", on)]
    sheet = Sheet(
        effort=group, form="status", name="", use=FormUse.STATUS, day=mette.today, enrolment=place,
        answers=(FieldAnswer(field="lykkes", text="Hun bliver siddende."),),
    )  # fmt: skip
    sheets.hold_status(mette, sheet, {})
    assert things(mette) == []


def test_talks_that_have_their_time(world, hanne, mette):
    """The welcome at once; when it was held, the next when three months have gone."""
    course = begun(
        hanne, "foraeldresamarbejde", subject=Subject.BARN,
        seated=(Seated(seat="kontakt", staff="mette"),),
    )  # fmt: skip
    place = let_in(hanne, course, "alma")
    assert things(mette) == [("indsats_samtale", "Velkomstsamtale om Alma N.", TODAY)]
    (day,) = planned(hanne, course)
    sessions.write(mette, day, theme="Velkomstsamtale", note="")
    roll.call(mette, day, [came(place, "alma-mor")])
    assert things(mette) == []
    world.clock.forward(days=90)
    assert [what for _, what, _ in things(mette, "indsats_samtale")] == [
        "Samtale efter tre måneder om Alma N."
    ]


def test_a_list_that_grows_old_and_a_place_that_is_free(world, hanne, mette):
    group = begun(hanne, max_families=1)
    place = let_in(hanne, group, "alma")
    asked(hanne, group, "bertil")
    assert things(mette) == []
    world.clock.forward(weeks=8)
    assert things(mette, "venteliste") == [
        ("venteliste", "En familie har ventet i 8 uger", TODAY + timedelta(weeks=8))
    ]
    ended = enrolling.Ended(EnrolmentState.AFSLUTTET, hanne.today)
    enrolling.end(hanne, place, ended)
    assert things(mette, "venteliste") == [
        ("venteliste", "Der er plads, og 1 familie venter", mette.today)
    ]


def test_an_empty_seat_waits_for_the_leader(hanne, mette):
    begun(hanne, seated=SEATS[:2])
    assert things(hanne) == [("indsats_rolle", "Ingen har rollen »Sundhedsplejerske«", None)]
    assert things(mette) == []


def test_a_volunteer_without_an_attest_waits_for_who_makes_the_agreement(hanne, mette):
    made = Volunteer(house=HOUSE, name="Birgit Holst", agreed_on=TODAY, secrecy_on=TODAY)
    volunteers.save(hanne, made)
    assert things(hanne) == [("frivillig", "Børneattesten mangler", None)]
    assert things(mette) == []


def test_an_attest_older_than_the_houses_rule_waits_for_her_too(hanne):
    """Only where the house has one."""
    made = Volunteer(
        house=HOUSE, name="Birgit Holst", agreed_on=TODAY, secrecy_on=TODAY,
        attest_on=TODAY - timedelta(800),
    )  # fmt: skip
    volunteers.save(hanne, made)
    assert things(hanne) == []
    with hanne.write() as pen:
        pen.put(replace(hanne.houses()[HOUSE], attest_years=2), HOUSE)
    assert things(hanne) == [("frivillig", "Tid til en ny børneattest", None)]


def test_a_team_looks_again_on_the_day_it_said(hanne):
    """Not by the weeks of the kind, and from the list."""
    with hanne.write() as pen:
        pen.put(replace(hanne.staff()["hanne"], houses=(HOUSE, "dagplejen")), "hanne")
    hanne.refresh()
    team = begun(
        hanne, "forebyggelsesteam", subject=Subject.BARN, house="dagplejen",
        seated=(Seated(seat="paedagog", staff="hanne"),),
    )  # fmt: skip
    place = let_in(hanne, team, "villads")
    decide(hanne, team, place, "Bekymring", TODAY + timedelta(3))
    assert things(hanne, "indsats_status") == [
        ("indsats_status", "Teamet ser på Villads T. igen", TODAY + timedelta(3))
    ]


def test_a_sheet_waits_for_who_goes_through_it(world, hanne):
    """Not for its writer; of the leader it is asked where nobody else has that part. Read it waits no more."""
    with hanne.write() as pen:
        pen.put(replace(hanne.staff()["hanne"], houses=(HOUSE, "dagplejen")), "hanne")
    hanne.refresh()
    team = begun(
        hanne, "forebyggelsesteam", subject=Subject.BARN, house="dagplejen",
        seated=(Seated(seat="dagplejer", staff="jonas"),),
    )  # fmt: skip
    place = let_in(hanne, team, "villads")
    sheet = Sheet(
        effort=team, form="skema", name="", use=FormUse.START, day=TODAY, enrolment=place,
        answers=(FieldAnswer(field="set", text="Græder i døren."),),
    )  # fmt: skip
    jonas = world.session("jonas")
    written = sheets.save(jonas, sheet).id
    name = hanne.vault and sheets.sheets(hanne, place)[0].record.name
    (one,) = [each for each in waiting.overview(hanne).waiting if each.kind == "indsats_laes"]
    assert (one.what, one.record) == (f"Gå »{name}« igennem om Villads T.", written)
    assert one.argument == f"{team}:familie:{place}:ark:{written}"
    assert things(jonas, "indsats_laes") == []
    sheets.review(hanne, written, "Vi så det sammen.")
    assert things(hanne, "indsats_laes") == []


def test_a_yes_that_runs_out_says_which_place_rests_on_it(hanne, mette):
    group = begun(hanne)
    with hanne.write() as pen:
        given = Samtykke(
            child="alma", given_by="alma-mor", given_on=TODAY, until=TODAY + timedelta(20),
            purpose="Gruppen",
        )  # fmt: skip
        key = pen.put(given)
    enrolling.admit(hanne, asked(hanne, group, "alma", samtykke=key), TODAY)
    (one,) = [each for each in waiting.overview(mette).waiting if each.kind == "samtykke"]
    assert one.about == "Gruppen. Pladsen i Torsdagsgruppen hviler på det"


@pytest.fixture
def taken_back(world, hanne):
    """Alma and Bertil are in the group, and Alma's mother takes her yes back a week later."""
    group = begun(hanne)
    places = {one: let_in(hanne, group, one) for one in ("alma", "bertil")}
    world.clock.forward(days=7)
    given = queries.of_child(hanne.vault, Samtykke, "alma")[0].id
    done = consents.withdraw(hanne, given, "alma-mor")
    assert done.places == ("Torsdagsgruppen",)
    return group, places, given


def test_a_yes_taken_back_pauses_the_place(hanne, mette, taken_back):
    """It is asked about, said on the effort's page, and nothing new is written but how it ended."""
    group, places, _ = taken_back
    assert ("samtykke", "Samtykket om Alma N. er trukket tilbage", mette.today) in things(mette)
    goal = Goal(
        effort="", enrolment=places["alma"], child="", day=mette.today, text="Bliver",
        steps=("Går", "Bliver"),
    )  # fmt: skip
    with pytest.raises(Unclear, match="på pause"):
        goals.save(mette, goal)
    sheet = Sheet(
        effort=group, form="status", name="", use=FormUse.STATUS, day=mette.today,
        enrolment=places["alma"], answers=(FieldAnswer(field="lykkes", text="Noget"),),
    )  # fmt: skip
    with pytest.raises(Unclear, match="på pause"):
        sheets.save(mette, sheet)
    enrolling.end(hanne, places["alma"], enrolling.Ended(EnrolmentState.AFSLUTTET, hanne.today))
    assert "samtykke" not in [kind for kind, _, _ in things(mette)]


def test_the_roll_goes_on_without_who_took_her_yes_back(hanne, mette, taken_back):
    """A day before it still has her; one after it is held when the others are answered for."""
    group, places, _ = taken_back
    before, after = planned(hanne, group, 2, TODAY)
    assert len(roll.roll(mette, before).families) == 2
    assert [one.child for one in roll.roll(mette, after).families] == ["bertil"]
    assert roll.call(mette, after, [came(places["bertil"])]).left == 0


def test_a_slip_mended_the_same_day_lets_the_place_go_on(hanne, mette, taken_back):
    """It rests on the new yes, and what was paused is written again."""
    group, places, given = taken_back
    again = consents.undo_withdrawal(hanne, given).id
    page = reading.effort_page(hanne, group)
    (alma,) = [one for one in page.families if one.id == places["alma"]]
    assert alma.record.samtykke == again
    goal = Goal(
        effort="", enrolment=places["alma"], child="", day=mette.today, text="Bliver",
        steps=("Går", "Bliver"),
    )  # fmt: skip
    key = goals.save(mette, goal).id
    goals.score(mette, key, Score(at=FormUse.STATUS, day=mette.today, step=1))
    assert things(mette) == []


def test_a_new_yes_lets_the_place_go_on(hanne, mette, taken_back):
    """Written on the place, as any other fact of it."""
    _, places, _ = taken_back
    stored = queries.one(hanne.vault, Enrolment, places["alma"]).record
    enrolling.ask(hanne, replace(stored, samtykke=consent(hanne, "alma")), places["alma"])
    assert things(mette) == []
