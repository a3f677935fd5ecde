"""A line to find things by: a glass at the left, drawn anew with the theme and the text size."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from tvaerfaglig.ui.theme import look

_MOST = 60


class FindField(QLineEdit):
    """`name` is what it is called aloud, `hint` what stands in it while it is empty."""

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(_MOST)
        self.setClearButtonEnabled(False)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        edge = look().theme.px(16)
        painter = QPainter(self)
        drawing = look().icons.pixmap("soeg", "muted", 16, ratio=self.devicePixelRatioF())
        painter.drawPixmap(12, (self.height() - edge) // 2, drawing)
        painter.end()

    def _make_room(self) -> None:
        self.setTextMargins(look().theme.px(16) + 8, 0, 0, 0)
