"""Small drawings beside words: icons and the sand circle with a person's initials."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tvaerfaglig.domain.danish import initials
from tvaerfaglig.ui.theme import look


class Glyph(QWidget):
    """An icon of the set; drawn anew each time, so it follows theme and text size by itself."""

    def __init__(self, icon: str, colour: str = "muted", size: int = 20) -> None:
        super().__init__()
        self._icon, self._colour, self._size = icon, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, icon: str, colour: str = "") -> None:
        self._icon, self._colour = icon, colour or self._colour
        self.update()

    def sizeHint(self) -> QSize:
        edge = look().theme.px(self._size)
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.drawPixmap(
            0, 0, look().icons.pixmap(self._icon, self._colour, self._size, ratio=ratio)
        )
        painter.end()


class Avatar(QWidget):
    """Initials in a sand circle; every person wears the same colour."""

    def __init__(self, name: str, size: int = 36) -> None:
        super().__init__()
        self._name, self._size = name, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_name(self, name: str) -> None:
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        edge = look().theme.px(self._size)
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        draw_avatar(painter, QRectF(self.rect()), self._name)
        painter.end()


def draw_avatar(painter: QPainter, box: QRectF, name: str) -> None:
    """The circle, for lists that draw their rows themselves."""
    theme = look().theme
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("hairline"), 1))
    painter.setBrush(theme.colour("rail"))
    painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
    font = theme.font("body", strong=True)
    font.setPixelSize(max(8, round(box.height() * 0.36)))
    painter.setFont(font)
    painter.setPen(theme.colour("text"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.restore()


def glyph(icon: str, colour: str = "muted", size: int = 20) -> Glyph:
    return Glyph(icon, colour, size)


def avatar(name: str, size: int = 36) -> Avatar:
    return Avatar(name, size)
