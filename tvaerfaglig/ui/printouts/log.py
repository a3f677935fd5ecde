"""Skrevet ud og gemt: who, what, for which purpose and when, for the leader. Never where a file lies."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services import printable
from tvaerfaglig.services.printable import PrintedLine
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import TableColumn, col, empty, table

_COLUMNS: tuple[TableColumn[PrintedLine], ...] = (
    TableColumn(
        "Hvornår",
        lambda line: f"{danish.day_short(line.at.date())} {danish.clock(line.at.time())}",
        em=9.5,
    ),
    TableColumn("Hvem", lambda line: line.who, em=9),
    TableColumn(
        "Hvad",
        lambda line: f"{danish.capital(line.document)}, {line.did.removeprefix('har ')}",
        em=15,
    ),
    TableColumn("Om", lambda line: line.child or "–", em=9),
    TableColumn(
        "Til hvad, og hvem fik det",
        lambda line: " · ".join(filter(None, (line.purpose, line.receiver))) or "–",
    ),
)


class LogView(QWidget):
    """The newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.table = table(_COLUMNS, name="Skrevet ud og gemt", whole=False)
        self._none = empty(
            "udskrift",
            "Intet er skrevet ud endnu",
            "Her kommer til at stå, hvem der har skrevet hvad ud, og til hvad.",
        )
        self.setLayout(col((self.table, 1), (self._none, 1), margins=(16, 12)))
        self.setFocusProxy(self.table)
        self.table.hide()

    def load(self) -> None:
        self._desk.ask(printable.printed_log).then(self._show, self)

    def _show(self, lines: tuple[PrintedLine, ...]) -> None:
        self.table.set_rows(lines)
        self.table.setVisible(bool(lines))
        self._none.setVisible(not lines)
