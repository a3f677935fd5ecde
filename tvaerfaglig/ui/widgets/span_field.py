"""A time, or from when till when, in one field: 815, 8.15, 12.30-15 and 8 til 9 are understood."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from tvaerfaglig.domain.danish import parse_time, span, why_not_time
from tvaerfaglig.ui.theme import look

_BETWEEN = re.compile(r"\s*(?:[-–—]|\btil\b)\s*", re.IGNORECASE)


class SpanField(QLineEdit):
    """`changed` when another time stands there; `asked` what to ask where the words are no time."""

    changed = Signal()
    asked = Signal(str)

    def __init__(self, *, name: str = "") -> None:
        super().__init__()
        self._kept: tuple[time | None, time | None] = (None, None)
        self.setMaxLength(30)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if name:
            self.setAccessibleName(name)
        self.editingFinished.connect(self._on_editing_finished)

    def begins(self) -> time | None:
        return self._read()[0]

    def ends(self) -> time | None:
        return self._read()[1]

    def question(self) -> str:
        """What to ask where the words cannot be read; empty where they can, or where none stand."""
        return next(filter(None, map(why_not_time, self._parts())), "")

    def set_value(self, start: time | None, end: time | None = None) -> None:
        """Set from outside; nothing is announced."""
        self._kept = (start, end)
        self.setText(span(start, end) if start else "")

    def sizeHint(self) -> QSize:
        return QSize(look().theme.em(7), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(look().theme.em(5), super().minimumSizeHint().height())

    def _parts(self) -> list[str]:
        words = self.text().strip()
        return _BETWEEN.split(words, maxsplit=1) if words else []

    def _read(self) -> tuple[time | None, time | None]:
        times = [parse_time(part) for part in self._parts()]
        if not times or None in times:
            return (None, None)
        return (times[0], times[1] if len(times) > 1 else None)

    @Slot()
    def _on_editing_finished(self) -> None:
        self.asked.emit(self.question())
        start, end = self._read()
        if start is not None:
            self.setText(span(start, end))
        if (start, end) != self._kept and (start is not None or not self.text().strip()):
            self._kept = (start, end)
            self.changed.emit()
