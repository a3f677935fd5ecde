"""Hvem har set: every look, print and change at this child, for the leader. Never a word of a note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

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


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table, and how many times it was done in that minute."""

    access: Access
    times: int


class LogTab(QWidget):
    """Asks for the log only when it is looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._names: dict[str, str] = {}
        self.table: Table[Line] = table(
            (
                TableColumn("Hvornår", lambda line: _when(line.access.at), em=13),
                TableColumn(
                    "Hvem", lambda line: self._names.get(line.access.who, line.access.who), em=13
                ),
                TableColumn("Hvad", _what),
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
        """The same thing done several times in a minute is one line, with how often."""
        groups = (tuple(same) for _, same in groupby(lines, _same))
        self.table.set_rows([Line(same[0], len(same)) for same in groups])


def _what(line: Line) -> str:
    words = f"{danish.capital(line.access.did)} {line.access.what}"
    return f"{words}, {line.times} gange" if line.times > 1 else words


def _same(access: Access) -> tuple[str, str, str, str]:
    return _when(access.at), access.who, access.did, access.what


def _when(at: datetime) -> str:
    here = at.astimezone(DANISH)
    return f"{danish.day_table(here.date())} {danish.clock(here.time())}"
