"""One record to be read through: its texts, and over them the bars as they will stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from tvaerfaglig.domain.indsigt import Bar
from tvaerfaglig.services.indsigt.telling import Piece
from tvaerfaglig.ui.theme import look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GONE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True)
class Shown:
    """A text with the bars over it."""

    piece: Piece
    bars: tuple[Bar, ...]


class Reader(QTextEdit):
    """Mark with Shift and the arrows. Enter bars what is marked, Delete takes away the bar at the caret.

    Qt counts signs as UTF-16 does, we as Python does; `_units` is the way between.
    """

    bar_asked = Signal()
    unbar_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Teksten, der gives")
        self.setAccessibleDescription(
            "Marker med Skift og piletaster. Enter streger over, Delete fjerner."
        )
        by_keys = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(by_keys | Qt.TextInteractionFlag.TextSelectableByMouse)
        look().changed.connect(self._draw_bars)
        self._shown: tuple[Shown, ...] = ()
        self._starts: list[int] = []

    def show_pieces(self, shown: Sequence[Shown], *, anew: bool) -> None:
        """Other texts, or other bars over the same ones; then the caret stays."""
        at = 0 if anew else self.textCursor().position()
        self._shown = tuple(shown)
        if anew:
            self._write()
        self._draw_bars()
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def marked(self) -> list[tuple[Piece, int, int]]:
        """What is marked, text by text."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        found = []
        for shown, begin in zip(self._shown, self._starts, strict=True):
            text = shown.piece.text
            last = begin + _units(text)
            if start < last and end > begin:
                found.append((shown.piece, _signs(text, start - begin), _signs(text, end - begin)))
        return [one for one in found if one[1] < one[2]]

    def at_caret(self) -> tuple[Piece, Bar] | None:
        """The bar that the caret stands in."""
        at = self.textCursor().position()
        for shown, begin in zip(self._shown, self._starts, strict=True):
            for bar in shown.bars:
                if self._place(shown, begin, bar)[0] <= at <= self._place(shown, begin, bar)[1]:
                    return shown.piece, bar
        return None

    def go_to(self, piece: str, bar: Bar) -> None:
        """The caret to a bar, with what it covers marked."""
        for shown, begin in zip(self._shown, self._starts, strict=True):
            if shown.piece.key == piece:
                start, end = self._place(shown, begin, bar)
                cursor = self.textCursor()
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                self.setTextCursor(cursor)
                self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in _ENTER and held:
            event.ignore()  # the page goes on to the next
        elif key in _ENTER:
            self.bar_asked.emit()
        elif key in _GONE:
            self.unbar_asked.emit()
        else:
            super().keyPressEvent(event)

    def _write(self) -> None:
        self.clear()
        self._starts = []
        cursor = self.textCursor()
        label, plain = QTextCharFormat(), QTextCharFormat()
        label.setFontWeight(QFont.Weight.DemiBold)
        for at, shown in enumerate(self._shown):
            cursor.insertText(f"{'' if at == 0 else chr(10)}{shown.piece.label}\n", label)
            self._starts.append(cursor.position())
            cursor.insertText(f"{shown.piece.text}\n", plain)

    @Slot()
    def _draw_bars(self) -> None:
        theme = look().theme
        drawn = []
        for shown, begin in zip(self._shown, self._starts, strict=True):
            for bar in shown.bars:
                start, end = self._place(shown, begin, bar)
                one = QTextEdit.ExtraSelection()
                one.format.setBackground(theme.colour("text"))
                one.format.setForeground(theme.colour("surface"))
                cursor = QTextCursor(self.document())
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                one.cursor = cursor
                drawn.append(one)
        self.setExtraSelections(drawn)

    def _place(self, shown: Shown, begin: int, bar: Bar) -> tuple[int, int]:
        text = shown.piece.text
        return begin + _units(text[: bar.start]), begin + _units(text[: bar.end])


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _signs(text: str, units: int) -> int:
    """How many signs make up so many of Qt's."""
    coded = text.encode("utf-16-le", "surrogatepass")[: 2 * max(0, units)]
    return len(coded.decode("utf-16-le", "ignore"))
