"""A day that somebody chose and on which the house is closed: asked about in the flow, and never refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Slot

from tvaerfaglig.ui.desk import Asked
from tvaerfaglig.ui.widgets import DayField, Field

Ask = Callable[[date], Asked[str]]


class ClosedDay(QObject):
    """Puts the question by the field as soon as the day is there. Who saves before that has it put first."""

    def __init__(self, place: Field, editor: DayField, ask: Ask) -> None:
        super().__init__(place)
        self._place, self._editor, self._ask = place, editor, ask
        self._seen: date | None = None
        self._question = ""
        editor.changed.connect(self._on_changed)
        editor.asked.connect(self._on_asked)

    def then(self, save: Callable[[], None]) -> None:
        """Save, unless there is a question about this day that nobody has read yet."""
        day = self._editor.value()
        if day is None or day == self._seen:
            save()
        else:
            self._look_up(day, save)

    def _look_up(self, day: date, save: Callable[[], None] | None) -> None:
        refused = partial(self._on_refused, save)
        self._ask(day).then(partial(self._show, day, save), self, failed=refused)

    def _show(self, day: date, save: Callable[[], None] | None, question: str) -> None:
        if day != self._editor.value():
            return
        self._seen, self._question = day, question
        self._place.ask(question)
        if save is not None and not question:
            save()

    def _on_refused(self, save: Callable[[], None] | None, _error: BaseException) -> None:
        """Saving says itself what is in the way."""
        if save is not None:
            save()

    @Slot(object)
    def _on_changed(self, day: object) -> None:
        if isinstance(day, date):
            self._look_up(day, None)

    @Slot(str)
    def _on_asked(self, words: str) -> None:
        """The field was left as it stood: the question stands as well."""
        if not words and self._question and self._editor.value() == self._seen:
            self._place.ask(self._question)
