"""Skrevet ud og gemt: who, what, for which purpose and when, for the leader. Never where a file lies."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.printing import printable
from tvaerfaglig.services.printing.printable import PrintedLine
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import Table, TableColumn, col, empty, table

Columns = tuple[TableColumn[PrintedLine], ...]


class LogView(QWidget):
    """The newest first; in a narrow window the columns are drawn together."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._lines: tuple[PrintedLine, ...] = ()
        self._none = empty(
            "udskrift",
            "Intet er skrevet ud endnu",
            "Her kommer til at stå, hvem der har skrevet hvad ud, og til hvad.",
        )
        self._pieces = col((self._none, 1), margins=(16, 12))
        self.setLayout(self._pieces)
        self.table = self._made(_WIDE)

    def load(self) -> None:
        self._desk.ask(printable.printed_log).then(self._show, self)

    def set_folded(self, folded: bool) -> None:
        self.table.hide()
        self._pieces.removeWidget(self.table)
        self.table.deleteLater()
        self.table = self._made(_NARROW if folded else _WIDE)
        self._show(self._lines)

    def _made(self, columns: Columns) -> Table[PrintedLine]:
        made = table(columns, name="Skrevet ud og gemt", whole=False)
        self._pieces.insertWidget(0, made, 1)
        self.setFocusProxy(made)
        made.hide()
        return made

    def _show(self, lines: tuple[PrintedLine, ...]) -> None:
        self._lines = lines
        self.table.set_rows(lines)
        self.table.setVisible(bool(lines))
        self._none.setVisible(not lines)


def _when(line: PrintedLine) -> str:
    return f"{danish.day_short(line.at.date())} {danish.clock(line.at.time())}"


def _what(line: PrintedLine) -> str:
    return f"{danish.capital(line.document)}, {line.did.removeprefix('har ')}"


def _what_for(line: PrintedLine) -> str:
    return " · ".join(filter(None, (line.purpose, line.receiver))) or "–"


_WIDE: Columns = (
    TableColumn("Hvornår", _when, em=9.5),
    TableColumn("Hvem", lambda line: line.who, em=9),
    TableColumn("Hvad", _what, em=15),
    TableColumn("Om", lambda line: line.child or "–", em=9),
    TableColumn("Til hvad, og hvem fik det", _what_for),
)
_NARROW: Columns = (
    TableColumn("Hvornår og hvem", lambda line: f"{_when(line)}\n{line.who}", em=13),
    TableColumn("Hvad og om hvem", lambda line: f"{_what(line)}\n{line.child}".strip(), em=16),
    TableColumn("Til hvad", _what_for),
)
