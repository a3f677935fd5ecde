"""A CPR number that stands masked until someone asks to see it; that is noted, and it goes again."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.services.children import card
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import announce, button, one, row, small

SEEN_MS = 60_000


class CprLine(QWidget):
    """The number in a line of its own, with *Vis*; a `quiet` one only stands there while it is shown."""

    def __init__(self, desk: Desk, child_id: str, masked: str, *, quiet: bool = False) -> None:
        super().__init__()
        self._desk, self._child, self._masked = desk, child_id, masked
        self._quiet = quiet
        self.number = one(masked)
        if quiet:
            self.number.hide()
        self.show_it = button("Vis", "small", name="Vis CPR-nummeret")
        self._note = small("Det bliver skrevet i loggen.")
        self._hide = QTimer(self)
        self._hide.setSingleShot(True)
        self._hide.setInterval(SEEN_MS)
        self._hide.timeout.connect(self.hide_it)
        self.show_it.clicked.connect(self._on_show)
        self.setLayout(row(self.number, self.show_it, (self._note, 1)))

    @Slot()
    def hide_it(self) -> None:
        """Back to what everyone may see."""
        self.number.say(self._masked)
        self.number.setHidden(self._quiet)
        self.show_it.say("Vis")

    @Slot()
    def _on_show(self) -> None:
        if self.number.text() != self._masked:
            self.hide_it()
            return
        self._desk.ask(card.reveal_cpr, self._child).then(self._reveal, self)

    def _reveal(self, number: str) -> None:
        self.number.say(f"{number[:6]}-{number[-4:]}")
        self.number.show()
        self.show_it.say("Skjul")
        self._hide.start()
        announce(self, "CPR-nummeret vises i et minut")
