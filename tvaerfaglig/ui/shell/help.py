"""F1: every key of the program, and what this page says about itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from tvaerfaglig.domain.danish import capital
from tvaerfaglig.ui.shell.keys import ELSEWHERE, KEYS, Key
from tvaerfaglig.ui.shell.places import RailPlace
from tvaerfaglig.ui.widgets import boxed, button, col, one, row, scroller, section, text, title


class Help(QWidget):
    """A sheet to read; Esc or ✕ closes it."""

    closed = Signal()

    def __init__(self, places: Sequence[RailPlace], words: str = "") -> None:
        super().__init__()
        away = button("", "icon", "luk", name="Luk (Esc)")
        away.clicked.connect(self.closed)
        goes = [Key(p.key, f"gå til {p.word}", (f"Alt+{p.number}",)) for p in places if p.number]
        body = col(
            text(words) if words else None,
            section("Overalt"),
            boxed(_lines(KEYS)),
            section("Stederne"),
            boxed(_lines(goes)),
            section("Når du skriver"),
            boxed(_lines(ELSEWHERE)),
            ...,
            gap="apart",
            margins=(28, 8, 24, 20),
        )
        head = boxed(row((title("Taster og hjælp"), 1), away), margins=(28, 16, 16, 4))
        self.setLayout(col(head, (scroller(body, ground="surface"), 1), gap=0))


def _lines(keys: Sequence[Key]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for n, key in enumerate(keys):
        grid.addWidget(one(key.shown, "strong"), n, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text(capital(key.words)), n, 1)
    return grid
