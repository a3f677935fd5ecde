"""Nothing cut and nothing nameless beside the letter; and the keys of the house, as somebody at home uses them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.letters.a_letter import begun, three
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tests.ui.underretninger.by_hand import CTRL
from tests.ui.underretninger.test_glasses import harsh, settled
from tests.ui.underretninger.test_reach import SCALES, at_scale
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.services.children import protecting
from tvaerfaglig.ui.theme import Mode

ALT = Qt.KeyboardModifier.AltModifier
SHIFT_CTRL = Qt.KeyboardModifier.ShiftModifier | CTRL


@pytest.fixture
def at_letter(mette):
    """Mette with a letter of which something is written, in front of it."""
    mette.letter = harsh(mette)
    mette.page = mette.place()
    mette.page.open(mette.letter)
    mette.settle()
    return mette


@pytest.mark.parametrize("scale", SCALES)
def test_no_word_is_cut_in_any_question(at_letter, dressed, scale):
    """From the first to the last, with the row for who does not know, and the end."""
    at_scale(at_letter, at_letter.page, dressed, scale)
    at_letter.page.letter.interview_asked.emit()
    at_letter.settle()
    view, found = at_letter.page.beside.interview, []
    while view.step is not None:
        if view.step.unknown:
            view.question.dont_know.click()
        at_letter.settle()
        found += [f"{view.step.key}: {words}" for words in clipped(view)]
        view.go_on()
    at_letter.settle()
    assert not found
    assert not clipped(view)
    assert not nameless(view)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("guarded", [False, True])
def test_no_word_is_cut_in_the_reading(at_letter, dressed, scale, guarded):
    """With the parents' glasses and the child's, and where the guard has put the parents' away."""
    if guarded:
        at_letter.do(protecting.set_guard, "alma", Against.FORAELDER, "")
    at_scale(at_letter, at_letter.page, dressed, scale)
    at_letter.page.letter.glasses_asked.emit()
    at_letter.settle()
    view = at_letter.page.beside.glasses
    settled(at_letter, view)
    for at in range(len(view.marks)):
        view.choose(at)
        at_letter.settle()
        assert not clipped(view)
    assert not nameless(view)


@pytest.mark.parametrize("mode", [Mode.DARK, Mode.CONTRAST, Mode.LIGHT])
def test_everything_has_a_name_in_every_look(at_letter, dressed, mode):
    """Also the drawer where there is little room."""
    dressed.choose(mode)
    at_letter.page.letter.interview_asked.emit()
    at_letter.settle()
    view = at_letter.page.beside.interview
    assert not nameless(view)
    at_letter.page.set_fold(view.fold.LIST)
    view.beside_button.click()
    at_letter.settle()
    assert not nameless(view)


def key(home, what, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or home.house.shell, what, held)
    home.settle()


def test_two_minutes_with_the_keys_alone(hanne):
    """Ctrl+Skift+M, a sentence, Ctrl+Enter, Alt+Venstre, Esc: the sentence stands in the letter."""
    seen, letter = hanne.do(three), hanne.do(begun)
    for one in seen.values():
        hanne.do(u.insert_observation, letter, one)
    place = hanne.go("underretninger", letter)
    hanne.house.shell.activateWindow()
    place.letter.middle.focus_first()
    key(hanne, Qt.Key.Key_M, SHIFT_CTRL)
    view = place.beside.interview
    assert place.shown is view
    while view.step.ask.id != "begyndelse":
        key(hanne, Qt.Key.Key_Return, CTRL)
    QTest.keyClicks(QApplication.focusWidget(), "august")
    key(hanne, Qt.Key.Key_Return, CTRL)
    assert view.step.ask.id != "begyndelse"
    key(hanne, Qt.Key.Key_Left, ALT)
    assert QApplication.focusWidget().toPlainText() == "august"
    key(hanne, Qt.Key.Key_Escape)
    assert place.shown is place.letter
    assert hanne.do(u.read_letter, letter).text("over_tid") == "Siden: august"


def test_f1_says_what_the_page_in_front_can(hanne):
    """Another help beside the letter than in it."""
    letter = hanne.do(begun)
    place = hanne.go("underretninger", letter)
    writing = place.help_words
    place.letter.interview_asked.emit()
    hanne.settle()
    assert "Alt+Venstre" in place.help_words
    assert "Spørgsmålet bygger på:" in place.help_words
    assert "22. november 2026" in place.help_words
    assert place.help_words != writing
