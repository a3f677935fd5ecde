"""A card in a drawer over the page: what is chosen before a paper or a file is made."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.widgets import SheetHost, boxed, button, col, row, scroller, title

EM = 32


class Drawer(QObject):
    """Esc and × put it away, and the focus goes back to where it was."""

    def __init__(self, over: QWidget, card: QWidget, name: str) -> None:
        super().__init__(over)
        self._name = name
        self.sheet = SheetHost(over)
        away = button("", "icon", "luk", name="Luk (Esc)")
        away.clicked.connect(self.close)
        head = row((title(name), 1), away, margins=(16, 12, 12, 0))
        inside = scroller(col(card, ..., margins=(16, 8, 16, 16)), ground="surface")
        self._whole = boxed(col(head, (inside, 1), gap=0))
        self._whole.setParent(self.sheet)

    @Slot()
    def open(self) -> None:
        self.sheet.open(self._whole, em=EM, name=self._name)

    @Slot()
    def close(self) -> None:
        self.sheet.close_sheet()
