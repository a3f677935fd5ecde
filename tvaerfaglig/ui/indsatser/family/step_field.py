"""Which step of a goal was seen: its own words, one of them chosen, by digit, arrow or mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.ui.widgets import OneOf, col


class StepField(QWidget):
    """`changed` sends the step as a digit; `chosen` is empty until one is chosen."""

    changed = Signal(str)

    def __init__(self, goal: Goal) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._boxes: dict[str, OneOf] = {}
        for nr, words in enumerate(goal.steps, 1):
            made = OneOf(f"{nr}  {words}".replace("&", "&&"))
            made.setAccessibleName(f"Trin {nr}: {words}")
            self._group.addButton(made)
            self._boxes[str(nr)] = made
        self.setLayout(col(*self._boxes.values(), gap="tight"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._on_clicked)

    def chosen(self) -> str:
        return next((key for key, made in self._boxes.items() if made.isChecked()), "")

    def choose(self, key: str) -> None:
        """Set from outside; nothing is announced. An empty key chooses none."""
        self._group.setExclusive(False)
        for own, made in self._boxes.items():
            made.setChecked(own == key)
        self._group.setExclusive(True)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The chosen one, or the first."""
        (self._boxes.get(self.chosen()) or next(iter(self._boxes.values()))).setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses the step."""
        made = self._boxes.get(event.text())
        if made is None:
            super().keyPressEvent(event)
            return
        made.setFocus(Qt.FocusReason.TabFocusReason)
        made.click()

    @Slot()
    def _on_clicked(self) -> None:
        self.changed.emit(self.chosen())
