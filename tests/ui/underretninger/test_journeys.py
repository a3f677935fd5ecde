"""A letter written by hand: with the keys and the mouse, through the real windows, on a real vault."""

from __future__ import annotations

import threading
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.letters.a_letter import begun, observe, three
from tests.ui.accessibility import spoken
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.domain.quality.engine import Asked
from tvaerfaglig.domain.underretning import Stage, Urgency
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.services.children import protecting
from tvaerfaglig.ui.underretninger import NewLetter
from tvaerfaglig.ui.widgets import Fold

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def at_letter(mette, qtbot):
    """Mette with three observations and a letter just opened."""
    seen, letter = mette.do(three), mette.do(begun)
    place = mette.place()
    place.activateWindow()
    place.open(letter)
    mette.settle()
    mette.seen, mette.letter = seen, letter
    mette.page = place
    return mette


def asked(desk, qtbot):
    """Wait for the writing help to have answered about what stands there now."""
    desk.settle()
    qtbot.wait(450)
    desk.settle()


def key(widget, what, mods=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, what, mods)
    QApplication.processEvents()


def typed(widget, words):
    widget.setFocus()
    for letter in words:
        if letter == "\n":
            QTest.keyClick(widget, Qt.Key.Key_Return)
        elif letter.isascii():
            QTest.keyClicks(widget, letter)
        else:
            widget.insertPlainText(letter) if hasattr(widget, "insertPlainText") else widget.insert(
                letter
            )
    QApplication.processEvents()


def drop_on(target, card, spot):
    """What Qt delivers when a card is let go over a widget: it is asked first, and then given."""
    how = (
        Qt.DropAction.CopyAction,
        card.mime(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(spot, *how)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(spot), *how))


def test_a_letter_begins_with_a_child(mette, qtbot):
    """Ny underretning, two letters of the name, Enter: it stands there with its facts."""
    place = mette.place()
    QTest.mouseClick(place.list.new, Qt.MouseButton.LeftButton)
    QTest.keyClicks(place.list.picker, "al")
    key(place.list.picker, Qt.Key.Key_Return)
    mette.settle()
    assert place.shown is place.letter
    assert "Alma Nowak" in place.letter.top.heading.text()
    assert place.writer.sitting.record.receiver == "Fjordby Kommune"
    assert [one.child for one in mette.do(u.letters)] == ["alma"]


def test_another_page_can_begin_one(mette):
    """Børn sends NewLetter; Akut does too."""
    place = mette.place()
    place.open(NewLetter("bertil"))
    mette.settle()
    assert place.shown is place.letter
    assert "Bertil" in place.letter.top.heading.text()


def test_akut_can_begin_one_by_a_word(mette):
    """»ny:« and a child's id, for those who know no type of ours."""
    place = mette.place()
    place.open("ny:alma")
    mette.settle()
    assert place.shown is place.letter


def test_the_childs_words_stand_in_their_section(at_letter):
    """Enter on evidence there adds the row; its quotation appears, and no number is written."""
    letter = at_letter.page.letter
    letter.go_to_section("barnets_ord")
    card = letter.evidence.cards[at_letter.seen["groed"]]
    card.setFocus()
    key(card, Qt.Key.Key_Return)
    at_letter.settle()
    editor = letter.middle.editor
    assert editor.said.count() == 1
    assert editor.prose.text() == ""


def test_a_phoned_one_can_be_receipted_before_it_is_written(at_letter):
    """Sendt, kvitteret, besvaret in the menu: the form, and back to the text."""
    desk, page = at_letter, at_letter.page
    desk.do(u.register_step, desk.letter, Stage.AFSENDT, channel="telefon")
    page.writer.renew()
    desk.settle()
    page.letter.course_asked.emit()
    desk.settle()
    assert page.shown is page.after
    page.after.next_button.click()
    page.after.form.keep.click()
    desk.settle()
    assert desk.do(u.open_letter, desk.letter).stage is Stage.KVITTERET
    assert page.shown is page.letter


def test_the_hard_question_comes_first(at_letter):
    """A new letter opens at section 1, with the focus on the overgreb question."""
    letter = at_letter.page.letter
    assert letter.section == "hast_og_overgreb"
    assert letter.middle.editor.isAncestorOf(QApplication.focusWidget())


