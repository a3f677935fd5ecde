"""The shelf of kinds: read what each one is, and begin it; for a child also what she can be put on the list of."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout

from tvaerfaglig.domain import danish
from tvaerfaglig.services.efforts import beginning
from tvaerfaglig.services.efforts.beginning import Joining, Shelf
from tvaerfaglig.services.efforts.shelf import OnShelf
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import BEGIN, JOIN, PLACE, way
from tvaerfaglig.ui.indsatser.kind_words import said_of
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.remembered import remembered_of
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    Choice,
    Column,
    Fold,
    ListRow,
    Page,
    RowList,
    announce,
    boxed,
    button,
    card,
    col,
    empty_layout,
    page_head,
    prose,
    row,
    scroller,
    section,
    small,
    text,
)

WIDEST_EM, LIST_EM, MOST_EM = 54, 23, 17
_NO_LIMIT = 16_777_215
_HOUSE = "indsatser/hus"


class ShelfPage(Page):
    """`left` goes back. Going through the list shows each kind in words; Enter begins it."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        self.begin = button("Begynd", "primary", "plus")
        self.top = page_head("Begynd en indsats", " ", self.begin)
        self.top.offer_back("Tilbage")
        super().__init__(self.top)
        self.desk = desk
        self._child = ""
        self._found: Shelf | None = None
        self.house = Choice(name="Hus")
        self.joining = RowList(name="Sæt på venteliste")
        self.kinds = RowList(name="Indsatser, I kan begynde")
        self._join_words, self._kind_words = section("Sæt på venteliste"), section("Begynd en ny")
        self._others = small("")
        self._words = QVBoxLayout()
        self._words.setSpacing(16)
        self._reading = at_most(WIDEST_EM, col(self._words, ..., margins=(24, 16)))
        self._scroll: QScrollArea | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        """The list beside the words; where there is no room beside, all of it beneath each other on one page."""
        self._reading.setParent(self)
        lists = col(
            self.house, self._join_words, self.joining, self._kind_words, (self.kinds, 1), self._others,
            margins=(8, 14, 8, 12),
        )  # fmt: skip
        if self.fold >= Fold.LIST:
            self._scroll = scroller(col(boxed(lists), self._reading, ..., gap=0))
            self.set_body(self._scroll)
        else:
            self._scroll = None
            left = Column("column", lists, LIST_EM)
            words = scroller(col(self._reading, ..., gap=0))
            self.set_body(boxed(row(left, (words, 1), gap=0)))

    def _connect(self) -> None:
        self.begin.clicked.connect(self._on_begin)
        self.top.back_pressed.connect(self.left)
        self.house.chosen_changed.connect(self._on_house)
        self.kinds.moved.connect(self._tell_of)
        self.joining.moved.connect(self._on_joining_moved)
        self.kinds.opened.connect(self._on_opened)
        self.joining.opened.connect(self._on_joined)

    def open_shelf(self, child: str = "") -> None:
        self._child = child
        asked = self.desk.ask(beginning.shelf_for, child)
        asked.then(partial(self._show, child), self, failed=self._on_refused)

    def start(self) -> None:
        target = self.joining if self.joining.rows() else self.kinds
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_fold(self, _fold: Fold) -> None:
        for each in (
            self.house,
            self._join_words,
            self.joining,
            self._kind_words,
            self.kinds,
            self._others,
        ):
            each.setParent(self)
        self._lay_out()
        if self._found is not None:
            self._show(self._child, self._found)

    # showing

    def _on_refused(self, error: BaseException) -> None:
        self.desk.explain(error)
        self.left.emit()

    def _show(self, child: str, found: Shelf) -> None:
        if child != self._child:
            return
        self._found = found
        whose = f"{danish.possessive(found.first_name)} familie" if child else ""
        heading = f"En indsats for {whose}" if child else "Begynd en indsats"
        listed = "Sæt familien på en venteliste, eller begynd en ny indsats."
        reading = "Læs, hvad den går ud på, og begynd den, der passer."
        self.top.say(heading, listed if found.joining else reading)
        self.house.offer(found.houses, remembered_of(self.desk).kept(_HOUSE))
        self.house.setVisible(len(found.houses) > 1)
        self.joining.set_rows([_joining_row(one) for one in found.joining])
        for each in (self._join_words, self.joining):
            each.setVisible(bool(found.joining))
        self._kind_words.setVisible(bool(found.joining))
        self._offer_kinds()
        if self.isVisible():
            self.start()

    def _kinds_here(self) -> tuple[OnShelf, ...]:
        return self._found.kinds.get(self.house.chosen(), ()) if self._found else ()

    def _offer_kinds(self) -> None:
        here = self._kinds_here()
        self.kinds.set_rows([_kind_row(one) for one in here])
        others = self._found.others.get(self.house.chosen(), ()) if self._found else ()
        self._others.say(f"Lederen begynder: {danish.join_and(list(others))}." if others else "")
        self._others.setVisible(bool(others))
        self.begin.setVisible(bool(here))
        self.kinds.choose(self.kinds.current() or (here[0].ref if here else ""))
        self._tell_of(self.kinds.current())
        self._fit()

    def _fit(self) -> None:
        """Beside the words the lists scroll by themselves; on one page they stand whole."""
        whole = self.joining.whole_height() + 4
        if self.fold >= Fold.LIST:
            self.joining.setFixedHeight(whole)
            self.kinds.setFixedHeight(self.kinds.whole_height() + 4)
        else:
            self.joining.setFixedHeight(min(whole, look().theme.em(MOST_EM)))
            self.kinds.setMinimumHeight(0)
            self.kinds.setMaximumHeight(_NO_LIMIT)

    @Slot(str)
    def _tell_of(self, ref: str) -> None:
        one = next((each for each in self._kinds_here() if each.ref == ref), None)
        empty_layout(self._words)
        if one is None:
            words = "Der er ikke noget, du kan begynde her. Tal med lederen om det."
            self._words.addWidget(text(words))
            return
        kind = one.kind
        begin = "Begynd en ny" if self._found and self._found.joining else "Begynd"
        self.begin.say(f"{begin}: {kind.name}")
        own = () if one.shipped else (small("Jeres egen."),)
        self._words.addWidget(card(kind.name, text(kind.line), prose(kind.purpose), *own))
        for said in said_of(kind):
            self._words.addWidget(card(said.heading, *(text(line) for line in said.lines)))
        announce(self.kinds, kind.line)
        self._see(self.kinds)

    def _see(self, rows: RowList) -> None:
        """On one page the row one stands on is in sight."""
        if self._scroll is not None and rows.hasFocus():
            at = rows.visualRect(rows.currentIndex()).center()
            seen = rows.mapTo(self._reading.parentWidget() or self, at)
            self._scroll.ensureVisible(seen.x(), seen.y(), 0, look().theme.em(3))

    # doing

    @Slot(str)
    def _on_house(self, house: str) -> None:
        remembered_of(self.desk).keep(_HOUSE, house)
        self._offer_kinds()

    @Slot()
    def _on_begin(self) -> None:
        self._on_opened(self.kinds.current())

    @Slot(str)
    def _on_opened(self, ref: str) -> None:
        if ref:
            house = self.house.chosen()
            self.desk.go(PLACE, f"{BEGIN}:{ref}:{house}:{self._child}")

    @Slot(str)
    def _on_joining_moved(self, _effort: str) -> None:
        self._see(self.joining)

    @Slot(str)
    def _on_joined(self, effort: str) -> None:
        self.desk.go(PLACE, way(effort, JOIN, self._child))


def _kind_row(one: OnShelf) -> ListRow:
    kind = one.kind
    return ListRow(
        key=one.ref, title=kind.name, under=kind.rhythm.words(), icon="indsats", colour="accent"
    )


def _joining_row(one: Joining) -> ListRow:
    many = f"{one.waiting} venter" if one.waiting else "ingen venter"
    return ListRow(key=one.id, title=one.name, under=f"{one.kind} · {many}", icon="familie")
