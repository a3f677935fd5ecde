"""One change as a card one can go to, and what stands unchanged as a line that opens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.comparing import Kind
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.versions import Line, SectionChanges
from tvaerfaglig.ui.underretninger.compare.marked import Marked, told
from tvaerfaglig.ui.underretninger.compare.runs import Run, runs
from tvaerfaglig.ui.underretninger.wording import moment
from tvaerfaglig.ui.widgets import (
    card,
    col,
    frame,
    glyph,
    muted,
    one,
    opener,
    row,
    small,
    spread,
    text,
)

_ICONS = {Kind.NY: "plus", Kind.VAEK: "minus", Kind.AENDRET: "kladde"}


class ChangeCard(QFrame):
    """What happened, by whom and when, the words themselves, and why where that was said."""

    def __init__(self, run: Run, label: str, names: Names, today: date) -> None:
        super().__init__()
        self.setProperty("kind", "evidence")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        who = " · ".join(
            filter(None, (names.of_staff(run.by), moment(run.at, today) if run.at else ""))
        )
        why = f"Hvorfor: {run.why}" if run.why else ""
        head = row(glyph(_ICONS[run.kind], "accent", 16), (one(run.title, "smallstrong"), 1), gap=6)
        words = Marked(run.words)
        layout = col(
            spread(head, one(who, "small"), gap=6),
            words,
            small(why) if why else None,
            gap="tight",
            margins=(12, 7, 12, 8),
        )
        self.setLayout(layout)
        said = told(run.words) if run.kind is Kind.AENDRET else _plain(run)
        parts = (run.title, label, said, who, why)
        self.setAccessibleName(". ".join(part.rstrip(".") for part in parts if part))


class Unchanged(QWidget):
    """»3 sætninger er uændrede« and, once opened, the sentences."""

    def __init__(self, words: str, count: str) -> None:
        super().__init__()
        self._count = count
        self.open = opener(f"Vis {count}", "pil-hoejre")
        self.open.toggled.connect(self._on_toggled)
        self._words = muted(words.strip())
        self._words.hide()
        self.setLayout(col(row(self.open, ...), self._words, gap=2))

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        self._words.setVisible(on)
        self.open.say(f"Skjul {self._count}" if on else f"Vis {self._count}")
        self.open.show_icon("pil-ned" if on else "pil-hoejre")


def section_card(heading: str, made: SectionChanges, names: Names, today: date) -> QFrame:
    """A section with everything that changed in it."""
    parts: list[QWidget] = []
    still = 0
    for line in made.lines:
        if line.label and not line.changes:
            still += 1
            continue
        if line.label:
            parts.append(text(line.label, "smallstrong"))
        parts += _line(line, names, today)
    if still:
        words = danish.count(still, "oplysning er uændret", "oplysninger er uændrede")
        parts.append(small(danish.capital(words)))
    return card(heading, *parts)


def _line(line: Line, names: Names, today: date) -> Iterator[QWidget]:
    for run in runs(line):
        if run.is_change:
            yield ChangeCard(run, line.label, names, today)
        elif words := "".join(word.text for word in run.words).strip():
            count = danish.count(run.sentences, "uændret sætning", "uændrede sætninger")
            yield Unchanged(words, count)


def _plain(run: Run) -> str:
    return "".join(word.text for word in run.words).strip()


def changes_in(made: QWidget) -> list[ChangeCard]:
    """The cards in the order in which they are read."""
    return made.findChildren(ChangeCard)


def quiet(words: str) -> QFrame:
    """Sections in which nothing changed, said once."""
    return frame("well", col(small(words), margins=(12, 8, 12, 8)))
