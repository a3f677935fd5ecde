"""How far long work has come: what is being done, a line that fills, and Stop."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleValueChangeEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.announce import announce
from tvaerfaglig.ui.widgets.button import button
from tvaerfaglig.ui.widgets.layout import col, row
from tvaerfaglig.ui.widgets.words import small

_STEPS = 1000


class _Line(QProgressBar):
    """Drawn by us: the systems' own do not follow the theme. A screen reader hears the value."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look().theme.em(12), look().theme.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().theme.em(6), look().theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme, box = look().theme, QRectF(self.rect())
        round_ = box.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hairline"))
        painter.drawRoundedRect(box, round_, round_)
        wide = box.width() * self.value() / _STEPS
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(
            QRectF(box.x(), box.y(), max(wide, box.height()), box.height()), round_, round_
        )
        painter.end()


class ProgressLine(QFrame):
    """Hidden until `begin`; `stop_pressed` asks the work to stop, and the words say that it was heard."""

    stop_pressed = Signal()

    def __init__(self, *, stop: str = "Stop", name: str = "Så langt er det kommet") -> None:
        super().__init__()
        self.line = _Line()
        self.line.setAccessibleName(name)
        self.words = small("")
        self.stop = button(stop, "outlined")
        self.stop.clicked.connect(self._on_stop)
        self.setLayout(row((col(self.words, self.line, gap=6), 1), self.stop, gap=16))
        self.hide()

    def begin(self, words: str, *, stoppable: bool = True) -> None:
        """Show it, empty."""
        self.line.setValue(0)
        self.words.say(words)
        self.stop.setVisible(stoppable)
        self.stop.block("")
        self.show()
        announce(self, words)

    @Slot(float, str)
    def move(self, part: float, words: str) -> None:  # type: ignore[override]
        """A part between 0 and 1, and what is being done."""
        value = round(part * _STEPS)
        if value != self.line.value():
            self.line.setValue(value)
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self.line, value))
        if self.stop.isEnabled() and words:
            self.words.say(words)

    def end(self) -> None:
        self.hide()

    @Slot()
    def _on_stop(self) -> None:
        self.words.say("Stopper …")
        self.stop.block("Det stopper.")
        self.stop_pressed.emit()
