"""The field for a section's text: citations stand out, questions are marked, evidence can be dropped in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import EvidenceDrop, Prose
from tvaerfaglig.ui.widgets.prose_edit import ProseKind

_CITED = re.compile(r"\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]")


class LetterProse(Prose):
    """`dropped` sends an observation and where its number belongs."""

    dropped = Signal(str, int)

    def __init__(self, words: str = "", kind: ProseKind = "plain", *, lines: int = 8) -> None:
        super().__init__(words, kind, lines=lines, most=40)
        self._drop = EvidenceDrop(self)
        self._drop.dropped.connect(self._on_dropped)
        self.textChanged.connect(self._draw_questions)
        self._draw_questions()

    def show_findings(self, findings: Sequence[Finding], current: str = "") -> None:
        """Mark the words that questions are about; the current one has a ground as well."""
        marked = [one for one in findings if one.start is not None]
        places = [one.place for one in marked]
        at = places.index(current) if current in places else -1
        self.show_questions([(one.start or 0, one.end or one.start or 0) for one in marked], at)

    def go_to(self, start: int | None, end: int | None) -> None:
        """Put the caret at the words a question is about; at the end where it is about none."""
        if start is None:
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
        else:
            cursor = self._cursor(start, end or start)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def cite(self, number: int) -> None:
        """Write [n] at the caret, one space from the word before."""
        before = self.toPlainText()[: self.textCursor().position()]
        air = "" if not before or before[-1].isspace() else " "
        self.insert(f"{air}[{number}]")

    def move_to(self, words: str) -> None:
        """Other words from outside (citations moved); the caret stays where it was in the text."""
        at = self.textCursor().position()
        self.set_text(words)
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(self.toPlainText())))
        self.setTextCursor(cursor)
        self._draw_questions()

    def _draw_questions(self) -> None:
        super()._draw_questions()
        found = [self._citation(one) for one in _CITED.finditer(self.text())]
        self.setExtraSelections([*self.extraSelections(), *found])

    def _citation(self, found: re.Match[str]) -> QTextEdit.ExtraSelection:
        form = QTextCharFormat()
        form.setForeground(look().theme.colour("accent"))
        made = QTextEdit.ExtraSelection()
        made.cursor, made.format = self._cursor(found.start(), found.end()), form
        return made

    @Slot(str, QPoint)
    def _on_dropped(self, observation: str, spot: QPoint) -> None:
        self.dropped.emit(observation, self.cursorForPosition(spot).position())
