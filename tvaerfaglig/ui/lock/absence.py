"""When the person goes: the screen is locked, the machine sleeps, another user takes over.

What each system tells: Linux over D-Bus, Windows by messages to the window. macOS tells Qt only that a
program is suspended, and nothing of its screen lock: there, as everywhere, a gap in time is taken for sleep,
and the idle lock stands. Nothing here fails where nothing is told.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_EVERY_MS = 5_000
_SLEPT_S = 60


class Absence(QObject):
    """`left` when the system says, or time shows, that nobody sits here any more."""

    left = Signal()

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looked = time.time()
        timer = QTimer(self)
        timer.timeout.connect(self._look_at_the_clock)
        timer.start(_EVERY_MS)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._on_state)
        self._signs = _signs_of_this_system(window, self)

    @Slot()
    def _look_at_the_clock(self) -> None:
        """A timer of five seconds that comes a minute late was asleep with the machine."""
        now = time.time()
        slept = now - self._looked > _SLEPT_S
        self._looked = now
        if slept:
            self.left.emit()

    @Slot(Qt.ApplicationState)
    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationSuspended:
            self.left.emit()


def _signs_of_this_system(
    window: QWidget, absence: Absence, platform: str = sys.platform
) -> QObject | None:
    if platform == "win32":
        from tvaerfaglig.ui.lock.windows_signs import WindowsSigns

        return WindowsSigns(window, absence.left.emit, absence)
    if platform.startswith("linux"):
        from tvaerfaglig.ui.lock.linux_signs import LinuxSigns

        return LinuxSigns(absence.left.emit, absence)
    return None
