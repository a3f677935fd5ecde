"""A familiegruppe from the list to the end: days, roll, goals, status, and that no family sees another."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.services.efforts.group import (
    TODAY,
    asked,
    away,
    begun,
    came,
    consent,
    effort,
    let_in,
    planned,
)
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.goals import Goal, Score
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.planning import SessionPlan
from tvaerfaglig.domain.efforts.records import (
    Attends,
    EffortState,
    Enrolment,
    EnrolmentState,
    Presence,
    SessionState,
    Stand,
)
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet
from tvaerfaglig.domain.protection import Against, Basis
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.efforts import (
    enrolling,
    families,
    family_view,
    goals,
    reading,
    roll,
    rules,
    sessions,
    sheets,
    starting,
)
from tvaerfaglig.services.efforts.enrolling import Ended
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.services.names import Names
from tvaerfaglig.store import queries

FAMILIES = ("alma", "bertil", "emil")


@pytest.fixture
def hanne(world):
    return world.session("hanne")


def goal_of(place, **more):
    made = Goal(
        effort="", enrolment=place, child="", day=TODAY, text="Bliver ved bordet",
        steps=("Går fra bordet", "Sidder kort", "Bliver, til hun er mæt"),
    )  # fmt: skip
    return replace(made, **more)


def sheet_of(group, place, form="arbejdspapir", **more):
    written = {
        "arbejdspapir": ("baggrund", "fokuspunkt"),
        "status": ("lykkes",),
    }[form]
    answers = tuple(FieldAnswer(field=one, text="Ro ved bordet") for one in written)
    made = Sheet(
        effort=group,
        form=form,
        name="",
        use=FormUse.START,
        day=TODAY,
        enrolment=place,
        answers=answers,
    )
    return replace(made, **more)


def test_the_list_goes_by_reason_and_shows_whom_one_may_see(hanne):
    """A family that goes first needs a word of why; each has its number."""
    group = begun(hanne)
    asked(hanne, group, "alma", asked_on=TODAY - timedelta(9))
    asked(hanne, group, "bertil", asked_on=TODAY - timedelta(3))
    with pytest.raises(Unclear, match="forklare"):
        asked(hanne, group, "emil", priority="soeskende")
    asked(hanne, group, "emil", priority="soeskende", priority_because="Termin i januar")
    listed = families.families(hanne, group).waiting
    assert [(one.rank, one.child) for one in listed] == [(1, "emil"), (2, "alma"), (3, "bertil")]
    assert listed[0].place.priority_name == "Der kommer snart en bror eller søster"
    assert listed[1].days == 9


def test_a_place_needs_a_yes_and_room(hanne):
    """Without the family's consent, or with all places taken, it stays on the list."""
    group = begun(hanne, max_families=1)
    first = asked(hanne, group, "alma", samtykke="")
    with pytest.raises(Unclear, match="samtykke"):
        enrolling.admit(hanne, first, TODAY)
    stored = queries.one(hanne.vault, Enrolment, first).record
    enrolling.ask(hanne, replace(stored, samtykke=consent(hanne, "alma")), first)
    enrolling.admit(hanne, first, TODAY)
    second = asked(hanne, group, "bertil")
    with pytest.raises(Unclear, match="ikke plads"):
        enrolling.admit(hanne, second, TODAY)
    enrolling.undo(hanne, first)
    enrolling.admit(hanne, second, TODAY)
    assert [one.child for one in families.families(hanne, group).waiting] == ["alma"]


def test_another_childs_consent_is_no_yes(hanne):
    group = begun(hanne)
    with pytest.raises(Unclear, match="Hvilket samtykke"):
        asked(hanne, group, "alma", samtykke=consent(hanne, "bertil"))


def test_nobody_begins_while_the_guard_hides_the_parents(hanne):
    group = begun(hanne)
    key = asked(hanne, group, "alma")
    protecting.set_guard(hanne, "alma", Against.FORAELDER)
    with pytest.raises(Unclear, match="Værnet"):
        enrolling.admit(hanne, key, TODAY)


def test_a_plan_is_one_act_and_is_taken_back_whole(hanne):
    """Holidays left out; a day that was used stays."""
    group = begun(hanne)
    plan = SessionPlan(first=TODAY, times=9)
    proposal = sessions.propose(hanne, group, plan)
    assert [one.asked.isoformat() for one in proposal.days if one.day is None] == [
        "2026-12-24", "2026-12-31",
    ]  # fmt: skip
    before = hanne.vault.log.count()
    accepted = sessions.accept(hanne, group, plan, proposal.days)
    assert len(accepted.sessions) == 9
    assert sessions.propose(hanne, group, plan).new == ()
    sessions.write(hanne, accepted.sessions[0], theme="Søvn", note="")
    sessions.take_back(hanne, accepted.sessions)
    left = reading.effort_page(hanne, group).sessions
    assert [one.id for one in left] == [accepted.sessions[0]]
    assert hanne.vault.log.count() > before


