"""How long a new samtykke holds: a choice of the house, saved as it is made."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.retention import length
from tvaerfaglig.services.consent import house
from tvaerfaglig.services.consent.house import Validity
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.parts import setting
from tvaerfaglig.ui.widgets import card, choice, col

_MONTHS = (1, 3, 6, 12, 18, 24)


class ConsentCard(QWidget):
    """`told` sends what was saved, in a sentence; `refused` why it was not."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        form = desk.library.consent
        self.months = choice(
            [(str(one), length(one)) for one in _MONTHS], name="Et nyt samtykke gælder"
        )
        self.months.chosen_changed.connect(self._on_chosen)
        says = (
            f"Loven sætter ingen grænse. {length(form.months).capitalize()} er {form.mark}. "
            "De samtykker, der allerede står, beholder deres dag."
        )
        inner = card("Samtykke", setting("Et nyt samtykke gælder", says, self.months))
        self.setLayout(col(inner, gap=0))

    def load(self) -> None:
        self.desk.ask(house.validity, self.desk.library.consent).then(self._take, self)

    def _take(self, standing: Validity) -> None:
        key = str(standing.months)
        if standing.months not in _MONTHS:
            every = sorted({*_MONTHS, standing.months})
            self.months.offer([(str(one), length(one)) for one in every], key)
        self.months.choose(key)

    @Slot(str)
    def _on_chosen(self, months: str) -> None:
        ask = self.desk.ask(house.set_validity, int(months))
        ask.then(partial(self._saved, int(months)), self, failed=self.refused.emit)

    def _saved(self, months: int, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.told.emit(f"Nye samtykker gælder {length(months)}.")
