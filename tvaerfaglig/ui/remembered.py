"""Small choices of how one likes to see things: kept for each person on this computer, never in the vault."""

from __future__ import annotations

from PySide6.QtCore import QObject

from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.theme import Settings


class Remembered(QObject):
    """Words under a key; without settings they last as long as the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._who = desk.my_id
        self._settings: Settings | None = None
        self._kept: dict[str, str] = {}

    def keep_in(self, settings: Settings) -> None:
        self._settings = settings

    def keep(self, key: str, words: str) -> None:
        self._kept[key] = words
        if self._settings is not None:
            self._settings.setValue(self._key(key), words)

    def kept(self, key: str) -> str:
        """Empty when nothing was chosen yet."""
        if key not in self._kept and self._settings is not None:
            self._kept[key] = str(self._settings.value(self._key(key)) or "")
        return self._kept.get(key, "")

    def _key(self, key: str) -> str:
        return f"remembered/{key}/{self._who}"


def remembered_of(desk: Desk) -> Remembered:
    """The desk's one memory, made when it is first asked for."""
    found = desk.findChild(Remembered)
    return found if isinstance(found, Remembered) else Remembered(desk)
