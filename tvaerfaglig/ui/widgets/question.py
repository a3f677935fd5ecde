"""What the writing help asks, as a card beside the text: always a question, always blue, never a verdict."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from tvaerfaglig.ui.widgets.button import button
from tvaerfaglig.ui.widgets.dressing import mark_as
from tvaerfaglig.ui.widgets.glyph import glyph
from tvaerfaglig.ui.widgets.layout import boxed, col, flow, row
from tvaerfaglig.ui.widgets.words import small, strong, text

_FITS = 20
"""A button never breaks its line: what is longer stands in the question, and the button says »det«."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class QuestionCard(QFrame):
    """Where (»ofte« or "hele afsnittet"), the question, why; only the current one shows the rest.

    `chosen` when it is pressed or stepped to, `shown` for "Vis dem", `jumped` for Enter and "Til stedet",
    `dismissed` for ✕, Delete and Esc: it then stays away from this place. `replaced` for what it offers
    to write instead, `stepped` for the arrows.
    """

    chosen = Signal()
    shown = Signal()
    jumped = Signal()
    dismissed = Signal()
    replaced = Signal()
    stepped = Signal(int)

    def __init__(
        self,
        place: str,
        asks: str,
        why: str = "",
        *,
        show: str = "",
        instead: str = "",
        source: str = "",
        current: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "question")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{asks} {place}. {why}".strip())
        self.setAccessibleDescription(_keys_of(instead))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.away = button("", "icon", "luk", name="Læg spørgsmålet væk (Esc)", dense=True)
        self.show_button = button(show, "small")
        offered = f"»{instead}«" if len(instead) <= _FITS else "det"
        self.instead_button = button(
            f"Skriv {offered}  Ctrl+.", "link", name=f"Skriv »{instead}« (Ctrl+punktum)"
        )
        self.jump_button = button("Til stedet  F8", "link")
        self.away.clicked.connect(self.dismissed)
        self.show_button.clicked.connect(self.shown)
        self.instead_button.clicked.connect(self.replaced)
        self.jump_button.clicked.connect(self.jumped)
        if not show:
            self.show_button.hide()
        if not instead:
            self.instead_button.hide()
        self._actions = boxed(flow(self.show_button, self.instead_button, self.jump_button, gap=2))
        self._source = small(f"Kilde: {source}") if source else None
        head = row(
            glyph("spoergsmaal", "accent", 16), (text(place, "smallstrong"), 1), self.away, gap=6
        )
        reason = small(why) if why else None
        lines = (head, strong(asks), reason, self._source, self._actions)
        self.setLayout(col(*lines, gap=2, margins=(11, 5, 6, 5)))
        self.set_current(current)

    def set_current(self, current: bool) -> None:
        mark_as(self, current=current)
        for widget in (self.away, self._actions, self._source):
            if widget is not None:
                widget.setHidden(not current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Delete):
            self.dismissed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
            self.jumped.emit()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)


def _keys_of(instead: str) -> str:
    """What a screen reader says of the keys."""
    words = "Enter går til stedet, Esc lægger det væk"
    return f"{words}, Ctrl+punktum skriver »{instead}«" if instead else words
