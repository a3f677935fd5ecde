"""All underretninger one may see: what waits, what is being written, what was sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Slot

from tvaerfaglig.domain.underretning import Stage
from tvaerfaglig.services.lists.tables import Which
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.underretninger import LetterRow
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.underretninger.begun_list import (
    BegunList,
    Filters,
    Keep,
    ListWords,
    begun_row,
)
from tvaerfaglig.ui.underretninger.wording import row_words
from tvaerfaglig.ui.widgets import ListRow, button

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
FILTERS: Filters = {
    "i_gang": ("I gang", lambda one: one.stage not in {Stage.LUKKET, Stage.HENLAGT}),
    "kladder": ("Kladder", lambda one: one.stage is Stage.KLADDE or one.needs_writing),
    "sendt": ("Sendt", lambda one: one.stage in _SENT),
    "alle": ("Alle", lambda _: True),
}


class ListView(BegunList):
    """A leader takes the list out as a table; beside the letters stand the statusudtalelser."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.table = button("", "icon", "tal", name="Gem listen som regneark")
        self.table.clicked.connect(self._on_table)
        self.statuses = button("Statusudtalelser", icon="statusudtalelse")
        self.statuses.clicked.connect(self._on_statuses)
        words = ListWords(
            title="Underretninger",
            line="Kladder, afsluttede og det, der er sendt.",
            new="Ny underretning",
            help="Det, huset allerede ved om barnet, udfyldes. Resten skriver du.",
            icon="underretning",
            nothing="Ingen underretninger her",
            nothing_line="En underretning begynder med et barn og det, I har set.",
            always=desk.library.underretning.always,
        )
        leads = desk.me.role.leads
        super().__init__(words, FILTERS, *((self.table,) if leads else ()), self.statuses)
        if not leads:
            self.table.setParent(self)
            self.table.hide()
        self._letters: tuple[LetterRow, ...] = ()
        self._names: Names | None = None
        self._today: date = desk.clock.now().date()

    def show_letters(self, letters: Sequence[LetterRow], names: Names, today: date) -> None:
        self._letters, self._names, self._today = tuple(letters), names, today
        self.show_found()

    def lines(self, keep: Keep) -> list[ListRow]:
        names, today = self._names, self._today
        if names is None:
            return []
        return [
            begun_row(one, *row_words(one, names, today), _ICONS[one.stage], today)
            for one in self._letters
            if keep(one)
        ]

    @Slot()
    def _on_table(self) -> None:
        self._desk.go("udskrifter", Which.LETTERS)

    @Slot()
    def _on_statuses(self) -> None:
        self._desk.go("statusudtalelser")
