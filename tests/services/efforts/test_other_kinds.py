"""The other kinds: a house's own, a young mother's phases, a dagplejer's sheet, visits, hours and volunteers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.services.efforts.group import HOUSE, TODAY, asked, begun, let_in, ref_of
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.logs import Hours, HoursFor, VisitLog
from tvaerfaglig.domain.efforts.records import Enrolment, SessionState
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet
from tvaerfaglig.domain.efforts.volunteers import Volunteer, VolunteerPlace
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services import library, recording
from tvaerfaglig.services.efforts import (
    changing,
    hours,
    phases,
    reading,
    sheets,
    shelf,
    starting,
    visits,
    volunteers,
)
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.store import queries

KINDS = {one.id: one for one in library.efforts()}
READY = Volunteer(
    house=HOUSE, name="Birgit Holst", association="Naboerne",
    attest_on=TODAY, agreed_on=TODAY, secrecy_on=TODAY,
)  # fmt: skip


@pytest.fixture
def hanne(world):
    return world.session("hanne")


def test_a_house_makes_its_own_and_one_that_runs_keeps_its_version(hanne):
    """Put right or away it is offered anew; the effort that began reads its kind as it was."""
    ours = replace(KINDS["familiegruppe"], name="Onsdagsgruppen", max_families=4)
    ref = changing.keep_own(hanne, ours).id
    assert ref.startswith("onsdagsgruppen@")
    group = starting.save(hanne, _effort(hanne, "onsdagsgruppen")).id
    after = changing.keep_own(hanne, replace(ours, max_families=5), ref).id
    in_use = [one.ref for one in shelf.offered(hanne)]
    assert after in in_use
    assert ref not in in_use
    changing.put_away(hanne, after)
    assert reading.effort_page(hanne, group).kind.max_families == 4


@pytest.mark.parametrize(
    ("name", "way"),
    [("Børnefaglig undersøgelse", "undersoegelse"), ("Støtte fra kommunen", "stoette")],
)
def test_a_house_s_own_kind_is_counted_as_the_help_it_is_called(hanne, name, way):
    """What *Tal* says under »Pas på« is so: made under that name it counts, and nothing else does."""
    kind = changing.keep_own(hanne, replace(KINDS["raadgivningsforloeb"], name=name)).id
    figures = library.figures()
    (counted,) = [one.kinds for one in figures.help if one.id == way]
    assert counted == {kind.partition("@")[0]}
    assert f"»{name}«" in figures.of("foerste_hjaelp").beware


def _effort(session, kind, **more):
    from tests.services.efforts.group import effort

    return effort(session, kind, **more)


def test_the_programs_own_is_put_away_and_brought_back(hanne):
    ref = ref_of(hanne, "frivillige")
    changing.put_away(hanne, ref)
    with pytest.raises(Unclear, match="Vælg en"):
        begun(hanne, "frivillige", subject=Subject.AKTIVITET)
    changing.bring_back(hanne, ref)
    assert begun(hanne, "frivillige", subject=Subject.AKTIVITET)
    with pytest.raises(Unclear, match="kan ikke rettes"):
        changing.keep_own(hanne, KINDS["frivillige"], ref)


def test_a_kind_is_given_on_and_brought_in(hanne, tmp_path):
    file = tmp_path / "gruppe.toml"
    changing.give_on(hanne, ref_of(hanne, "familiegruppe"), file)
    offered = changing.look_at_file(hanne, file)
    assert offered.kind == KINDS["familiegruppe"]
    assert offered.known


@pytest.mark.parametrize("who", ["mette", "karen", "jonas"])
def test_kinds_are_the_leaders(world, who):
    with pytest.raises(NotAllowed):
        changing.keep_own(world.session(who), KINDS["frivillige"])


def test_a_young_mothers_phases_go_by_the_birth(hanne):
    """It begins with a child who is on the way; when she is born the days follow her birthday."""
    with hanne.write() as pen:
        unborn = Child(
            name="Ufødt Skovgaard", due=TODAY + timedelta(40), dagtilbud=HOUSE, stue="solsikken"
        )
        pen.put(unborn, "ufoedt")
    course = begun(hanne, "praktikforloeb", subject=Subject.UFOEDT)
    place = let_in(hanne, course, "ufoedt")
    plan = phases.phase_plan(hanne, place).phases
    assert plan[1].planned.guessed
    phases.enter(hanne, place, "gravid", TODAY, ("mette",))
    with hanne.write() as pen:
        pen.put(replace(unborn, name="Ida Skovgaard", born=TODAY + timedelta(44)), "ufoedt")
    phases.enter(hanne, place, "foedsel", TODAY + timedelta(44), ("line",))
    plan = phases.phase_plan(hanne, place).phases
    assert not plan[1].planned.guessed
    assert plan[0].went.record.last == TODAY + timedelta(43)
    assert plan[1].responsible == ("line",)
    with pytest.raises(Unclear, match="før den forrige"):
        phases.enter(hanne, place, "foedsel", TODAY, ("line",))


def test_a_course_for_the_young_says_whom_it_is_for(hanne):
    """The age may wait; one that is told is under the kind's own, and is kept with the place."""
    course = begun(hanne, "praktikforloeb", subject=Subject.BARN)
    for age, why in ((21, "under 21 år"), (3, "Hvor gammel")):
        with pytest.raises(Unclear, match=why):
            asked(hanne, course, "alma", age=age)
    place = asked(hanne, course, "alma", age=20)
    assert queries.one(hanne.vault, Enrolment, place).record.age == 20
    assert asked(hanne, begun(hanne), "bertil", age=40)


