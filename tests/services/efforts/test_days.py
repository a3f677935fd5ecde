"""The days of an indsats one by one, what is noted of them, who came, and visits planned by the year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from tests.services.efforts.group import TODAY, away, begun, came, let_in, planned
from tvaerfaglig.domain.efforts.attendance import Came
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.planning import SessionPlan
from tvaerfaglig.domain.efforts.records import EffortSession, Seated, SessionState
from tvaerfaglig.domain.efforts.rhythm import Every
from tvaerfaglig.domain.efforts.roll_call import Mark, RollCall
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.domain.visiting.attachment import Attachment, HouseClosed
from tvaerfaglig.domain.visiting.visit import Visit
from tvaerfaglig.services import drafts
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.efforts import (
    attendance,
    calling,
    group_note,
    house_visits,
    one_day,
    roll,
    rules,
    sessions,
    visit_plan,
    visits,
)
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.konsultation.rules import NamesSomeone
from tvaerfaglig.services.visiting import acts, attachments, open_days
from tvaerfaglig.store import queries

CHRISTMAS = date(2026, 12, 25)


@pytest.fixture
def hanne(world):
    return world.session("hanne")


def _days(session, effort):
    return sessions.sessions_of(session, rules.found(session, effort))


def test_a_closed_day_is_asked_about_and_not_refused(hanne):
    """Holidays, weekends and the house's own closing each have their words; other days have none."""
    group = begun(hanne)
    closed = HouseClosed(house="maelkeboetten", weeks=(29,), days=(date(2027, 5, 7),))
    with hanne.write() as pen:
        pen.put(closed)
    said = {
        CHRISTMAS: "Den dag er juledag, vil du alligevel?",
        date(2026, 11, 14): "Den dag er en lørdag, vil du alligevel?",
        date(2027, 7, 20): "Huset har lukket i uge 29, vil du alligevel?",
        date(2027, 5, 7): "Huset har lukket den dag, vil du alligevel?",
        TODAY: "",
    }
    assert {day: one_day.asked_about(hanne, group, day) for day in said} == said
    made = one_day.plan_one(hanne, EffortSession(effort=group, day=CHRISTMAS))
    sessions.move(hanne, made.sessions[0], date(2026, 11, 14), "Julefrokost")
    assert _days(hanne, group)[0].record.moved_from == CHRISTMAS


def test_the_question_is_for_those_of_the_house(world):
    with pytest.raises(Exception, match="adgang"):
        open_days.asked_about(world.session("jonas"), "maelkeboetten", CHRISTMAS)


def test_one_day_is_planned_beside_the_rhythm_and_taken_back(hanne):
    group = begun(hanne)
    wanted = EffortSession(effort=group, day=TODAY, at=time(15), to=time(17))
    made = one_day.plan_one(hanne, wanted)
    with pytest.raises(Unclear, match="allerede"):
        one_day.plan_one(hanne, wanted)
    with pytest.raises(Unclear, match="klokkeslæt"):
        one_day.plan_one(hanne, replace(wanted, day=CHRISTMAS, to=time(14)))
    sessions.take_back(hanne, made.sessions)
    assert _days(hanne, group) == ()


def test_what_was_done_with_a_day_is_put_back(world, hanne):
    """Moved and cancelled days stand as before; not when a colleague has written since."""
    group = begun(hanne)
    (day,) = planned(hanne, group)
    before = _days(hanne, group)[0].record
    moved = sessions.move(hanne, day, TODAY + timedelta(1), "Syge").step
    one_day.as_it_was(hanne, moved)
    assert _days(hanne, group)[0].record == before
    cancelled = sessions.cancel(world.session("mette"), day, "Syge").step
    with pytest.raises(NotFound):
        one_day.as_it_was(hanne, cancelled)


