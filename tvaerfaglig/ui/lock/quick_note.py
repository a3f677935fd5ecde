"""Hurtig note at the door: whom it waits for, and one line. Nothing stays on the screen of one that is left alone."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.lock.door import PersonAtDoor
from tvaerfaglig.services.lock.quick_notes import MOST
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    button,
    card,
    choice,
    col,
    field,
    line_edit,
    message,
    muted,
    row,
    scroller,
    title,
)

_ALONE_MS = 180_000
_WIDE_EM = 46


class QuickNotePage(QWidget):
    """`given` carries person id and line, `back` when there is none to give."""

    given = Signal(str, str)
    back = Signal()

    def __init__(self, people: tuple[PersonAtDoor, ...], person_id: str) -> None:
        super().__init__()
        self.setObjectName("window")
        self._names = {one.id: one.name for one in people}
        self.person = choice([(one.id, f"{one.name}, {one.role_word}") for one in people])
        self.person.choose(person_id)
        self.line = line_edit(most=MOST)
        self.bar = message("", "act")
        self.bar.hide()
        self.ok = button("", "primary")
        self.ok.clicked.connect(self._on_ok)
        self._alone = QTimer(self)
        self._alone.setSingleShot(True)
        self._alone.setInterval(_ALONE_MS)
        self._alone.timeout.connect(self._on_alone)
        self._build()
        self.line.returnPressed.connect(self._on_ok)
        self.line.textEdited.connect(self._alone.start)
        self.person.chosen_changed.connect(self._name_the_act)
        look().changed.connect(self._fit)
        self._name_the_act()
        self._fit()

    def _build(self) -> None:
        away = button("Tilbage", "outlined")
        away.clicked.connect(self.back)
        self._middle = card(
            "",
            title("Hurtig note"),
            muted(
                "Den bliver lukket med det samme og kan ikke læses her igen. Næste gang den, du vælger, "
                "låser op, venter den som en kladde, der skal bekræftes."
            ),
            8,
            field("Hos hvem skal den vente?", self.person),
            field(
                "Hvad så eller hørte du?", self.line, "Én linje. Skriv, hvilket barn og hvornår."
            ),
            self.bar,
            8,
            row(away, ..., self.ok),
        )
        self._area = scroller(col(..., row(..., (self._middle, 20), ..., margins=(24, 24)), ...))
        self.setLayout(col(self._area, margins=0))

    def start(self) -> None:
        self.line.setFocus()
        self._alone.start()

    def say(self, words: str) -> None:
        self.bar.say(words, "act")
        self.line.setFocus()

    @Slot()
    def _on_ok(self) -> None:
        self.given.emit(self.person.chosen(), self.line.text())

    @Slot()
    def _on_alone(self) -> None:
        """What was written is sealed where it can be; an empty page just goes."""
        if self.line.text().strip():
            self._on_ok()
        else:
            self.back.emit()

    @Slot()
    def _name_the_act(self) -> None:
        name = self._names.get(self.person.chosen(), "")
        self.ok.say(f"Læg den hos {danish.first_name(name)}")

    @Slot()
    def _fit(self) -> None:
        self._middle.setMaximumWidth(look().theme.em(_WIDE_EM))
