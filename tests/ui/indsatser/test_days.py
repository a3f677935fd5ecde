"""The days of an effort by the keyboard: the roll called, a note written, a day moved, visits and hours."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.services.efforts.group import TODAY, begun, let_in, planned
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tests.ui.konsultationer.test_looks import seen_at
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.logs import Hours, HoursFor, VisitLog
from tvaerfaglig.domain.efforts.records import (
    Attends,
    EffortSession,
    Presence,
    Seated,
    SessionState,
)
from tvaerfaglig.domain.efforts.roll_call import Mark
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.domain.visiting.visit import Visit
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.efforts import calling, hours, sessions, visits
from tvaerfaglig.services.visiting import acts
from tvaerfaglig.store import queries
from tvaerfaglig.ui.theme import Mode

FAMILIES = ("alma", "bertil", "emil")
EIGHT = tuple(f"barn{nr}" for nr in range(8))


def type_(words):
    for letter in words:
        QTest.keyClicks(QApplication.focusWidget(), letter)


def key(which, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), which, held)


def _children(session, keys):
    with session.write() as pen:
        for nr, one in enumerate(keys):
            child = Child(
                name=f"Barn{'abcdefgh'[nr]} Prøve", dagtilbud="maelkeboetten", stue="solsikken"
            )
            pen.put(child, one)


def group_of(desk, families=FAMILIES, **more):
    """A group with families that began today, and one day, which is today."""
    if families is EIGHT:
        desk.do(_children, families)
    kind = "frivillige" if families is EIGHT else "familiegruppe"
    effort = desk.do(begun, kind, **more)
    places = [desk.do(let_in, effort, one) for one in families]
    (day,) = desk.do(planned, effort)
    return effort, day, places


def room(place):
    return place.effort.room


def record(desk, kind, one):
    return desk.do(lambda session: queries.one(session.vault, kind, one)).record


def all_of(desk, kind):
    return desk.do(lambda session: queries.all_of(session.vault, kind))


def test_eight_families_are_called_in_eight_keys(hanne):
    """As quick as calling names aloud: the last answer holds the day, and one Fortryd opens it."""
    effort, day, _ = group_of(hanne, EIGHT)
    place = hanne.place(f"{effort}:opraab:{day}")
    for letter in "aaai1aaa":
        type_(letter)
    hanne.settle()
    said = [one.record for one in all_of(hanne, Presence)]
    assert len(said) == 8
    assert sorted(one.reason for one in said if not one.came) == ["Grunden kendes ikke", "Syg"]
    assert record(hanne, EffortSession, day).status is SessionState.HOLDT
    assert hanne.said[-1] == "6 af 8 kom. Dagen er holdt."
    assert hanne.went[-1] == ("indsatser", f"{effort}:dag:{day}")
    hanne.undo[-1]()
    hanne.settle()
    assert all_of(hanne, Presence) == []
    assert len(room(place).call.marks) == 7
    type_("a")
    hanne.settle()
    assert len(all_of(hanne, Presence)) == 8


def test_the_roll_skips_nobody_and_goes_back_one(hanne):
    """Keys that mean nothing answer nothing; T and Backspace ask for the last one again."""
    effort, day, _ = group_of(hanne)
    place = hanne.place(f"{effort}:opraab:{day}")
    type_("xy9 ".replace(" ", ""))
    assert room(place).call.marks == ()
    type_("ai")
    type_("t")
    assert len(room(place).call.marks) == 1
    key(Qt.Key.Key_Backspace)
    assert room(place).call.marks == ()
    hanne.settle()
    assert all_of(hanne, Presence) == []


def test_some_of_a_family_by_their_own_keys(hanne):
    """B for the child, M for the mother; Enter goes on with those that were chosen."""
    effort = hanne.do(begun)
    mother = Attends(person="alma-mor", called="Katarzyna Nowak", relation="mor")
    key_ = hanne.do(let_in, effort, "alma", adults=(mother,))
    (day,) = hanne.do(planned, effort)
    hanne.place(f"{effort}:opraab:{day}")
    type_("b")
    type_("m")
    type_("b")
    key(Qt.Key.Key_Return)
    hanne.settle()
    said = record(hanne, Presence, f"{day}/{key_}")
    assert [(one.person, one.stand.value) for one in said.there] == [
        ("barnet", "ikke"),
        ("alma-mor", "til_stede"),
    ]


def test_half_a_roll_is_there_when_one_comes_back(desk_of, world):
    """The page left, the program locked: what was answered stands, and the day is not held."""
    hanne = desk_of("hanne")
    effort, day, _ = group_of(hanne)
    hanne.place(f"{effort}:opraab:{day}")
    type_("a1")
    hanne.settle()
    hanne = desk_of("hanne")
    place = hanne.place(f"{effort}:opraab:{day}")
    assert [bool(one.people) for one in room(place).call.marks] == [True, False]
    assert record(hanne, EffortSession, day).status is SessionState.PLANLAGT
    type_("a")
    hanne.settle()
    assert record(hanne, EffortSession, day).status is SessionState.HOLDT


def test_a_whole_roll_that_was_not_kept_is_kept_by_enter(hanne):
    """All were answered when the door was shut: they stand, one may go back, and Enter holds the day."""
    effort, day, places = group_of(hanne)
    hanne.do(calling.keep, day, [Mark(enrolment=one, reason="Ferie") for one in places])
    place = hanne.place(f"{effort}:opraab:{day}")
    type_("t")
    assert room(place).call.next == places[2]
    type_("o")
    place.open(f"{effort}:dag:{day}")
    hanne.settle()
    hanne.do(calling.keep, day, [Mark(enrolment=one, reason="Ferie") for one in places])
    place.open(f"{effort}:opraab:{day}")
    hanne.settle()
    key(Qt.Key.Key_Return)
    hanne.settle()
    assert record(hanne, EffortSession, day).status is SessionState.HOLDT


def test_the_unseen_wait_for_a_colleague(desk_of, world):
    """Line may see one family: her answer is kept, and the day waits in words that name nobody."""
    hanne = desk_of("hanne")
    effort, day, _ = group_of(hanne, ("alma", "bertil"))
    hanne.do(protecting.share_child, "alma", "line", Basis.UNDERRETNINGSPLIGT)
    line = desk_of("line")
    place = line.place(f"{effort}:opraab:{day}")
    words = " ".join(one.text() for one in place.findChildren(QLabel) if one.isVisible())
    assert "Én familie, du ikke har adgang til, venter på en kollega." in words
    assert "Bertil" not in words
    type_("a")
    line.settle()
    assert (
        line.said[-1] == "Dine svar er gemt. Én familie venter på en kollega, før dagen er holdt."
    )
    assert record(line, EffortSession, day).status is SessionState.PLANLAGT


def test_one_answer_is_put_right(hanne):
    effort, day, places = group_of(hanne)
    hanne.place(f"{effort}:opraab:{day}")
    type_("aaa")
    hanne.settle()
    hanne.places[-1].open(f"{effort}:opraab:{day}:{places[1]}")
    hanne.settle()
    type_("2")
    hanne.settle()
    assert record(hanne, Presence, f"{day}/{places[1]}").reason == "Ferie"
    assert nameless(hanne.places[-1]) == []


def test_a_name_in_the_note_is_moved_by_one_press(hanne):
    """Which word it is, and the way out: the sentence goes to the family's own day, the rest is saved."""
    effort, day, places = group_of(hanne)
    place = hanne.place(f"{effort}:dagsnote:{day}")
    note = "Vi sang. Alma sov hele tiden."
    place.form.fields.put(theme="Søvn", note=note)
    place.form.save()
    hanne.settle()
    assert "»Alma«" in place.form.message.words()
    assert "Når opråbet er ført" in place.form.message.words()
    place.open(f"{effort}:opraab:{day}")
    hanne.settle()
    type_("aaa")
    hanne.settle()
    place.open(f"{effort}:dagsnote:{day}")
    hanne.settle()
    place.form.fields.put(theme="Søvn", note=note)
    place.form.save()
    hanne.settle()
    assert place.form.message.link.text() == "Flyt sætningen til Almas egen dag"
    place.form.message.link.click()
    hanne.settle()
    assert place.form.fields.text("note") == "Vi sang."
    assert QApplication.focusWidget() is place.form.fields.editor("note")
    hanne.undo[-1]()
    hanne.settle()
    assert place.form.fields.text("note") == note
    place.form.save()
    hanne.settle()
    place.form.message.link.click()
    hanne.settle()
    place.form.save()
    hanne.settle()
    assert record(hanne, EffortSession, day).note == "Vi sang."
    assert record(hanne, Presence, f"{day}/{places[0]}").note == "Alma sov hele tiden."
    assert hanne.went[-1] == ("indsatser", f"{effort}:dag:{day}")
    place.open(f"{effort}:familie:{places[0]}")
    hanne.settle()
    assert "Alma sov hele tiden." in [one.text() for one in place.findChildren(QLabel)]


