"""Meetings of other kinds at a desk, by keyboard: planned, written, timed, and looked at in every size."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.services.konsultation.test_konsultationer import DAY, TABLE, anonymous, named
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tests.ui.konsultationer.by_hand import (
    CTRL,
    DOWN,
    ENTER,
    PAGE_DOWN,
    RIGHT,
    TAB,
    click,
    key,
    pressed,
    typed,
)
from tests.ui.konsultationer.test_looks import seen_at
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind, Participant
from tvaerfaglig.domain.meetings.answers import Line, OwnAnswer, answer_in
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import library
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.konsultation import saving as konsultation_saving
from tvaerfaglig.services.konsultation.sitting import Sitting
from tvaerfaglig.store import queries
from tvaerfaglig.ui.konsultationer.clock import MeetingClock
from tvaerfaglig.ui.konsultationer.own.line_list import LineList
from tvaerfaglig.ui.konsultationer.own.time_boxes import said
from tvaerfaglig.ui.widgets import Prose, Segments

KINDS = {one.id: one for one in library.meetings()}


def begun(desk, form, **facts):
    kind = KINDS[form]
    made = named if kind.needs_child else anonymous
    if not kind.may_be_anonymous and not kind.needs_child:
        facts = {"kind": KonsultationKind.TEMA, "title": "Larm", **facts}
    return desk.do(konsultationer.plan, made(form=form, **facts)).id


def own(desk, one, part):
    return answer_in(desk.do(konsultation_page.open_konsultation, one).note.own, part)


def test_signs_of_safety_is_written_by_keyboard(desk_of):
    """Down the outline with Ctrl+PgDn, a line in a column, one more with Ctrl+Enter, a number, and saved."""
    hanne = desk_of("hanne")
    one = begun(hanne, "signs-of-safety")
    place = hanne.place(one)
    page = place.note_page
    page.note.begin("tre_spalter")
    typed(QApplication.focusWidget(), "Sulten mandag")
    key(ENTER, CTRL)
    typed(QApplication.focusWidget(), "Alene hjemme tirsdag")
    key(PAGE_DOWN, CTRL)
    page.note.begin("skala")
    first = page.note.parts["skala"].findChild(Segments)
    assert first.isAncestorOf(QApplication.focusWidget())
    for _ in range(5):
        key(RIGHT)
    number = int(first.chosen())
    key(TAB)
    place.save_now()
    hanne.settle()
    lines = own(hanne, one, "tre_spalter").lines
    assert [(each.text, each.column, each.under, each.day) for each in lines] == [
        ("Sulten mandag", "bekymrer", "Det, der bekymrer os", DAY),
        ("Alene hjemme tirsdag", "bekymrer", "Det, der bekymrer os", DAY),
    ]
    (scale,) = own(hanne, one, "skala").lines
    assert (scale.who, scale.number) == (TABLE[0].staff, number)


def test_who_said_a_line_is_chosen_where_it_stands(desk_of):
    """One press opens the two fields; what is chosen stands on the line and in the note."""
    hanne = desk_of("hanne")
    one = begun(hanne, "signs-of-safety")
    place = hanne.place(one)
    part = place.note_page.note.parts["tre_spalter"]
    part.begin()
    typed(QApplication.focusWidget(), "Mormor henter")
    click(pressed(part, "Hvem og hvornår, linje 1"))
    key(DOWN)
    key(DOWN)
    QApplication.processEvents()
    place.save_now()
    hanne.settle()
    (line,) = own(hanne, one, "tre_spalter").lines
    assert line.who in {each.staff for each in TABLE}


def test_a_line_is_taken_away_and_the_others_stand(desk_of):
    """Each line has its own cross; the one before gets the keyboard."""
    hanne = desk_of("hanne")
    one = begun(hanne, "lp")
    place = hanne.place(one)
    part = place.note_page.note.parts["oplysninger"]
    part.begin()
    typed(QApplication.focusWidget(), "Talt en uge")
    key(ENTER, CTRL)
    typed(QApplication.focusWidget(), "Spurgt børnene")
    click(pressed(part, "Fjern linje 1: Oplysninger, og hvordan de er hentet"))
    assert [each.text() for each in part.findChild(LineList).findChildren(Prose)][-1:] == [
        "Spurgt børnene"
    ]
    place.save_now()
    hanne.settle()
    assert [each.text for each in own(hanne, one, "oplysninger").lines] == ["Spurgt børnene"]


def test_the_clock_pauses_goes_on_and_files_its_minutes(desk_of):
    """Begynd, Pause, Fortsæt, Videre: the round's minutes stand in the note; nothing rings."""
    hanne = desk_of("hanne")
    one = begun(hanne, "reflekterende-team")
    place = hanne.place(one)
    page = place.note_page
    part = page.note.parts["tider"]
    clock, now = page._clock, [0.0]
    clock._now = lambda: now[0]
    click(pressed(part, "Begynd: Interview"))
    now[0] = 180.0
    click(pressed(part, "Pause: Interview"))
    now[0] = 600.0
    assert clock.seconds() == 180.0
    click(pressed(part, "Fortsæt: Interview"))
    now[0] = 660.0
    click(pressed(part, "Videre til Teamet reflekterer"))
    assert clock.round == "refleksion"
    assert clock.is_running
    place.save_now()
    hanne.settle()
    assert own(hanne, one, "tider").lines == (
        Line(column="interview", under="Interview", number=4),
    )


