"""The roof over a column of a child's own words: three of them are the three houses."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from tvaerfaglig.ui.theme import look


class Roof(QWidget):
    """A gable as wide as what stands under it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look().theme.em(8), look().theme.px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().theme.em(4), look().theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, wide, high = look().theme, self.width(), self.height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("voice"))
        pen.setWidthF(2)
        painter.setPen(pen)
        painter.setBrush(theme.colour("voice_soft"))
        eaves, ridge = high - 1.0, 2.0
        painter.drawPolygon(
            QPolygonF([QPointF(2, eaves), QPointF(wide / 2, ridge), QPointF(wide - 2, eaves)])
        )
        painter.end()
