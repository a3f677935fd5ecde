"""A letter finished by hand, sent, corrected, laid aside and answered: through the real windows, on a real vault."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.letters.a_letter import begun
from tests.ui.underretninger.by_hand import finish, key, typed
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services import underretninger as u


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
