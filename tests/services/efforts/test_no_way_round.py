"""No way round a family's no, the guard or a colleague's answer; and no count that tells of a family unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.services.efforts.group import (
    HOUSE,
    TODAY,
    asked,
    away,
    begun,
    came,
    consent,
    let_in,
    planned,
)
from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import (
    Attends,
    Enrolment,
    EnrolmentState,
    Presence,
    Seated,
    SessionState,
)
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet
from tvaerfaglig.domain.efforts.volunteers import Volunteer, VolunteerPlace
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.protection import Against, Basis, Samtykke
from tvaerfaglig.services import drafts, recording
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.consent import acts as consents
from tvaerfaglig.services.efforts import (
    attendance,
    calling,
    enrolling,
    goals,
    group_note,
    phases,
    roll,
    rules,
    sheets,
    undoing,
    visits,
    volunteers,
)
from tvaerfaglig.services.efforts.enrolling import Ended
from tvaerfaglig.services.efforts.papers import visits as visit_papers
from tvaerfaglig.services.efforts.roll import Called
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.store import queries

READY = Volunteer(
    house=HOUSE, name="Birgit Holst", host="mette", asked_on=TODAY, attest_on=TODAY,
    agreed_on=TODAY, secrecy_on=TODAY,
)  # fmt: skip


@pytest.fixture
def hanne(world):
    return world.session("hanne")


def _given(session, child):
    return queries.of_child(session.vault, Samtykke, child)[0].id


def _place(session, key):
    return queries.one(session.vault, Enrolment, key).record


def _paused(session, effort, child="alma"):
    """A place whose family took its yes back."""
    key = let_in(session, effort, child)
    consents.withdraw(session, _given(session, child), f"{child}-mor")
    return key


# a family's no


def test_a_yes_taken_back_is_not_got_round_by_naming_none(hanne):
    """Nor by another that holds no longer; a new one that holds lets the place go on, and back again it pauses."""
    group = begun(hanne)
    key = _paused(hanne, group)
    before = _place(hanne, key)
    with pytest.raises(Unclear, match="nyt samtykke"):
        enrolling.ask(hanne, replace(before, samtykke=""), key)
    with hanne.write() as pen:
        over = pen.put(Samtykke(child="alma", given_by="alma-mor", given_on=TODAY - timedelta(90),
                                until=TODAY - timedelta(1)))  # fmt: skip
    with pytest.raises(Unclear, match="nyt samtykke"):
        enrolling.ask(hanne, replace(before, samtykke=over), key)
    enrolling.ask(hanne, replace(before, referrer="Sundhedsplejersken"), key)
    enrolling.ask(hanne, replace(before, samtykke=consent(hanne, "alma")), key)
    enrolling.ask(hanne, before, key)
    assert _place(hanne, key).samtykke == before.samtykke


def test_a_place_that_asks_a_yes_does_not_lose_it(hanne):
    """On the list it may still be put right; once the place is given it stays named."""
    group = begun(hanne)
    key = asked(hanne, group, "alma")
    on_list = _place(hanne, key)
    enrolling.ask(hanne, replace(on_list, samtykke=""), key)
    enrolling.ask(hanne, on_list, key)
    enrolling.admit(hanne, key, TODAY)
    with pytest.raises(Unclear, match="nyt samtykke"):
        enrolling.ask(hanne, replace(on_list, samtykke=""), key)


def test_a_yes_that_a_place_rests_on_is_not_taken_back_as_a_slip(hanne):
    group = begun(hanne)
    let_in(hanne, group, "alma")
    with pytest.raises(NotAllowed, match="Træk det tilbage"):
        recording.take_back(hanne, _given(hanne, "alma"))


def test_nothing_new_is_written_by_any_road_while_the_yes_is_taken_back(hanne):
    """Neither a goal taken up, nor what the next phase must know, nor a sentence of the group's, nor a volunteer."""
    group = begun(hanne)
    key = let_in(hanne, group, "alma")
    (day,) = planned(hanne, group)
    roll.call(hanne, day, [came(key)])
    goal = goals.save(
        hanne,
        Goal(effort="", enrolment=key, child="", day=TODAY, text="Bliver", steps=("Går", "Bliver")),
    ).id
    course = begun(hanne, "praktikforloeb", name="Forløb", subject=Subject.BARN)
    place = let_in(hanne, course, "alma", samtykke=_given(hanne, "alma"))
    first = phases.phase_plan(hanne, place).phases[0].planned.rule.id
    phases.enter(hanne, place, first, TODAY, ("hanne",))
    volunteer = volunteers.save(hanne, READY).id
    helped = begun(hanne, "frivillige", name="Hjælpere")
    there = let_in(hanne, helped, "alma", samtykke=_given(hanne, "alma"))
    spot = VolunteerPlace(volunteer=volunteer, effort=helped, enrolment=there, from_day=TODAY)
    before = volunteers.place(hanne, spot).id
    volunteers.end(hanne, before, TODAY)
    for yes in {_place(hanne, one).samtykke for one in (key, place, there)}:
        consents.withdraw(hanne, yes, "alma-mor")
    goals.drop(hanne, goal, "Det er slut")
    for act in (
        lambda: goals.take_up(hanne, goal),
        lambda: phases.note(hanne, place, first, "Husk vuggen"),
        lambda: group_note.move_to_family(hanne, day, key, "Alma sov."),
        lambda: volunteers.place(hanne, replace(spot, from_day=TODAY + timedelta(1))),
        lambda: volunteers.go_on(hanne, before),
    ):
        with pytest.raises(Unclear, match="på pause"):
            act()