def test_the_roll_cannot_skip_a_family(hanne):
    """Not by leaving it out, not by an empty answer, not by a stranger's; then the day is held."""
    group = begun(hanne)
    places = [let_in(hanne, group, one) for one in FAMILIES]
    (day,) = planned(hanne, group)
    for marks, said in (
        ([came(one) for one in places[:2]], "mangler"),
        ([*(came(one) for one in places[:2]), away(places[2], " ")], "grund"),
        ([*(came(one) for one in places), came("en anden")], "ikke til en familie"),
        ([*(came(one) for one in places[:2]), came(places[2], "alma-mor")], "hører ikke til"),
    ):
        with pytest.raises(Unclear, match=said):
            roll.call(hanne, day, marks)
    assert queries.all_of(hanne.vault, Presence) == []
    called = roll.call(
        hanne, day, [came(places[0], "barnet", "alma-mor"), came(places[1]), away(places[2])]
    )
    assert called.left == 0
    kept = roll.roll(hanne, day)
    assert kept.status is SessionState.HOLDT
    assert kept.to_call().is_whole
    assert [one.stand for one in kept.families[1].said.there] == [Stand.TIL_STEDE, Stand.IKKE]
    assert kept.families[2].said.reason == "Syg"


def test_a_family_one_may_not_see_waits_for_a_colleague(world, hanne):
    """Line is let in to one child: she calls her, is told no other name, and the day is open until the rest is called."""
    group = begun(hanne)
    places = {one: let_in(hanne, group, one) for one in ("alma", "bertil")}
    (day,) = planned(hanne, group)
    protecting.share_child(hanne, "alma", "line", Basis.UNDERRETNINGSPLIGT)
    line = world.session("line")
    seen = roll.roll(line, day)
    assert [one.child for one in seen.families] == ["alma"]
    assert seen.unseen == 1
    assert "Bertil" not in repr(seen)
    with pytest.raises(Unclear):
        roll.call(line, day, [came(places["alma"]), came(places["bertil"])])
    assert roll.call(line, day, [came(places["alma"])]).left == 1
    assert roll.roll(hanne, day).status is SessionState.PLANLAGT
    assert roll.call(hanne, day, [away(places["bertil"])]).left == 0
    assert roll.roll(hanne, day).status is SessionState.HOLDT


def test_the_roll_is_taken_back(hanne):
    group = begun(hanne)
    key = let_in(hanne, group, "alma")
    (day,) = planned(hanne, group)
    roll.take_back(hanne, day, roll.call(hanne, day, [came(key)]))
    again = roll.roll(hanne, day)
    assert again.status is SessionState.PLANLAGT
    assert again.to_call().next == key


def test_no_roll_of_a_day_to_come(hanne):
    group = begun(hanne)
    key = let_in(hanne, group, "alma")
    (day,) = planned(hanne, group, first=TODAY + timedelta(7))
    with pytest.raises(Unclear, match="ikke kommet"):
        roll.call(hanne, day, [came(key)])


@pytest.mark.parametrize(
    "note",
    ["Alma var glad.", "Godt gået af Katarzyna", "Moralma H. sang for", "Det var EMIL, der lo."],
)
def test_what_every_family_reads_names_nobody(hanne, note):
    """Neither a child, nor a parent on a card, nor somebody who only came along; theme, reason and place too."""
    group = begun(hanne)
    for one in FAMILIES:
        let_in(hanne, group, one)
    (day,) = planned(hanne, group)
    with pytest.raises(NamesSomeone):
        sessions.write(hanne, day, theme="Søvn", note=note)
    with pytest.raises(NamesSomeone):
        sessions.cancel(hanne, day, note)
    with pytest.raises(NamesSomeone):
        starting.save(hanne, effort(hanne, name=note), group)
    sessions.write(hanne, day, theme="Søvn", note="Alle fik talt. Mette læste højt.")


def _filled(hanne):
    """Three families with everything a family can have."""
    group = begun(hanne)
    places = {one: let_in(hanne, group, one, referrer=f"Kilde {one}") for one in FAMILIES}
    (day,) = planned(hanne, group)
    sessions.write(hanne, day, theme="Søvn", note="Alle fik talt.")
    roll.call(hanne, day, [away(key, f"Syg {one}") for one, key in places.items()])
    for one, key in places.items():
        goals.save(hanne, goal_of(key, text=f"Mål for barn nr. {FAMILIES.index(one)} {key}"))
        sheets.save(hanne, sheet_of(group, key))
    return group, places


