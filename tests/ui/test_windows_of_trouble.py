"""The windows that stand there when something broke: named, whole at every size, and left by the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.ui.crash_note import BROKE, FELL, CrashNote, CrashNotes
from tvaerfaglig.ui.lock.unsaved import Unsaved

PLACES = "ValueError at " + " < ".join(f"section_view.py:{n} _on_text" for n in range(25))
FULL = (
    "Der er ikke mere plads på disken. Det sidste er ikke gemt endnu, men teksten ligger her. "
    "Gør plads, så prøver vi igen."
)


@pytest.fixture
def notes(qapp):
    """Where breaks are told; what was opened is closed again."""
    made = CrashNotes(qapp)
    yield made
    if made.window is not None:
        made.window.accept()
    made.deleteLater()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_window_that_tells_of_a_break_is_named_and_whole(qtbot, dressed, scale):
    """Both of them: a break that one works on after, and a fall that is told of at the next start."""
    dressed.set_scale(scale)
    dressed.apply()
    for words, lock in ((BROKE, "Lås skærmen"), (FELL, "")):
        note = CrashNote(None, *words, PLACES, lock=lock)
        qtbot.addWidget(note)
        note.open()
        QApplication.processEvents()
        assert nameless(note) == []
        assert clipped(note) == []
        note.accept()


def test_a_break_is_told_once_and_one_at_a_time(notes):
    """A page that breaks at every painting does not fill the screen; Enter goes on."""
    notes.heard(PLACES)
    first = notes.window
    notes.heard("KeyError at house.py:1 go")
    assert notes.window is first
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert notes.window is None
    notes.heard(PLACES)
    assert notes.window is None
    notes.heard("KeyError at house.py:1 go")
    assert notes.window is not None


def test_the_lock_is_one_key_away(notes, qtbot):
    """From the window itself."""
    notes.heard(PLACES)
    with qtbot.waitSignal(notes.lock_asked, timeout=1000):
        notes.window.lock.click()
    assert notes.window is None


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_the_window_that_waits_for_room_is_named_and_whole(qtbot, dressed, scale):
    """Nothing of what was written stands in it; closing it is no answer."""
    dressed.set_scale(scale)
    dressed.apply()
    parent = QObject()
    waiting = Unsaved(parent)
    qtbot.addWidget(waiting)
    waiting.say(FULL)
    QApplication.processEvents()
    assert nameless(waiting) == []
    assert clipped(waiting) == []
    waiting.close()
    assert waiting.isVisible()
    with qtbot.waitSignal(waiting.again, timeout=5000):
        pass
    waiting.done()
    assert not waiting.isVisible()