@pytest.mark.parametrize("kind", ["raadgivningsforloeb", "familiegruppe"])
def test_what_is_for_parents_has_one_of_them_in_it(hanne, kind):
    """Who comes may wait while the family does; without a grown-up there is no place, and none goes out of one."""
    effort = begun(hanne, kind, seated=())
    key = asked(hanne, effort, "alma", adults=())
    with pytest.raises(Unclear, match="Hvem af de voksne"):
        enrolling.admit(hanne, key, TODAY)
    alone = rules.place(hanne, key).record
    mother = Attends(person="alma-mor", called="Katarzyna Nowak", relation="mor")
    enrolling.ask(hanne, replace(alone, adults=(mother,)), key)
    enrolling.admit(hanne, key, TODAY)
    with pytest.raises(Unclear, match="Hvem af de voksne"):
        enrolling.ask(hanne, replace(rules.place(hanne, key).record, adults=()), key)


# the guard


def test_what_was_planned_with_a_guarded_family_can_be_called_off(hanne):
    """It is not held, and no volunteer comes there again; nobody comes back into the group meanwhile."""
    course = begun(hanne, "praktikforloeb", subject=Subject.BARN)
    place = let_in(hanne, course, "alma")
    log = VisitLog(effort=course, enrolment=place, day=TODAY, by=("mette",))
    visit = visits.save(hanne, log).id
    helped = begun(hanne, "frivillige", name="Hjælpere")
    there = let_in(hanne, helped, "alma")
    who = volunteers.save(hanne, READY).id
    spot = VolunteerPlace(volunteer=who, effort=helped, enrolment=there, from_day=TODAY)
    comes = volunteers.place(hanne, spot).id
    volunteers.end(hanne, comes, TODAY)
    group = begun(hanne)
    over = let_in(hanne, group, "alma")
    enrolling.end(hanne, over, Ended(EnrolmentState.AFSLUTTET, TODAY))
    protecting.set_guard(hanne, "alma", Against.FORAELDER)
    with pytest.raises(Unclear, match="Værnet"):
        visits.went(hanne, visit, log)
    with pytest.raises(Unclear, match="Værnet"):
        volunteers.go_on(hanne, comes)
    with pytest.raises(Unclear, match="Værnet"):
        enrolling.undo(hanne, over)
    visits.cancel(hanne, visit, "Aflyst af huset")
    assert queries.one(hanne.vault, VisitLog, visit).record.status is SessionState.AFLYST