def test_evidence_goes_in_by_keyboard(at_letter, qtbot):
    """Ctrl+B, Enter: the row stands there; the focus goes to the next card."""
    letter = at_letter.page.letter
    letter.go_to_section("observationer")
    key(letter, Qt.Key.Key_B, CTRL)
    card = QApplication.focusWidget()
    assert card.key == at_letter.seen["hule"]
    key(card, Qt.Key.Key_Return)
    at_letter.settle()
    assert list(letter.middle.editor.cards) == [at_letter.seen["hule"]]
    assert "brugt i 5" in letter.evidence.cards[at_letter.seen["hule"]].accessibleName()
    assert letter.evidence.cards[at_letter.seen["nattoej"]].hasFocus()


def test_evidence_goes_in_by_drag(at_letter):
    """Let go over the rows, an older one lands above a newer one."""
    letter = at_letter.page.letter
    letter.go_to_section("observationer")
    for name in ("nattoej", "groed"):
        card = letter.evidence.cards[at_letter.seen[name]]
        drop_on(letter.middle.editor.place, card, QPoint(20, 20))
        at_letter.settle()
    page = at_letter.do(u.open_letter, at_letter.letter)
    assert [row.day for row in page.rows] == [date(2026, 10, 26), date(2026, 11, 10)]
    assert next(iter(letter.evidence.cards)) == at_letter.seen["hule"]


def test_enter_cites_at_the_caret(at_letter):
    """In prose the number is written where the caret stands, and the row is made."""
    letter = at_letter.page.letter
    letter.go_to_section("resume")
    prose = letter.middle.editor.prose
    typed(prose, "Alma leger godt")
    letter.evidence.cards[at_letter.seen["hule"]].setFocus()
    key(letter.evidence.cards[at_letter.seen["hule"]], Qt.Key.Key_Return)
    at_letter.settle()
    assert prose.text() == "Alma leger godt [1]"
    assert at_letter.do(u.open_letter, at_letter.letter).rows[0].number == 1


def test_a_drop_on_the_text_cites_there(at_letter):
    """The number lands where the card was let go, not where the caret was."""
    letter = at_letter.page.letter
    letter.go_to_section("resume")
    prose = letter.middle.editor.prose
    typed(prose, "Alma leger.")
    start = prose.textCursor()
    start.setPosition(len("Alma leger"))
    card = letter.evidence.cards[at_letter.seen["hule"]]
    drop_on(prose.viewport(), card, prose.cursorRect(start).center())
    at_letter.settle()
    assert prose.text() == "Alma leger [1]."


def test_citations_follow_on_the_screen(at_letter):
    """An older observation put in afterwards renumbers what one is just writing."""
    letter = at_letter.page.letter
    letter.go_to_section("resume")
    prose = letter.middle.editor.prose
    for name in ("nattoej", "groed"):
        key(letter.evidence.cards[at_letter.seen[name]], Qt.Key.Key_Return)
        at_letter.settle()
    assert prose.text() == "[1, 2]"
    typed(prose, " og mere")
    letter.flush()
    at_letter.settle()
    letter.go_to_section("vurdering")
    letter.go_to_section("resume")
    assert letter.middle.editor.prose.text() == "[1, 2] og mere"


def test_a_row_is_taken_out_and_put_back(at_letter):
    """Delete takes it out; Fortryd in the bar brings it and its citation back."""
    letter = at_letter.page.letter
    letter.go_to_section("resume")
    key(letter.evidence.cards[at_letter.seen["groed"]], Qt.Key.Key_Return)
    at_letter.settle()
    letter.go_to_section("observationer")
    row = letter.middle.editor.cards[at_letter.seen["groed"]]
    row.setFocus()
    key(row, Qt.Key.Key_Delete)
    at_letter.settle()
    assert not letter.middle.editor.cards
    assert letter.sitting.text("resume") == ""
    at_letter.undo[-1]()
    at_letter.settle()
    assert list(letter.middle.editor.cards) == [at_letter.seen["groed"]]
    assert letter.sitting.text("resume") == "[1]"


