"""Whether anybody still sits here: keys and mouse, the screen lock, sleep; and a sign of life to other computers.

Keys and mouse come to each window before they come to anything in it, so the windows are listened to, and what
has the keyboard. To listen to the whole application hands Python every event there is: a quarter of the time
that it takes to open a place.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from tvaerfaglig.services.clock import Clock

_LOOKS_EVERY_MS = 5_000
_BEATS_EVERY_MS = 60_000
_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class Watch(QObject):
    """`left` when nobody sits here any more, `beat` once a minute while somebody does."""

    left = Signal()
    beat = Signal()

    def __init__(self, app: QApplication, clock: Clock, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self.idle_minutes = 5
        self.hears: Callable[[QKeyEvent], bool] = lambda _: False
        self._app, self._clock, self._window = app, clock, window
        self._last_life = clock.now()
        self._kept = False

    def begin(self) -> None:
        """From now on the vault is open, and this process ends when nobody sits here."""
        self._last_life = self._clock.now()
        self._kept = True
        for look, often in (
            (self.look_for_life, _LOOKS_EVERY_MS),
            (self.beat.emit, _BEATS_EVERY_MS),
        ):
            timer = QTimer(self)
            timer.timeout.connect(look)
            timer.start(often)
        for window in self._app.topLevelWindows():
            self._hear(window)
        self._app.focusWindowChanged.connect(self._hear)
        self._app.focusChanged.connect(self._follow)
        QTimer.singleShot(0, self, self._listen)

    def end(self) -> None:
        self._kept = False

    @Slot(QWindow)
    def _hear(self, window: QWindow | None) -> None:
        if window is not None and self._kept:
            window.installEventFilter(self)

    @Slot(QWidget, QWidget)
    def _follow(self, left: QWidget | None, to: QWidget | None) -> None:
        if left is not None:
            left.removeEventFilter(self)
        if to is not None and self._kept:
            to.installEventFilter(self)

    @Slot()
    def _listen(self) -> None:
        """After the first page has been shown: nobody waits for a bus to answer."""
        from tvaerfaglig.ui.lock.absence import Absence

        if self._kept:
            Absence(self._window, self).left.connect(self.left, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def look_for_life(self) -> None:
        """Whether it has been still for too long."""
        still = (self._clock.now() - self._last_life).total_seconds()
        if still >= self.idle_minutes * 60:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._kept and event.type() in _SIGNS_OF_LIFE:
            self._last_life = self._clock.now()
            if isinstance(event, QKeyEvent):
                return self.hears(event)
        return super().eventFilter(watched, event)
