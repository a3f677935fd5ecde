"""What the desktop asks for: dark, more contrast, less motion; and when it changes its mind."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

UNSEEN = ("offscreen", "minimal")


class System(QObject):
    """The desktop's wishes, asked anew each time."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._hints = app.styleHints()
        # Held on to: asked for a second time, PySide6 hands out a wrapper of what it let go.
        self._wishes = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self.changed)
        self._wishes.contrastPreferenceChanged.connect(self.changed)

    def wants_dark(self) -> bool:
        return self._hints.colorScheme() == Qt.ColorScheme.Dark

    def wants_contrast(self) -> bool:
        return self._wishes.contrastPreference() == Qt.ContrastPreference.HighContrast

    def wants_stillness(self) -> bool:
        """Less motion is asked for, or nobody is looking at all."""
        still = self._wishes.motionPreference() == Qt.MotionPreference.ReducedMotion
        return still or QGuiApplication.platformName() in UNSEEN
