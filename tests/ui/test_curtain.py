"""Skjul: nothing with a name stays in sight, and everything comes back where it stood."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.conftest import PASSWORD
from tvaerfaglig.app import LOCKED, Program, Surroundings
from tvaerfaglig.services import drafts
from tvaerfaglig.ui.widgets import Confirm


@pytest.fixture
def writing(hanne):
    """Hanne writes about Alma."""
    place = hanne.go("observation", "alma")
    place.writing.form.text.setFocus()
    QTest.keyClicks(place.writing.form.text, "Alma græd ved")
    return hanne


def seen(house):
    """All that can be read in the window, by whether it lies in front of the curtain."""
    curtain = house.house.curtain
    everything = [one for one in house.house.shell.findChildren(QLabel) if one.isVisible()]
    return [one.text() for one in everything if curtain.isAncestorOf(one)]


def test_one_key_hides_and_another_brings_it_back(writing):
    """F9 over the text; a letter brings it back without being written, and one writes on."""
    shell, text = writing.house.shell, writing.place.writing.form.text
    QTest.keyClick(text, Qt.Key.Key_F9)
    curtain = writing.house.curtain
    assert curtain.is_drawn()
    assert curtain.geometry() == shell.rect()
    assert shell.childAt(shell.rect().center()) in [curtain, *curtain.findChildren(object)]
    assert not any(name in " ".join(seen(writing)) for name in ("Alma", "Hanne", "Mælkebøtten"))
    assert shell.windowTitle() == "Tværfaglig"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_X)
    assert not curtain.is_drawn()
    assert QApplication.focusWidget() is text
    QTest.keyClicks(text, " lågen")
    assert text.toPlainText() == "Alma græd ved lågen"


def test_no_key_works_behind_it(writing):
    """Ctrl+N while it is drawn brings back, and begins nothing new."""
    before = writing.place.writing.key
    QTest.keyClick(writing.house.shell, Qt.Key.Key_F9)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    writing.settle()
    assert not writing.house.curtain.is_drawn()
    assert writing.place.writing.key == before


def test_held_keys_bring_nothing_back(writing):
    """Shift alone, as a step on the way to another window, is no key."""
    QTest.keyClick(writing.house.shell, Qt.Key.Key_F9)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Shift)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Alt)
    assert writing.house.curtain.is_drawn()


def test_a_press_brings_it_back(writing):
    """Anywhere in the window."""
    QTest.keyClick(writing.house.shell, Qt.Key.Key_F9)
    QTest.mouseClick(writing.house.curtain, Qt.MouseButton.LeftButton)
    assert not writing.house.curtain.is_drawn()


def test_it_follows_the_window(writing):
    """A wider window shows no edge of what lies behind."""
    QTest.keyClick(writing.house.shell, Qt.Key.Key_F9)
    writing.house.shell.resize(1400, 900)
    QApplication.processEvents()
    assert writing.house.curtain.geometry() == writing.house.shell.rect()


def test_it_is_found_in_the_palette_and_on_the_help_sheet(writing):
    """Ctrl+K and the word; F1 tells the key."""
    writing.key(writing.house.shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(writing.house.shell.palette_view.field, "skjul")
    QTest.qWait(200)
    writing.settle()
    assert "skjul" in writing.house.shell.palette_view.found()
    QTest.keyClick(writing.house.shell.palette_view.field, Qt.Key.Key_Return)
    writing.settle()
    assert writing.house.curtain.is_drawn()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    writing.house.shell.show_help()
    words = [one.text() for one in writing.house.shell.sheet.findChildren(QLabel)]
    assert "F9" in words


@pytest.fixture
def program(qtbot, world, qapp):
    ended = []
    made = Program(
        QApplication.instance(),
        world.folder,
        lambda: None,
        Surroundings(world.clock, world.state),
        ended.append,
    )
    made.ended = ended
    made.open()
    qtbot.addWidget(made.doorway)
    made.doorway.unlock_asked.emit("hanne", PASSWORD)
    qtbot.waitUntil(lambda: made.house is not None, timeout=5000)
    yield made
    if not made._locking:
        made._close()
    made.house.shell.deleteLater()
    made.deleteLater()


def test_a_window_on_top_is_hidden_too_and_still_asks_afterwards(qtbot, program):
    """A question with a name in it: F9 goes through, the window is away, and comes back as it was."""
    shell = program.house.shell
    asked = Confirm(
        shell, "Fjern Yusuf Demirs adgang?", "Det skrevne bliver.", act="Fjern", safe="Behold"
    )
    asked.finished.connect(asked.deleteLater)
    answers = []
    asked.accepted.connect(lambda: answers.append("fjern"))
    asked.rejected.connect(lambda: answers.append("behold"))
    asked.open()
    qtbot.waitUntil(asked.isActiveWindow)
    QTest.keyClick(asked.windowHandle(), Qt.Key.Key_F9)
    assert program.house.curtain.is_drawn()
    assert not asked.isVisible()
    QTest.keyClick(program.house.curtain, Qt.Key.Key_Space)
    assert asked.isVisible()
    assert asked.isModal()
    assert answers == []
    asked.reject()
    assert answers == ["behold"]


def test_it_is_no_lock_and_the_lock_goes_on(program, world):
    """Ctrl+L locks from behind it, and nobody there for long enough locks as ever."""
    QTest.keyClick(program.house.shell, Qt.Key.Key_F9)
    world.clock.forward(minutes=6)
    program.watch.look_for_life()
    assert program.ended == [LOCKED]


def test_ctrl_l_locks_from_behind_it(program):
    """Who wishes more than a curtain."""
    QTest.keyClick(program.house.shell, Qt.Key.Key_F9)
    QTest.keyClick(program.house.curtain, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert program.ended == [LOCKED]


def test_what_was_written_is_kept_behind_it(writing):
    """The draft is saved as ever."""
    QTest.keyClick(writing.house.shell, Qt.Key.Key_F9)
    QTest.qWait(700)
    writing.settle()
    kept = json.loads(writing.do(drafts.mine)[0].content)
    assert kept["values"]["text"] == "Alma græd ved"
