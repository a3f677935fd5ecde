"""One step of the strip: a knot on the line, its name, and beneath it who and when."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from tvaerfaglig.domain.course.steps import Taken
from tvaerfaglig.ui.theme import look

KNOT, ASIDE, LINE = 18, 6, 2
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class StepCell(QAbstractButton):
    """Pressed it goes to what is there, or begins what is not. Shape tells as much as colour does.

    A filled knot with a tick is taken, an open one is not, a triangle or a square is a date that has come or gone.
    """

    def __init__(self, taken: Taken, name: str, beneath: str, said: str, due: str) -> None:
        super().__init__()
        self.taken = taken
        self._name, self._beneath, self._due = name, beneath, due
        self.first = self.last = False
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look().theme.em(7), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._longest(), self.height())

    def _longest(self) -> int:
        """No word of its name or of what stands beneath it is ever cut."""
        widths = [
            QFontMetrics(look().theme.font("small", strong=strong)).horizontalAdvance(word)
            for words, strong in ((self._name, True), (self._beneath, False))
            for word in words.split(" ")
        ]
        return max(widths) + 2 * ASIDE + 2

    def high(self, width: int) -> int:
        """The height that its words take at a width."""
        room = QRect(0, 0, width - 2 * ASIDE, 10_000)
        name = self._metrics_of(room, strong=True)
        return look().theme.px(KNOT) + name + self._metrics_of(room, strong=False) + 12

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = look().theme
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("raised"))
            painter.drawRoundedRect(self.rect(), 8, 8)
        self._draw_line(painter)
        self._draw_knot(painter)
        self._draw_words(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _draw_line(self, painter: QPainter) -> None:
        knot = look().theme.px(KNOT)
        y, middle = 4 + knot // 2, ASIDE + knot // 2
        painter.setPen(QPen(look().theme.colour("outline"), LINE))
        if not self.first:
            painter.drawLine(0, y, middle, y)
        if not self.last:
            painter.drawLine(middle, y, self.width(), y)

    def _draw_knot(self, painter: QPainter) -> None:
        theme = look().theme
        knot = theme.px(KNOT)
        at = QRect(ASIDE, 4, knot, knot)
        painter.setPen(QPen(theme.colour("accent" if self._here() else "outline"), 1.7))
        painter.setBrush(theme.colour("accent" if self.taken.times else "surface"))
        painter.drawEllipse(at.adjusted(1, 1, -1, -1))
        if self.taken.times:
            tick = look().icons.pixmap("flueben", "on_accent", 12, ratio=self.devicePixelRatioF())
            side = theme.px(12)
            painter.drawPixmap(
                at.center().x() - side // 2 + 1, at.center().y() - side // 2 + 1, tick
            )

    def _here(self) -> bool:
        return bool(self.taken.times or self.taken.begun or self.taken.next_on)

    def _draw_words(self, painter: QPainter) -> None:
        theme = look().theme
        top = theme.px(KNOT) + 6
        room = QRect(ASIDE, top, self.width() - 2 * ASIDE, self.height() - top)
        painter.setFont(theme.font("small", strong=True))
        painter.setPen(theme.colour("text" if self._here() else "muted"))
        painter.drawText(room, _WORDS, self._name)
        room.setTop(top + self._metrics_of(room, strong=True))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour(_COLOURS.get(self._due, "muted")))
        painter.drawText(room, _WORDS, f"{_SHAPES.get(self._due, '')}{self._beneath}")

    def _metrics_of(self, room: QRect, *, strong: bool) -> int:
        font = look().theme.font("small", strong=strong)
        words = self._name if strong else f"{_SHAPES.get(self._due, '')}{self._beneath}"
        return QFontMetrics(font).boundingRect(room, _WORDS, words).height()


_SHAPES = {"over": "■ ", "today": "▲ ", "later": "○ "}
_COLOURS = {"over": "act", "today": "watch"}
