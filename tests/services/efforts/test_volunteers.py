"""Volunteers through the services: what is in place, where they come, and that no case is ever within reach."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, time, timedelta

import pytest

from tests.services.efforts.group import HOUSE, TODAY, begun, let_in
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.logs import Hours, HoursFor
from tvaerfaglig.domain.efforts.sheets import Weekday, WeekRow
from tvaerfaglig.domain.efforts.volunteers import (
    Feedback,
    Volunteer,
    VolunteerPlace,
    attest_words,
    waited_days,
    weekly_words,
)
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.kinds import KINDS
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.people import Dagtilbud
from tvaerfaglig.services import recording
from tvaerfaglig.services.efforts import hours, volunteer_page, volunteers
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.store import queries

READY = Volunteer(
    house=HOUSE, name="Birgit Holst", association="Naboerne", host="mette",
    asked_on=TODAY - timedelta(20), attest_on=TODAY, agreed_on=TODAY, secrecy_on=TODAY,
)  # fmt: skip
TUESDAY = WeekRow(weekday=Weekday.TIRSDAG, at=time(10), to=time(11, 30))


@pytest.fixture
def hanne(world):
    return world.session("hanne")


@pytest.fixture
def reading(hanne):
    """An activity with a volunteer in it."""
    effort = begun(hanne, "frivillige", name="Læsevenner", subject=Subject.AKTIVITET)
    who = volunteers.save(hanne, READY).id
    spot = VolunteerPlace(volunteer=who, effort=effort, from_day=TODAY, weekly=(TUESDAY,))
    volunteers.place(hanne, spot)
    return effort, who


def test_the_attest_is_said_in_words():
    """Missing, its day, and older than the house's rule: never a law, and no rule where the house has none."""
    old = replace(READY, attest_on=date(2024, 11, 12))
    assert attest_words(replace(READY, attest_on=None), 2, TODAY) == "Børneattesten mangler."
    assert attest_words(old, 0, TODAY) == "Børneattest fra 12. november 2024."
    assert attest_words(old, 2, TODAY) == (
        "Børneattesten er fra 12. november 2024. Husets regel er en ny efter 2 år."
    )
    assert attest_words(old, 2, TODAY - timedelta(1)) == "Børneattest fra 12. november 2024."


def test_weekdays_of_the_same_hours_are_said_together():
    rows = (TUESDAY, replace(TUESDAY, weekday=Weekday.TORSDAG),
            WeekRow(weekday=Weekday.FREDAG, at=time(14), to=time(15)))  # fmt: skip
    assert weekly_words(rows) == "Tirsdag og torsdag kl. 10.00–11.30 og fredag kl. 14.00–15.00"
    assert weekly_words(()) == ""


def test_waiting_is_counted_to_the_first_place_or_until_today():
    spot = VolunteerPlace(volunteer="x", effort="y", from_day=TODAY - timedelta(5))
    assert waited_days(READY, [], TODAY) == 20
    assert waited_days(READY, [spot], TODAY) == 15
    assert waited_days(replace(READY, asked_on=None), [spot], TODAY) is None


def test_the_list_says_what_is_in_place_and_where_she_comes(hanne, reading):
    """One line each: what is missing, the activity, the waiting, the hours, and the house's own rule of the attest."""
    effort, who = reading
    house = queries.one(hanne.vault, Dagtilbud, HOUSE).record
    with hanne.write() as pen:
        pen.put(replace(house, attest_years=2), HOUSE)
    volunteers.save(hanne, replace(READY, attest_on=TODAY - timedelta(800)), who)
    hours.save(hanne, _hours(effort, who, TODAY, 90))
    listed = volunteer_page.volunteer_list(hanne, effort)
    (one,) = listed.rows
    assert (one.comes_to, one.minutes, one.waited) == (("Læsevenner",), 90, 20)
    assert (one.attest_old, one.lacks) == (True, ())
    assert listed.attest_years == 2


def _hours(effort, who, day, minutes):
    return Hours(effort=effort, day=day, minutes=minutes, went_to=HoursFor.FRIVILLIG, volunteer=who)


