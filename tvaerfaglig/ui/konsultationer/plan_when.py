"""Of a new meeting: the day, from when to when, and where."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.ui.konsultationer.plan_about import Missing
from tvaerfaglig.ui.widgets import ClockField, DayField, card, col, field, line_edit, row


class When(QWidget):
    """`changed` sends what is another in the note now. A day that is no day is asked about when it is saved."""

    changed = Signal(object)

    def __init__(self, note: Konsultation, today: Callable[[], date]) -> None:
        super().__init__()
        self.day = DayField(today, note.day, ahead=True)
        self.at, self.until = ClockField(note.at), ClockField(note.until)
        self.place = line_edit(note.place, most=80)
        self._days = field("Dag", self.day)
        times = row((field("Fra", self.at), 1), (field("Til", self.until), 1), gap="apart")
        where = field("Sted", self.place, optional=True)
        self.setLayout(col(card("Hvornår og hvor", self._days, times, where), gap=0))
        self.day.changed.connect(self._on_day)
        self.at.changed.connect(self._on_at)
        self.until.changed.connect(self._on_until)
        self.place.textEdited.connect(self._on_place)

    def missing(self) -> Missing | None:
        return None if self.day.value() else Missing(self._days, "Hvilken dag?", self.day)

    @Slot(object)
    def _on_day(self, on: date | None) -> None:
        if on is not None:
            self._days.ask("")
            self.changed.emit({"day": on})

    @Slot(object)
    def _on_at(self, at: time | None) -> None:
        self.changed.emit({"at": at})

    @Slot(object)
    def _on_until(self, at: time | None) -> None:
        self.changed.emit({"until": at})

    @Slot(str)
    def _on_place(self, words: str) -> None:
        self.changed.emit({"place": words.strip()})
