"""Whether anybody still sits here: keys and mouse, the screen lock, sleep; and a sign of life to other computers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
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
        self._app.installEventFilter(self)
        QTimer.singleShot(0, self, self._listen)

    def end(self) -> None:
        self._kept = False
        self._app.removeEventFilter(self)

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
        if event.type() in _SIGNS_OF_LIFE:
            self._last_life = self._clock.now()
            if isinstance(event, QKeyEvent):
                return self.hears(event)
        return super().eventFilter(watched, event)
