"""Long work that says how far it is and can be stopped: a bar in the page, with »Afbryd«."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.services.errors import Stopped
from tvaerfaglig.ui.widgets import MessageBar, message


class Stoppable(QObject):
    """`step` is handed to a service and called on its thread; the bar follows on the window's."""

    _moved = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.bar: MessageBar = message("", "info")
        self.bar.hide()
        self.bar.pressed.connect(self._on_stop)
        self._moved.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._words, self._of, self._stop, self._runs = "", 0, False, False

    def start(self, words: str, of: int = 0) -> None:
        """Something is under way; `of` is how many rows there are, where that is known."""
        self._words, self._of, self._stop, self._runs = words, of, False, True
        self.bar.say(words, "info", link="Afbryd")

    def end(self) -> None:
        self._runs = False
        self.bar.hide()

    def step(self, done: int) -> None:
        """Called by the service now and then."""
        if self._stop:
            raise Stopped("Du afbrød. Intet er hentet ind.")
        self._moved.emit(done)

    @Slot()
    def _on_stop(self) -> None:
        self._stop = True
        if self._runs:
            self.bar.say("Stopper …", "info")

    @Slot(int)
    def _show(self, done: int) -> None:
        if not self._runs or self._stop or not done:
            return
        rows = danish.count(done, "række", "rækker")
        of = f" af {danish.in_words(self._of)}" if self._of else ""
        self.bar.follow(f"{self._words} {rows}{of}")
