"""The Akut sheet: numbers at arm's length, what not to say, four steps; then a note of the call."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.local_numbers import LocalNumbers
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import library
from tvaerfaglig.services.administration import NUMBERS
from tvaerfaglig.services.clock import Clock
from tvaerfaglig.ui.akut.call import CallForm
from tvaerfaglig.ui.akut.numbers import NumbersView
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import (
    Button,
    boxed,
    button,
    col,
    frame,
    glyph,
    mark_as,
    muted,
    one,
    opener,
    row,
    scroller,
    small,
    strong,
    text,
    title,
)


class AkutSheet(QWidget):
    """Readable before anything is typed. With a desk it can keep the call and start the letter."""

    closed = Signal()

    def __init__(self, folder: Path, clock: Clock, desk: Desk | None = None) -> None:
        super().__init__()
        self._clock, self._folder = clock, folder
        self._texts = library.akut()
        numbers = _numbers(folder)
        self.numbers = NumbersView(numbers)
        self._checked = small("")
        self._say_checked(numbers)
        away = button("", "icon", "luk", name="Luk Akut (Esc)")
        away.clicked.connect(self.closed)
        body = col(
            self.numbers,
            self._silence(),
            *(_step(n, step.word, step.text) for n, step in enumerate(self._texts.steps, 1)),
            text(self._texts.duty),
            *self._more(desk),
            ...,
            gap="near",
            margins=(24, 8, 24, 12),
        )
        head = row((title(self._texts.title), 1), away, margins=(24, 16, 16, 0))
        under = row((muted(self._texts.subtitle), 1), margins=(24, 0, 24, 4))
        self.call = CallForm(desk, self._texts, numbers) if desk else None
        call = boxed(col(self.call, margins=(24, 4, 24, 0))) if self.call else None
        foot = self._foot(desk)
        self.setLayout(col(head, under, (scroller(body, ground="surface"), 1), call, foot, gap=2))
        if self.call:
            self.call.done.connect(self.closed)
        if desk:
            desk.changed.connect(self._on_changed)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _origin: object) -> None:
        """The leader wrote other numbers: they stand here at once."""
        if changes.touch(NUMBERS):
            numbers = _numbers(self._folder)
            self.numbers.show_numbers(numbers)
            self._say_checked(numbers)
            if self.call:
                self.call.take_numbers(numbers)

    def leave(self) -> None:
        """Keep what is being written of a call."""
        if self.call:
            self.call.leave()

    def _say_checked(self, numbers: LocalNumbers) -> None:
        self._checked.say(f"Numre kontrolleret {danish.day(numbers.checked_on)}")

    def _silence(self) -> QFrame:
        words = text(f"{self._texts.silence_bold} {self._texts.silence}")
        made = frame(
            "bar", row(glyph("afdaempet", "act", 20), (words, 1), gap=12, margins=(16, 8, 16, 8))
        )
        mark_as(made, tone="act")
        return made

    def _more(self, desk: Desk | None) -> list[QWidget]:
        """Of a colleague one writes sealed: the way there stands in its own sheet, once someone has unlocked."""
        made: list[QWidget] = []
        for sheet in self._texts.sheets:
            write = button("Skriv det forseglet", "outlined", "laas") if desk else None
            if write is None or desk is None or sheet.id != Against.ANSAT.value:
                made.append(_Folded(sheet.word, sheet.lines))
                continue
            write.clicked.connect(partial(self._write_sealed, desk))
            made.append(_Folded(sheet.word, sheet.lines, write))
        return made

    def _write_sealed(self, desk: Desk) -> None:
        self.closed.emit()
        desk.go("om-en-ansat", "ny")

    def _foot(self, desk: Desk | None) -> QWidget:
        checked = self._checked
        if desk is None:
            hint = small("Lås op, når du har ringet, så kan du skrive det ned.")
            return boxed(row((hint, 1), checked, margins=(24, 8, 24, 12)))
        words = button("Skriv barnets ord ned", "primary", "barnets-ord")
        letter = button("Start kladden", "outlined", "underretning")
        words.clicked.connect(partial(self._go, desk, "observation"))
        letter.clicked.connect(partial(self._go, desk, "underretninger"))
        checked.setWordWrap(False)
        local = small(self._texts.local_plan)
        return boxed(
            col(
                row(words, letter, ...),
                row((local, 1), checked),
                margins=(24, 6, 24, 10),
                gap="tight",
            )
        )

    def _go(self, desk: Desk, place: str) -> None:
        child = self.call.child() if self.call else ""
        self.closed.emit()
        if place == "underretninger" and child:
            desk.go(place, f"ny:{child}")
        else:
            desk.go(place, child or None)


def _numbers(folder: Path) -> LocalNumbers:
    try:
        return library.local_numbers(folder)
    except ForPeople:
        return library.local_numbers()


def _step(number: int, word: str, words: str) -> QWidget:
    digit = one(str(number), "section", "accent")
    digit.setMinimumWidth(18)
    made = boxed(row(digit, (boxed(col(strong(word), muted(words), gap=0)), 1), gap=10))
    made.setAccessibleName(f"{number}. {word}. {words}")
    return made


class _Folded(QWidget):
    """More to read for one situation: folded until someone wants it."""

    def __init__(self, word: str, lines: tuple[str, ...], act: Button | None = None) -> None:
        super().__init__()
        self._head = opener(word, "pil-hoejre")
        self._lines = boxed(
            col(
                *(text(f"– {line}") for line in lines),
                row(act, ...) if act else None,
                gap="tight",
                margins=(24, 0, 0, 6),
            )
        )
        self._lines.hide()
        self._head.toggled.connect(self._on_toggled)
        self.setLayout(col(row(self._head, ...), self._lines, gap=0))

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        self._lines.setVisible(on)
        self._head.show_icon("pil-ned" if on else "pil-hoejre")
