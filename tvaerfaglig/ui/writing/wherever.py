"""Spelling comes to a field when somebody goes there to write: to every field for prose, and to no other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import Prose
from tvaerfaglig.ui.writing.speller import speller_of
from tvaerfaglig.ui.writing.spelling_marks import SpellingMarks


class SpellsWherever(QObject):
    """Watches one window. What a child said stands as it was said, and is never looked at."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, Prose) and self._window.isAncestorOf(now):
            spell(now, self._desk)


def spell(prose: Prose, desk: Desk) -> None:
    """Look at the words of this field from now on."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    if prose.property("kind") == "voice" or prose.isReadOnly():
        return
    if prose.findChild(SpellingMarks, options=direct) is None:
        speller = speller_of(desk)
        speller.wake()
        SpellingMarks(prose, speller)