def test_a_plan_is_seen_through_accepted_and_taken_back(hanne):
    """Christmas is left out with its reason; two days a week; one Fortryd."""
    effort = hanne.do(begun)
    place = hanne.place(f"{effort}:dagsplan")
    plan = room(place)
    plan.times.setText("9")
    plan.weekdays.choose(["0"])
    plan.ask()
    hanne.settle()
    said = [one.text() for one in plan.days.findChildren(QLabel)]
    assert "Udgår: Juleaftensdag" not in said
    plan.weekdays.choose([])
    plan.ask()
    hanne.settle()
    said = [one.text() for one in plan.days.findChildren(QLabel)]
    assert "Udgår: Juleaftensdag" in said
    assert plan.plan_button.text() == "Planlæg 9 dage"
    plan.plan_button.click()
    hanne.settle()
    assert len(all_of(hanne, EffortSession)) == 9
    assert hanne.went[-1] == ("indsatser", f"{effort}:dage")
    hanne.undo[-1]()
    hanne.settle()
    assert all_of(hanne, EffortSession) == []


def test_a_day_is_moved_to_a_holiday_after_a_question(hanne):
    """The first press is answered by the question, the second moves it; then it is cancelled and put back."""
    effort, day, _ = group_of(hanne)
    place = hanne.place(f"{effort}:flytdag:{day}")
    place.form.fields.editor("day").setText("25.12.2026")
    place.form.fields.put(because="Alle ville ses")
    place.form.save()
    hanne.settle()
    asked = [one.text() for one in place.form.findChildren(QLabel) if one.isVisible()]
    assert "Den dag er juledag, vil du alligevel?" in asked
    assert record(hanne, EffortSession, day).day == TODAY
    place.form.save()
    hanne.settle()
    assert record(hanne, EffortSession, day).day.isoformat() == "2026-12-25"
    hanne.undo[-1]()
    hanne.settle()
    assert record(hanne, EffortSession, day).day == TODAY
    place.open(f"{effort}:aflysdag:{day}")
    hanne.settle()
    place.form.fields.put(because="Alma er syg")
    place.form.save()
    hanne.settle()
    assert record(hanne, EffortSession, day).status is SessionState.PLANLAGT
    place.form.fields.put(because="To er syge")
    place.form.save()
    hanne.settle()
    assert record(hanne, EffortSession, day).status is SessionState.AFLYST
    room(place).back_button.click()
    hanne.settle()
    assert record(hanne, EffortSession, day).status is SessionState.PLANLAGT


