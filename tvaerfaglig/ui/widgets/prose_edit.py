"""Where one writes: plain text at reading size, growing with what is written."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.prose_painter import ProsePainter, units

ProseKind = Literal["plain", "voice", "thought", "bare"]
QUIET_MS = 400
PARAGRAPH_GAP = 7


class Prose(QTextEdit):
    """A text field for prose: no markup in, none out; Tab leaves it.

    `textEdited` comes with the whole text (NFC) when the writer has paused, and at once when the
    field is left: what is saved never lags behind what is seen. `typed` comes with each change.
    `questionEntered` sends which question the caret has come to stand in, -1 for none.
    """

    textEdited = Signal(str)
    typed = Signal()
    questionEntered = Signal(int)

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
        self._questions: list[QTextCursor] = []
        self._current = self._entered = -1
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}
        self._painter: ProsePainter | None = None
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
        self.cursorPositionChanged.connect(self._on_caret)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    def text(self) -> str:
        """What stands there as it is kept."""
        return self.said()

    def said(self) -> str:
        """What stands there as it is read: composed (NFC), without the odd signs that Qt and Word leave."""
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
        """Dot the words that questions are about, as (begin, end) in `said()`.

        The current one also gets a soft ground. No spans take the dots away. Until the next time the
        dots follow what is written: words typed beside one do not take part in it.
        """
        words = self.said() if spans else ""
        self._questions = [self._cursor(*span, words) for span in spans]
        for mark in self._questions:
            mark.setKeepPositionOnInsert(True)
        self._current = current
        self._entered = self.question_at_caret()
        self._draw_questions()

    def choose_question(self, at: int) -> None:
        """Another one is the current; -1 for none."""
        if at != self._current:
            self._current = at
            self._draw_questions()

    def question_at_caret(self) -> int:
        """Which question's words the caret stands in or at; -1 for none."""
        here = self.textCursor()
        if here.hasSelection():
            return self._current
        spot = here.position()
        inside = (
            n
            for n, mark in enumerate(self._questions)
            if mark.hasSelection() and mark.selectionStart() <= spot <= mark.selectionEnd()
        )
        return next(inside, -1)

    def question_words(self, at: int) -> str:
        """The words of one question as they stand now."""
        return self._questions[at].selectedText() if 0 <= at < len(self._questions) else ""

    def replace_question(self, at: int, words: str) -> None:
        """Write other words in place of a question's own; one step to undo, and the caret after them."""
        cursor = QTextCursor(self._questions[at])
        cursor.setKeepPositionOnInsert(False)
        cursor.insertText(words)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def go_to_question(self, at: int) -> None:
        """Caret and sight to the words of one question; its words are marked current."""
        self.choose_question(at)
        self._entered = at
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._questions[at].selectionEnd())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.setFocus()

    def see_question(self, at: int) -> None:
        """Bring its words into sight, and leave the caret where it is."""
        box = self.cursorRect(self._questions[at])
        bar = self.verticalScrollBar()
        if box.top() < 0 or box.bottom() > self.viewport().height():
            bar.setValue(bar.value() + box.top() - self.viewport().height() // 3)

    @property
    def painter(self) -> ProsePainter:
        """For what is painted paragraph by paragraph; made when something is."""
        if self._painter is None:
            self._painter = ProsePainter(self)
        return self._painter

    def put_layer(self, name: str, marks: list[QTextEdit.ExtraSelection]) -> None:
        """Marks of one kind, drawn over those of the others."""
        if marks or self._layers.get(name):
            self._layers[name] = marks
            self.setExtraSelections([mark for layer in self._layers.values() for mark in layer])

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
            written = self.document().isUndoAvailable()
            self._set_leading()
            if not written:  # the air between lines is nothing that Ctrl+Z takes back
                self.document().clearUndoRedoStacks()
                self.document().setModified(False)
        elif event.type() == QEvent.Type.StyleChange:
            self._draw_questions()
            if self._painter is not None:
                self._painter.rehighlight()

    def _draw_questions(self) -> None:
        theme = look().theme
        drawn = []
        for n, span in enumerate(self._questions):
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            form.setUnderlineColor(theme.colour("mark"))
            if n == self._current:
                form.setBackground(theme.colour("accent_soft"))
            dots = QTextEdit.ExtraSelection()
            dots.cursor, dots.format = span, form
            drawn.append(dots)
        self.put_layer("questions", drawn)

    def _cursor(self, begin: int, end: int, words: str | None = None) -> QTextCursor:
        """Qt counts in UTF-16: a smiley is two to it and one to us."""
        words = self.said() if words is None else words
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(units(words, begin), last))
        cursor.setPosition(min(units(words, end), last), QTextCursor.MoveMode.KeepAnchor)
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
        self.typed.emit()

    @Slot()
    def _on_caret(self) -> None:
        if not self._questions:
            return
        entered = self.question_at_caret()
        if entered != self._entered:
            self._entered = entered
            self.questionEntered.emit(entered)

    @Slot()
    def _on_size_changed(self) -> None:
        self.updateGeometry()
