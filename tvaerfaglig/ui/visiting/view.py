"""One of the pages of Besøg: what stands in the head for it, and what its place may ask of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.visiting import PLACE, way
from tvaerfaglig.ui.widgets import Fold


class View(QWidget):
    """`headed` is sent when heading, line or deeds are others than before."""

    headed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.heading, self.line = "", ""
        self.deeds: tuple[QWidget, ...] = ()
        self.fold = Fold.NONE

    def take(self, layout: QLayout) -> None:
        """What it is made of, to the edges."""
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)

    def go(self, *parts: str) -> None:
        self.desk.go(PLACE, way(*parts))

    def open(self, which: str) -> None:
        """Somebody came here; `which` is whose or which."""
        del which
        self.refresh()

    def refresh(self) -> None:
        """Ask again."""

    def start(self) -> None:
        self.setFocus()

    def find_here(self) -> None:
        """Ctrl+F."""

    def print_now(self) -> None:
        """Ctrl+P."""

    def on_fold(self, fold: Fold) -> None:
        self.fold = fold
