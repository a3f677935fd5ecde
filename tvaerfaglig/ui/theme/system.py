"""What the desktop asks for: dark, more contrast; and when it changes its mind."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication


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
