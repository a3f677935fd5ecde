"""The paper as one text to be read and walked in: set as the paper sets it, with dots where a reader may stop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit

from tvaerfaglig.services.letters.glasses import Mark, Piece
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger.glasses.paper_setting import Bar, Places, set_paper

_BAR_PX = 3


class PaperText(QTextEdit):
    """`entered` sends the mark that the caret came into (-1 for none), `opened` the one Enter was pressed at."""

    entered = Signal(int)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "bare")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pieces: tuple[Piece, ...] = ()
        self._places = Places()
        self._marks: tuple[Mark, ...] = ()
        self._current = -1
        self._led = False
        self.cursorPositionChanged.connect(self._on_caret_moved)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """The whole paper; where one was reading is kept if it is the same one written on."""
        at = self.verticalScrollBar().value() if self._pieces else 0
        self._pieces = tuple(pieces)
        self._draw()
        self.verticalScrollBar().setValue(at)

    def show_marks(self, marks: Sequence[Mark], current: int = -1) -> None:
        self._marks, self._current = tuple(marks), current
        self._dot()

    def choose(self, at: int) -> None:
        """Caret and sight to a mark; its words get a ground. -1 for none."""
        self._current = at
        self._dot()
        if at >= 0:
            self._lead(self._cursor(self._marks[at]))

    def go_to_heading(self, heading: str) -> None:
        """Caret and sight to where a heading begins."""
        start = self._places.headings.get(heading)
        if start is not None:
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            self._lead(cursor)

    def to_top(self) -> None:
        self._lead(QTextCursor(self.document()))
        self.verticalScrollBar().setValue(0)

    def _lead(self, cursor: QTextCursor) -> None:
        """Move the caret without telling anybody: it was led there. What it came to stands a third down."""
        self._led = True
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        self._led = False
        self.ensureCursorVisible()
        bar, third = self.verticalScrollBar(), self.viewport().height() // 3
        bar.setValue(bar.value() + self.cursorRect().top() - third)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit(self._mark_at(self.textCursor().position()))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and self._pieces:
            self._draw()
            self._dot()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar at the child's words, and the dashed one at what is only thought."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        layout = self.document().documentLayout()
        down = self.verticalScrollBar().value()
        block = self.document().begin()
        while block.isValid():
            if block.userState() > 0:
                indent = block.blockFormat().leftMargin()
                rect = layout.blockBoundingRect(block).translated(indent, -down)
                self._bar(painter, rect, Bar(block.userState()))
            block = block.next()

    def _draw(self) -> None:
        self._led = True
        self._places = set_paper(self.document(), self._pieces)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._led = False

    def _bar(self, painter: QPainter, rect: QRectF, kind: Bar) -> None:
        theme = look().theme
        pen = QPen(theme.colour("voice" if kind is Bar.VOICE else "outline"))
        pen.setWidth(_BAR_PX if kind is Bar.VOICE else 1)
        if kind is Bar.THOUGHT:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        left = rect.left() - theme.em(0.5)
        painter.drawLine(int(left), int(rect.top()), int(left), int(rect.bottom()))

    # marks

    def _cursor(self, mark: Mark) -> QTextCursor:
        """Qt counts in UTF-16: a smiley is two to it and one to us."""
        text, begin = self._pieces[mark.piece].text, self._places.pieces.get(mark.piece, 0)
        cursor = QTextCursor(self.document())
        cursor.setPosition(begin + _wide(text[: mark.start]))
        cursor.setPosition(begin + _wide(text[: mark.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _dot(self) -> None:
        theme, drawn = look().theme, []
        for nr, mark in enumerate(self._marks):
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(theme.colour("mark"))
            if nr == self._current:
                form.setBackground(theme.colour("accent_soft"))
            dots = QTextEdit.ExtraSelection()
            dots.cursor, dots.format = self._cursor(mark), form
            drawn.append(dots)
        self.setExtraSelections(drawn)

    def _mark_at(self, position: int) -> int:
        for nr, mark in enumerate(self._marks):
            cursor = self._cursor(mark)
            if cursor.selectionStart() <= position <= cursor.selectionEnd():
                return nr
        return -1

    @Slot()
    def _on_caret_moved(self) -> None:
        if not self._led:
            self.entered.emit(self._mark_at(self.textCursor().position()))


def _wide(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
