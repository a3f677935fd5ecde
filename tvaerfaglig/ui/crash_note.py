"""The window that says that something of ours broke: what it means for her, and where, for whoever mends it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QDialog, QLayout, QPlainTextEdit, QWidget

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import button, col, muted, row
from tvaerfaglig.ui.widgets.words import section

BROKE = (
    "Noget gik galt i Tværfaglig",
    (
        "Det var os og ikke dig. Det, du har skrevet, bliver gemt som ellers, og du kan arbejde videre. "
        "Sker det igen, så lås skærmen og lås op."
    ),
)
FELL = (
    "Tværfaglig lukkede uventet sidst",
    "Det var os og ikke dig. Det, du skrev, er gemt til det sidste sekund; lås op, så tilbydes det igen.",
)
_FOR_WHOM = (
    "Send det her til dem, der passer programmet. Der står ingen navne og ingen tekst i det."
)


class CrashNotes(QObject):
    """Each break is shown once, and one at a time: a page that breaks at every painting shall not fill the screen."""

    lock_asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shown: set[str] = set()
        self.window: CrashNote | None = None

    def heard(self, places: str) -> None:
        if places in self._shown or self.window is not None:
            return
        self._shown.add(places)
        self._open(CrashNote(QApplication.activeWindow(), *BROKE, places, lock="Lås skærmen"))

    def tell_of_fall(self, places: str, over: QWidget) -> None:
        """At the door, after the process fell over the last time."""
        self._open(CrashNote(over, *FELL, places))

    def _open(self, window: CrashNote) -> None:
        self.window = window
        window.finished.connect(self._on_finished)
        window.lock_asked.connect(self.lock_asked)
        window.open()

    @Slot()
    def _on_finished(self) -> None:
        if self.window is not None:
            self.window.deleteLater()
        self.window = None


class CrashNote(QDialog):
    """Places in the code stand to be read before they are sent; nothing is sent from here."""

    lock_asked = Signal()

    def __init__(
        self, parent: QWidget | None, heading: str, means: str, places: str, *, lock: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setProperty("ground", "surface")
        self.setModal(True)
        self.words = means
        self.places = QPlainTextEdit(places.replace(" < ", "\n"))
        self.places.setReadOnly(True)
        self.places.setAccessibleName("Steder i programmet")
        self.places.setMaximumHeight(look().theme.em(9))
        self.copy = button("Kopiér", "outlined")
        self.lock = button(lock, "outlined", "laas") if lock else None
        self.go_on = button("Arbejd videre" if lock else "Luk", "primary")
        self.copy.clicked.connect(self._on_copy)
        self.go_on.clicked.connect(self.accept)
        self.go_on.setDefault(True)
        if self.lock is not None:
            self.lock.clicked.connect(self._on_lock)
        buttons = row(self.copy, ..., self.lock, self.go_on, gap=4)
        layout = col(
            section(heading),
            muted(means),
            8,
            muted(_FOR_WHOM),
            self.places,
            8,
            buttons,
            margins=(24, 18, 22, 16),
        )
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(layout)
        self.setAccessibleDescription(means)
        self.setMinimumWidth(look().theme.em(36))

    def open(self) -> None:
        self.resize(self.minimumWidth(), self.sizeHint().height())
        super().open()
        self.go_on.setFocus()

    @Slot()
    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.places.toPlainText())

    @Slot()
    def _on_lock(self) -> None:
        self.accept()
        self.lock_asked.emit()
