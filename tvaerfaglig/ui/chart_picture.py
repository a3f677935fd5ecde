"""A chart drawn by the printing press, shown crisp at any size: in the theme's colours and the text's size."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from tvaerfaglig.services.courses.picture import SAMPLE, Colours, Drawn
from tvaerfaglig.ui.desk import Asked
from tvaerfaglig.ui.theme import look

POINT = 96 / 72 * 10.5 / 9.2
"""Pixels to a point of the drawing at ordinary text size: its words are then as large as small text."""
LEAST = 320
SETTLES_MS = 60
SIZE = 100
"""Letters are measured large, so that no pixel is rounded."""


class ChartPicture(QWidget):
    """Drawn anew when it gets another width or other colours. What it shows is said by its accessible name."""

    def __init__(self, name: str, em_high: float = 14) -> None:
        super().__init__()
        self.renderer: QSvgRenderer | None = None
        self._asked = 0.0
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLES_MS)
        self._settled.timeout.connect(self._ask)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(LEAST)
        self.setFixedHeight(look().theme.em(em_high))
        self.setAccessibleName(name)
        look().changed.connect(self._on_look)

    def asked(self, width: float, colours: Colours) -> Asked[Drawn]:
        """The drawing, so many points wide, from whoever draws it."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(look().theme.em(48), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if abs(self._width() - self._asked) > 1:
            self._settled.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.renderer is not None:
            size = self.renderer.defaultSize()
            scale = self._pixels()
            room = QRectF(0, 0, size.width() * scale, size.height() * scale)
            self.renderer.render(painter, room)
        if self.hasFocus():
            painter.setPen(look().theme.colour("focus"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _pixels(self) -> float:
        return look().theme.px(1000) / 1000 * POINT

    def _width(self) -> float:
        return max(self.width(), LEAST) / self._pixels()

    @Slot()
    def _on_look(self) -> None:
        self._ask()

    @Slot()
    def _ask(self) -> None:
        self._asked = self._width()
        asked = self.asked(round(self._asked, 1), _colours())
        asked.then(partial(self._show, self._asked), self)

    def _show(self, width: float, drawn: Drawn) -> None:
        if width != self._asked:
            return
        renderer = QSvgRenderer(QByteArray(drawn.svg), self)
        old, self.renderer = self.renderer, renderer
        if old is not None:
            old.deleteLater()
        self.setAccessibleName(drawn.words)
        self.setFixedHeight(round(renderer.defaultSize().height() * self._pixels()) + 4)
        self.update()


def _colours() -> Colours:
    theme = look().theme
    font = QFont(theme.family)
    font.setPixelSize(SIZE)
    return Colours(
        ink=theme.name("accent"),
        text=theme.name("text"),
        soft=theme.name("muted"),
        line=theme.name("hairline"),
        grey=theme.name("outline"),
        bar=theme.name("accent_soft"),
        ground=theme.name("surface"),
        family=theme.family,
        sample=QFontMetricsF(font).horizontalAdvance(SAMPLE) / SIZE,
    )
