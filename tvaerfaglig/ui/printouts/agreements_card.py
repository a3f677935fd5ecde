"""The card of the lists of agreements: one's own, and for the leader the house's."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from tvaerfaglig.services.agreements import reading as agreements
from tvaerfaglig.services.agreements.reading import Agreements, Whose
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.agreements.previews import list_request
from tvaerfaglig.ui.widgets import boxed, button, card, col, flow, small


class AgreementsCard(QWidget):
    """One child's list is printed from *Aftaler*, where she is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.mine = button("Mine aftaler", "outlined", "udskrift")
        self.house = button("Husets aftaler", "outlined", "udskrift")
        if not desk.me.role.leads:
            self.house.hide()
        self.mine.clicked.connect(partial(self._print, Whose.MINE))
        self.house.clicked.connect(partial(self._print, Whose.HUSETS))
        keys = boxed(flow(self.mine, self.house) if desk.me.role.leads else flow(self.mine))
        told = small(
            "Det, der skulle være gjort, står først. Et barns egen liste ligger under Aftaler."
        )
        self.setLayout(col(card("Aftaler", told, keys), gap=0))

    def _print(self, whose: Whose) -> None:
        self.desk.ask(agreements.agreements, whose).then(partial(self._preview, whose), self)

    def _preview(self, whose: Whose, found: Agreements) -> None:
        self.desk.preview_asked.emit(list_request(whose, "", found.rows))