def test_only_the_move_that_was_shown_is_taken_back(hanne):
    """Neither one's own later words, nor an earlier version, go or come with it."""
    group = begun(hanne)
    (day,) = planned(hanne, group)
    first = sessions.move(hanne, day, TODAY + timedelta(1), "Syge").step
    second = sessions.move(hanne, day, TODAY + timedelta(2), "Stadig syge").step
    with pytest.raises(NotFound, match="skrevet videre"):
        one_day.as_it_was(hanne, first)
    sessions.write(hanne, day, theme="Søvn", note="Alle fik talt.")
    with pytest.raises(NotFound, match="skrevet videre"):
        one_day.as_it_was(hanne, second)
    assert _days(hanne, group)[0].record.theme == "Søvn"


def test_a_praktik_has_two_days_a_week(hanne):
    """Each on its own weekday, holidays left out, as many open days as were asked for."""
    group = begun(hanne)
    plan = SessionPlan(first=TODAY, times=14, weekdays=(0,))
    days = sessions.propose(hanne, group, plan).days
    open_days_ = [one.day for one in days if one.day]
    assert open_days_[:3] == [TODAY, date(2026, 11, 16), date(2026, 11, 19)]
    assert len(open_days_) == 14
    assert {one.weekday() for one in open_days_} == {0, 3}
    assert date(2026, 12, 24) in {one.asked for one in days if one.day is None}


def test_the_week_of_a_second_weekday_follows_the_first(hanne):
    """Every other week is the same week for both."""
    group = begun(hanne)
    plan = SessionPlan(first=TODAY, times=4, number=2, weekdays=(0,))
    days = [one.day for one in sessions.propose(hanne, group, plan).days]
    assert days == [TODAY, date(2026, 11, 23), date(2026, 11, 26), date(2026, 12, 7)]


def test_a_roll_is_resumed_where_it_was_left():
    """The answered families first; one that left meanwhile is not asked for, a new one is."""
    call = RollCall(("a", "b", "c")).answer(("barnet",)).answer(reason="Syg")
    again = RollCall(("ny", "a", "b", "c")).resumed(call.marks)
    assert again.next == "ny"
    assert again.answer(("barnet",)).next == "c"
    assert RollCall(("b", "c")).resumed(call.marks).next == "c"
    assert again.back().marks == call.marks[:1]


def test_a_roll_is_not_taken_back_over_what_was_put_right_since(hanne):
    """Neither an answer of one's own nor a sentence moved there is lost with it; it says whose."""
    group = begun(hanne)
    places = [let_in(hanne, group, one) for one in ("alma", "emil")]
    (day,) = planned(hanne, group)
    called = roll.call(hanne, day, [came(one) for one in places])
    roll.answer_again(hanne, day, away(places[0]))
    with pytest.raises(NotFound, match="Almas svar er rettet"):
        roll.take_back(hanne, day, called)
    kept = roll.roll(hanne, day)
    assert (kept.families[0].said.reason, kept.status) == ("Syg", SessionState.HOLDT)


def test_a_roll_taken_back_takes_no_other_roll_with_it(hanne):
    """A family that came late is called by itself: its roll goes, the day and the first roll stand."""
    group = begun(hanne)
    alma = let_in(hanne, group, "alma")
    (day,) = planned(hanne, group)
    roll.call(hanne, day, [came(alma)])
    emil = let_in(hanne, group, "emil")
    late = roll.call(hanne, day, [came(emil)])
    roll.take_back(hanne, day, late)
    kept = roll.roll(hanne, day)
    assert [one.said is not None for one in kept.families] == [True, False]
    assert kept.status is SessionState.HOLDT
    with pytest.raises(NotFound):
        roll.take_back(hanne, day, late)


def test_a_roll_is_called_from_when_the_day_begins(world, hanne):
    """In the morning of it nobody has come yet; a day without hours is all day."""
    group = begun(hanne)
    alma = let_in(hanne, group, "alma")
    at_four = EffortSession(effort=group, day=TODAY, at=time(16), to=time(18))
    (day,) = one_day.plan_one(hanne, at_four).sessions
    world.clock.at = world.clock.at.replace(hour=15, minute=59)
    assert one_day.day_page(hanne, day).not_begun
    with pytest.raises(Unclear, match=r"begynder kl\. 16"):
        roll.call(hanne, day, [came(alma)])
    world.clock.at = world.clock.at.replace(hour=16, minute=0)
    assert not one_day.day_page(hanne, day).not_begun
    assert roll.call(hanne, day, [came(alma)]).left == 0


