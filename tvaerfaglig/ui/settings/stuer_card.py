"""The stuer of a house: a field for each name, how many children are there, and room for a new one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Stue
from tvaerfaglig.ui.widgets import boxed, button, card, col, empty_layout, line_edit, row, small


class StuerCard(QWidget):
    """`lines` are the stuer in order: the id ("" for a new one) and the field with its name."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[tuple[str, QLineEdit]] = []
        self._children: Mapping[str, int] = {}
        self._place: QVBoxLayout = col(gap="tight")
        self.add = button("Ny stue", "link", "plus")
        self.add.clicked.connect(self._on_add)
        inner = card(
            "Stuer",
            small("Skriv et nyt navn i feltet for at omdøbe. Børnene følger med."),
            self._place,
            row(self.add, ...),
        )
        self.setLayout(col(inner, gap=0))

    def show_stuer(self, stuer: tuple[Stue, ...], children: Mapping[str, int]) -> None:
        """`children` says how many are in each stue, by its id."""
        self._children = children
        empty_layout(self._place)
        self.lines.clear()
        for stue in stuer:
            self._line(stue)

    def stuer(self) -> tuple[Stue, ...]:
        """What the fields say now."""
        return tuple(Stue(id=one, name=edit.text().strip()) for one, edit in self.lines)

    def _line(self, stue: Stue) -> QLineEdit:
        edit = line_edit(
            stue.name,
            name=f"Stuens navn, {stue.name}" if stue.name else "Den nye stues navn",
            most=60,
        )
        count = self._children.get(stue.id, 0)
        here = small(danish.count(count, "barn", "børn") if count else "ingen børn")
        here.setWordWrap(False)
        self._place.addWidget(boxed(row((edit, 1), here, gap="apart")))
        self.lines.append((stue.id, edit))
        return edit

    @Slot()
    def _on_add(self) -> None:
        self._line(Stue(id="", name="")).setFocus()
