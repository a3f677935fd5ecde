"""From question to question in a letter, away with one, and what comes too late."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.underretninger.by_hand import SHIFT, asked, key
from tvaerfaglig.domain.quality.engine import Asked
from tvaerfaglig.services import underretninger as u


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
