"""All underretninger one may see: what waits, what is being written, what was sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services.lists.tables import Which
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.underretninger import LetterRow
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.underretninger.wording import row_words
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

_ICONS = {
    Stage.KLADDE: "kladde",
    Stage.FAERDIG: "flueben",
    Stage.AFSENDT: "send",
    Stage.KVITTERET: "kvittering",
    Stage.ORIENTERET: "kvittering",
    Stage.LUKKET: "flueben",
    Stage.HENLAGT: "stille",
}
_SENT = {Stage.AFSENDT, Stage.KVITTERET, Stage.ORIENTERET}
FILTERS: dict[str, tuple[str, Callable[[LetterRow], bool]]] = {
    "i_gang": ("I gang", lambda one: one.stage not in {Stage.LUKKET, Stage.HENLAGT}),
    "kladder": ("Kladder", lambda one: one.stage is Stage.KLADDE or one.needs_writing),
    "sendt": ("Sendt", lambda one: one.stage in _SENT),
    "alle": ("Alle", lambda _: True),
}


class ListView(Page):
    """`opened` sends a letter; `begin_asked` a child."""

    opened = Signal(str)
    begin_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        self.new = button("Ny underretning", "primary", "plus")
        self.picker = Picker(
            name="Hvem handler det om?", keeps=False, placeholder="Skriv barnets navn"
        )
        help_line = "Det, huset allerede ved om barnet, udfyldes. Resten skriver du."
        self.choose = card("Hvem handler det om?", muted(help_line), self.picker)
        self.choose.hide()
        self.table = button("", "icon", "tal", name="Gem listen som regneark")
        self.table.clicked.connect(self._on_table)
        self.statuses = button("Statusudtalelser", icon="statusudtalelse")
        self.statuses.clicked.connect(self._on_statuses)
        picks = [Pick(key, words) for key, (words, _) in FILTERS.items()]
        self.filters = ChipGroup(picks, ("i_gang",), name="Vis", several=False)
        head = page_head(
            "Underretninger",
            "Kladder, afsluttede og det, der er sendt.",
            *((self.table,) if desk.me.role.leads else ()),
            self.statuses,
            self.new,
            extra=boxed(col(self.filters, self.choose, gap="near")),
        )
        foot = page_foot(muted(desk.library.underretning.always))
        super().__init__(head, None, foot)
        self._desk = desk
        if not desk.me.role.leads:
            self.table.setParent(self)
            self.table.hide()
        self._letters: tuple[LetterRow, ...] = ()
        self._names: Names | None = None
        self._today: date = desk.clock.now().date()
        self.list = RowList(name="Underretninger")
        self.first = button("Ny underretning", icon="plus")
        self.nothing = empty(
            "underretning",
            "Ingen underretninger her",
            "En underretning begynder med et barn og det, I har set.",
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

    def show_letters(self, letters: Sequence[LetterRow], names: Names, today: date) -> None:
        waiting = not self.list.rows() and self.new.hasFocus()
        self._letters, self._names, self._today = tuple(letters), names, today
        self._draw()
        if waiting:
            self.start()

    @Slot()
    def ask_who(self) -> None:
        """*Ny underretning*: one question, and the letter stands there."""
        self.choose.show()
        self.picker.setFocus()

    def start(self) -> None:
        (self.list if self.list.rows() else self.new).setFocus()

    def _draw(self) -> None:
        if self._names is None:
            return
        chosen = next(iter(self.filters.chosen()), "alle")
        rows = [self._row(one, self._names) for one in self._letters if FILTERS[chosen][1](one)]
        self.list.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)

    def _row(self, one: LetterRow, names: Names) -> ListRow:
        under, note = row_words(one, names, self._today)
        begun = danish.day_near(one.begun, self._today).lower()
        return ListRow(
            key=one.id,
            title=one.child_name,
            aside=f"Begyndt {begun}",
            under=under,
            note=danish.capital(note),
            due=SHAPES[one.due.state] if one.due else None,
            icon=_ICONS[one.stage],
            colour="accent" if one.mine else "muted",
            spoken=f"{one.child_name}, {under}, {note}, begyndt {begun}",
        )

    @Slot()
    def _on_table(self) -> None:
        self._desk.go("udskrifter", Which.LETTERS)

    @Slot()
    def _on_statuses(self) -> None:
        self._desk.go("statusudtalelser")

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
