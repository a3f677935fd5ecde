"""A day and a reason: the house's own day set or moved, a letter laid aside seen later, a day seen to, a mark set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.widgets import (
    DayField,
    Field,
    Prose,
    boxed,
    button,
    card,
    col,
    field,
    line_edit,
    row,
    small,
)


@dataclass(frozen=True, slots=True)
class Asks:
    """What one such form asks: its heading and button, the day (or none), the words, and whether they are needed."""

    heading: str
    save: str
    words: str
    day: str = ""
    ahead: bool = True
    needs_words: str = ""
    short: bool = False
    line: str = ""


SET = Asks(
    "Jeres egen dag",
    "Sæt dagen",
    "Hvad skal I se på?",
    "Hvornår ser I på det igen?",
    line="Den kommer igen på Overblik hos dem, der skriver underretningen, og hos lederen.",
)
MOVE = Asks(
    "Flyt dagen",
    "Flyt dagen",
    "Hvorfor flyttes den?",
    "Ny dag",
    needs_words="Skriv kort, hvorfor dagen flyttes.",
    line="Den første dag bliver stående i historikken.",
)
SEEN = Asks("Set på nu", "Gem", "Hvad så I?", needs_words="Skriv kort, hvad I så. Én linje er nok.")
JOURNAL = Asks(
    "Journaliseret",
    "Markér som journaliseret",
    "Sagsnummer",
    "Hvilken dag?",
    ahead=False,
    short=True,
    line="Skriv kommunens sagsnummer, hvis I har det. Mærket kan tages tilbage.",
)


class DayForm(QWidget):
    """`saved` sends the day (None where none is asked) and the words; `left` when it is given up."""

    saved = Signal(object, str)
    left = Signal()

    def __init__(self, asks: Asks, today: Callable[[], date], on: date | None = None) -> None:
        super().__init__()
        self._asks, self._today = asks, today
        self.day = DayField(today, on, ahead=asks.ahead)
        self.line, self.prose = line_edit(most=60), Prose(lines=2)
        words = self.line if asks.short else self.prose
        self._day: Field = field(asks.day or "Dag", self.day)
        self._words: Field = field(asks.words, words, optional=not asks.needs_words)
        self.keep = button(asks.save, "primary")
        self.stop = button("Fortryd", "quiet")
        self.keep.clicked.connect(self._on_keep_clicked)
        self.stop.clicked.connect(self.left)
        self.line.returnPressed.connect(self._on_keep_clicked)
        self.setLayout(
            col(
                card(
                    asks.heading,
                    small(asks.line) if asks.line else None,
                    self._day if asks.day else None,
                    self._words,
                    boxed(row(..., self.stop, self.keep)),
                )
            )
        )
        for unused in (self._day, self.line, self.prose):
            if unused.parent() is None:
                unused.setParent(self)
                unused.hide()

    def start(self) -> None:
        editor = self.day if self._asks.day and self.day.value() is None else self._words.editor
        editor.setFocus()

    def words(self) -> str:
        return (self.line.text() if self._asks.short else self.prose.text()).strip()

    @Slot()
    def _on_keep_clicked(self) -> None:
        on, words = self.day.value(), self.words()
        if self._asks.day:
            self._day.ask("" if on else "Hvilken dag? Skriv fx fredag, om 14 dage eller 3.12.")
        self._words.ask(self._asks.needs_words if self._asks.needs_words and not words else "")
        if self._asks.day and on is None:
            self.day.setFocus()
        elif self._asks.needs_words and not words:
            self._words.editor.setFocus()
        else:
            self.saved.emit(on if self._asks.day else None, words)