@pytest.mark.parametrize("own", FAMILIES)
def test_one_familys_page_never_carries_anothers_data(hanne, own):
    """Neither ids nor names, nor anything that was written in another's place, goals, sheets or roll."""
    group, places = _filled(hanne)
    page = family_view.open_family(hanne, places[own])
    told = repr(replace(page, names=Names({}, {}, "")))
    assert places[own] in told
    assert f"Kilde {own}" in told
    for other in set(FAMILIES) - {own}:
        child = hanne.child(other).record
        mine = queries.one(hanne.vault, Enrolment, places[other]).record
        theirs = [
            other,
            places[other],
            mine.samtykke,
            mine.referrer,
            f"Syg {other}",
            child.first_name,
        ]
        theirs += [one.called for one in mine.adults] + [one.name for one in child.parents]
        theirs += [one.id for one in goals.goals(hanne, places[other])]
        theirs += [one.id for one in sheets.sheets(hanne, places[other])]
        assert [one for one in theirs if one in told] == []
    assert group in told


def test_a_familys_own_text_may_not_name_another(hanne):
    """In a goal, a sheet, an absence, an outcome: the page would carry it."""
    group = begun(hanne)
    alma, emil = let_in(hanne, group, "alma"), let_in(hanne, group, "emil")
    (day,) = planned(hanne, group)
    with pytest.raises(NamesSomeone):
        goals.save(hanne, goal_of(alma, text="Leger med Emil"))
    with pytest.raises(NamesSomeone):
        sheets.save(
            hanne, sheet_of(group, alma, answers=(
                FieldAnswer(field="baggrund", text="Slog Emil"), FieldAnswer(field="fokuspunkt", text="Ro"),
            )),
        )  # fmt: skip
    with pytest.raises(NamesSomeone):
        roll.call(hanne, day, [away(alma, "Passede Emil"), came(emil)])
    with pytest.raises(NamesSomeone):
        enrolling.end(
            hanne, alma, Ended(EnrolmentState.AFSLUTTET, TODAY, outcome="Bedre end Emils")
        )
    goals.save(hanne, goal_of(alma, text="Alma leger med en anden"))


def test_goals_are_scored_at_start_and_status_and_keep_their_steps(world, hanne):
    """A status has a step for every goal; the steps that were scored stand."""
    group = begun(hanne)
    key = let_in(hanne, group, "alma")
    one = goals.save(hanne, goal_of(key)).id
    with pytest.raises(Unclear, match="trin på hvert mål"):
        sheets.hold_status(hanne, sheet_of(group, key), {})
    sheets.hold_status(
        hanne, sheet_of(group, key), {one: Score(at=FormUse.START, day=TODAY, step=1)}
    )
    world.clock.set(datetime(2027, 1, 14, 8))
    later = world.session("hanne")
    assert sheets.status_due(later, group)[0].on == TODAY + timedelta(weeks=8)
    status = sheet_of(group, key, "status", day=later.today)
    sheets.hold_status(later, status, {one: Score(at=FormUse.STATUS, day=TODAY, step=3)})
    (kept,) = goals.goals(later, key)
    assert kept.record.change == 2
    assert kept.record.latest.reached == "Bliver, til hun er mæt"
    assert sheets.status_due(later, group)[0].on == later.today + timedelta(weeks=8)
    with pytest.raises(Unclear, match="trinene bliver"):
        goals.save(later, goal_of(key, steps=("a", "b")), one)


def test_a_sheet_asks_for_what_must_be_there_and_nothing_else(hanne):
    group = begun(hanne)
    key = let_in(hanne, group, "alma")
    with pytest.raises(Unclear, match="Fokuspunkt"):
        sheets.save(hanne, sheet_of(group, key, answers=(FieldAnswer(field="baggrund", text="x"),)))
    with pytest.raises(Unclear, match="ingen plads"):
        sheets.save(
            hanne, replace(
                sheet_of(group, key),
                answers=(*sheet_of(group, key).answers, FieldAnswer(field="hemmelig", text="x")),
            ),
        )  # fmt: skip


def test_the_parents_fields_stand_still_under_the_guard(hanne):
    """What they said before stays; nothing new is written in their name."""
    group = begun(hanne)
    key = let_in(hanne, group, "alma")
    plain = sheet_of(group, key)
    said = FieldAnswer(field="foraeldrenes-ord", text="Hun sover bedre")
    one = sheets.save(hanne, replace(plain, answers=(*plain.answers, said))).id
    protecting.set_guard(hanne, "alma", Against.FORAELDER)
    new = replace(said, text="Noget nyt")
    sheets.save(hanne, replace(plain, answers=(*plain.answers, new)), one)
    kept = queries.one(hanne.vault, Sheet, one).record
    assert kept.answer("foraeldrenes-ord").text == "Hun sover bedre"
    (shown,) = sheets.sheets(hanne, key)
    assert not shown.record.answer("foraeldrenes-ord").text
    with pytest.raises(Unclear, match="Værnet"):
        sheets.shown_to_parents(hanne, one, TODAY)


