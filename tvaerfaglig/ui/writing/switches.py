"""Which help one wants while writing: chosen once, remembered on this computer for each person."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.theme import Settings

SPELLING, QUESTIONS, QUIET = "spelling", "questions", "quiet"


class Switches(QObject):
    """`turned` sends which help went on or off. All is on until somebody turns it off, but for the quiet questions."""

    turned = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._who = desk.my_id
        self._settings: Settings | None = None
        self._chosen: dict[str, bool] = {}

    def remember_in(self, settings: Settings) -> None:
        """Where choices are kept from day to day; without it they last as long as the desk."""
        self._settings = settings
        for help_ in (SPELLING, QUESTIONS, QUIET):
            kept = settings.value(self._key(help_))
            if kept is not None:
                self._chosen[help_] = str(kept) == "til"

    def is_on(self, help_: str) -> bool:
        return self._chosen.get(help_, help_ != QUIET)

    def turn(self, help_: str, *, on: bool) -> None:
        if self.is_on(help_) == on:
            return
        self._chosen[help_] = on
        if self._settings is not None:
            self._settings.setValue(self._key(help_), "til" if on else "fra")
        self.turned.emit(help_)

    def _key(self, help_: str) -> str:
        return f"writing/{help_}/{self._who}"


def switches_of(desk: Desk) -> Switches:
    """The desk's one set of switches, made when it is first asked for."""
    found = desk.findChild(Switches)
    return found if isinstance(found, Switches) else Switches(desk)
