"""Between long work on another thread and the window: tells how far it is, and carries the stop the other way."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QObject, Signal, Slot

from tvaerfaglig.domain.progress import Stopped
from tvaerfaglig.ui.widgets import ProgressLine

_OFTEN = 0.04  # seconds between two words to the window


class Progressing(QObject):
    """Hand `tell` to the service; connect `moved` to a `ProgressLine`, and its stop to `stop`."""

    moved = Signal(float, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = threading.Event()
        self._told, self._doing = 0.0, ""

    def tell(self, part: float, doing: str) -> None:
        """Called by the work, on its own thread. Raises Stopped where someone said stop."""
        if self._stopped.is_set():
            raise Stopped
        now = time.monotonic()
        if doing != self._doing or now - self._told >= _OFTEN:
            self._told, self._doing = now, doing
            self.moved.emit(part, doing)

    def shown_in(self, line: ProgressLine, words: str) -> Progressing:
        """Show it there from now on; its stop is ours."""
        self.moved.connect(line.move)
        line.stop_pressed.connect(self.stop)
        line.begin(words)
        return self

    def over(self) -> None:
        """The work is done, one way or another."""
        self.deleteLater()

    @Slot()
    def stop(self) -> None:
        self._stopped.set()
