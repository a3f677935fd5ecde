"""Says to a screen reader that there is something new to answer: politely, once, and never while one types."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.widgets import announce

ANNOUNCE_MS = 3000


class Spoken(QObject):
    """What was said once is not said again while one stays; what went before its turn is not said at all."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._told: set[str] = set()
        self._new: dict[str, str] = {}
        self._where = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(ANNOUNCE_MS)
        self._pause.timeout.connect(self._on_pause)

    def hear(self, asked: Mapping[str, str], where: str) -> None:
        """What stands there now, as (place, words); `where` is the section one is in."""
        if where != self._where:
            self._where, self._told = where, set()
        self._new = {place: words for place, words in asked.items() if place not in self._told}
        if self._new:
            self._pause.start()
        else:
            self._pause.stop()

    def hush(self) -> None:
        """Somebody is typing."""
        if self._pause.isActive():
            self._pause.start()

    @Slot()
    def _on_pause(self) -> None:
        new, self._new = self._new, {}
        self._told |= set(new)
        if new and self._widget.isVisible():
            announce(self._widget, _words(list(new.values())))


def _words(new: list[str]) -> str:
    if len(new) == 1:
        return f"Spørgsmål. {new[0]}"
    return f"{len(new)} spørgsmål til afsnittet. F8 går til det næste."