def test_hours_are_only_written_for_days_she_had_a_place(hanne, reading):
    effort, who = reading
    with pytest.raises(Unclear, match="kom der ikke"):
        hours.save(hanne, _hours(effort, who, TODAY - timedelta(1), 60))


def test_the_half_year_counts_from_today_back(world, hanne, reading):
    effort, who = reading
    hours.save(hanne, _hours(effort, who, TODAY, 60))
    world.clock.set(world.clock.now() + timedelta(183))
    hours.save(hanne, _hours(effort, who, TODAY + timedelta(183), 90))
    page = volunteer_page.volunteer_page(hanne, effort, who)
    assert (page.row.minutes, page.half_year) == (150, 90)


def test_a_colleague_gives_feedback_and_one_a_day_is_put_right(world, hanne, reading):
    """Not only the leader: the one who receives her hears how it goes."""
    effort, who = reading
    mette = world.session("mette")
    volunteers.give_feedback(mette, who, Feedback(day=TODAY, well="Børnene venter på hende."))
    volunteers.give_feedback(mette, who, Feedback(day=TODAY, well="De venter ved døren."))
    (said,) = volunteer_page.volunteer_page(hanne, effort, who).record.feedback
    assert (said.by, said.well) == ("mette", "De venter ved døren.")
    with pytest.raises(Unclear):
        volunteers.give_feedback(mette, who, Feedback(day=TODAY))


def test_what_was_said_of_her_is_not_lost_when_the_leader_changes_her_facts(hanne, reading):
    _, who = reading
    volunteers.give_feedback(hanne, who, Feedback(day=TODAY, well="Godt."))
    volunteers.save(hanne, replace(READY, phone="12 34 56 78"), who)
    assert queries.one(hanne.vault, Volunteer, who).record.feedback[0].well == "Godt."


def test_a_goodbye_ends_her_places_with_thanks_and_is_taken_back_whole(hanne, reading):
    _, who = reading
    gone = volunteers.stop(hanne, who, TODAY, "Hun flytter", "Et år med bøger.")
    made = queries.one(hanne.vault, Volunteer, who).record
    assert (made.ended_on, made.ended_because, made.thanks) == (
        TODAY, "Hun flytter", "Et år med bøger.",
    )  # fmt: skip
    assert [one.record.until for one in volunteers.places(hanne, who)] == [TODAY]
    volunteers.put_back(hanne, gone.before)
    assert queries.one(hanne.vault, Volunteer, who).record.ended_on is None
    assert [one.record.until for one in volunteers.places(hanne, who)] == [None]


def test_she_can_come_back(hanne, reading):
    effort, who = reading
    volunteers.stop(hanne, who, TODAY)
    with pytest.raises(Unclear, match="ikke i det hus"):
        volunteers.place(hanne, VolunteerPlace(volunteer=who, effort=effort, from_day=TODAY))
    volunteers.take_up(hanne, who)
    later = VolunteerPlace(volunteer=who, effort=effort, from_day=TODAY + timedelta(7))
    assert volunteers.place(hanne, later).id


def test_she_is_not_tied_twice_to_the_same(hanne, reading):
    effort, who = reading
    with pytest.raises(Unclear, match="kommer der allerede"):
        volunteers.place(hanne, VolunteerPlace(volunteer=who, effort=effort, from_day=TODAY))


@pytest.mark.parametrize("field", ["note", "ended_because", "weekly", "well", "thanks"])
def test_no_word_about_a_volunteer_names_a_child(hanne, reading, field):
    """Wherever one can write, the child's name is refused; her own name is hers."""
    effort, who = reading
    named = "Sidder hos Alma Nowak"
    acts = {
        "note": lambda: volunteers.save(hanne, replace(READY, note=named), who),
        "ended_because": lambda: volunteers.stop(hanne, who, TODAY, named),
        "thanks": lambda: volunteers.stop(hanne, who, TODAY, "", named),
        "well": lambda: volunteers.give_feedback(hanne, who, Feedback(day=TODAY, well=named)),
        "weekly": lambda: volunteers.place(
            hanne,
            VolunteerPlace(
                volunteer=who, effort=effort, from_day=TODAY, weekly=(replace(TUESDAY, what=named),)
            ),
            queries.all_of(hanne.vault, VolunteerPlace)[0].id,
        ),
    }
    with pytest.raises(NamesSomeone, match="Alma"):
        acts[field]()
    volunteers.save(hanne, replace(READY, note="Birgit læser højt"), who)


