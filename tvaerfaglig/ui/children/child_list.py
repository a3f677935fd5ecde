"""The list of children: name, age, position and what is open; filtered as one types, by stue.

Sorted by name. Sorting by what worries is a choice one makes each time; it is never remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.ages import age_words
from tvaerfaglig.domain.concern import Position
from tvaerfaglig.services.children.register import ChildRow
from tvaerfaglig.ui.widgets import (
    Choice,
    Column,
    ListRow,
    button,
    col,
    empty,
    menu_button,
    row,
    row_list,
    title,
)
from tvaerfaglig.ui.widgets.find_field import FindField

WIDE_EM = 18.5
UNBOUND = 16_777_215
ORDERS = {
    "navn": "Sortér efter navn",
    "alder": "De yngste først",
    "aabne": "Det åbne først",
    "position": "Sortér efter position",
}
_RANK = {Position.STAERK: 0, Position.BEKYMRING: 1, Position.TRIVES: 2, None: 3}
_POSITIONS: dict[Position | None, str] = {
    Position.STAERK: "i stærk bekymring",
    Position.BEKYMRING: "i bekymring",
    Position.TRIVES: "trives",
}
_SORTS: dict[str, Callable[[ChildRow], Any]] = {
    "alder": lambda one: -(one.child.born or one.child.due or date.max).toordinal(),
    "aabne": lambda one: (not one.due, -one.open_matters),
    "position": lambda one: _RANK[one.position],
}


class ChildList(Column):
    """`opened` sends the child's id, `new_child` asks for an empty page, `left_wanted` for those who left.

    `list_wanted` asks for the page where a list comes in, `table_wanted` for the one where it goes out;
    both are offered after `offer_lists`.
    `need_asked` leads to Nødadgang, whatever was typed here.
    """

    opened = Signal(str)
    new_child = Signal()
    left_wanted = Signal(bool)
    list_wanted = Signal()
    table_wanted = Signal()
    need_asked = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        self._today, self._bound = today, True
        self.typed = FindField("Find et barn", "Skriv et navn")
        self.stue = Choice([("", "Alle børn")], name="Stue")
        self.list = row_list(name="Børn")
        self.new = button("", "icon", "plus", name="Nyt barn")
        self.menu = menu_button("Sortér, vis udmeldte børn, nødadgang")
        self._nobody = empty("boern", "Ingen børn her", "Prøv et andet navn eller en anden stue.")
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nobody)
        self._rows: tuple[ChildRow, ...] = ()
        self._order, self._left, self._lists = "navn", False, False
        heading = row((title("Børn"), 1), self.menu, self.new, gap=0, margins=(8, 0, 0, 0))
        fields = (self.typed, self.stue)
        super().__init__("column", col(heading, *fields, (body, 1), margins=(8, 14, 8, 8)), WIDE_EM)
        self.typed.installEventFilter(self)
        self.typed.textChanged.connect(self._refresh)
        self.typed.returnPressed.connect(self._open_first)
        self.stue.chosen_changed.connect(self._refresh)
        self.list.opened.connect(self.opened)
        self.new.clicked.connect(self.new_child)
        self._offer_menu()

    def show_rows(self, rows: Sequence[ChildRow]) -> None:
        """Other children; what was typed and chosen stays."""
        self._rows = tuple(rows)
        places = sorted({one.place for one in rows if one.place})
        self.stue.offer([("", "Alle børn"), *((one, one) for one in places)], self.stue.chosen())
        self.stue.setVisible(len(places) > 1)
        self._refresh()

    def choose(self, child: str) -> None:
        self.list.choose(child)
        self.list.scrollTo(self.list.currentIndex())

    def shown(self) -> tuple[str, ...]:
        """The children in the list now, by id."""
        return tuple(one.key for one in self.list.rows())

    def set_bound(self, bound: bool) -> None:
        """A column beside the page, or (folded) a page of its own."""
        self._bound = bound
        self._fit()

    def order_by(self, order: str) -> None:
        self._order = order
        self._offer_menu()
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down from the field goes into the list."""
        if watched is self.typed and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() == Qt.Key.Key_Down and self.list.rows():
                self.list.setFocus()
                if not self.list.current():
                    self.list.choose(self.list.rows()[0].key)
                return True
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        if self._bound:
            super()._fit()
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(UNBOUND)

    def _offer_menu(self) -> None:
        self.menu.empty()
        for key, words in ORDERS.items():
            here = "flueben" if key == self._order else ""
            self.menu.add(words, partial(self.order_by, key), icon=here)
        self.menu.divide()
        icon = "flueben" if self._left else ""
        self.menu.add("Vis også udmeldte børn", self._turn_left, icon=icon)
        self.menu.divide()
        self.menu.add("Nødadgang til et barn", self.need_asked.emit, icon="beskyttet")
        if self._lists:
            self.menu.divide()
            self.menu.add("Hent en børneliste", self.list_wanted.emit, icon="pil-ned")
            self.menu.add("Gem listen som regneark", self.table_wanted.emit, icon="tal")

    def offer_lists(self) -> None:
        """For the leader."""
        self._lists = True
        self._offer_menu()

    def _turn_left(self) -> None:
        self._left = not self._left
        self._offer_menu()
        self.left_wanted.emit(self._left)

    @Slot()
    def _refresh(self) -> None:
        typed = danish.fold(self.typed.text()).split()
        place = self.stue.chosen()
        found = [
            one
            for one in self._rows
            if place in {"", one.place} and _matches(danish.fold(one.child.name), typed)
        ]
        if self._order in _SORTS:
            found.sort(key=_SORTS[self._order])
        self.list.set_rows([_row(one, self._today()) for one in found])
        self._stack.setCurrentIndex(0 if found else 1)

    @Slot()
    def _open_first(self) -> None:
        rows = self.list.rows()
        if rows:
            self.list.choose(rows[0].key)
            self.opened.emit(rows[0].key)


def _matches(name: str, typed: list[str]) -> bool:
    """Every word typed begins a word of the name."""
    words = name.replace("-", " ").split()
    return all(any(word.startswith(part) for word in words) for part in typed)


def _row(one: ChildRow, today: date) -> ListRow:
    child = one.child
    age = age_words(child, today, short=True)
    open_words = danish.count(one.open_matters, "åben", "åbne") if one.open_matters else ""
    left = f"udmeldt {danish.day_of_month(child.left)}" if child.left else ""
    note = left or ("frist nu" if one.due else open_words) or (one.place if one.position else "")
    spoken = [child.name, age, _POSITIONS.get(one.position, ""), one.place, left]
    spoken += [f"{open_words}, fristen er nu" if one.due else open_words]
    return ListRow(
        one.id, child.name, age,
        mark=one.position.value if one.position else "",
        under="" if one.position else one.place,
        note=note, spoken=", ".join(part for part in spoken if part),
    )  # fmt: skip