def test_who_came_when_is_said_in_words(hanne):
    """Symbol, name and reason, and shares with their n; a screen reader hears whose cell it is."""
    effort, day, _ = group_of(hanne)
    place = hanne.place(f"{effort}:opraab:{day}")
    type_("a1a")
    hanne.settle()
    place.open(f"{effort}:fremmoede")
    hanne.settle()
    model = room(place).table.model()
    shown = [model.index(0, nr).data() for nr in range(1, 5)]
    assert shown[1] == "– syg"
    assert shown[0].startswith("✓ Alma")
    assert shown[3] == "67 % (2 af 3)"
    spoken = model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Bertil: kom ikke, syg"
    assert "67 % (2 af 3) · 3 familier" in room(place).line


def test_the_list_begins_the_roll_by_o(hanne):
    effort, day, _ = group_of(hanne)
    place = hanne.place(f"{effort}:dage")
    assert room(place).list.headings() == ["I dag"]
    type_("o")
    hanne.settle()
    assert hanne.went[-1] == ("indsatser", f"{effort}:opraab:{day}")
    place.open(f"{effort}:dage:{day}")
    hanne.settle()
    assert hanne.went[-1] == ("indsatser", f"{effort}:dag:{day}")


def test_a_day_begins_the_roll_by_the_key_its_button_says(hanne):
    """The button stands in the head, and the key is the room's."""
    effort, day, _ = group_of(hanne)
    hanne.place(f"{effort}:dag:{day}")
    assert QApplication.focusWidget().text() == "O · Opråb"
    type_("o")
    hanne.settle()
    assert hanne.went[-1] == ("indsatser", f"{effort}:opraab:{day}")