def test_it_is_closed_when_every_family_has_ended(hanne):
    """Who left early says why; nothing is lost, and it can be opened again."""
    group = begun(hanne)
    key = let_in(hanne, group, "alma")
    with pytest.raises(Unclear, match="først"):
        starting.close(hanne, group, "Det gik godt.")
    with pytest.raises(Unclear, match="hvorfor"):
        enrolling.end(hanne, key, Ended(EnrolmentState.FALDET_FRA, TODAY))
    enrolling.end(hanne, key, Ended(EnrolmentState.FALDET_FRA, TODAY, because="Flyttede"))
    with pytest.raises(NamesSomeone):
        starting.close(hanne, group, "Alma blev glad.")
    starting.close(hanne, group, "Det gik godt.")
    assert rules.found(hanne, group).record.status is EffortState.AFSLUTTET
    with pytest.raises(Unclear, match="afsluttet"):
        asked(hanne, group, "bertil")
    before = rules.found(hanne, group).record
    starting.reopen(hanne, group)
    assert rules.found(hanne, group).record.is_open
    earlier = replace(before, ended_on=TODAY - timedelta(40))
    starting.close_again(hanne, group, earlier)
    assert rules.found(hanne, group).record == earlier


@pytest.mark.parametrize("who", ["mette", "karen", "jonas"])
def test_a_group_is_begun_by_the_leader(world, who):
    with pytest.raises((NotAllowed, Unclear)):
        begun(world.session(who))


def test_the_socialraadgiver_begins_her_own_course(world):
    """With herself in the seat; for a child whom she is let in to."""
    karen = world.session("karen")
    from tvaerfaglig.domain.efforts.records import Seated

    with pytest.raises(Unclear, match="rollerne"):
        begun(karen, "raadgivningsforloeb")
    course = begun(karen, "raadgivningsforloeb", seated=(Seated(seat="raadgiver", staff="karen"),))
    with pytest.raises(NotAllowed):
        asked(karen, course, "alma")
    protecting.share_child(world.session("mette"), "alma", "karen", Basis.TIDLIGT_SAMARBEJDE)
    assert let_in(karen, course, "alma")


@pytest.mark.parametrize("who", ["karen", "jonas"])
def test_whoever_is_not_in_it_neither_sees_nor_runs_it(world, hanne, who):
    group = begun(hanne)
    (day,) = planned(hanne, group)
    other = world.session(who)
    assert reading.efforts(other) == ()
    for act in (
        lambda: reading.effort_page(other, group),
        lambda: roll.roll(other, day),
        lambda: sessions.cancel(other, day, "Nu"),
        lambda: starting.close(other, group, "Nu"),
        lambda: families.families(other, group),
    ):
        with pytest.raises(NotFound):
            act()


def test_a_colleague_of_the_house_sees_and_does_not_run(world, hanne):
    group = begun(hanne, seated=())
    (day,) = planned(hanne, group)
    mette = world.session("mette")
    assert reading.effort_page(mette, group).runs is False
    for act in (lambda: roll.roll(mette, day), lambda: sessions.cancel(mette, day, "Nu")):
        with pytest.raises(NotAllowed):
            act()


def test_a_seat_is_for_its_professions(hanne):
    from tvaerfaglig.domain.efforts.records import Seated

    with pytest.raises(Unclear, match="er for"):
        begun(hanne, seated=(Seated(seat="sundhedsplejerske", staff="mette"),))
    three = tuple(Seated(seat="gruppeleder", staff=one) for one in ("mette", "yusuf", "mette"))
    with pytest.raises(Unclear, match="plads til 2"):
        begun(hanne, seated=three)


def test_a_sibling_is_written_by_name_and_not_by_her_card(hanne):
    """Else her id would stand in another's place."""
    group = begun(hanne)
    with pytest.raises(Unclear, match="deres egen plads"):
        asked(hanne, group, "alma", siblings=(Attends(person="bertil", called="Bertil"),))


def test_an_activity_has_no_families(hanne):
    group = begun(hanne, "frivillige", subject=Subject.AKTIVITET, activity="Højtlæsning")
    with pytest.raises(Unclear, match="ikke om børn"):
        asked(hanne, group, "alma")
    (day,) = planned(hanne, group)
    sessions.hold_without_families(hanne, day)
    assert reading.effort_page(hanne, group).sessions[0].record.status is SessionState.HOLDT
