"""Hurtig note by hand: from the door without unlocking, to a saved observation the next morning."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.conftest import PASSWORD
from tvaerfaglig.app import Program, Surroundings
from tvaerfaglig.services import drafts
from tvaerfaglig.ui.lock.door import DoorPage
from tvaerfaglig.ui.lock.quick_note import QuickNotePage

LINE = "Alma græd ved lågen"


@pytest.fixture
def program(qtbot, world, qapp):
    made = Program(
        QApplication.instance(),
        world.folder,
        lambda: None,
        Surroundings(world.clock, world.state),
        lambda _: None,
    )
    made.open()
    qtbot.addWidget(made.doorway)
    yield made
    if not made._locking:
        made._close()
    if made.house is not None:
        made.house.shell.deleteLater()
    made.deleteLater()


def at_the_note(qtbot, program):
    page = program.doorway.page()
    page.people.choose("mette")
    qtbot.keyClick(page.password.edit, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page = program.doorway.page()
    assert isinstance(page, QuickNotePage)
    return page


def settle(program):
    for _ in range(6):
        program.tasks.now(lambda: None)
        QApplication.processEvents()
        while program.tasks.busy:
            QApplication.processEvents()


def words(window):
    return [one.text() for one in window.findChildren(QLabel) if one.isVisible()]


def press(qtbot, window, said):
    found = [
        one for one in window.findChildren(QPushButton) if one.isVisible() and one.text() == said
    ]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_from_the_door_to_a_saved_observation(qtbot, program, world):
    """Ctrl+N, a line, Enter; nothing of it stays on the screen; Mette unlocks, sees it, chooses Alma, saves."""
    page = at_the_note(qtbot, program)
    assert page.person.chosen() == "mette"
    qtbot.keyClicks(page.line, LINE)
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    door = program.doorway.page()
    assert isinstance(door, DoorPage)
    assert door.bar.words() == "Noten er lukket. Den venter, til Mette låser op."
    assert LINE not in " ".join(words(program.doorway))
    world.clock.forward(days=1)
    door.people.choose("mette")
    qtbot.keyClicks(door.password.edit, PASSWORD)
    qtbot.keyClick(door.password.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.house is not None, timeout=5000)
    settle(program)
    shell = program.house.shell
    assert "Hurtig note fra i går kl. 8.00, ikke bekræftet." in words(shell)
    assert f"»{LINE}«" in words(shell)
    press(qtbot, shell, "Se og gem")
    settle(program)
    writing = program.house.place().writing
    assert "ikke bekræftet" in " ".join(words(shell))
    assert writing.form.text.toPlainText() == LINE
    writing.form.children_field._on_picked("alma")
    settle(program)
    writing.save(complete=True)
    settle(program)
    assert program.tasks.now(lambda: drafts.mine(program.session)) == []
    assert not list((world.folder / "hurtige").glob("*.age"))


def test_what_is_missing_is_asked_for_and_nothing_is_lost(qtbot, program):
    """An empty line is asked about in place; *Tilbage* leads back to the door."""
    page = at_the_note(qtbot, program)
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    assert "Skriv noten først" in page.bar.words()
    press(qtbot, program.doorway, "Tilbage")
    assert isinstance(program.doorway.page(), DoorPage)


def test_nothing_stays_on_a_screen_that_is_left_alone(qtbot, program, world):
    """After three minutes: what was written is sealed, an empty page goes."""
    page = at_the_note(qtbot, program)
    qtbot.keyClicks(page.line, LINE)
    page._on_alone()
    assert isinstance(program.doorway.page(), DoorPage)
    assert len(list((world.folder / "hurtige").glob("*.age"))) == 1
    at_the_note(qtbot, program)._on_alone()
    assert isinstance(program.doorway.page(), DoorPage)