def test_the_clock_says_what_is_left_and_what_is_over():
    """Minutes and seconds as a clock says them; a pause is said."""
    assert said(522.0, paused=False) == "8.42"
    assert said(-65.0, paused=False) == "1.05 over"
    assert said(60.0, paused=True) == "Pause · 1.00"


def test_a_clock_that_nobody_started_has_used_nothing():
    """And less than a minute is a minute."""
    now = [0.0]
    clock = MeetingClock(lambda: now[0])
    assert clock.minutes() == 0
    clock.start("a")
    now[0] = 20.0
    assert clock.minutes() == 1
    clock.pause()


def test_everyones_view_is_written_with_the_familys_first(desk_of):
    """The parents' field stands before the staff's, whoever was put down first."""
    hanne = desk_of("hanne")
    people = (*TABLE, Participant(name="Moster Ewa", role="moster", side="familie"))
    one = begun(hanne, "netvaerksmoede", participants=people)
    place = hanne.place(one)
    part = place.note_page.note.parts["parternes_syn"]
    part.begin()
    assert QApplication.focusWidget().accessibleName() == "Sådan ser Moster Ewa det"
    typed(QApplication.focusWidget(), "Hun er glad hos mig")
    place.save_now()
    hanne.settle()
    assert own(hanne, one, "parternes_syn").lines == (
        Line(who="Moster Ewa", text="Hun er glad hos mig"),
    )


def test_a_meeting_is_chosen_with_the_arrows_and_asks_for_what_it_needs(desk_of):
    """From konsultation to LP-ark: only a theme is asked for; the note is written by that form."""
    hanne = desk_of("hanne")
    place = hanne.place("ny")
    page = place.plan_page
    assert page.meeting.chosen() == "konsultation"
    for _ in range(10):
        if page.meeting.chosen() == "lp":
            break
        key(DOWN)
        hanne.settle()
    assert page.meeting.chosen() == "lp"
    assert page.about.title.isVisible()
    assert not page.about.age.isVisible()
    typed(page.about.title, "Larm i garderoben")
    page.save()
    hanne.settle()
    (made,) = [one.record for one in hanne.do(lambda s: queries.all_of(s.vault, Konsultation))]
    assert (made.form, made.kind, made.title) == ("lp", KonsultationKind.TEMA, "Larm i garderoben")


def test_a_talk_with_parents_asks_for_no_basis(desk_of):
    """They are there themselves; the child's parents can be chosen to the table."""
    mette = desk_of("mette")
    place = mette.place("ny:alma")
    page = place.plan_page
    page.meeting.choose("foraeldresamtale")
    page._on_meeting("foraeldresamtale")
    mette.settle()
    assert not page.about.grounds.isVisible()
    page.save()
    mette.settle()
    (made,) = [one.record for one in mette.do(lambda s: queries.all_of(s.vault, Konsultation))]
    assert (made.form, made.basis) == ("foraeldresamtale", "")


def test_under_the_guard_meetings_with_parents_are_not_there(desk_of):
    """Gone, not greyed, and the page says why."""
    hanne = desk_of("hanne")
    hanne.do(protecting.set_guard, "alma", Against.FORAELDER)
    place = hanne.place("ny:alma")
    shown = [
        one.text()
        for one in place.plan_page.meeting.findChildren(type(place.plan_page.meeting.first_box()))
    ]
    assert "Forældresamtale" not in shown
    assert "Konsultation" in shown
    words = " ".join(
        one.text() for one in place.plan_page.findChildren(type(place.plan_page.meeting._how))
    )
    assert "Værnet er sat" in words


def test_what_another_saved_meanwhile_is_shown_and_mine_stays(desk_of):
    """A part that I am not in is drawn anew; my own unsaved one is left alone."""
    hanne = desk_of("hanne")
    one = begun(hanne, "lp")
    place = hanne.place(one)
    part = place.note_page.note.parts["problem"]
    part.begin()
    typed(QApplication.focusWidget(), "Mit")
    note = hanne.do(konsultation_page.open_konsultation, one).note
    theirs = Sitting(note=note, own={"strategier": OwnAnswer(part="strategier", text="Deres")})
    saved = hanne.do(konsultation_saving.save_sitting, one, theirs)
    hanne.desk.announce(saved.changes, place.list_page)
    hanne.settle()
    assert place.note_page.note.parts["strategier"].findChild(Prose).text() == "Deres"
    place.save_now()
    hanne.settle()
    assert own(hanne, one, "problem").text == "Mit"
    assert own(hanne, one, "strategier").text == "Deres"


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("form", ["signs-of-safety", "reflekterende-team", "netvaerksmoede"])
def test_no_word_is_cut_and_everything_has_a_name(desk_of, dressed, form, scale):
    """Every own part begun, at 100 and 150 %."""
    hanne = desk_of("hanne")
    place = hanne.place(begun(hanne, form), (1060, 800))
    seen_at(hanne, place, dressed, scale)
    for part in KINDS[form].parts:
        if part.own:
            place.note_page.note.begin(part.id)
    hanne.settle()
    assert nameless(place) == []
    assert clipped(place) == []
