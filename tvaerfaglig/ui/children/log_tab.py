"""Hvem har set: every look, print and change at this child, for the leader. Never a word of a note."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services import access_log
from tvaerfaglig.services.access_log import Access
from tvaerfaglig.services.children import ChildPage
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import Table, TableColumn, boxed, col, guidance, table

SAYS = "Her står, hvem der har set, skrevet og udskrevet, og hvornår. Teksten selv står her ikke."


class LogTab(QWidget):
    """Asks for the log only when it is looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._names: dict[str, str] = {}
        self.table: Table[Access] = table(
            (
                TableColumn("Hvornår", lambda line: _when(line.at), em=13),
                TableColumn("Hvem", lambda line: self._names.get(line.who, line.who), em=13),
                TableColumn("Hvad", lambda line: f"{danish.capital(line.did)} {line.what}"),
            ),
            name="Hvem har set",
            whole=False,
        )
        inner = boxed(col(guidance(SAYS), (self.table, 1), margins=(24, 16, 24, 16)))
        place = QVBoxLayout(self)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(inner)

    def show_child(self, page: ChildPage) -> None:
        if Action.SEE_LOG in page.may:
            self._names = page.names.staff
            self.desk.ask(access_log.of_child, page.stored.id).then(self._show, self)

    def _show(self, lines: list[Access]) -> None:
        self.table.set_rows(lines)


def _when(at: datetime) -> str:
    here = at.astimezone(DANISH)
    return f"{danish.day_table(here.date())} {danish.clock(here.time())}"
