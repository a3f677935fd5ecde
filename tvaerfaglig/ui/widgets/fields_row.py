"""Fields side by side while there is room for them, else two and two, else one beneath the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from tvaerfaglig.ui.theme import look


class FieldsRow(QWidget):
    """`fields` are (widget, stretch). `em` is how wide the row must be to hold them all."""

    def __init__(
        self, fields: Sequence[tuple[QWidget, int]], *, em: float, gap: int = 10, two: float = 0
    ) -> None:
        super().__init__()
        self._fields, self._em, self._two = tuple(fields), em, two
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(gap)
        self._grid.setVerticalSpacing(gap)
        self.setLayout(self._grid)
        self._arrange(len(self._fields))

    def columns(self) -> int:
        return self._columns

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of them: it then stands in one column."""
        hint = super().minimumSizeHint()
        widest = max((one.minimumSizeHint().width() for one, _ in self._fields), default=0)
        return QSize(widest, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._refit()

    def _refit(self) -> None:
        ems = self.width() / look().theme.em()
        if ems >= self._em:
            self._arrange(len(self._fields))
        else:
            self._arrange(2 if self._two and ems >= self._two else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for n in range(len(self._fields)):
            self._grid.setColumnStretch(n, 0)
        for n, (widget, stretch) in enumerate(self._fields):
            self._grid.removeWidget(widget)
            self._grid.addWidget(widget, n // columns, n % columns)
            share = stretch if columns == len(self._fields) else 1
            self._grid.setColumnStretch(
                n % columns, max(share, self._grid.columnStretch(n % columns))
            )
