"""All statusudtalelser one may see: what the municipality waits for, what is being written, what was sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.statusudtalelser.records import StatusStage
from tvaerfaglig.services.statusudtalelser.reading import StatusList, StatusRow
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.statusudtalelser.wording import ICONS, row_words
from tvaerfaglig.ui.widgets import (
    SHAPES,
    ChipGroup,
    ListRow,
    Page,
    Pick,
    Picker,
    RowList,
    boxed,
    button,
    card,
    col,
    empty,
    muted,
    page_foot,
    page_head,
    row,
)

FILTERS: dict[str, tuple[str, Callable[[StatusRow], bool]]] = {
    "i_gang": ("I gang", lambda one: one.stage is not StatusStage.SENDT),
    "sendt": ("Sendt", lambda one: one.stage is StatusStage.SENDT),
    "alle": ("Alle", lambda _: True),
}


class ListView(Page):
    """`opened` sends a statusudtalelse; `begin_asked` a child; `back_asked` leads to underretninger."""

    opened = Signal(str)
    begin_asked = Signal(str)
    back_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        self.new = button("Ny statusudtalelse", "primary", "plus")
        self.picker = Picker(
            name="Hvem handler det om?", keeps=False, placeholder="Skriv barnets navn"
        )
        help_line = "Observationerne lægges ved de overskrifter, de hører til. Resten skriver du."
        self.choose = card("Hvem handler det om?", muted(help_line), self.picker)
        self.choose.hide()
        picks = [Pick(key, words) for key, (words, _) in FILTERS.items()]
        self.filters = ChipGroup(picks, ("i_gang",), name="Vis", several=False)
        head = page_head(
            "Statusudtalelser",
            "Det, kommunen har bedt jer fortælle om et barn.",
            self.new,
            extra=boxed(col(self.filters, self.choose, gap="near")),
        )
        super().__init__(head, None, page_foot(muted(desk.library.statusudtalelse.always)))
        head.offer_back("Til underretninger")
        head.back_pressed.connect(self.back_asked)
        self._found: StatusList | None = None
        self.list = RowList(name="Statusudtalelser")
        self.first = button("Ny statusudtalelse", icon="plus")
        self.nothing = empty(
            "statusudtalelse",
            "Ingen statusudtalelser her",
            "Beder kommunen om en, så begynd med barnet. Observationerne ligger klar.",
            self.first,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(boxed(row((self.list, 1), margins=(20, 8, 20, 8))))
        self._stack.addWidget(self.nothing)
        self.set_body(self._stack)
        self.new.clicked.connect(self.ask_who)
        self.first.clicked.connect(self.ask_who)
        self.picker.picked.connect(self._on_picked)
        self.filters.changed.connect(self._on_filter_changed)
        self.list.opened.connect(self.opened)

    def offer(self, children: Sequence[tuple[str, str, str]]) -> None:
        """Children to begin with: id, name, stue."""
        self.picker.offer([ListRow(key, name, aside=place) for key, name, place in children])

    def show_list(self, found: StatusList) -> None:
        waiting = not self.list.rows() and self.new.hasFocus()
        self._found = found
        self._draw()
        if waiting:
            self.start()

    @Slot()
    def ask_who(self) -> None:
        """*Ny statusudtalelse*: one question, and it stands there."""
        self.choose.show()
        self.picker.setFocus()

    def start(self) -> None:
        (self.list if self.list.rows() else self.new).setFocus()

    def _draw(self) -> None:
        if self._found is None:
            return
        chosen = next(iter(self.filters.chosen()), "alle")
        found = self._found
        rows = [self._row(one, found) for one in found.rows if FILTERS[chosen][1](one)]
        self.list.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)

    def _row(self, one: StatusRow, found: StatusList) -> ListRow:
        under, note = row_words(one, found.names, found.today)
        begun = danish.day_near(one.begun, found.today).lower()
        return ListRow(
            key=one.id,
            title=one.child_name,
            aside=f"Begyndt {begun}",
            under=under,
            note=danish.capital(note),
            due=SHAPES[one.due.state] if one.due else None,
            icon=ICONS[one.stage],
            colour="accent" if one.mine else "muted",
            spoken=f"{one.child_name}, {under}, {note}, begyndt {begun}",
        )

    @Slot(str)
    def _on_picked(self, child: str) -> None:
        if child:
            self.choose.hide()
            self.begin_asked.emit(child)

    @Slot()
    def _on_filter_changed(self) -> None:
        if not self.filters.chosen():
            self.filters.choose(("alle",))
        self._draw()
