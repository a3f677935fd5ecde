"""After the sending, with the keys: a call, a reminder, the leader's letter, an answer; closed, opened, found again."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.letters.a_letter import begun
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tests.ui.underretninger.by_hand import CTRL
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.services.after_sending import course, journal
from tvaerfaglig.ui.lent_clipboard import LentClipboard
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger.after.call_form import CallForm
from tvaerfaglig.ui.underretninger.after.course_card import CourseCard
from tvaerfaglig.ui.widgets import Button


@pytest.fixture
def at_sent(desk_of, world):
    """Mette's letter of the third of November, sent; it is the twelfth."""
    world.clock.set(datetime(2026, 11, 12, 9, 0))
    mette = desk_of("mette")
    mette.letter = mette.do(begun)
    mette.do(u.save_section, mette.letter, "resume", "Alma kom i nattøj.")
    mette.do(u.finish, mette.letter, mette.desk.library)
    mette.do(
        u.register_step, mette.letter, Stage.AFSENDT, date(2026, 11, 3), channel="Digital Post"
    )
    mette.page = mette.place()
    mette.page.activateWindow()
    mette.page.open(mette.letter)
    mette.settle()
    return mette


def after(desk):
    return desk.do(course.after, desk.letter, desk.desk.library.ladder)


def press(place, name):
    """The visible button that a screen reader would call so, pressed with the space bar."""
    found = [
        one
        for one in place.findChildren(Button)
        if name in {one.accessibleName(), one.text()} and one.isVisibleTo(place)
    ]
    assert found, name
    found[0].setFocus()
    QTest.keyClick(found[0], Qt.Key.Key_Space)
    QApplication.processEvents()


def test_a_call_is_logged_with_the_keys_alone(at_sent):
    """Notér et opkald, a name, Enter, what was said, save: today's date and the time stand there already."""
    desk, view = at_sent, at_sent.page.after
    press(view, "Notér et opkald")
    form = view.form
    assert isinstance(form, CallForm)
    assert form.whom.hasFocus()
    QTest.keyClicks(form.whom, "Birgit")
    QTest.keyClick(form.whom, Qt.Key.Key_Return)
    assert form.said.hasFocus()
    QTest.keyClicks(form.said, "Den er fordelt")
    press(form, "Gem opkaldet")
    desk.settle()
    made = after(desk).contacts[0].record
    assert (made.whom, made.said) == ("Birgit", "Den er fordelt")
    assert (made.day, made.at.hour) == (date(2026, 11, 12), 9)
    assert view.form is None
    assert "Opkaldet er gemt." in desk.said
    desk.undo[-1]()
    desk.settle()
    assert after(desk).contacts == ()


def test_a_call_yesterday_and_a_day_that_cannot_be_read(at_sent):
    """»i går« is a day; what is not is asked about beneath the field, and nothing is lost."""
    desk, view = at_sent, at_sent.page.after
    view.acts.log_call()
    view.form.day.setText("hvornår mon")
    QTest.keyClicks(view.form.said, "Ingen ved det")
    press(view.form, "Gem opkaldet")
    assert view.form.day.hasFocus()
    view.form.day.setText("i går")
    press(view.form, "Gem opkaldet")
    desk.settle()
    assert after(desk).contacts[0].record.day == date(2026, 11, 11)


def test_a_call_refused_keeps_its_words(at_sent):
    """Tomorrow has not come: the vault says so, and the form still stands there."""
    desk, view = at_sent, at_sent.page.after
    view.acts.log_call()
    view.form.day.setText("13.11.2026")
    QTest.keyClicks(view.form.said, "Alt")
    press(view.form, "Gem opkaldet")
    desk.settle()
    assert view.form.said.text() == "Alt"
    assert any("ikke sket endnu" in words for words in desk.said)


def test_a_half_written_call_waits_through_a_lock(at_sent, desk_of):
    """Left in the middle of a word, it is there next time."""
    view = at_sent.page.after
    view.acts.log_call()
    at_sent.settle()
    QTest.keyClicks(view.form.said, "Midt i en s")
    at_sent.page.leave()
    at_sent.settle()
    again = desk_of("mette")
    place = again.place()
    place.open(at_sent.letter)
    again.settle()
    place.after.acts.log_call()
    again.settle()
    assert place.after.form.said.text() == "Midt i en s"