def test_a_corrected_observation_is_fetched(at_letter):
    """»Rettet … – Hent ny version« stands in the row until it is pressed."""
    from dataclasses import replace

    from tvaerfaglig.services import recording
    from tvaerfaglig.services.observations import reading as observations

    desk, letter = at_letter, at_letter.page.letter
    letter.go_to_section("observationer")
    key(letter.evidence.cards[desk.seen["groed"]], Qt.Key.Key_Return)
    desk.settle()
    opened = desk.do(observations.open_observation, desk.seen["groed"])
    saved = desk.do(
        recording.correct_observation,
        replace(opened.stored.record, text="Fire portioner."),
        desk.seen["groed"],
        replaces=opened.stored.heads,
        reason="talte forkert",
    )
    desk.desk.announce(saved.changes)
    desk.settle()
    row = letter.middle.editor.cards[desk.seen["groed"]]
    offer = next(
        b for b in row.findChildren(type(letter.middle.next)) if b.text() == "Hent ny version"
    )
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    desk.settle()
    assert letter.middle.editor.cards[desk.seen["groed"]].say.text() == "Fire portioner."


def test_what_is_typed_is_kept_and_saved_once(at_letter, qtbot):
    """Kept when one pauses (»Gemt 8.00«), a version when one leaves, and found again."""
    desk, letter = at_letter, at_letter.page.letter
    letter.go_to_section("resume")
    typed(letter.middle.editor.prose, "Alma er")
    qtbot.wait(450)
    desk.settle()
    assert letter.saved.words() == "Gemt 8.00"
    page = desk.do(u.open_letter, desk.letter)
    assert page.text("resume") == ""
    assert page.kept["resume"].text == "Alma er"
    typed(letter.middle.editor.prose, " træt")
    desk.page.leave()
    desk.settle()
    page = desk.do(u.open_letter, desk.letter)
    assert page.text("resume") == "Alma er træt"
    assert not page.kept


def test_text_from_before_a_crash_is_offered_again(desk_of, qtbot):
    """Kept and never saved: next morning it stands in its field, and a bar says so."""
    mette = desk_of("mette")
    letter = mette.do(begun)
    mette.do(u.keep_section, letter, "resume", "Midt i en sæt")
    mette = desk_of("mette")
    place = mette.place()
    place.open(letter)
    mette.settle()
    assert "Du var i gang" in place.letter.message.words()
    place.letter.go_to_section("resume")
    assert place.letter.middle.editor.prose.text() == "Midt i en sæt"


def test_choices_are_kept_too(at_letter, qtbot):
    """Urgency chosen with the mouse is there after leaving and coming back."""
    desk, letter = at_letter, at_letter.page.letter
    button = letter.middle.editor.urgency.buttons()[1]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.page.open("")
    desk.settle()
    assert desk.page.shown is desk.page.list
    assert desk.do(u.open_letter, desk.letter).record.urgency is Urgency.HURTIGT


def test_acute_says_ring_first(at_letter):
    """Choosing Akut shows the phone first; the link opens Akut."""
    editor = at_letter.page.letter.middle.editor
    assert editor.phone_first.isHidden()
    QTest.mouseClick(editor.urgency.buttons()[0], Qt.MouseButton.LeftButton)
    assert not editor.phone_first.isHidden()
    QTest.mouseClick(editor.phone_first.link, Qt.MouseButton.LeftButton)
    assert at_letter.went[-1] == ("akut", None)


def test_a_call_makes_it_sent_at_once(at_letter):
    """Written down and given by telephone: sent, and the letter is still open to be written."""
    desk, letter = at_letter, at_letter.page.letter
    editor = letter.middle.editor
    QTest.mouseClick(editor.calls.add_button, Qt.MouseButton.LeftButton)
    typed(QApplication.focusWidget(), "Vagthavende")
    QTest.mouseClick(editor.given, Qt.MouseButton.LeftButton)
    desk.settle()
    page = desk.do(u.open_letter, desk.letter)
    assert page.stage is Stage.AFSENDT
    assert page.record.calls[0].spoke_with == "Vagthavende"
    assert page.needs_writing
    assert desk.page.shown is letter
    assert (
        "Brevet" in letter.middle.editor.given_words.text()
        or "brevet" in letter.middle.editor.given_words.text()
    )


