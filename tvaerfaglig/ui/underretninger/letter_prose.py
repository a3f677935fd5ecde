"""The field for a section's text: citations stand out, questions are marked, evidence can be dropped in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor

from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import EvidenceDrop, Prose
from tvaerfaglig.ui.widgets.prose_edit import ProseKind
from tvaerfaglig.ui.widgets.prose_painter import Painted

_CITED = re.compile(r"\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]")


class LetterProse(Prose):
    """`dropped` sends an observation and where its number belongs; `hovered` where one is held over the text.

    `findingEntered` sends the place of the question whose words the caret came to; empty for none.
    """

    dropped = Signal(str, int)
    hovered = Signal(int)
    unhovered = Signal()
    findingEntered = Signal(str)

    def __init__(self, words: str = "", kind: ProseKind = "plain", *, lines: int = 8) -> None:
        super().__init__(words, kind, lines=lines, most=40)
        self._drop = EvidenceDrop(self)
        self._drop.dropped.connect(self._on_dropped)
        self._drop.hovered.connect(self._on_hovered)
        self._drop.left.connect(self.unhovered)
        self._places: list[str] = []
        self.questionEntered.connect(self._on_question_entered)
        self.painter.add(_citations)

    def show_findings(self, findings: Sequence[Finding], current: str = "") -> None:
        """Mark the words that questions are about; the current one has a ground as well."""
        marked = [one for one in findings if one.start is not None and not one.item]
        self._places = [one.place for one in marked]
        spans = [(one.start or 0, one.end or one.start or 0) for one in marked]
        self.show_questions(spans, self._at(current))

    def choose_finding(self, place: str) -> None:
        """Another is the current; an empty place leaves none."""
        self.choose_question(self._at(place))

    def see_finding(self, place: str) -> bool:
        """Bring its words into sight, and leave the caret alone; whether they stand here."""
        at = self._at(place)
        if at >= 0:
            self.see_question(at)
        return at >= 0

    def put_instead(self, finding: Finding) -> bool:
        """Write what is offered in place of the words asked about; whether they still stand here."""
        at = self._at(finding.place)
        words = finding.replacement
        if at < 0 or words is None or self.question_words(at) != finding.quote:
            return False
        self.replace_question(at, words)
        return True

    def _at(self, place: str) -> int:
        return self._places.index(place) if place in self._places else -1

    @Slot(int)
    def _on_question_entered(self, at: int) -> None:
        self.findingEntered.emit(self._places[at] if at >= 0 else "")

    def go_to(self, finding: Finding) -> None:
        """Put the caret at the words a question is about; at the end where it is about none."""
        at = self._at(finding.place)
        if at >= 0:
            self.go_to_question(at)
            return
        cursor = self.textCursor()
        if finding.start is None:
            cursor.movePosition(QTextCursor.MoveOperation.End)
        else:
            cursor = self._cursor(finding.start, finding.start)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def choose_words(self, begin: int, end: int) -> None:
        """Mark some words as chosen, and bring them into sight."""
        self.setTextCursor(self._cursor(begin, end))
        self.ensureCursorVisible()

    def cite(self, number: int) -> None:
        """Write [n] at the caret, one space from the word before."""
        before = self.toPlainText()[: self.textCursor().position()]
        air = "" if not before or before[-1].isspace() else " "
        self.insert(f"{air}[{number}]")

    def move_to(self, words: str) -> None:
        """Other words from outside (citations moved); the caret stays where it was in the text."""
        at = self.textCursor().position()
        self.show_findings(())  # their places went with the old text
        self.set_text(words)
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(self.toPlainText())))
        self.setTextCursor(cursor)

    @Slot(QPoint)
    def _on_hovered(self, spot: QPoint) -> None:
        self.hovered.emit(self.cursorForPosition(spot).position())

    @Slot(str, QPoint)
    def _on_dropped(self, observation: str, spot: QPoint) -> None:
        self.dropped.emit(observation, self.cursorForPosition(spot).position())


def _citations(words: str, _block: QTextBlock) -> Iterator[Painted]:
    """[n] in the colour of a link."""
    form = QTextCharFormat()
    form.setForeground(look().theme.colour("accent"))
    for found in _CITED.finditer(words):
        yield found.start(), found.end(), form
