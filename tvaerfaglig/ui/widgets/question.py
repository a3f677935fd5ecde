"""A question to the text, in the colour of a question: never a verdict."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from tvaerfaglig.ui.widgets.button import button
from tvaerfaglig.ui.widgets.dressing import mark_as
from tvaerfaglig.ui.widgets.glyph import glyph
from tvaerfaglig.ui.widgets.layout import boxed, col, flow, row
from tvaerfaglig.ui.widgets.words import small, strong, text


class QuestionCard(QFrame):
    """Where (»ofte« or "hele afsnittet"), the question, why; only the current one shows its buttons.

    `chosen` when it is pressed or entered, `shown` for "Vis dem", `jumped` for "Til stedet",
    `dismissed` for ✕ and Esc: it then stays away from this place.
    """

    chosen = Signal()
    shown = Signal()
    jumped = Signal()
    dismissed = Signal()

    def __init__(
        self, place: str, asks: str, why: str = "", *, show: str = "", current: bool = False
    ) -> None:
        super().__init__()
        self.setProperty("kind", "question")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{asks} {place}. {why}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.away = button("", "icon", "luk", name="Læg spørgsmålet væk (Esc)", dense=True)
        self.show_button = button(show, "small")
        self.jump_button = button("Til stedet  F8", "link")
        self.away.clicked.connect(self.dismissed)
        self.show_button.clicked.connect(self.shown)
        self.jump_button.clicked.connect(self.jumped)
        if not show:
            self.show_button.hide()
        self._actions = boxed(flow(self.show_button, self.jump_button, gap=2))
        head = row(
            glyph("spoergsmaal", "accent", 16), (text(place, "smallstrong"), 1), self.away, gap=6
        )
        reason = small(why) if why else None
        self.setLayout(col(head, strong(asks), reason, self._actions, gap=2, margins=(11, 5, 6, 5)))
        self.set_current(current)

    def set_current(self, current: bool) -> None:
        mark_as(self, current=current)
        for widget in (self.away, self._actions):
            widget.setHidden(not current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
            self.jumped.emit()
        else:
            super().keyPressEvent(event)