def test_a_day_of_an_activity_is_held_from_when_it_begins(world, hanne):
    activity = begun(hanne, "frivillige", subject=Subject.AKTIVITET)
    at_four = EffortSession(effort=activity, day=TODAY, at=time(16))
    (day,) = one_day.plan_one(hanne, at_four).sessions
    world.clock.at = world.clock.at.replace(hour=8)
    with pytest.raises(Unclear, match="begynder"):
        sessions.hold_without_families(hanne, day)


def test_a_name_in_the_note_is_moved_to_the_familys_own_day(hanne):
    """The sentence goes, the rest stays; the family's day keeps it, and it comes back again."""
    group = begun(hanne)
    alma, emil = let_in(hanne, group, "alma"), let_in(hanne, group, "emil")
    (day,) = planned(hanne, group)
    note = "Alle fik talt. Alma sov hele tiden! Vi sang til sidst."
    (found,) = group_note.whose(hanne, day, note)
    assert (found.first_name, found.sentences) == ("Alma", "Alma sov hele tiden!")
    assert found.rest == "Alle fik talt. Vi sang til sidst."
    assert not found.ready
    with pytest.raises(Unclear, match="fremmøde først"):
        group_note.move_to_family(hanne, day, alma, found.sentences)
    roll.call(hanne, day, [came(alma), came(emil)])
    with pytest.raises(NamesSomeone):
        group_note.move_to_family(hanne, day, emil, found.sentences)
    group_note.move_to_family(hanne, day, alma, found.sentences)
    sessions.write(hanne, day, theme="Søvn", note=found.rest, minutes=150)
    kept = roll.roll(hanne, day)
    assert [one.said.note for one in kept.families] == [found.sentences, ""]
    roll.answer_again(hanne, day, away(alma))
    assert roll.roll(hanne, day).families[0].said.note == found.sentences
    moved = group_note.move_to_family(hanne, day, alma, "Mor var glad.").step
    group_note.take_back_move(hanne, day, moved)
    assert roll.roll(hanne, day).families[0].said.note == found.sentences
    moved = group_note.move_to_family(hanne, day, alma, "Mor var glad.").step
    roll.answer_again(hanne, day, came(alma))
    with pytest.raises(NotFound, match="skrevet videre"):
        group_note.take_back_move(hanne, day, moved)
    assert roll.roll(hanne, day).families[0].said.came


def test_a_moved_sentence_takes_no_name_of_the_house_along(hanne):
    """Bertil is in the house and not in the group: whoever reads Alma's day is not told of him."""
    group = begun(hanne)
    alma = let_in(hanne, group, "alma")
    (day,) = planned(hanne, group)
    roll.call(hanne, day, [came(alma)])
    for words in ("Alma legede med Bertil.", "Alma og bertils mor talte sammen."):
        with pytest.raises(NamesSomeone, match="ikke en af familien"):
            group_note.move_to_family(hanne, day, alma, words)
    assert roll.roll(hanne, day).families[0].said.note == ""
    ours = "Alma Nowak sov, og Katarzyna og Mette sang."
    group_note.move_to_family(hanne, day, alma, ours)
    assert roll.roll(hanne, day).families[0].said.note == ours


def test_a_name_of_a_family_one_may_not_see_is_offered_to_nobody(world, hanne):
    """She is told the word that stands there, and not whose it is."""
    group = begun(hanne)
    for one in ("alma", "bertil"):
        let_in(hanne, group, one)
    (day,) = planned(hanne, group)
    protecting.share_child(hanne, "alma", "line", Basis.UNDERRETNINGSPLIGT)
    line = world.session("line")
    assert group_note.whose(line, day, "Bertil lo.") == ()
    assert [one.first_name for one in group_note.whose(line, day, "Alma lo.")] == ["Alma"]


