"""Line drawings in the colours of the theme in force."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from tvaerfaglig.ui.theme.theme import Theme


class Icons(QObject):
    """Tints the one-colour drawings and keeps what it made until the theme changes.

    `changed` says that icons taken from here are of yesterday; the kit's buttons hear it
    themselves, and what is painted asks anew each time.
    """

    changed = Signal()

    def __init__(self, folder: Path, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._theme = theme
        self._drawings: dict[str, str] = {}
        self._made: dict[tuple[str, str, int, int, float], QPixmap] = {}

    def follow(self, theme: Theme) -> None:
        """Take the new colours and say so."""
        self._theme = theme
        self._made.clear()
        self.changed.emit()

    def pixmap(
        self, name: str, colour: str = "muted", size: int = 20, *, gap: int = 0, ratio: float = 1.0
    ) -> QPixmap:
        """A drawing `size` high at normal text size; `gap` is air to its right."""
        key = (name, colour, size, gap, ratio)
        if key not in self._made:
            self._made[key] = self._tint(name, colour, self._theme.px(size), gap, ratio)
        return self._made[key]

    def icon(
        self, name: str, colour: str = "muted", size: int = 20, *, gap: int = 0, on: str = ""
    ) -> QIcon:
        """A drawing for a button, sharp on fine screens too; `on` is its colour when chosen."""
        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(self.pixmap(name, colour, size, gap=gap, ratio=ratio))
            if on:
                chosen = self.pixmap(name, on, size, gap=gap, ratio=ratio)
                icon.addPixmap(chosen, QIcon.Mode.Normal, QIcon.State.On)
        return icon

    def _tint(self, name: str, colour: str, edge: int, gap: int, ratio: float) -> QPixmap:
        if name not in self._drawings:
            self._drawings[name] = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        drawing = self._drawings[name].replace("currentColor", self._theme.name(colour))
        pixmap = QPixmap(round((edge + gap) * ratio), round(edge * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, edge, edge))
        painter.end()
        return pixmap
