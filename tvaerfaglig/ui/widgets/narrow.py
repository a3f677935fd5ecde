"""Content no wider than one reads well, at the left of what room there is."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.layout import row

_ALL = 1000


class Narrow(QWidget):
    """At most so many em; it follows the text size."""

    def __init__(self, inner: QWidget, em: float) -> None:
        super().__init__()
        self._inner, self._em = inner, em
        place = row((inner, _ALL), gap=0)
        place.addStretch(1)
        self.setLayout(place)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        self._inner.setMaximumWidth(look().theme.em(self._em))
