"""Words at which a reader may stop: what one may ask oneself, and ways to say it. Never a correction."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from tvaerfaglig.services.letters.glasses import Mark
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    col,
    glyph,
    mark_as,
    one,
    row,
    small,
    strong,
    text,
)

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class MarkCard(QFrame):
    """`chosen` when pressed, `opened` for Enter, `dismissed` for ✕ and Delete, `stepped` for the arrows."""

    chosen = Signal()
    opened = Signal()
    dismissed = Signal()
    stepped = Signal(int)

    def __init__(self, mark: Mark, where: str, *, writable: bool) -> None:
        super().__init__()
        self.setProperty("kind", "question")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        ways = " ".join(mark.ways)
        self.setAccessibleName(
            f"»{mark.quote}«, {where}. {mark.question} Måder at sige det på: {ways}"
        )
        keys = "Enter går til stedet i teksten, Delete lægger det væk"
        self.setAccessibleDescription(keys if writable else "")
        self._writable = writable
        self.away = button("", "icon", "luk", name="Læg væk (Delete)", dense=True)
        self.away.clicked.connect(self.dismissed)
        self.open_button = button("Til stedet i teksten", "link", "pil-hoejre")
        self.open_button.clicked.connect(self.opened)
        said = [_way(way) for way in mark.ways]
        self._ways = boxed(col(small("Måder at sige det på:"), *said, gap=4))
        self._act = boxed(row(self.open_button, ...))
        head = row(
            glyph("spoergsmaal", "accent", 16),
            (boxed(col(text(f"»{mark.quote}«", "smallstrong"), small(where), gap=0)), 1),
            self.away,
            gap=6,
        )
        lines = (head, strong(mark.question), self._ways, self._act)
        self.setLayout(col(*lines, gap=4, margins=(11, 5, 6, 5)))
        self.set_current(current=False)

    def set_current(self, *, current: bool) -> None:
        mark_as(self, current=current)
        self._ways.setHidden(not current)
        for widget in (self.away, self._act):
            widget.setHidden(not (current and self._writable))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._writable:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)


def _way(words: str) -> QWidget:
    dash = one("–")
    line = row(dash, (text(words), 1), gap=6)
    line.setAlignment(dash, Qt.AlignmentFlag.AlignTop)
    return boxed(line)
