"""What is due, and what is held back though its period is over: choose, look, erase."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.erasing.due import DueList
from tvaerfaglig.services.erasing.due_item import DueItem
from tvaerfaglig.ui.settings.erasing import wording
from tvaerfaglig.ui.widgets import (
    Button,
    Tick,
    boxed,
    button,
    card,
    col,
    empty,
    empty_layout,
    frame,
    row,
    small,
    spread,
    strong,
    tick,
)


class DueCard(QWidget):
    """`looked_at` carries one item, `chosen` all that were ticked."""

    looked_at = Signal(object)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[DueItem, ...] = ()
        self.ticks: dict[str, Tick] = {}
        self._place: QVBoxLayout = col(gap="apart")
        self.act = self._button()
        self.act.hide()
        self._place.addWidget(self.act)
        self.setLayout(self._place)

    def _button(self) -> Button:
        made = button("Slet de valgte", "danger")
        made.clicked.connect(self._on_act)
        return made

    def show_due(self, found: DueList) -> None:
        """Another list; what was ticked stays ticked while it is on it."""
        before = {key for key, one in self.ticks.items() if one.isChecked()}
        self._items = found.items
        empty_layout(self._place)
        self.ticks, self.act = {}, self._button()
        self._place.addWidget(self._now(found, before))
        if found.held:
            lines = [self._held(one) for one in found.held]
            words = small(
                "Perioden er gået, men noget er åbent. Luk sagen, så kommer den på listen."
            )
            self._place.addWidget(card("Holdes tilbage", words, *lines))
        self._count()

    def _now(self, found: DueList, before: set[str]) -> QWidget:
        if not found.items:
            soon = (
                f"Det næste barns sag kan slettes {danish.day(found.next_on)}."
                if found.next_on
                else ""
            )
            nothing = empty("flueben", "Intet skal slettes nu", soon or "Ingen frist er nået.")
            self.act.hide()
            return card("", nothing, self.act)
        lines = [self._line(one, found, on=one.key in before) for one in found.items]
        return card(
            "Det er tid til at slette",
            small("Sæt flueben, og se det igennem, før du bestemmer. Intet slettes af sig selv."),
            *lines,
            row(self.act, ...),
            count=str(len(found.items)),
        )

    def _line(self, item: DueItem, found: DueList, *, on: bool) -> QWidget:
        box = tick("", on=on)
        box.setAccessibleName(f"Vælg: {item.title}, {item.what}, {wording.since(item)}")
        box.toggled.connect(self._count)
        self.ticks[item.key] = box
        look = button("Se igennem", "small", name=f"Se igennem: {item.title}, {item.what}")
        look.clicked.connect(partial(self.looked_at.emit, item))
        words = boxed(
            col(
                strong(item.title),
                small(f"{item.what} · {wording.since(item)}"),
                small(wording.kept(item, found.periods)),
                gap=0,
            )
        )
        return frame("row", row(box, (spread(words, look), 1), gap=10, margins=(0, 6)))

    def _held(self, item: DueItem) -> QWidget:
        words = boxed(
            col(
                strong(item.title),
                small(f"{item.what} · {wording.since(item)}"),
                small(wording.held(item.verdict.holds)),
                gap=0,
            )
        )
        if not item.child:
            return frame("row", row((words, 1), margins=(0, 6)))
        opened = button("Åbn barnet", "small", name=f"Åbn {item.title}")
        opened.clicked.connect(partial(self.looked_at.emit, item))
        return frame("row", row((spread(words, opened), 1), margins=(0, 6)))

    @Slot()
    def _count(self) -> None:
        many = len(self.picked())
        self.act.say(f"Slet de valgte ({many})" if many else "Slet de valgte")
        self.act.block("" if many else "Sæt flueben ved det, der skal slettes.")

    def picked(self) -> tuple[DueItem, ...]:
        return tuple(
            one for one in self._items if one.key in self.ticks and self.ticks[one.key].isChecked()
        )

    @Slot()
    def _on_act(self) -> None:
        self.chosen.emit(self.picked())
