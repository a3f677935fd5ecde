"""A thin line that fills as a round goes on; over its time it stays full and takes another colour, no alarm."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tvaerfaglig.ui.theme import look


class RoundLine(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._part = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float) -> None:
        self._part = part
        self.setAccessibleDescription(f"{min(100, int(part * 100))} procent")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().theme.em(12), look().theme.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().theme.em(4), look().theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, box = look().theme, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hairline"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setBrush(theme.colour("watch" if self._part >= 1 else "accent"))
        box.setWidth(max(box.height(), box.width() * min(1.0, self._part)))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.end()
