"""No wider than one reads well, whatever the window; it follows the text size."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLayout, QWidget

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import boxed, row


class Narrow(QWidget):
    """At most so many em wide."""

    def __init__(self, layout: QLayout, em: float) -> None:
        super().__init__()
        self._em = em
        self.setLayout(layout)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(look().theme.em(self._em))


def at_most(em: float, layout: QLayout) -> QWidget:
    """At the left of a row: a column would measure the height of what is in it without its limit."""
    return boxed(row((Narrow(layout, em), 1000), ..., gap=0))
