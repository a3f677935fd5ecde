"""Besøg: the day list of one to come, or the report of one that was held."""

from __future__ import annotations

from PySide6.QtCore import Slot

from tvaerfaglig.domain.visiting.visit import VisitState
from tvaerfaglig.services.printing.printable import PrintableRecord
from tvaerfaglig.services.visiting.day_list import DayList, day_list
from tvaerfaglig.services.visiting.printable import printable_visits
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.printouts.chooser import RecordCard
from tvaerfaglig.ui.visiting import previews


class VisitsCard(RecordCard):
    """Only where somebody comes on visits."""

    def __init__(self, desk: Desk) -> None:
        words = "Dagslisten til et besøg, der kommer, eller rapporten fra et, der er holdt."
        super().__init__("Besøg", "kalender", words)
        self._desk = desk
        self.hide()
        self.chosen.connect(self._on_chosen)

    def load(self) -> None:
        self._desk.ask(printable_visits).then(self._show, self)

    def _show(self, found: tuple[PrintableRecord, ...]) -> None:
        self.offer(found, self._desk.clock.now().date())
        self.setVisible(bool(found))

    @Slot(object)
    def _on_chosen(self, visit: PrintableRecord) -> None:
        self._desk.ask(day_list, visit.id).then(self._look, self)

    def _look(self, found: DayList) -> None:
        held = found.visit.status is VisitState.HOLDT
        request = (
            previews.report(found, self._desk.library.areas) if held else previews.day_list(found)
        )
        self._desk.preview_asked.emit(request)
