"""A round lived by the keys: a year planned, a day list, a konsultation opened, the visit held and printed."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.services.visiting.days import HOUSE, TODAY
from tests.ui.accessibility import nameless
from tests.ui.konsultationer.by_hand import (
    CTRL,
    ENTER,
    ESC,
    PAGE_DOWN,
    PAGE_UP,
    RIGHT,
    click,
    key,
    pressed,
    typed,
)
from tvaerfaglig.domain.konsultation import Konsultation, Participant
from tvaerfaglig.domain.visiting.question import QuestionState, VisitQuestion
from tvaerfaglig.domain.visiting.visit import Visit, VisitState
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.visiting import listing, questions
from tvaerfaglig.store import queries
from tvaerfaglig.ui.visiting.ask_form import AskForm
from tvaerfaglig.ui.visiting.visit_forms import CancelForm, HeldForm, NewDayForm

KAREN = Participant(name="Karen Lund", role="socialrådgiver", staff="karen")


def _note(**more):
    facts = {
        "day": TODAY,
        "dagtilbud": HOUSE,
        "participants": (KAREN,),
        "question": "Hvad nu?",
        "age_band": "2 år",
    }
    return Konsultation(**(facts | more))


def _visits(desk, first=TODAY):
    return desk.do(listing.visits, first)


def _record(desk, kind, one):
    return desk.do(lambda session: queries.one(session.vault, kind, one)).record


def besoeg(place):
    return place.section("besoeg")


def test_a_year_a_day_a_konsultation_held_and_printed(desk_of, here):
    """The whole of a visit without the mouse, but for the two filled buttons."""
    karen = desk_of("karen")
    note = karen.do(konsultationer.plan, _note()).id
    place = karen.place("besoeg:aar")
    page = besoeg(place)
    page.view.accept()
    karen.settle()
    assert len(_visits(karen)) == 13
    assert "12 besøg er planlagt." in karen.said
    karen.undo[-1]()
    karen.settle()
    assert len(_visits(karen)) == 1

    place.open("besoeg")
    karen.settle()
    assert page.view.list.headings() == ["I dag"]
    page.view.start()
    key(ENTER)
    karen.settle()
    assert page.page_head.heading.text() == "I dag · Børnehuset Mælkebøtten"
    key(ENTER)
    karen.settle()
    assert place.stack.currentWidget() is place.note_page
    assert karen.went[-1] == ("konsultationer", note)

    place.note_page.left.emit()
    karen.settle()
    assert karen.went[-1] == ("konsultationer", f"besoeg:{here.visit}")
    page.view.start()
    key(Qt.Key.Key_H)
    karen.settle()
    assert _record(karen, Visit, here.visit).minutes == 300
    assert isinstance(page.form, HeldForm)
    page.form.fields.put(minutes="2.30")
    page.form.save()
    karen.settle()
    assert _record(karen, Visit, here.visit).minutes == 150
    click(page.view.report_button)
    (request,) = karen.previews
    assert "2 t. 30 min." in str(karen.do(request.make).sections)
    place.print_now()
    assert "Dagsliste" in karen.previews[-1].title
    assert nameless(place) == []


def test_held_by_one_key_is_taken_back_by_one_press(desk_of, here):
    """*Fortryd* in the bar: the visit is planned again."""
    karen = desk_of("karen")
    page = besoeg(karen.place(f"besoeg:{here.visit}"))
    click(page.view.hold_button)
    karen.settle()
    karen.undo[-1]()
    karen.settle()
    assert _record(karen, Visit, here.visit).status is VisitState.PLANLAGT
    assert page.form is None
    assert karen.went[-1] == ("konsultationer", f"besoeg:{here.visit}")


def test_a_question_asked_from_a_childs_page_is_taken_up(desk_of, here):
    """Mette asks without a name; a name is refused and said as »barnet« by one press; Karen takes it up."""
    mette = desk_of("mette")
    place = mette.place("besoeg:spoerg:alma")
    form = besoeg(place).form
    assert isinstance(form, AskForm)
    assert form.fields.text("age") == "4–5 år"
    typed(form.fields.editor("text"), "Spiser Alma nok?")
    form.save()
    mette.settle()
    assert "»Alma«" in form.message.words()
    click(form.message.link)
    mette.settle()
    assert mette.went[-1] == ("boern", "alma")
    assert "Spørgsmålet venter på næste besøg." in mette.said

    karen = desk_of("karen")
    page = besoeg(karen.place(f"besoeg:{here.visit}"))
    (row,) = page.view.list.rows()
    assert "barnet" in row.question
    page.view.start()
    key(ENTER)
    karen.settle()
    made = _record(karen, Konsultation, karen.went[-1][1])
    assert (made.raised_by, made.visit) == ("mette", here.visit)
    karen.undo[-1]()
    karen.settle()
    (question,) = karen.do(lambda session: queries.all_of(session.vault, VisitQuestion))
    assert question.record.status is QuestionState.VENTER


def test_a_cancelled_visit_asks_for_a_new_day(desk_of, here):
    """The reason, then the next open Thursday, and the konsultation that was planned comes along."""
    karen = desk_of("karen")
    note = karen.do(konsultationer.plan, _note()).id
    page = besoeg(karen.place(f"besoeg:aflys:{here.visit}"))
    assert isinstance(page.form, CancelForm)
    page.form.save()
    karen.settle()
    typed(page.form.fields.editor("because"), "Kursus")
    page.form.save()
    karen.settle()
    assert isinstance(page.form, NewDayForm)
    page.form.save()
    karen.settle()
    assert page.form is None
    assert _record(karen, Konsultation, note).day == date(2026, 11, 19)
    assert [row.stored.record.status for row in _visits(karen)] == [
        VisitState.AFLYST,
        VisitState.PLANLAGT,
    ]


def test_a_konsultation_is_added_from_the_day(desk_of, here):
    """N: the visit's day, place and people stand there, in the next free half hour."""
    karen = desk_of("karen")
    karen.do(konsultationer.plan, _note(at=time(9)))
    place = karen.place(f"besoeg:{here.visit}")
    besoeg(place).view.start()
    key(Qt.Key.Key_N)
    karen.settle()
    assert place.stack.currentWidget() is place.plan_page
    begun = place.plan_page.note()
    assert (begun.visit, begun.place, str(begun.at)) == (here.visit, "", "09:30:00")
    click(place.plan_page.save_button)
    karen.settle()
    assert len(karen.do(listing.visits, TODAY)) == 1
    assert karen.do(listing.visits, TODAY)[0].meetings == 2