def test_what_parents_said_at_a_visit_is_gone_under_the_guard(hanne):
    """On the list of visits, and in the report."""
    course = begun(hanne, "praktikforloeb", subject=Subject.BARN)
    place = let_in(hanne, course, "alma")
    log = VisitLog(
        effort=course, enrolment=place, day=TODAY, by=("mette",), status=SessionState.HOLDT,
        said="Han sover ikke.", decided="Far ringer.", note="Vi ses.",
    )  # fmt: skip
    key = visits.save(hanne, log).id
    protecting.set_guard(hanne, "alma", Against.FORAELDER)
    (one,) = visits.visits(hanne, course)
    assert (one.record.said, one.record.decided, one.record.note) == ("", "", "Vi ses.")
    told = repr(visit_papers.report(hanne, key))
    assert "Vi ses." in told
    assert "sover" not in told
    assert "ringer" not in told


# two at the same roll


def test_a_colleagues_answer_is_not_written_over(world, hanne):
    """The same answer again is no harm; another is said, and hers stands with what was noted by it."""
    group = begun(hanne)
    places = [let_in(hanne, group, one) for one in ("alma", "emil")]
    (day,) = planned(hanne, group)
    mette = world.session("mette")
    late = [came(places[0]), away(places[1])]
    calling.keep(hanne, day, late)
    roll.call(mette, day, [away(places[0]), away(places[1])])
    group_note.move_to_family(mette, day, places[0], "Ringede om formiddagen.")
    with pytest.raises(Unclear, match="imens"):
        calling.hand_in(hanne, day, late)
    kept = queries.one(hanne.vault, Presence, roll.presence_id(day, places[0])).record
    assert (kept.came, kept.note) == (False, "Ringede om formiddagen.")
    assert roll.call(hanne, day, [away(places[0])]).left == 0
    kept = queries.one(hanne.vault, Presence, roll.presence_id(day, places[0])).record
    assert kept.note == "Ringede om formiddagen."