def test_a_visit_is_planned_told_of_and_taken_back(hanne):
    """The next one comes along with it; planned is shown against held."""
    effort = hanne.do(begun, "praktikforloeb", subject=Subject.BARN)
    enrolment = hanne.do(let_in, effort, "alma")
    place = hanne.place(f"{effort}:nytbesoeg")
    form = place.form
    form.fields.put(day=TODAY, whom=enrolment, by=("mette", "line"), about="Amning")
    form.save()
    hanne.settle()
    (planned_,) = all_of(hanne, VisitLog)
    place.open(f"{effort}:besoegsnote:{planned_.id}")
    hanne.settle()
    form = place.form
    assert form.how.chosen() == "holdt"
    form.fields.put(
        minutes="1.15", said="»Det går bedre«", decided="Line ringer", next=TODAY + timedelta(7)
    )
    form.save()
    hanne.settle()
    kept = record(hanne, VisitLog, planned_.id)
    assert (kept.minutes, kept.said, kept.status) == (75, "»Det går bedre«", SessionState.HOLDT)
    assert len(all_of(hanne, VisitLog)) == 2
    assert (
        room(place).line == "1 af 1 planlagt besøg holdt · 1 af flere faggrupper sammen · 1 kommer"
    )
    hanne.undo[-1]()
    hanne.settle()
    assert [one.record.status for one in all_of(hanne, VisitLog)] == [SessionState.PLANLAGT]
    place.open(f"{effort}:aflysbesoeg:{planned_.id}")
    hanne.settle()
    place.form.fields.put(because="Barnet var sygt")
    place.form.save()
    hanne.settle()
    assert record(hanne, VisitLog, planned_.id).status is SessionState.AFLYST


def test_a_year_of_visits_is_planned_in_one_act(hanne):
    effort = hanne.do(begun, "praktikforloeb", subject=Subject.BARN)
    hanne.do(let_in, effort, "alma")
    place = hanne.place(f"{effort}:besoegsplan")
    plan = room(place)
    plan.often.choose("aar:9")
    plan.times.setText("9")
    plan.ask()
    hanne.settle()
    plan.plan_button.click()
    hanne.settle()
    assert len(all_of(hanne, VisitLog)) == 9
    assert {one.record.child for one in all_of(hanne, VisitLog)} == {"alma"}
    hanne.undo[-1]()
    hanne.settle()
    assert all_of(hanne, VisitLog) == []


