"""Gem som kalender: a file without a child's name, saved where the person says, and noted."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.saving import NotSaved, save_file
from tvaerfaglig.services.visiting import calendar_file
from tvaerfaglig.services.visiting.calendar_file import TakenCalendar
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets.files import ask_where_to_save

AHEAD, BACK = timedelta(days=731), timedelta(days=31)
_KIND = "Kalender (*.ics)"


class CalendarStep(QObject):
    """Names no child, so any folder will do."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def ask(self) -> None:
        day = self._desk.clock.now().date().isoformat()
        ask_where_to_save(
            self._page, "Gem besøgene som kalender", f"Besøg {day}.ics", _KIND, self.save_to
        )

    def save_to(self, path: Path) -> None:
        if path.suffix.casefold() != ".ics":
            path = path.with_name(f"{path.name}.ics")
        today = self._desk.clock.now().date()
        asked = self._desk.ask(
            calendar_file.take_out,
            today - BACK,
            today + AHEAD,
            only_mine=self._desk.me.role.visits,
        )
        asked.then(partial(self._write, path), self)

    def _write(self, path: Path, taken: TakenCalendar) -> None:
        try:
            save_file(path, taken.content)
        except NotSaved as error:
            self._desk.explain(error)
            return
        noted = self._desk.ask(calendar_file.note_taken, taken)
        noted.then(partial(self._noted, taken), self)

    def _noted(self, taken: TakenCalendar, changes: Changes) -> None:
        self._desk.announce(changes, self)
        many = danish.count(taken.visits, "besøg", "besøg")
        self._desk.say(f"Gemt: {many}. Filen nævner huset og ordet besøg, aldrig et barn.", "ok")