def test_a_roll_taken_back_is_a_draft_before_it_is_gone(hanne, monkeypatch):
    """Killed in between nothing is lost; refused no draft is left behind."""
    group = begun(hanne)
    key = let_in(hanne, group, "alma")
    (day,) = planned(hanne, group)
    with pytest.raises(NotFound):
        calling.take_back(hanne, day, [came(key)], Called(0, Changes()))
    assert drafts.mine(hanne) == []
    called = calling.hand_in(hanne, day, [came(key)])

    def killed(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr(roll, "take_back", killed)
    with pytest.raises(KeyboardInterrupt):
        calling.take_back(hanne, day, [came(key)], called)
    assert [one.kind for one in drafts.mine(hanne)] == [Presence.KIND]


# need to know


def test_the_days_count_nobody_unseen(world, hanne):
    """Line is let in to Emil: she is told how many have an answer, and not whether Alma's family came."""
    group = begun(hanne)
    places = {one: let_in(hanne, group, one) for one in ("alma", "bertil")}
    (day,) = planned(hanne, group)
    roll.call(hanne, day, [came(places["alma"]), away(places["bertil"])])
    line = world.session("line")
    seen = {one for one in places if one in line.children()}
    page = attendance.days_page(line, group)
    assert page.answered[day] == (2, 2)
    assert page.came[day] == (int("alma" in seen), len(seen))
    assert len(seen) < 2
    assert attendance.days_page(hanne, group).came[day] == (1, 2)


# whose it is


def test_the_authors_of_a_sheet_stay_its_authors(world, hanne):
    """Else she who wrote it could read it after, once a colleague had put it right; nor is it shown by being saved."""
    team = begun(
        hanne, "familiegruppe", name="Gruppen", subject=Subject.FAMILIE,
    )  # fmt: skip
    key = let_in(hanne, team, "alma")
    made = Sheet(
        effort=team, form="status", name="", use=FormUse.STATUS, day=TODAY, enrolment=key,
        answers=(FieldAnswer(field="lykkes", text="Ro ved bordet"),), shown_on=date(2020, 1, 1),
    )  # fmt: skip
    one = sheets.save(hanne, made).id
    assert queries.one(hanne.vault, Sheet, one).record.shown_on is None
    sheets.save(world.session("mette"), made, one)
    assert queries.one(hanne.vault, Sheet, one).record.by == ("hanne", "mette")


def test_a_visit_taken_back_stands_in_the_childs_own_log(world, hanne):
    """By today, and never a visit that was written another day."""
    course = begun(hanne, "praktikforloeb", subject=Subject.BARN)
    place = let_in(hanne, course, "alma")
    plain = VisitLog(effort=course, enrolment=place, day=TODAY, by=("mette",))
    old, new = visits.save(hanne, plain).id, ""
    world.clock.forward(days=1)
    later = world.session("hanne")
    with pytest.raises(NotFound, match="Aflys"):
        visits.take_back(later, (old,))
    new = visits.save(later, plain).id
    visits.take_back(later, (new,))
    assert queries.one(later.vault, VisitLog, new) is None
    assert [one.record.child for one in queries.all_of(later.vault, Erased)] == ["alma"]


def test_one_undo_is_one_familys(hanne):
    group = begun(hanne)
    keys = [let_in(hanne, group, one) for one in ("alma", "emil")]
    made = [
        goals.save(
            hanne,
            Goal(
                effort="", enrolment=one, child="", day=TODAY, text="Bliver", steps=("Går", "Sid")
            ),
        ).id
        for one in keys
    ]
    with pytest.raises(NotAllowed):
        undoing.take_back(hanne, *made)


def test_a_volunteers_place_is_not_put_back_as_another(hanne):
    """*Fortryd* takes what stood, and not a family she never came to."""
    helped = begun(hanne, "frivillige", seated=(Seated(seat="koordinator", staff="hanne"),)[:0])
    there, other = (let_in(hanne, helped, one) for one in ("alma", "emil"))
    who = volunteers.save(hanne, READY).id
    spot = VolunteerPlace(volunteer=who, effort=helped, enrolment=there, from_day=TODAY)
    key = volunteers.place(hanne, spot).id
    stopped = volunteers.stop(hanne, who, TODAY)
    (before,) = [made for one, made in stopped.before if one == key]
    for wrong in (replace(before, enrolment=other, child="emil"), replace(before, effort="x")):
        with pytest.raises(NotFound):
            volunteers.put_back(hanne, [(key, wrong)])
    with pytest.raises(NotFound):
        volunteers.put_back(hanne, [("ny", before)])
    volunteers.put_back(hanne, stopped.before)
    assert volunteers.places(hanne, who)[0].record.until is None


def test_a_volunteer_stops_coming_when_the_family_does(hanne):
    """In the same act, and back with it; not if she was over before, or has left the house since."""
    helped = begun(hanne, "frivillige")
    there = let_in(hanne, helped, "alma")
    who = volunteers.save(hanne, READY).id
    until = TODAY + timedelta(60)
    spot = VolunteerPlace(
        volunteer=who, effort=helped, enrolment=there, from_day=TODAY, until=until
    )  # fmt: skip
    key = volunteers.place(hanne, spot).id
    over = Ended(EnrolmentState.AFSLUTTET, TODAY)
    done = enrolling.end(hanne, there, over)
    assert {one.record for one in done.changes.touched} == {key, there}
    assert [one.record.until for one in volunteers.places(hanne, who)] == [TODAY]
    enrolling.undo(hanne, there)
    assert [one.record.until for one in volunteers.places(hanne, who)] == [until]
    enrolling.end(hanne, there, over)
    volunteers.stop(hanne, who, TODAY)
    enrolling.undo(hanne, there)
    assert [one.record.until for one in volunteers.places(hanne, who)] == [TODAY]


def test_no_refusal_tells_whose_family_is_in_it(world, hanne):
    """Line writes a name she may not see in Alma's roll: it is taken down, and paper hides it; Hanne is stopped."""
    group = begun(hanne)
    alma, _ = (let_in(hanne, group, one) for one in ("alma", "bertil"))
    (day,) = planned(hanne, group)
    protecting.share_child(hanne, "alma", "line", Basis.UNDERRETNINGSPLIGT)
    line = world.session("line")
    said = replace(came(alma), note="Hun talte om Bertil Kjær.")
    assert "bertil" not in line.children()
    assert roll.call(line, day, [said]).left == 1
    with pytest.raises(NamesSomeone):
        roll.answer_again(hanne, day, said)
