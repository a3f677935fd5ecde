"""Numbers in a section's text: the caret counted as we count, [n] under caret or mouse, words put in as one step."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QToolTip

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


def select(prose: Prose, start: int, end: int) -> None:
    """Show a part of the text as chosen; the same place twice shows none."""
    plain = prose.toPlainText()
    cursor = prose.textCursor()
    cursor.setPosition(_units(plain[:start]))
    cursor.setPosition(_units(plain[:end]), QTextCursor.MoveMode.KeepAnchor)
    prose.setTextCursor(cursor)


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
    """Ctrl and a press on [n]: `pressed` sends the numbers. The mouse held over it shows what `tell` says."""

    pressed = Signal(object)

    def __init__(self, prose: Prose, tell: Callable[[tuple[int, ...]], str]) -> None:
        super().__init__(prose)
        self._prose, self._tell = prose, tell
        prose.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            return self._show(event)
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonPress:
            return False
        found = self._numbers(event.position().toPoint())
        if not found or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self.pressed.emit(found)
        return True

    def words_at(self, spot: QPoint) -> str:
        """What stands behind the number under the mouse; nothing beside one."""
        found = self._numbers(spot)
        return self._tell(found) if found else ""

    def _show(self, event: QHelpEvent) -> bool:
        words = self.words_at(event.pos())
        QToolTip.showText(event.globalPos(), words, self._prose)
        return bool(words)

    def _numbers(self, spot: QPoint) -> tuple[int, ...]:
        at = self._prose.cursorForPosition(spot).position()
        return numbers_at(self._prose, signs(self._prose, at))