def test_a_call_is_put_right_from_the_log(at_sent):
    """Ret beside it; the first words stay in its history."""
    desk, view = at_sent, at_sent.page.after
    view.acts.log_call()
    QTest.keyClicks(view.form.said, "Talte med Bo")
    press(view.form, "Gem opkaldet")
    desk.settle()
    press(view, "Ret: Vi ringede, tor 12. nov.")
    view.form.said.set_text("Talte med Birgit")
    press(view.form, "Ret opkaldet")
    desk.settle()
    made = after(desk).contacts[0]
    assert made.record.said == "Talte med Birgit"
    assert made.changed


def write(desk, rung):
    """From the ladder to the frozen letter, with the keys."""
    view, page = desk.page.after, desk.page.reminder
    press(view, f"Skriv: {rung}")
    desk.settle()
    assert desk.page.shown is page
    press(page, "Afslut brevet")
    press(page.window_on_top, "Afslut")
    desk.settle()
    assert desk.page.shown is view


def send(desk, rung):
    write(desk, rung)
    view = desk.page.after
    press(view, f"Registrér som sendt: {rung}")
    press(view.form, "Registrér som sendt")
    desk.settle()


def test_send_call_reminder_leader_answer_close_reopen_and_find_everything(at_sent, desk_of, world):
    """The whole road by keyboard, through a closed and reopened vault."""
    desk, view = at_sent, at_sent.page.after
    press(view, "Notér et opkald")
    QTest.keyClicks(view.form.whom, "Modtagelsen")
    press(view.form, "Vi ringede, ingen svarede")
    press(view.form, "Gem opkaldet")
    desk.settle()
    send(desk, "Rykker")
    assert [one.sent_on for one in after(desk).offers] == [date(2026, 11, 12), None, None]
    world.clock.set(datetime(2026, 11, 19, 9, 0))
    send(desk, "Brev til kommunens ledelse")
    world.clock.set(datetime(2026, 11, 20, 9, 0))
    press(view, "Registrér kvittering")
    press(view.form, "Registrér kvittering")
    desk.settle()
    press(view, "Registrér orientering")
    QTest.keyClicks(view.form.note, "En undersoegelse er begyndt")
    press(view.form, "Registrér orientering")
    desk.settle()
    press(view, "Luk underretningen")
    press(view.form, "Luk")
    desk.settle()
    letter = desk.letter
    again = desk_of("mette")
    again.letter, again.page = letter, again.place()
    again.page.open(letter)
    again.settle()
    found = after(again)
    assert found.stage is Stage.LUKKET
    assert [one.record.rung for one in found.reminders] == ["rykker", "ledelsen"]
    shown = " ".join(one.title for one in again.page.after.findChildren(CourseCard)[0].lines)
    for words in ("Vi ringede, ingen svarede", "Rykker sendt", "Brev til kommunens ledelse sendt",
                  "Kvitteret", "Orienteret", "Lukket"):  # fmt: skip
        assert words in shown
    press(again.page.after, "Vis: Rykker, 12. november 2026")
    assert again.do(again.previews[-1].make).pdf.startswith(b"%PDF")