def test_what_was_begun_is_found_again(desk_of, here):
    """A form left by Esc waits as a draft, and comes back when it is opened anew."""
    mette = desk_of("mette")
    place = mette.place("besoeg:spoerg")
    page = besoeg(place)
    typed(page.form.fields.editor("text"), "Halvt skrevet")
    key(ESC)
    mette.settle()
    assert page.form is None
    place.open("besoeg:spoerg")
    mette.settle()
    assert page.form.fields.text("text") == "Halvt skrevet"
    del here


def test_the_strip_goes_by_keys_and_is_remembered(desk_of):
    """Ctrl+PgDn and the arrows change section; the one last chosen stands there next time."""
    mette = desk_of("mette")
    place = mette.place()
    assert place.stack.currentWidget() is place.section("moeder")
    QTest.keyClick(place.list_page, PAGE_DOWN, CTRL)
    mette.settle()
    assert place.stack.currentWidget() is place.section("besoeg")
    place.leave()
    place.open(None)
    assert place.stack.currentWidget() is place.section("besoeg")
    strip = place.section("besoeg").strip
    chosen = next(one for one in strip.buttons() if one.isChecked())
    chosen.setFocus()
    key(RIGHT)
    mette.settle()
    assert place.stack.currentWidget() is place.section("aftaler")
    QTest.keyClick(place.section("aftaler"), PAGE_UP, CTRL)
    mette.settle()
    assert place.stack.currentWidget() is place.section("besoeg")


@pytest.mark.parametrize("who", ["hanne", "mette", "line"])
def test_each_sees_what_she_may_do(desk_of, here, who):
    """Only whoever keeps the visit is offered to hold it; empty pages say what belongs there."""
    someone = desk_of(who)
    page = besoeg(someone.place(f"besoeg:{here.visit}"))
    assert page.view.hold_button.isVisible() is (who == "hanne")
    page.view.hold()
    someone.settle()
    held = _record(someone, Visit, here.visit).status is VisitState.HOLDT
    assert held is (who == "hanne")


def test_nobody_attached_yet(desk_of):
    """The first step is offered to the leader, and leads to the form."""
    hanne = desk_of("hanne")
    page = besoeg(hanne.place("besoeg"))
    click(pressed(page, "Tilknyt en kollega"))
    hanne.settle()
    form = page.form
    form.fields.put(who="karen", at=time(9), closed="sommerferie")
    form.save()
    hanne.settle()
    assert page.form is form
    form.fields.put(closed="uge 29-30")
    form.save()
    hanne.settle()
    assert page.page_head.heading.text() == "Planlæg et år"
    assert page.view.plan_button.text().startswith("Planlæg 1")


def test_the_calendar_is_saved_and_noted(desk_of, here, tmp_path):
    """The file lies where it was asked for, and the log says that it was taken."""
    karen = desk_of("karen")
    page = besoeg(karen.place("besoeg"))
    page.view.calendar.save_to(tmp_path / "kalender")
    karen.settle()
    text = (tmp_path / "kalender.ics").read_text(encoding="utf-8")
    assert text.count("BEGIN:VEVENT") == 1
    assert any("aldrig et barn" in one for one in karen.said)
    del here


def test_asking_needs_no_visit(desk_of):
    """Without a planned visit a question waits for the first who comes."""
    mette = desk_of("mette")
    page = besoeg(mette.place("besoeg:spoerg"))
    typed(page.form.fields.editor("text"), "Hvem ringer vi til?")
    page.form.save()
    mette.settle()
    (one,) = mette.do(lambda session: queries.all_of(session.vault, VisitQuestion))
    assert (one.record.staff, one.record.house) == ("", HOUSE)
    assert mette.do(questions.asking).coming == ()
