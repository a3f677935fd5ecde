"""One's own skabelon out of another: its name, and then it is among them."""

from __future__ import annotations

from PySide6.QtCore import Slot

from tvaerfaglig.services.packs import changing
from tvaerfaglig.services.packs.shelf import OnShelf
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.widgets import button, card, field, line_edit, page_foot

NEXT = "Kopien er den samme, indtil I retter den: her, eller som fil i et tekstprogram."


class OwnPage(DeepPage):
    """Enter in the field makes it."""

    def __init__(self, desk: Desk, one: OnShelf) -> None:
        super().__init__(desk, "Jeres egen skabelon", f"Ud fra »{one.name}«.", "Skabeloner")
        self._ref = one.ref
        self.name = line_edit(most=80)
        self._field = field("Hvad skal den hedde?", self.name, NEXT)
        self.make = button("Lav den", "primary")
        self.name.returnPressed.connect(self._on_make)
        self.make.clicked.connect(self._on_make)
        self.show_cards(card("Navn", self._field))
        self.add_foot(page_foot(None, self.make))

    def start(self) -> None:
        self.name.setFocus()

    @Slot()
    def _on_make(self) -> None:
        name = self.name.text().strip()
        if not name:
            self._field.ask("Skriv fx kommunens navn.")
            self.name.setFocus()
            return
        self.desk.ask(changing.make_own, self._ref, name).then(
            self._on_made, self, failed=self.refuse
        )

    def _on_made(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.desk.say(f"»{self.name.text().strip()}« står blandt skabelonerne.")
        self.done.emit()
