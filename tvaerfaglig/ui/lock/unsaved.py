"""When the last words found no place on the disk: between house and door all is hidden, and it is tried again."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.widgets import button, card, col, message, muted, row, scroller, title

_AGAIN_EVERY_MS = 3_000
_SIZE = (1280, 800)


class Unsaved(QWidget):
    """`again` now and then, and when she asks for it; `anyway` lets go of what could not be kept."""

    again = Signal()
    anyway = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Tværfaglig")
        self.bar = message("", "watch")
        self.retry = button("Prøv igen nu", "primary", "laas")
        self.let_go = button("Lås uden at gemme det sidste", "outlined")
        self.retry.clicked.connect(self.again)
        self.let_go.clicked.connect(self.anyway)
        middle = card(
            "",
            title("Skærmen er skjult, men ikke låst endnu"),
            self.bar,
            muted(
                "Tværfaglig prøver igen af sig selv og låser, så snart det sidste er gemt. "
                "Imens kan ingen se noget her."
            ),
            8,
            row(self.let_go, ..., self.retry),
        )
        middle.setMaximumWidth(620)
        self.setLayout(col(scroller(col(..., row(..., (middle, 4), ..., margins=(24, 40)), ...))))
        self.resize(*_SIZE)
        self._closes = False
        self._timer = QTimer(parent)
        self._timer.timeout.connect(self.again)

    def say(self, why: str) -> None:
        self.bar.say(why, "watch")
        if not self.isVisible():
            self._timer.start(_AGAIN_EVERY_MS)
            self.show()
            self.activateWindow()
            self.retry.setFocus()

    @Slot()
    def done(self) -> None:
        self._timer.stop()
        self._closes = True
        self.close()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window is no answer to whether the last words may go."""
        if not self._closes:
            event.ignore()
