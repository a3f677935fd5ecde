"""A letter after a letter, by keyboard: what is new on top, what was said in grey, and found again."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.letters.a_letter import begun, observe, three
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.ui.widgets import fold_at

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sent(mette, world):
    """Alma's first letter was sent twenty days ago."""
    seen, letter = mette.do(three), mette.do(begun)
    mette.do(u.insert_observation, letter, seen["groed"])
    mette.do(u.save_section, letter, "resume", "Alma er sulten [1].")
    mette.do(u.finish, letter, mette.desk.library)
    mette.do(u.register_step, letter, Stage.AFSENDT)
    world.clock.forward(days=20)
    mette.first = letter
    return mette


@pytest.fixture
def two_new(sent):
    """Since then a worry and a strength were written down."""
    sent.new = [
        sent.do(observe, date(2026, 12, 1), "Alma sov ved frokost.", sign=Sign.BEKYMRING),
        sent.do(observe, date(2026, 12, 2), "Alma byggede et tårn.", sign=Sign.RESSOURCE),
    ]
    return sent


def begin_again(desk):
    """From the sent letter, as the menu does it."""
    desk.page = desk.place()
    desk.page.activateWindow()
    desk.page.open(desk.first)
    desk.settle()
    assert desk.page.shown is desk.page.after
    desk.page.after.again_asked.emit()
    desk.settle()
    assert desk.page.shown is desk.page.letter
    return desk.page.letter


def test_the_new_stands_on_top_ready_to_be_taken_in(two_new):
    """One key goes there, Enter takes one in, and the focus is at the next; the numbers are made anew."""
    letter = begin_again(two_new)
    assert letter.news.isVisible()
    QTest.keyClick(letter, Qt.Key.Key_Y, CTRL_SHIFT)
    focused = QApplication.focusWidget()
    assert focused.accessibleName().startswith("Tag ind: Tir 1. dec.")
    QTest.keyClick(focused, Qt.Key.Key_Space)
    two_new.settle()
    assert QApplication.focusWidget().accessibleName().startswith("Tag ind: Ons 2. dec.")
    page = two_new.do(u.read_letter, two_new.page.writer.letter)
    assert [row.day for row in page.rows] == [date(2026, 10, 26), date(2026, 12, 1)]
    assert letter.news.rows[two_new.new[0]].used


def test_all_are_taken_in_at_once(two_new):
    """One after the other, and the citations of what was carried still fit."""
    letter = begin_again(two_new)
    letter.news.take_all.click()
    for _ in range(3):
        two_new.settle()
    page = two_new.do(u.read_letter, two_new.page.writer.letter)
    assert [row.number for row in page.rows] == [1, 2, 3]
    assert page.sections["resume"].carried
    assert not letter.news.take_all.isVisible()
    assert not letter.news.area.isVisible()


def test_carried_words_are_grey_until_touched(two_new):
    """The note goes with the first word; the outline says where the words come from."""
    letter = begin_again(two_new)
    letter.go_to_section("resume")
    prose = letter.middle.editor.prose
    assert prose.property("carried") == "true"
    assert letter.middle._carried.isVisible()
    assert "Fra underretningen 12. november" in prose.accessibleDescription()
    prose.setFocus()
    QTest.keyClicks(prose, "Nu ")
    assert prose.property("carried") == "false"
    assert not letter.middle._carried.isVisible()
    prose.flush()
    two_new.settle()
    assert "resume" not in letter.sitting.carried()


def test_words_that_still_hold_are_kept_with_one_key(two_new):
    """*Passer stadig*: they are this letter's own, also after it was closed and opened."""
    letter = begin_again(two_new)
    letter.go_to_section("resume")
    assert letter.sitting.carried() == {"resume", "observationer"}
    letter.middle._carried.keep.click()
    two_new.settle()
    assert not letter.middle._carried.isVisible()
    name = two_new.page.writer.letter
    two_new.page.open(None)
    two_new.page.letter.back_asked.emit()
    two_new.settle()
    two_new.page.open(name)
    two_new.settle()
    assert letter.sitting.carried() == {"observationer"}
    assert letter.news.isVisible()


def test_one_can_begin_with_empty_sections_and_take_it_back(two_new):
    """What was carried goes; Fortryd brings words and rows back, grey as they were."""
    letter = begin_again(two_new)
    letter.go_to_section("resume")
    letter.news.empty.click()
    two_new.settle()
    assert letter.middle.editor.prose.text() == ""
    two_new.undo[-1]()
    two_new.settle()
    assert letter.middle.editor.prose.text() == "Alma er sulten [1]."
    assert letter.sitting.carried() == {"resume", "observationer"}
    assert letter.middle.editor.prose.property("carried") == "true"


def test_nothing_new_offers_to_write(sent):
    """It says so, and leads to where one writes or observes."""
    letter = begin_again(sent)
    assert letter.news.isVisible()
    assert letter.news.alone.isVisible()
    letter.news.alone.click()
    sent.settle()
    assert letter.section == "resume"
    assert QApplication.focusWidget() is letter.middle.editor.prose
    letter.news.observe.click()
    assert sent.went[-1] == ("observation", "alma")


def test_the_bar_stays_as_one_left_it(two_new):
    """Folded away it stays away in this letter; a letter that follows none has no bar."""
    letter = begin_again(two_new)
    assert letter.news.area.isVisible()
    letter.news.fold.click()
    two_new.page.writer.renew()
    two_new.settle()
    assert not letter.news.area.isVisible()
    two_new.page.open(f"ny:{'bertil'}")
    two_new.settle()
    assert not letter.news.isVisible()


def test_finishing_tells_what_was_not_touched(two_new):
    """The window says how much stands as it was; nothing is stopped."""
    begin_again(two_new)
    two_new.page.letter.finish_asked.emit()
    two_new.settle()
    window = two_new.page.window_on_top
    said = " ".join(one.text() for one in window.findChildren(type(two_new.page.letter.news._line)))
    assert "Ét afsnit står uændret fra den forrige underretning." in said
    window.act_button.click()
    two_new.settle()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_and_everything_is_named(two_new, dressed, scale):
    """At every size of text, with the bar open."""
    dressed.set_scale(scale)
    letter = begin_again(two_new)
    two_new.page.resize(1280 - 100, 800)
    two_new.page.set_fold(fold_at(1280))
    letter.go_to_section("resume")
    two_new.settle()
    QApplication.processEvents()
    assert clipped(two_new.page) == []
    assert nameless(two_new.page) == []