def test_hours_are_written_on_a_line_and_added_up(hanne):
    """Enter writes; Delete takes one away; both are taken back."""
    effort = hanne.do(begun, "praktikforloeb", subject=Subject.BARN)
    place = hanne.place(f"{effort}:timer")
    type_("2.30")
    key(Qt.Key.Key_Return)
    hanne.settle()
    assert room(place).line == "Vikar på stuen 2 t. 30 min."
    type_("snart")
    key(Qt.Key.Key_Return)
    hanne.settle()
    assert len(all_of(hanne, Hours)) == 1
    room(place).table.setFocus()
    key(Qt.Key.Key_Delete)
    hanne.settle()
    assert all_of(hanne, Hours) == []
    hanne.undo[-1]()
    hanne.settle()
    assert len(all_of(hanne, Hours)) == 1


def test_konsulentbesoeg_lead_to_the_visits_of_the_house(hanne):
    """One calendar: Enter opens the day list in Konsultationer."""
    seats = (Seated(seat="konsulent", staff="line"),)
    effort = hanne.do(begun, "konsulentbesoeg", subject=Subject.HUS, seated=seats)
    visit = hanne.do(acts.plan_one, Visit(staff="line", house="maelkeboetten", day=TODAY)).id
    place = hanne.place(f"{effort}:besoeg")
    assert not room(place).new_button.isVisible()
    key(Qt.Key.Key_Return)
    hanne.settle()
    assert hanne.went[-1] == ("konsultationer", f"besoeg:{visit}")


def test_who_does_not_run_it_reads_and_does_nothing(desk_of, world):
    """A colleague of the house sees the days and their notes; no roll, no plan, no deeds."""
    hanne = desk_of("hanne")
    effort, day, _ = group_of(hanne, seated=())
    hanne.do(sessions.write, day, theme="Søvn", note="Alle fik talt.")
    mette = desk_of("mette")
    place = mette.place(f"{effort}:dage")
    assert [one.heading for one in room(place).list.rows()] == ["Søvn"]
    assert [one for one in room(place).deeds if one.isVisible()] == [room(place).grid_button]
    type_("o")
    key(Qt.Key.Key_Return)
    mette.settle()
    assert mette.went[-1] == ("indsatser", f"{effort}:dag:{day}")
    assert [one for one in room(place).deeds if one.isVisible()] == []
    place.open(f"{effort}:opraab:{day}")
    mette.settle()
    shown = " ".join(one.text() for one in place.findChildren(QLabel) if one.isVisible())
    assert "Opråbet føres af dem, der står for indsatsen." in shown
    assert "Alma" not in shown


ROOMS = (
    "dage",
    "dag:{}",
    "opraab:{}",
    "fremmoede",
    "dagsplan",
    "nydag",
    "flytdag:{}",
    "dagsnote:{}",
)


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_word_of_the_days_is_cut(hanne, dressed, scale):
    """Every room and form stands whole and named."""
    effort, day, _ = group_of(hanne)
    place = hanne.place(f"{effort}:dage", (1060, 800))
    for each in ROOMS:
        place.open(f"{effort}:{each.format(day)}")
        seen_at(hanne, place, dressed, scale)
        assert (each, clipped(place), nameless(place)) == (each, [], [])


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.CONTRAST])
def test_no_word_of_visits_and_hours_is_cut(hanne, dressed, mode):
    """At 150 %, with a visit told of and hours written."""
    effort = hanne.do(begun, "praktikforloeb", subject=Subject.BARN)
    enrolment = hanne.do(let_in, effort, "alma")
    log = VisitLog(
        effort=effort, enrolment=enrolment, day=TODAY, by=("mette",), about_what="Søvn og mad " * 9
    )
    visit = hanne.do(visits.save, log).id
    hanne.do(hours.save, Hours(effort=effort, day=TODAY, minutes=90, went_to=HoursFor.VIKAR))
    place = hanne.place(f"{effort}:besoeg", (1060, 800))
    dressed.choose(mode)
    for each in ("besoeg", "nytbesoeg", f"besoegsnote:{visit}", "besoegsplan", "timer"):
        place.open(f"{effort}:{each}")
        seen_at(hanne, place, dressed, 1.5)
        assert (each, clipped(place), nameless(place)) == (each, [], [])
