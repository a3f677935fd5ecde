"""The picture at the door: sky, sea and dunes in the hour of the day. No words, no meaning to miss."""

from __future__ import annotations

import math
from random import Random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRadialGradient,
)
from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.theme import look

_HORIZON = 0.6
_DAY = {
    "sky": ("#BCD3E0", "#E3E6E3", "#F8E9D6"),
    "sun": ("#FFF7E6",),
    "sea": ("#8FB0C2", "#5F8AA3"),
    "dunes": ("#CDBF9F", "#DACDB0", "#E7DDC6"),
    "grass": ("#7F8A66",),
}
_DUSK = {
    "sky": ("#16222D", "#2B4152", "#7C6F77"),
    "sun": ("#E9C9A0",),
    "sea": ("#33495A", "#1C2B37"),
    "dunes": ("#2A3640", "#232B32", "#1B2025"),
    "grass": ("#4C5A55",),
}
_DUNES = ((0.765, 20, 0.4), (0.835, 30, 2.3), (0.915, 22, 4.4))


class Shore(QWidget):
    """Day in the light theme, dusk in the others. The picture has colours of its own, as pictures do."""

    def __init__(self) -> None:
        super().__init__()
        look().changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = _DAY if look().theme.mode == "light" else _DUSK
        random = Random(7)  # noqa: S311  the same grass every morning
        self._sky(painter, colours)
        self._sun(painter, colours)
        self._sea(painter, colours, random)
        for (base, swell, phase), colour in zip(_DUNES, colours["dunes"], strict=True):
            self._dune(painter, base, swell, phase, QColor(colour))
            self._grass(painter, base, swell, phase, QColor(colours["grass"][0]), random)
        painter.end()

    def _sky(self, painter: QPainter, colours: dict[str, tuple[str, ...]]) -> None:
        sky = QLinearGradient(0, 0, 0, self.height() * 0.62)
        for stop, colour in zip((0, 0.55, 1), colours["sky"], strict=True):
            sky.setColorAt(stop, QColor(colour))
        painter.fillRect(self.rect(), sky)

    def _sun(self, painter: QPainter, colours: dict[str, tuple[str, ...]]) -> None:
        warm = QColor(colours["sun"][0])
        centre = QPointF(self.width() * 0.62, self.height() * _HORIZON - 46)
        halo = QRadialGradient(centre, 130)
        for stop, alpha in ((0.2, 130), (0.55, 36), (1, 0)):
            glow = QColor(warm)
            glow.setAlpha(alpha)
            halo.setColorAt(stop, glow)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(halo)
        painter.drawEllipse(centre, 130, 130)
        painter.setBrush(warm)
        painter.drawEllipse(centre, 34, 34)

    def _sea(self, painter: QPainter, colours: dict[str, tuple[str, ...]], random: Random) -> None:
        width, height = self.width(), self.height()
        top = height * _HORIZON
        sea = QLinearGradient(0, top, 0, height * 0.8)
        for stop, colour in zip((0, 1), colours["sea"], strict=True):
            sea.setColorAt(stop, QColor(colour))
        painter.fillRect(QRectF(0, top, width, height - top), sea)
        for line in range(46):  # light on the water, thinning towards the shore
            y = top + 4 + line * 2.6
            x = width * 0.62 + random.uniform(-1, 1) * (20 + line * 1.6)
            light = QColor(colours["sun"][0])
            light.setAlpha(max(20, 150 - line * 3))
            painter.setPen(QPen(light, 1.4))
            painter.drawLine(
                QPointF(x - random.uniform(4, 18), y), QPointF(x + random.uniform(4, 18), y)
            )
        painter.setPen(Qt.PenStyle.NoPen)

    def _ridge(self, x: float, base: float, swell: float, phase: float) -> float:
        return self.height() * base + math.sin(x / max(self.width(), 1) * 4.2 + phase) * swell

    def _dune(
        self, painter: QPainter, base: float, swell: float, phase: float, colour: QColor
    ) -> None:
        path = QPainterPath(QPointF(0, self.height()))
        for x in range(0, self.width() + 9, 8):
            path.lineTo(x, self._ridge(x, base, swell, phase))
        path.lineTo(self.width(), self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(path)

    def _grass(
        self,
        painter: QPainter,
        base: float,
        swell: float,
        phase: float,
        colour: QColor,
        random: Random,
    ) -> None:
        """Blades of one shade are one path: each of some 450 by itself takes as long as all the rest.

        A pen of one point has a quick way of its own; with a hair more the grass takes as long as all the rest.
        """
        shades = [(alpha, QPainterPath()) for alpha in range(110, 201, 15)]
        for _ in range(30):
            x = random.uniform(0, self.width())
            y = self._ridge(x, base, swell, phase) + 3
            for _ in range(random.randint(3, 7)):
                tall, lean = random.uniform(14, 36), random.uniform(4, 20)
                _, blades = random.choice(shades)
                blades.moveTo(x + random.uniform(-5, 5), y)
                blades.quadTo(x + lean * 0.3, y - tall * 0.7, x + lean, y - tall)
        for alpha, blades in shades:
            colour.setAlpha(alpha)
            painter.strokePath(blades, QPen(colour, 1))