# questions


def test_f8_goes_from_question_to_question(at_letter, qtbot):
    """From section to section, the caret where the answer belongs; Shift+F8 goes back."""
    asked(at_letter, qtbot)
    letter = at_letter.page.letter
    sections = []
    for _ in range(4):
        key(letter, Qt.Key.Key_F8)
        sections.append(letter.section)
        assert letter.middle.editor.isAncestorOf(QApplication.focusWidget())
    assert sections[0] == "hast_og_overgreb"
    assert sections[-1] != "hast_og_overgreb"
    key(letter, Qt.Key.Key_F8, SHIFT)
    assert letter.section == sections[-2]


def test_esc_lays_the_question_away_for_good(at_letter, qtbot):
    """It is gone at once, stays away, and can be asked for again."""
    asked(at_letter, qtbot)
    desk, letter = at_letter, at_letter.page.letter
    key(letter, Qt.Key.Key_F8)
    place = letter.questions.current
    assert place in letter.questions.cards
    key(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert place not in letter.questions.cards
    asked(desk, qtbot)
    assert place in desk.do(u.open_letter, desk.letter).dismissed
    assert place not in letter.questions.cards
    QTest.mouseClick(letter.questions.again, Qt.MouseButton.LeftButton)
    asked(desk, qtbot)
    assert place in letter.questions.cards


def test_answering_makes_the_question_go(at_letter, qtbot):
    """Choosing an urgency answers what was asked."""
    asked(at_letter, qtbot)
    letter = at_letter.page.letter
    before = [one.rule for one in letter.questions.here()]
    assert "hast" in before
    QTest.mouseClick(letter.middle.editor.urgency.buttons()[2], Qt.MouseButton.LeftButton)
    asked(at_letter, qtbot)
    assert "hast" not in [one.rule for one in letter.questions.here()]


def test_at_most_three_a_section(at_letter, qtbot):
    """However much is missing, three at a time."""
    asked(at_letter, qtbot)
    letter = at_letter.page.letter
    for one in letter.sitting.sections():
        letter.go_to_section(one.id)
        assert len(letter.questions.cards) <= 3


def test_late_answers_are_dropped(at_letter, qtbot):
    """An answer to an older text never replaces the one to what stands there now."""
    writer = at_letter.page.writer
    answers = []
    writer.help._asker.answered.connect(answers.append)
    begun, asked_again = threading.Event(), threading.Event()

    def slow():
        begun.set()
        asked_again.wait(2)
        return Asked(away=("old",))

    writer.help._asker.ask(slow, at_once=True)
    qtbot.waitUntil(begun.is_set, timeout=2000)
    writer.help._asker.ask(Asked, at_once=True)
    asked_again.set()
    qtbot.waitUntil(lambda: bool(answers), timeout=2000)
    qtbot.wait(50)
    assert answers == [Asked()]


# overgreb


def test_a_yes_takes_the_parents_out(at_letter, qtbot):
    """The guard is set on the child, the parents' section is gone, and a red bar says why."""
    desk, letter = at_letter, at_letter.page.letter
    assert "foraeldre" in [one.id for one in letter.sitting.sections()]
    answer = letter.middle.editor.overgreb.answers()["foraelder"]
    QTest.mouseClick(answer, Qt.MouseButton.LeftButton, pos=QPoint(10, answer.height() // 2))
    asked(desk, qtbot)
    assert not letter.guard_bar.isHidden()
    assert "Sig ikke noget til dem" in letter.guard_bar.words()
    assert "foraeldre" not in [one.id for one in letter.sitting.sections()]
    letter.go_to_section("orientering")
    assert not letter.middle.editor.forms
    guidance = " ".join(spoken(letter.middle))
    assert "Forældrene skal ikke have det at vide af jer" in guidance
    assert "hvad sagde de" not in guidance
    assert letter.middle.example_button.isHidden()
    letter.go_to_section("barnet")
    said = " ".join(
        w.text() for w in letter.middle.editor.facts.findChildren(type(letter.top.heading))
    )
    assert "12 34 56 79" not in said
    guard = desk.do(u.open_letter, desk.letter).guard
    assert guard.record.against is Against.FORAELDER


def test_the_guard_changes_the_guidance_one_is_reading(at_letter):
    """It does not go on saying how parents are told."""
    desk, letter = at_letter, at_letter.page.letter
    letter.go_to_section("orientering")
    assert "hvad sagde de" in " ".join(spoken(letter.middle))
    desk.desk.announce(desk.do(protecting.set_guard, "alma", Against.FORAELDER))
    desk.settle()
    assert letter.section == "orientering"
    guidance = " ".join(spoken(letter.middle))
    assert "hvad sagde de" not in guidance
    assert "Forældrene skal ikke have det at vide af jer" in guidance


def test_the_guard_set_elsewhere_reaches_the_open_letter(at_letter):
    """Set on the child's page while the parents' section is open: it closes."""
    desk, letter = at_letter, at_letter.page.letter
    letter.go_to_section("foraeldre")
    desk.desk.announce(desk.do(protecting.set_guard, "alma", Against.UKENDT))
    desk.settle()
    assert letter.section != "foraeldre"
    assert not letter.guard_bar.isHidden()


# finishing and after


def test_everything_empty_is_finished_all_the_same(at_letter, qtbot):
    """Afslut is open from the first second; the safe button is the default, the act is one key away."""
    desk, page = at_letter, at_letter.page
    assert page.letter.top.finish_button.isEnabled()
    QTest.mouseClick(page.letter.top.finish_button, Qt.MouseButton.LeftButton)
    desk.settle()
    window = page.window_on_top
    assert "Alma Nowak" in window.windowTitle()
    assert window.safe_button.hasFocus()
    QTest.mouseClick(window.act_button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert page.shown is page.after
    assert desk.do(u.open_letter, desk.letter).stage is Stage.FAERDIG
    assert "Kontrolnr." in page.after.message.words()


def test_the_safe_button_goes_back_to_writing(at_letter):
    """Enter in the window that asks leaves the letter a draft."""
    desk, page = at_letter, at_letter.page
    page.letter.top.finish_button.click()
    desk.settle()
    key(page.window_on_top.safe_button, Qt.Key.Key_Return)
    desk.settle()
    assert page.shown is page.letter
    assert desk.do(u.open_letter, desk.letter).stage is Stage.KLADDE


def finish(desk):
    desk.page.letter.top.finish_button.click()
    desk.settle()
    desk.page.window_on_top.act_button.click()
    desk.settle()


def test_what_is_typed_last_is_in_the_frozen_copy(at_letter):
    """The last letter typed before Afslut stands on the paper."""
    desk, letter = at_letter, at_letter.page.letter
    letter.go_to_section("resume")
    typed(letter.middle.editor.prose, "Til det sidste bogstav")
    finish(desk)
    frozen = desk.do(u.open_letter, desk.letter).frozen.record
    assert "Til det sidste bogstav" in frozen.content


def test_sent_receipted_told_and_closed(at_letter):
    """Each step by its form; the head offers the next one."""
    desk, after = at_letter, at_letter.page.after
    finish(desk)
    for stage in (Stage.AFSENDT, Stage.KVITTERET, Stage.ORIENTERET, Stage.LUKKET):
        QTest.mouseClick(after.next_button, Qt.MouseButton.LeftButton)
        assert after.form is not None
        QTest.mouseClick(after.form.keep, Qt.MouseButton.LeftButton)
        desk.settle()
        assert desk.do(u.open_letter, desk.letter).stage is stage
    assert after.next_button.isHidden()


def test_a_section_is_copied(at_letter):
    """For the municipality's form: the words are on the clipboard, and the log knows."""
    desk, letter = at_letter, at_letter.page.letter
    letter.go_to_section("resume")
    typed(letter.middle.editor.prose, "Alma er sulten")
    finish(desk)
    take = next(
        b
        for b in desk.page.after.findChildren(type(letter.top.finish_button))
        if b.accessibleName() == "Kopiér Kort fortalt"
    )
    QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    desk.settle()
    assert QApplication.clipboard().text() == "Alma er sulten"


def test_a_correction_opens_the_text_again(at_letter):
    """Ret i en ny version: the same words, ready to be changed, and the first copy still there."""
    desk, page = at_letter, at_letter.page
    finish(desk)
    page.after.correct_asked.emit()
    desk.settle()
    assert page.shown is page.letter
    page.letter.go_to_section("resume")
    typed(page.letter.middle.editor.prose, "Rettet")
    finish(desk)
    assert [one.record.number for one in desk.do(u.open_letter, desk.letter).finished] == [1, 2]


def test_preview_asks_for_the_right_bytes(at_letter):
    """Udskriv on a draft sends a request whose paper is a PDF; a finished one sends the frozen bytes."""
    desk, page = at_letter, at_letter.page
    page.print_now()
    desk.settle()
    draft = desk.previews[-1]
    assert desk.do(draft.make).startswith(b"%PDF")
    assert any("kladde" in words for words in draft.warnings)
    finish(desk)
    page.print_now()
    frozen = desk.do(u.open_letter, desk.letter).frozen
    assert desk.do(desk.previews[-1].make) == desk.do(u.frozen_pdf, frozen.id)


def test_reading_through_lists_names_and_leads_there(at_letter):
    """A name typed in clear is listed; Til stedet opens its section."""
    desk, page = at_letter, at_letter.page
    page.letter.go_to_section("resume")
    typed(page.letter.middle.editor.prose, "Hun leger med Bertil")
    QTest.mouseClick(page.letter.top.read_button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert page.shown is page.read
    go = next(
        b
        for b in page.read.findChildren(type(page.read.write))
        if b.accessibleName().startswith("Til stedet: Bertil")
    )
    QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    desk.settle()
    assert page.shown is page.letter
    assert page.letter.section == "resume"


def test_laid_aside_and_taken_up(at_letter):
    """Why and when are asked for in the window; the letter says so, and can be taken up."""
    desk, page = at_letter, at_letter.page
    page.letter.aside_asked.emit()
    desk.settle()
    window = page.window_on_top
    window.act_button.click()
    assert window.isVisible()
    typed(window.because, "Mor har bedt om hjaelp")
    window.again.setText("1. december 2026")
    window.act_button.click()
    desk.settle()
    assert page.shown is page.after
    assert desk.do(u.open_letter, desk.letter).stage is Stage.HENLAGT
    page.after.next_button.click()
    desk.settle()
    assert page.shown is page.letter


def test_a_leader_disagrees_and_mette_goes_on(desk_of):
    """Hanne's no stands beside the text; Mette marks it read and finishes."""
    mette = desk_of("mette")
    letter = mette.do(begun)
    hanne = desk_of("hanne")
    place = hanne.place()
    place.open(letter)
    hanne.settle()
    panel = place.letter.comments
    panel.write.click()
    typed(panel.words, "Jeg ville vente")
    panel.disagrees.click()
    panel.keep.click()
    hanne.settle()
    mette = desk_of("mette")
    mette.page = place = mette.place()
    place.open(letter)
    mette.settle()
    assert mette.do(u.open_letter, letter).comments[0].record.disagrees
    finish(mette)
    assert mette.do(u.open_letter, letter).stage is Stage.FAERDIG


def test_everything_is_found_again_after_locking(at_letter, desk_of, qtbot):
    """Rows, prose, choices and dismissed questions, through a closed and reopened vault."""
    desk, letter = at_letter, at_letter.page.letter
    letter.go_to_section("resume")
    typed(letter.middle.editor.prose, "Alma leger")
    key(letter.evidence.cards[desk.seen["hule"]], Qt.Key.Key_Return)
    desk.settle()
    asked(desk, qtbot)
    key(letter, Qt.Key.Key_F8)
    laid = letter.questions.current
    key(QApplication.focusWidget(), Qt.Key.Key_Escape)
    name = desk.letter
    again = desk_of("mette")
    place = again.place()
    assert [one.key for one in place.list.list.rows()] == [name]
    place.list.list.setFocus()
    place.list.list.choose(name)
    key(place.list.list, Qt.Key.Key_Return)
    asked(again, qtbot)
    sitting = place.writer.sitting
    assert sitting.text("resume") == "Alma leger [1]"
    assert laid in sitting.page.dismissed
    assert [row.observation for row in sitting.page.rows] == [desk.seen["hule"]]


def test_the_list_filters(mette):
    """Kladder, sendt and alle each show theirs; nothing to show is said kindly."""
    first, second = mette.do(begun), mette.do(u.begin, "bertil").id
    mette.do(u.register_step, second, Stage.AFSENDT)
    mette.do(u.finish, second, mette.desk.library)
    place = mette.place()

    def shown(filtered):
        place.list.filters.choose((filtered,))
        place.list._on_filter_changed()
        return {one.key for one in place.list.list.rows()}

    assert shown("kladder") == {first}
    assert shown("sendt") == {second}
    assert shown("alle") == {first, second}


def test_an_empty_list_offers_the_first_step(mette):
    """No letters: one line, and the button."""
    place = mette.place()
    assert place.list.nothing.isVisible()
    QTest.mouseClick(place.list.first, Qt.MouseButton.LeftButton)
    assert place.list.picker.hasFocus()


def test_little_room_folds_the_columns(at_letter):
    """The outline becomes a drop-down, the panel a drawer that Ctrl+B opens."""
    letter = at_letter.page.letter
    at_letter.page.set_fold(Fold.LIST)
    assert letter._outline_column.isHidden()
    assert letter.top.outline.isVisible()
    at_letter.page.set_fold(Fold.PANEL)
    assert letter.panel.isHidden()
    letter.placing.to_evidence()
    assert letter.evidence.isVisible()
    at_letter.page.set_fold(Fold.NONE)
    assert letter.evidence.isVisible()
    assert letter.outline.isVisible()


def test_keys_change_section(at_letter):
    """Ctrl+PgDn and Ctrl+PgUp go on and back, and the focus is where one writes."""
    letter = at_letter.page.letter
    key(letter, Qt.Key.Key_PageDown, CTRL)
    assert letter.section == "modtager"
    assert letter.middle.editor.receiver.hasFocus()
    key(letter, Qt.Key.Key_PageUp, CTRL)
    assert letter.section == "hast_og_overgreb"


def test_two_parents_are_told_apart(mette, qtbot):
    """Bertil's mother was told and his father was not: each has a form of her own."""
    letter = mette.do(u.begin, "bertil").id
    place = mette.place()
    place.open(letter)
    mette.settle()
    place.letter.go_to_section("orientering")
    forms = place.letter.middle.editor.forms
    assert set(forms) == {"bertil-mor", "bertil-far"}
    QTest.mouseClick(forms["bertil-mor"].told.buttons()[0], Qt.MouseButton.LeftButton)
    typed(forms["bertil-mor"].reaction, "Det er jeg glad for")
    QTest.mouseClick(forms["bertil-far"].told.buttons()[1], Qt.MouseButton.LeftButton)
    typed(forms["bertil-far"].why_not, "Han er paa havet")
    place.leave()
    mette.settle()
    told = {one.parent: one for one in mette.do(u.open_letter, letter).record.informed}
    assert told["bertil-mor"].told is True
    assert told["bertil-mor"].reaction == "Det er jeg glad for"
    assert told["bertil-far"].told is False
    assert told["bertil-far"].why_not == "Han er paa havet"


def test_new_evidence_comes_in_while_writing(at_letter):
    """An observation saved elsewhere appears in Belæg without reopening."""
    desk, letter = at_letter, at_letter.page.letter
    letter.go_to_section("resume")
    typed(letter.middle.editor.prose, "Halvt")
    fresh = desk.do(observe, date(2026, 11, 12), "Alma sov.")
    from tvaerfaglig.domain.events import Changes, Touched

    desk.desk.announce(Changes((Touched("observation", fresh, ("alma",)),)))
    desk.settle()
    assert fresh in letter.evidence.cards
    assert letter.middle.editor.prose.text() == "Halvt"
