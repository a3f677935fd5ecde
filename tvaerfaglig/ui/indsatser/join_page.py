"""Which child: the first step when a family is put on the list from inside the effort."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.efforts.families import MayJoin
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import JOIN, WAITING, way
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.widgets import (
    ListRow,
    Page,
    RowList,
    announce,
    boxed,
    button,
    col,
    empty,
    line_edit,
    matching,
    page_head,
    row,
)

WIDEST_EM = 46


class JoinPage(Page):
    """`leads` sends the way to the family's form; `finished` when it is put away. It keeps no draft."""

    leads = Signal(str)
    finished = Signal()

    def __init__(self, desk: Desk, page: EffortPage, children: tuple[MayJoin, ...]) -> None:
        close = button("", "icon", "luk", name="Luk")
        line = f"{page.effort.name} · vælg barnet, så kommer familien med"
        super().__init__(page_head("Hvilket barn?", line, close))
        self.desk, self._effort = desk, page.id
        today = desk.clock.now().date()
        self._rows = [_row(one, today) for one in children]
        self.typed = line_edit(name="Find et barn")
        self.typed.setPlaceholderText("Navn eller stue")
        self.list = RowList(self._rows, name="Børn")
        nobody = empty(
            "boern",
            "Ingen børn at vælge her",
            "De, du må skrive om, er allerede med eller på listen.",
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(nobody)
        inner = col(self.typed, (self._stack, 1), margins=(22, 12, 22, 8))
        self.set_body(boxed(row((at_most(WIDEST_EM, inner), 1), gap=0)))
        close.clicked.connect(self.put_away)
        self.typed.textChanged.connect(self._on_typed)
        self.typed.returnPressed.connect(self._on_return)
        self.list.opened.connect(self._on_opened)
        self._on_typed("")

    def beneath(self) -> str:
        return way(self._effort, WAITING)

    def start(self) -> None:
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Nothing is written here."""

    @Slot()
    def put_away(self) -> None:
        self.finished.emit()

    @Slot(str)
    def _on_typed(self, words: str) -> None:
        found = matching(self._rows, words) if words.strip() else self._rows
        self.list.set_rows(found)
        if found:
            self.list.choose(self.list.current() or found[0].key)
        self._stack.setCurrentIndex(0 if self._rows else 1)
        announce(self.typed, danish.count(len(found), "barn", "børn"))

    @Slot()
    def _on_return(self) -> None:
        self._on_opened(self.list.current())

    @Slot(str)
    def _on_opened(self, child: str) -> None:
        if child:
            self.leads.emit(way(self._effort, JOIN, child))


def _row(one: MayJoin, today: date) -> ListRow:
    age = danish.age(one.born, today) if one.born else "ventes"
    return ListRow(key=one.id, title=one.name, aside=age, under=one.stue, person=one.name)
