"""Numbers in a section's text: the caret counted as we count, [n] under caret or mouse, words put in as one step."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QTextCursor

from tvaerfaglig.domain.citations import cited
from tvaerfaglig.ui.widgets import Prose

_CITED = re.compile(r"\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]")


def caret(prose: Prose) -> int:
    """Where one writes, in signs; Qt counts a smiley as two."""
    return signs(prose, prose.textCursor().position())


def signs(prose: Prose, position: int) -> int:
    """A place of Qt's, counted in signs of the text."""
    before = prose.toPlainText().encode("utf-16-le")[: 2 * position]
    return len(before.decode("utf-16-le", "ignore"))


def put(prose: Prose, start: int, end: int, words: str) -> None:
    """Put words in place of others, as one step that Ctrl+Z takes back; the caret stands after them."""
    plain = prose.toPlainText()
    cursor = prose.textCursor()
    cursor.setPosition(_units(plain[:start]))
    cursor.setPosition(_units(plain[:end]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(words)
    prose.setTextCursor(cursor)
    prose.ensureCursorVisible()


def go_to(prose: Prose, at: int) -> None:
    """Caret and focus to a place in the text."""
    cursor = prose.textCursor()
    cursor.setPosition(_units(prose.toPlainText()[:at]))
    prose.setTextCursor(cursor)
    prose.ensureCursorVisible()
    prose.setFocus(Qt.FocusReason.ShortcutFocusReason)


def numbers_at(prose: Prose, at: int) -> tuple[int, ...]:
    """The rows that a bracket around this place points to; none beside one."""
    for found in _CITED.finditer(prose.toPlainText()):
        if found.start() < at < found.end():
            return cited(found[0])
    return ()


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


class CitationPress(QObject):
    """Ctrl and a press on [n]: `pressed` sends the numbers."""

    pressed = Signal(object)

    def __init__(self, prose: Prose) -> None:
        super().__init__(prose)
        self._prose = prose
        prose.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        spot = self._prose.cursorForPosition(event.position().toPoint()).position()
        found = numbers_at(self._prose, signs(self._prose, spot))
        if found:
            self.pressed.emit(found)
        return bool(found)
