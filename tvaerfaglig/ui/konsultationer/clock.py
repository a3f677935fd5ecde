"""A calm clock for the rounds of a meeting: it can be paused, goes over without alarm, and counts what was used."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

TICK_MS = 500


class MeetingClock(QObject):
    """One round at a time. It outlives the part that shows it, which is built anew when the note is read again."""

    ticked = Signal()

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._now = now
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.ticked)
        self.reset()

    @Slot()
    def reset(self) -> None:
        """As before the meeting."""
        self._timer.stop()
        self.round = ""
        self._since: float | None = None
        self._gone = 0.0

    @property
    def is_running(self) -> bool:
        return self._since is not None

    def seconds(self) -> float:
        """Used of this round, without pauses."""
        running = self._now() - self._since if self._since is not None else 0.0
        return self._gone + running

    def minutes(self) -> int:
        """In whole minutes, at least one where anything was used."""
        used = self.seconds()
        return max(1, round(used / 60)) if used >= 1 else 0

    def start(self, this_round: str) -> None:
        """Begin a round, or go on with the one that was paused."""
        if self.round != this_round:
            self.round, self._gone = this_round, 0.0
        self._since = self._now()
        self._timer.start()
        self.ticked.emit()

    def pause(self) -> None:
        self._gone, self._since = self.seconds(), None
        self._timer.stop()
        self.ticked.emit()