def test_the_overview_of_who_came_counts_whom_one_may_see(world, hanne):
    """Percent with its n; a family that began later or was not answered for is not counted as away."""
    group = begun(hanne)
    alma = let_in(hanne, group, "alma")
    days = planned(hanne, group, times=2, first=TODAY - timedelta(7))
    with hanne.write() as pen:
        place = queries.one(hanne.vault, type(rules.place(hanne, alma).record), alma).record
        pen.put(replace(place, from_day=TODAY - timedelta(7), asked_on=TODAY - timedelta(7)), alma)
    bertil = let_in(hanne, group, "bertil")
    roll.call(hanne, days[0], [came(alma)])
    roll.call(hanne, days[1], [away(alma), came(bertil)])
    seen = attendance.attendance(hanne, group)
    at = {name: n for n, name in enumerate(seen.names.values())}
    assert set(at) == {"Alma", "Bertil"}
    assert seen.grid.cells[0][at["Bertil"]].came is Came.UDEN_FOR
    assert seen.grid.cells[1][at["Alma"]].reason == "Syg"
    shares = {name: seen.grid.of_family(n) for name, n in at.items()}
    assert (shares["Alma"].came, shares["Alma"].of, shares["Alma"].percent) == (1, 2, 50)
    assert (shares["Bertil"].percent, seen.grid.whole.percent) == (100, 67)
    protecting.share_child(hanne, "alma", "line", Basis.UNDERRETNINGSPLIGT)
    line = attendance.attendance(world.session("line"), group)
    assert list(line.names.values()) == ["Alma"]
    assert line.unseen == 1
    assert "ertil" not in repr(line)


def test_held_of_planned_counts_the_days_until_today(hanne):
    """A cancelled day was planned; one that has passed without a word waits."""
    group = begun(hanne)
    alma = let_in(hanne, group, "alma")
    days = planned(hanne, group, times=5, first=TODAY - timedelta(21))
    sessions.cancel(hanne, days[0], "Syge")
    for one in days[1:2]:
        roll.call(hanne, one, [])
    roll.call(hanne, days[3], [came(alma)])
    page = attendance.days_page(hanne, group)
    kept = page.kept
    assert (kept.planned, kept.held, kept.cancelled, kept.waiting, kept.ahead) == (4, 2, 1, 1, 1)
    assert page.answered[days[3]] == (1, 1)
    assert page.came[days[3]] == (1, 1)


def test_a_visit_is_told_of_and_the_next_one_planned(hanne):
    """In one act, and one undo takes both back."""
    course = begun(hanne, "praktikforloeb", subject=Subject.BARN)
    place = let_in(hanne, course, "alma")
    log = VisitLog(effort=course, enrolment=place, day=TODAY, by=("mette", "line"))
    one = visits.save(hanne, log).id
    went = replace(
        log, minutes=50, about_what="Amning", said="»Jeg sover når hun sover«", decided="Line ringer",
        note="Spørg til natten",
    )  # fmt: skip
    gone = visits.went(hanne, one, went, TODAY + timedelta(14))
    kept = {each.id: each.record for each in visits.visits(hanne, course)}
    assert kept[one].said == "»Jeg sover når hun sover«"
    assert (kept[gone.coming].about_what, kept[gone.coming].by) == (
        "Spørg til natten",
        ("mette", "line"),
    )
    visits.as_it_was(hanne, gone.step, gone.coming)
    (left,) = visits.visits(hanne, course)
    assert left.record.status is SessionState.PLANLAGT
    with pytest.raises(Unclear, match="før det her"):
        visits.went(hanne, one, went, TODAY - timedelta(1))