def test_an_unborn_child_needs_her_due_day(hanne):
    with hanne.write() as pen:
        pen.put(Child(name="Ufødt Skovgaard", dagtilbud=HOUSE, stue="solsikken"), "ufoedt")
    course = begun(hanne, "praktikforloeb", subject=Subject.UFOEDT)
    with pytest.raises(Unclear, match="termin"):
        asked(hanne, course, "ufoedt")


def test_a_dagplejer_writes_alone_and_somebody_else_reads_it_after(world, hanne):
    """She cannot read her own after, and whoever is not to write is told who is."""
    with hanne.write() as pen:
        pen.put(replace(hanne.staff()["hanne"], houses=(HOUSE, "dagplejen")), "hanne")
    hanne.refresh()
    team = begun(hanne, "forebyggelsesteam", subject=Subject.BARN, house="dagplejen")
    place = let_in(hanne, team, "villads")
    sheet = Sheet(
        effort=team, form="skema", name="", use=FormUse.START, day=TODAY, enrolment=place,
        answers=(FieldAnswer(field="set", text="Græder, når han skal sove."),),
    )  # fmt: skip
    jonas = world.session("jonas")
    with pytest.raises(NotAllowed, match="dagplejer"):
        sheets.save(hanne, sheet)
    one = sheets.save(jonas, sheet).id
    with pytest.raises(NotAllowed):
        sheets.review(jonas, one)
    sheets.review(hanne, one, "Vi ser på det mandag.")
    (kept,) = sheets.sheets(jonas, place)
    assert (kept.record.by, kept.record.reviewed_by) == (("jonas",), "hanne")
    sheets.save(jonas, sheet, one)
    assert sheets.sheets(jonas, place)[0].record.reviewed_on is None


def test_planned_visits_are_counted_against_held(hanne):
    """Cancelled ones stay; a visit of two professions is one together."""
    course = begun(hanne, "praktikforloeb", subject=Subject.BARN)
    place = let_in(hanne, course, "alma")
    log = VisitLog(effort=course, enrolment=place, day=TODAY, by=("mette", "line"))
    first, second = visits.save(hanne, log).id, visits.save(hanne, log).id
    visits.went(hanne, first, replace(log, minutes=50))
    with pytest.raises(Unclear, match="aflyst"):
        visits.cancel(hanne, second, " ")
    visits.cancel(hanne, second, "Barnet var sygt")
    assert visits.held(hanne, course) == visits.Held(planned=2, held=1, cancelled=1, together=1)


def test_a_visit_to_the_house_names_nobody(hanne):
    course = begun(hanne, "konsulentbesoeg", subject=Subject.HUS)
    log = VisitLog(effort=course, day=TODAY, by=("line",), status=SessionState.HOLDT)
    with pytest.raises(NamesSomeone):
        visits.save(hanne, replace(log, note="Vi talte om Alma"))
    assert visits.save(hanne, replace(log, note="Vi talte om søvn"))


def test_a_volunteer_begins_when_all_is_in_place(hanne):
    """Børneattest, agreement and tavshedspligt; what is missing is said."""
    group = begun(hanne, "frivillige", subject=Subject.AKTIVITET)
    half = volunteers.save(hanne, replace(READY, attest_on=None, secrecy_on=None)).id
    spot = VolunteerPlace(volunteer=half, effort=group, from_day=TODAY)
    with pytest.raises(Unclear, match="børneattesten og tavshedspligten"):
        volunteers.place(hanne, spot)
    volunteers.save(hanne, READY, half)
    volunteers.place(hanne, spot)
    hours.save(
        hanne,
        Hours(effort=group, day=TODAY, minutes=90, went_to=HoursFor.FRIVILLIG, volunteer=half),
    )
    assert [one.record.minutes for one in hours.hours(hanne, group)] == [90]
    volunteers.stop(hanne, half, TODAY)
    assert [one.record.until for one in volunteers.places(hanne, half)] == [TODAY]


def test_a_volunteer_is_never_tied_to_case_notes(hanne):
    """To a family's place in the effort at most; the record has nowhere to point to a note."""
    group = begun(hanne, "frivillige")
    place = let_in(hanne, group, "alma")
    who = volunteers.save(hanne, READY).id
    spot = VolunteerPlace(
        volunteer=who, effort=group, enrolment=place, child="emil", from_day=TODAY
    )
    kept = queries.one(hanne.vault, VolunteerPlace, volunteers.place(hanne, spot).id).record
    assert kept.child == "alma"
    assert who not in hanne.staff()
    with pytest.raises(NamesSomeone):
        volunteers.save(hanne, replace(READY, note="Er god til Alma"))


@pytest.mark.parametrize("who", ["mette", "karen", "jonas"])
def test_volunteers_are_the_leaders_to_agree_with(world, hanne, who):
    key = volunteers.save(hanne, READY).id
    other = world.session(who)
    for act in (
        lambda: volunteers.save(other, READY),
        lambda: volunteers.stop(other, key, TODAY),
    ):
        with pytest.raises((NotAllowed, NotFound)):
            act()


def test_nothing_of_an_indsats_is_written_by_the_side_door(hanne):
    """Not as if it were a small note about the child."""
    course = begun(hanne, "praktikforloeb", subject=Subject.BARN)
    place = let_in(hanne, course, "alma")
    with pytest.raises(NotAllowed):
        recording.save(
            hanne, VisitLog(effort=course, enrolment=place, child="alma", day=date(2026, 11, 1))
        )
    with pytest.raises(NotAllowed, match="indsatsen"):
        recording.take_back(hanne, place)