def test_a_reminder_is_changed_kept_and_looked_at_before_it_is_frozen(at_sent, qtbot):
    """Leaving keeps it as a draft; the preview is marked; what was typed stands in the frozen copy."""
    desk, page = at_sent, at_sent.page.reminder
    press(at_sent.page.after, "Skriv: Rykker")
    desk.settle()
    assert page.course.hasFocus()
    assert "Underretning sendt" in page.course.text()
    QTest.keyClick(page.course, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(page.course, " Vi venter.")
    press(page, "Se papiret")
    desk.settle()
    assert desk.do(desk.previews[-1].make).pdf.startswith(b"%PDF")
    page.top.back.click()
    desk.settle()
    assert desk.page.shown is desk.page.after
    press(desk.page.after, "Skriv: Rykker")
    desk.settle()
    assert page.course.text().endswith("Vi venter.")
    press(page, "Hent fra forløbet igen")
    assert "Vi venter." not in page.course.text()
    QTest.keyClick(page.course, Qt.Key.Key_Z, CTRL)
    assert page.course.text().endswith("Vi venter.")
    press(page, "Afslut brevet")
    press(page.window_on_top, "Afslut")
    desk.settle()
    assert "Vi venter." in after(desk).reminders[0].record.content


def test_something_written_elsewhere_does_not_take_the_page_away(at_sent):
    """While she writes the reminder a colleague's act is announced: she stays where she is."""
    desk, page = at_sent, at_sent.page.reminder
    press(at_sent.page.after, "Skriv: Rykker")
    desk.settle()
    saved = desk.do(u.comment, desk.letter, "Husk at ringe")
    desk.desk.announce(saved.changes)
    desk.settle()
    assert desk.page.shown is page


def test_our_own_day_is_set_moved_and_seen_to(at_sent):
    """Each asks only what it needs; moving asks why."""
    desk, view = at_sent, at_sent.page.after
    press(view, "Sæt jeres egen dag")
    view.form.day.setText("20.11.2026")
    press(view.form, "Sæt dagen")
    desk.settle()
    assert after(desk).waits_for_us.on == date(2026, 11, 20)
    press(view, "Flyt dagen")
    view.form.day.setText("27.11.2026")
    press(view.form, "Flyt dagen")
    desk.settle()
    assert view.form.prose.hasFocus()
    QTest.keyClicks(view.form.prose, "Moedet er udsat")
    press(view.form, "Flyt dagen")
    desk.settle()
    assert after(desk).waits_for_us.on == date(2026, 11, 27)
    press(view, "Set på nu")
    QTest.keyClicks(view.form.prose, "Alma spiser")
    press(view.form, "Gem")
    desk.settle()
    assert after(desk).waits_for_us is None


def test_the_journal_copy_goes_to_the_clipboard_in_one_press_and_is_noted(at_sent):
    """Title, file name and text; the mark is set, shown on the list, and taken back with Fortryd."""
    desk, view = at_sent, at_sent.page.after
    name = "Underretning nr. 1, 12. nov."
    press(view, f"Kopiér til journalen: {name}")
    desk.settle()
    assert QApplication.clipboard().text().startswith("Underretning · Alma Nowak")
    press(view, "Kopiér filnavn")
    assert QApplication.clipboard().text().endswith(".pdf")
    press(view, f"Markér som journaliseret: {name}")
    QTest.keyClicks(view.form.line, "26-4711")
    QTest.keyClick(view.form.line, Qt.Key.Key_Return)
    desk.settle()
    frozen = desk.do(u.open_letter, desk.letter).frozen.id
    assert after(desk).mark(frozen).number == "26-4711"
    desk.page.open("")
    desk.settle()
    assert any("journaliseret 26-4711" in one.under for one in desk.page.list.list.rows())
    desk.undo[-1]()
    desk.settle()
    assert after(desk).mark(frozen) is None
    assert desk.do(journal.copy, frozen).file_name.endswith(".pdf")


def test_the_clipboard_is_emptied_after_its_time_if_it_is_still_ours(qtbot):
    """Ours goes; what somebody else copied meanwhile stays."""
    holder = QApplication.instance()
    lent = LentClipboard(holder, for_ms=30)
    lent.lend("Alma")
    assert QApplication.clipboard().text() == "Alma"
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "", timeout=2000)
    lent.lend("Alma")
    QApplication.clipboard().setText("en indkøbsliste")
    qtbot.wait(80)
    assert QApplication.clipboard().text() == "en indkøbsliste"
    lent.lend("Alma")
    lent.take_away()
    assert QApplication.clipboard().text() == ""
    lent.deleteLater()


def test_a_letter_laid_aside_is_moved_to_another_day(mette):
    """With a reason; it stays laid aside."""
    letter = mette.do(begun)
    mette.do(u.lay_aside, letter, "Mor vil tale med lægen", date(2026, 11, 20))
    place = mette.place()
    place.open(letter)
    mette.settle()
    press(place.after, "Flyt dagen")
    place.after.form.day.setText("1.12.2026")
    QTest.keyClicks(place.after.form.prose, "Tiden er flyttet")
    press(place.after.form, "Flyt dagen")
    mette.settle()
    last = mette.do(u.open_letter, letter).steps[-1].record
    assert (last.stage, last.seen_again_on) == (Stage.HENLAGT, date(2026, 12, 1))


