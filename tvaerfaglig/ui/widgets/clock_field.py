"""A time as people type it: 815, 8:15 and 8.15 are the same, and are shown as 8.15."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from tvaerfaglig.domain.danish import clock, parse_time, why_not_time
from tvaerfaglig.ui.theme import look


class ClockField(QLineEdit):
    """`changed` sends a time or None; `asked` what to ask where the words are no time."""

    changed = Signal(object)
    asked = Signal(str)

    def __init__(self, at: time | None = None, *, name: str = "") -> None:
        super().__init__()
        self._at: time | None = None
        self.setMaxLength(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if name:
            self.setAccessibleName(name)
        self.set_value(at)
        self.editingFinished.connect(self._on_editing_finished)

    def value(self) -> time | None:
        """What stands there now, also before the field is left; None where nothing can be read."""
        return parse_time(self.text())

    def set_value(self, at: time | None) -> None:
        """Set from outside; nothing is announced."""
        self._at = at
        self.setText(clock(at) if at else "")

    def sizeHint(self) -> QSize:
        return QSize(look().theme.em(7), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(look().theme.em(5), super().minimumSizeHint().height())

    @Slot()
    def _on_editing_finished(self) -> None:
        words = self.text().strip()
        at = parse_time(words)
        self.asked.emit(why_not_time(words) if words else "")
        if at is not None:
            self.setText(clock(at))
        if at != self._at and (at is not None or not words):
            self._at = at
            self.changed.emit(at)