def test_nothing_of_a_case_is_within_a_volunteers_reach(world, hanne):
    """Her page holds the family's first name and no word that was written about the child, also not in its depths;
    no record of the child's points to her but the place; and what she is made of has nowhere to keep a note.
    """
    with hanne.write() as pen:
        pen.put(
            Observation(
                involved=(Involved(child="alma"),), day=TODAY, text="Græd under bordet i kurven",
            )
        )  # fmt: skip
    family = begun(hanne, "frivillige", name="Familievenner", subject=Subject.FAMILIE)
    spot = let_in(hanne, family, "alma", referred_because="Mor er meget alene i kurven")
    who = volunteers.save(hanne, READY).id
    volunteers.place(
        hanne, VolunteerPlace(volunteer=who, effort=family, enrolment=spot, from_day=TODAY)
    )
    page = volunteer_page.volunteer_page(hanne, family, who)
    assert page.row.comes_to == ("Almas familie",)
    assert "kurven" not in repr((page.listed, page.row, page.places, page.hours, page.spots))
    pointing = {
        kind
        for kind in KINDS
        for one in queries.of_kind(hanne.vault, kind, "alma")
        if who in repr(one.record)
    }
    assert pointing == {VolunteerPlace.KIND}
    holds = {one.name for one in fields(VolunteerPlace)}
    assert holds == {"volunteer", "effort", "enrolment", "child", "from_day", "until", "weekly",
                     "ended_because"}  # fmt: skip
    assert not {"child", "children", "involved", "record", "case"} & {
        one.name for one in fields(Volunteer)
    }


def test_a_volunteer_has_no_way_in(world, hanne, reading):
    """She is nobody's colleague: no key is made for her, and she stands in no list of people."""
    _, who = reading
    assert who not in hanne.staff()
    with pytest.raises(ForPeople):
        world.session(who)


def test_whoever_may_not_see_the_child_is_not_told_whose_family_it_is(world, hanne):
    """A pædagog of another stue sees that she comes to a family, and no name."""
    house = queries.one(hanne.vault, Dagtilbud, HOUSE).record
    with hanne.write() as pen:
        pen.put(replace(house, own_stue_only=True), HOUSE)
    family = begun(hanne, "frivillige", name="Familievenner", subject=Subject.FAMILIE)
    spot = let_in(hanne, family, "alma")
    who = volunteers.save(hanne, READY).id
    volunteers.place(
        hanne, VolunteerPlace(volunteer=who, effort=family, enrolment=spot, from_day=TODAY)
    )
    page = volunteer_page.volunteer_page(world.session("yusuf"), family, who)
    assert page.row.comes_to == ("en familie, du ikke har adgang til",)
    assert (page.places, page.unseen) == ((), 1)
    assert "alma" not in repr((page.listed, page.row, page.spots)).casefold()


@pytest.mark.parametrize("who", ["karen", "jonas"])
def test_visitors_and_other_houses_see_no_volunteers(world, hanne, reading, who):
    effort, key = reading
    other = world.session(who)
    for act in (
        lambda: volunteer_page.volunteer_list(other, effort),
        lambda: volunteer_page.volunteer_page(other, effort, key),
        lambda: volunteers.give_feedback(other, key, Feedback(day=TODAY, well="x")),
        lambda: volunteers.put_back(other, [(key, READY)]),
        lambda: volunteers.take_up(other, key),
    ):
        with pytest.raises((NotAllowed, NotFound)):
            act()


def test_only_volunteers_are_put_back_by_their_undo(hanne):
    with pytest.raises(NotAllowed):
        volunteers.put_back(hanne, [(HOUSE, Dagtilbud(name="Andet"))])
    with pytest.raises(NotAllowed):
        recording.save(hanne, READY)
