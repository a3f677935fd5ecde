"""The numbers as they stand on Akut: large, with who answers, and a word where one is missing."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tvaerfaglig.domain.local_numbers import LocalNumber, LocalNumbers
from tvaerfaglig.ui.widgets import (
    boxed,
    col,
    empty_layout,
    figure,
    frame,
    glyph,
    mark_as,
    row,
    small,
    strong,
)


class NumbersView(QWidget):
    """All of them, one under the other."""

    def __init__(self, numbers: LocalNumbers) -> None:
        super().__init__()
        self._place: QVBoxLayout = col(gap="near")
        self.setLayout(self._place)
        self.show_numbers(numbers)

    def show_numbers(self, numbers: LocalNumbers) -> None:
        empty_layout(self._place)
        for one in numbers.numbers:
            self._place.addWidget(number_row(one, numbers))


def number_row(number: LocalNumber, numbers: LocalNumbers) -> QFrame:
    """112 in red, the house's own in ink; a number that is missing says where to write it."""
    tone = "act" if number.alarm else ""
    shown = numbers.shown(number)
    digits = figure(shown, "act" if number.alarm else "") if number.number else small(shown)
    made = frame(
        "bar" if number.alarm else "well",
        row(
            glyph("akut", tone or "muted", 22),
            (boxed(col(strong(number.name), small(number.help), gap=0)), 1),
            digits,
            gap=14,
            margins=(16, 10, 18, 10),
        ),
    )
    if tone:
        mark_as(made, tone=tone)
    made.setAccessibleName(f"{number.name} {shown}")
    return made
