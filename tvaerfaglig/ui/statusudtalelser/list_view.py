"""All statusudtalelser one may see: what the municipality waits for, what is being written, what was sent."""

from __future__ import annotations

from PySide6.QtCore import Signal

from tvaerfaglig.domain.statusudtalelser.records import StatusStage
from tvaerfaglig.services.statusudtalelser.reading import StatusList
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.statusudtalelser.wording import ICONS, row_words
from tvaerfaglig.ui.underretninger.begun_list import (
    BegunList,
    Filters,
    Keep,
    ListWords,
    begun_row,
)
from tvaerfaglig.ui.widgets import ListRow

FILTERS: Filters = {
    "i_gang": ("I gang", lambda one: one.stage is not StatusStage.SENDT),
    "sendt": ("Sendt", lambda one: one.stage is StatusStage.SENDT),
    "alle": ("Alle", lambda _: True),
}


class ListView(BegunList):
    """`back_asked` leads to underretninger."""

    back_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        words = ListWords(
            title="Statusudtalelser",
            line="Det, kommunen har bedt jer fortælle om et barn.",
            new="Ny statusudtalelse",
            help="Observationerne lægges ved de overskrifter, de hører til. Resten skriver du.",
            icon="statusudtalelse",
            nothing="Ingen statusudtalelser her",
            nothing_line="Beder kommunen om en, så begynd med barnet. Observationerne ligger klar.",
            always=desk.library.statusudtalelse.always,
        )
        super().__init__(words, FILTERS)
        self.top.offer_back("Til underretninger")
        self.top.back_pressed.connect(self.back_asked)
        self._found: StatusList | None = None

    def show_list(self, found: StatusList) -> None:
        self._found = found
        self.show_found()

    def lines(self, keep: Keep) -> list[ListRow]:
        found = self._found
        if found is None:
            return []
        return [
            begun_row(one, *row_words(one, found.names, found.today), ICONS[one.stage], found.today)
            for one in found.rows
            if keep(one)
        ]
