"""A sheet for an act that needs a word first: a heading, fields, and one filled button."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import button, col, flow, message, muted, row, scroller, title
from tvaerfaglig.ui.widgets.layout import Item


class ActSheet(QWidget):
    """A heading, fields, one filled button; what is asked stands above the buttons."""

    closed = Signal()

    def __init__(self, desk: Desk, heading: str, line: str, act: str) -> None:
        super().__init__()
        self.desk = desk
        self.act = button(act, "primary")
        self.act.clicked.connect(self.do)
        back = button("Fortryd", "quiet")
        back.clicked.connect(self.closed)
        close = button("", "icon", "luk", name="Luk")
        close.clicked.connect(self.closed)
        self.asks = message("", "info", icon="spoergsmaal")
        self.asks.hide()
        head = row((title(heading), 1), close, margins=(20, 14, 14, 4))
        inner = col(
            muted(line) if line else None,
            *self.build(),
            self.asks,
            ...,
            gap="apart",
            margins=(20, 4, 20, 12),
        )
        keys = flow(self.act, back)
        below = col(keys, margins=(18, 8, 20, 12))
        self.setLayout(col(head, (scroller(inner, ground="surface"), 1), below, gap=0))

    def build(self) -> list[Item]:
        raise NotImplementedError

    @Slot()
    def do(self) -> None:
        raise NotImplementedError

    def ask(self, error: BaseException) -> None:
        """A question in words; anything else is said as elsewhere."""
        if isinstance(error, ForPeople):
            self.asks.say(str(error), "info", icon="spoergsmaal")
        else:
            self.desk.explain(error)
