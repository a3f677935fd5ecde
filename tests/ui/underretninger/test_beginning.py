"""A letter is begun: by a child, by another page, by a call, and with its hard question first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.underretninger.by_hand import key, typed
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.ui.underretninger import NewLetter


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
