"""Words on the clipboard for a minute: it lies outside the vault, so what is ours is taken away again.

Some systems keep a history of the clipboard that no program can empty; the page that copies says so.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

MINUTE_MS = 60_000
OUTSIDE = (
    "Udklipsholderen ligger uden for boksen, og andre programmer kan læse den. Teksten fjernes igen efter et "
    "minut, hvis du ikke har kopieret andet. Har computeren udklipshistorik slået til, så ryd den selv."
)


class LentClipboard(QObject):
    """`lend` puts words there; they go after a minute, or when the program ends, if they still stand there."""

    def __init__(self, parent: QObject, *, for_ms: int = MINUTE_MS) -> None:
        super().__init__(parent)
        self._ours = ""
        self._until = QTimer(self)
        self._until.setSingleShot(True)
        self._until.setInterval(for_ms)
        self._until.timeout.connect(self.take_away)
        ending = QCoreApplication.instance()
        if ending is not None:
            ending.aboutToQuit.connect(self.take_away)

    def lend(self, words: str) -> None:
        """Another copy begins the minute anew."""
        QGuiApplication.clipboard().setText(words)
        self._ours = words
        self._until.start()

    @Slot()
    def take_away(self) -> None:
        """Only what is ours: somebody may have copied something else meanwhile."""
        self._until.stop()
        clipboard = QGuiApplication.clipboard()
        if self._ours and clipboard.text() == self._ours:
            clipboard.clear()
        self._ours = ""