def test_a_visit_is_not_undone_over_what_was_written_in_the_next(hanne):
    """The day that came of it was moved since: neither goes, and both stand as they are."""
    course = begun(hanne, "praktikforloeb", subject=Subject.BARN)
    place = let_in(hanne, course, "alma")
    log = VisitLog(effort=course, enrolment=place, day=TODAY, by=("mette",))
    one = visits.save(hanne, log).id
    gone = visits.went(hanne, one, log, TODAY + timedelta(14))
    later = replace(log, day=TODAY + timedelta(15))
    visits.save(hanne, later, gone.coming)
    with pytest.raises(NotFound, match="skrevet videre"):
        visits.as_it_was(hanne, gone.step, gone.coming)
    states = {each.id: each.record.status for each in visits.visits(hanne, course)}
    assert states == {one: SessionState.HOLDT, gone.coming: SessionState.PLANLAGT}


def test_nine_visits_a_year_are_planned_in_one_act(world, hanne):
    """The dagplejepædagog's own rhythm, holidays moved; taken back whole."""
    with hanne.write() as pen:
        pen.put(replace(hanne.staff()["hanne"], houses=("maelkeboetten", "dagplejen")), "hanne")
    hanne.refresh()
    team = begun(hanne, "forebyggelsesteam", subject=Subject.BARN, house="dagplejen")
    plan = SessionPlan(first=TODAY, times=9, every=Every.AAR, number=9, at=time(10))
    visit = VisitLog(effort=team, day=TODAY, by=("hanne",))
    proposal = visit_plan.propose(hanne, team, plan)
    made = visit_plan.accept(hanne, plan, proposal.days, visit)
    planned_ = visits.visits(hanne, team)
    assert len(made.sessions) == len(planned_) == 9
    assert {one.record.at for one in planned_} == {time(10)}
    assert visit_plan.propose(hanne, team, plan).new == ()
    visits.cancel(hanne, made.sessions[0], "Syg")
    visits.take_back(hanne, made.sessions)
    assert [one.id for one in visits.visits(hanne, team)] == [made.sessions[0]]


def test_konsulentbesoeg_are_the_visits_of_the_house(world, hanne):
    """The effort shows those of who sits in it, and says where nobody has a fixed day."""
    seats = (Seated(seat="konsulent", staff="line"),)
    effort = begun(hanne, "konsulentbesoeg", subject=Subject.HUS, seated=seats)
    assert house_visits.house_visits(hanne, effort).unattached == ("Line Toft",)
    rhythm = Attachment(staff="line", house="maelkeboetten", from_day=TODAY)
    attachments.save_attachment(hanne, rhythm)
    visit = Visit(staff="line", house="maelkeboetten", day=TODAY)
    one = acts.plan_one(hanne, visit).id
    acts.plan_one(hanne, replace(visit, day=TODAY + timedelta(30)))
    acts.hold(hanne, one, minutes=60)
    shown = house_visits.house_visits(hanne, effort)
    assert len(shown.rows) == 2
    assert shown.unattached == ()
    assert (shown.held.planned, shown.held.held) == (1, 1)


def test_an_answer_that_no_longer_fits_is_asked_for_again(hanne):
    group = begun(hanne)
    key = let_in(hanne, group, "alma")
    (day,) = planned(hanne, group)
    page = roll.roll(hanne, day)
    assert page.resumed([Mark(enrolment=key, people=("en anden",))]).next == key
    assert page.resumed([came(key)]).is_whole


def test_half_a_roll_is_a_draft_of_ones_own(world, hanne):
    """A colleague begins from the start; handed in the draft is gone; taken back it is there again."""
    group = begun(hanne)
    places = [let_in(hanne, group, one) for one in ("alma", "emil")]
    (day,) = planned(hanne, group)
    calling.keep(hanne, day, [came(places[0])])
    assert calling.begun(hanne, day).call.next == places[1]
    assert calling.begun(world.session("mette"), day).call.next == places[0]
    marks = [came(places[0]), away(places[1])]
    called = calling.hand_in(hanne, day, marks)
    assert calling.begun(hanne, day).call.families == ()
    assert drafts.mine(hanne) == []
    calling.take_back(hanne, day, marks[:-1], called)
    assert calling.begun(hanne, day).call.next == places[1]
