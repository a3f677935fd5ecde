"""Where one writes: plain text at reading size, growing with what is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from tvaerfaglig.ui.theme import look

ProseKind = Literal["plain", "voice", "thought", "bare"]
QUIET_MS = 400
PARAGRAPH_GAP = 7


class Prose(QTextEdit):
    """A text field for prose: no markup in, none out; Tab leaves it.

    `textEdited` comes with the whole text (NFC) when the writer has paused, and at once when the
    field is left: what is saved never lags behind what is seen.
    """

    textEdited = Signal(str)

    def __init__(
        self,
        words: str = "",
        kind: ProseKind = "plain",
        *,
        lines: int = 3,
        most: int = 14,
        fills: bool = False,
        placeholder: str = "",
    ) -> None:
        super().__init__()
        self._lines, self._most, self._fills = lines, most, fills
        self._known = ""
        self._spans: tuple[tuple[int, int], ...] = ()
        self._current = -1
        self.setProperty("kind", kind)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        upright = QSizePolicy.Policy.Expanding if fills else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, upright)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(QUIET_MS)
        self._pause.timeout.connect(self.flush)
        self.set_text(words)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def text(self) -> str:
        """What stands there, composed (NFC), without the odd signs that Qt and Word leave."""
        plain = self.toPlainText().replace("\u2029", "\n").replace("\u00a0", " ")
        return unicodedata.normalize("NFC", plain)

    def set_text(self, words: str) -> None:
        """Put text in from outside: nothing is announced, and there is nothing to undo."""
        if words == self.text() and words:
            return
        blocked = self.blockSignals(True)
        self.setPlainText(words)
        self._set_leading()
        self.document().setModified(False)
        self.document().clearUndoRedoStacks()
        self.blockSignals(blocked)
        self._known = self.text()
        self.updateGeometry()

    def show_questions(self, spans: Sequence[tuple[int, int]], current: int = -1) -> None:
        """Dot the words that questions are about, as (begin, end) in `text()`.

        The current one also gets a soft ground. No spans take the dots away.
        """
        self._spans, self._current = tuple(spans), current
        self._draw_questions()

    def go_to_question(self, at: int) -> None:
        """Caret and sight to the words of one question; its words are marked current."""
        self._current = at
        self._draw_questions()
        cursor = self._cursor(*self._spans[at])
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def insert(self, words: str) -> None:
        """Write at the caret as if it had been typed; one step to undo."""
        self.textCursor().insertText(words)
        self.ensureCursorVisible()

    @Slot()
    def flush(self) -> None:
        """Say now what has been written; does nothing when all is said."""
        self._pause.stop()
        written = self.text()
        if written != self._known:
            self._known = written
            self.textEdited.emit(written)

    def sizeHint(self) -> QSize:
        line = self._line_height()
        rim = (
            self.height() - self.contentsRect().height()
            if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
            else 22
        )
        least = line * self._lines + 4
        grown = min(int(self.document().size().height() + 0.99), line * self._most)
        return QSize(look().theme.em(20), max(least, grown) + rim)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        if self._fills:
            return QSize(look().theme.em(10), self._line_height() * self._lines + 22)
        return QSize(look().theme.em(6), hint.height())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only the words come along, whatever they wore where they were copied."""
        self.insert(unicodedata.normalize("NFC", source.text()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_leading()
        elif event.type() == QEvent.Type.StyleChange:
            self._draw_questions()

    def _draw_questions(self) -> None:
        theme = look().theme
        drawn = []
        for n, span in enumerate(self._spans):
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(theme.colour("mark"))
            if n == self._current:
                form.setBackground(theme.colour("accent_soft"))
            dots = QTextEdit.ExtraSelection()
            dots.cursor, dots.format = self._cursor(*span), form
            drawn.append(dots)
        self.setExtraSelections(drawn)

    def _cursor(self, begin: int, end: int) -> QTextCursor:
        """Qt counts in UTF-16: a smiley is two to it and one to us."""
        words = self.text()
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(len(words[:begin].encode("utf-16-le")) // 2, last))
        after = min(len(words[:end].encode("utf-16-le")) // 2, last)
        cursor.setPosition(after, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _line_height(self) -> int:
        theme = look().theme
        return round(theme.metrics("prose").lineSpacing() * theme.line_percent() / 100)

    def _set_leading(self) -> None:
        """Line height belongs to paragraphs in Qt; new ones inherit it from the one before."""
        form = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        form.setLineHeight(look().theme.line_percent(), kind.value)
        form.setBottomMargin(PARAGRAPH_GAP)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.joinPreviousEditBlock()
        cursor.mergeBlockFormat(form)
        cursor.endEditBlock()

    @Slot()
    def _on_text_changed(self) -> None:
        self._pause.start()

    @Slot()
    def _on_size_changed(self) -> None:
        self.updateGeometry()