def test_nothing_is_cut_and_nothing_is_nameless(at_sent, qtbot):
    """The page with a form on it, and the reminder, at 100 and 150 %."""
    desk, page = at_sent, at_sent.page
    page.after.acts.log_call()
    desk.settle()
    for scale in (1.0, 1.5):
        look().set_scale(scale)
        qtbot.wait(60)
        assert clipped(page.after) == []
    look().set_scale(1.0)
    assert nameless(page.after) == []
    page.after.reminder_asked.emit("rykker")
    desk.settle()
    assert nameless(page.reminder) == []
    assert clipped(page.reminder) == []


def test_a_receipt_is_put_right_from_the_log(at_sent):
    """Its day and number in the form they were written in."""
    desk, view = at_sent, at_sent.page.after
    desk.do(u.register_step, desk.letter, Stage.KVITTERET, journal="26-1")
    desk.page.writer.renew()
    desk.settle()
    press(view, "Ret: Kvitteret, tor 12. nov.")
    assert view.form.journal.text() == "26-1"
    view.form.journal.setText("26-2")
    view.form.day.setText("11.11.2026")
    press(view.form, "Gem rettelsen")
    desk.settle()
    step = desk.do(u.open_letter, desk.letter).steps[-1].record
    assert (step.journal, step.day) == ("26-2", date(2026, 11, 11))


def test_a_call_about_a_phoned_letter_leaves_one_where_one_is(mette):
    """The letter is not written yet; the log is what one looks at, and stays in front."""
    letter = mette.do(begun)
    mette.do(u.register_step, letter, Stage.AFSENDT, channel="telefon")
    place = mette.place()
    place.open(letter)
    mette.settle()
    place.letter.course_asked.emit()
    mette.settle()
    assert place.shown is place.after
    place.after.acts.log_call()
    press(place.after.form, "De ringede")
    assert place.after.form._pause.isVisibleTo(place.after)
    press(place.after.form, "Gem opkaldet")
    mette.settle()
    assert place.shown is place.after


def test_the_number_on_the_receipt_is_offered_for_the_mark(at_sent):
    """It was written once."""
    desk, view = at_sent, at_sent.page.after
    desk.do(u.register_step, desk.letter, Stage.KVITTERET, journal="26-4711")
    desk.page.writer.renew()
    desk.settle()
    press(view, "Markér som journaliseret: Underretning nr. 1, 12. nov.")
    assert view.form.line.text() == "26-4711"


def test_a_question_about_one_letter_is_never_answered_on_another(at_sent):
    """Gone to another letter with a form half filled in: it is not there, and its words wait with the first."""
    desk, view = at_sent, at_sent.page.after
    view.acts.log_call()
    desk.settle()
    QTest.keyClicks(view.form.said, "Om Alma")
    other = desk.do(u.begin, "bertil").id
    desk.do(u.finish, other, desk.desk.library)
    desk.do(u.register_step, other, Stage.AFSENDT)
    desk.page.open(other)
    desk.settle()
    assert view.after.letter == other
    assert view.form is None
    view.acts.log_call()
    desk.settle()
    assert view.form.said.text() == ""
    desk.page.open(desk.letter)
    desk.settle()
    view.acts.log_call()
    desk.settle()
    assert view.form.said.text() == "Om Alma"


def test_the_letter_can_be_gone_to_from_a_reminder_and_the_place_left_and_come_back_to(at_sent):
    """Asked for by name the letter comes; coming back to the place one is where one was."""
    desk, place = at_sent, at_sent.page
    press(place.after, "Skriv: Rykker")
    desk.settle()
    place.leave()
    place.open(None)
    desk.settle()
    assert place.shown is place.reminder
    place.open(desk.letter)
    desk.settle()
    assert place.shown is place.after


def test_esc_closes_the_form_and_then_goes_back(at_sent):
    """One stands in the head again, not somewhere else in the window; a second Esc leads to the list."""
    view = at_sent.page.after
    press(view, "Notér et opkald")
    assert view.form is not None
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert view.form is None
    assert QApplication.focusWidget() is view.next_button
    QTest.keyClick(view.next_button, Qt.Key.Key_Escape)
    at_sent.settle()
    assert at_sent.page.shown is at_sent.page.list
