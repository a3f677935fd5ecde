"""A pack from a file before anybody has said yes: who made it, and what it would change."""

from __future__ import annotations

from PySide6.QtCore import Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.services.packs import changing
from tvaerfaglig.services.packs.changing import Offered
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.settings.templates.differing import side_by_side
from tvaerfaglig.ui.widgets import button, card, message, page_foot, small, text

KNOWN = "Den her er allerede, ord for ord."


class OfferedPage(DeepPage):
    """Only the buttons in the foot keep anything; ‹ leaves everything as it was."""

    def __init__(self, desk: Desk, offered: Offered) -> None:
        pack = offered.pack
        super().__init__(desk, pack.name, "Se, hvad der ændrer sig, før du siger ja.", "Skabeloner")
        self._offered = offered
        self.keep = button("Gem den", "outlined")
        self.use = button("Gem, og tag i brug", "primary")
        self.keep.clicked.connect(self._on_keep)
        self.use.clicked.connect(self._on_use)
        facts = f"Udgave {pack.edition} · kontrolleret {danish.day(pack.checked_on)} af {pack.checked_by}"
        source = small(f"Bygger på {pack.source}") if pack.source else None
        self.show_cards(
            message(KNOWN, "info") if offered.known else None,
            card("Om den", text(pack.about or "Uden beskrivelse."), small(facts), source),
            side_by_side(offered.changes, "I brug nu", pack.name),
        )
        self.add_foot(page_foot(None, self.keep, self.use))

    def start(self) -> None:
        self.keep.setFocus()

    @Slot()
    def _on_keep(self) -> None:
        self.desk.ask(changing.take_in, self._offered).then(self._on_kept, self)

    def _on_kept(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.desk.say(f"»{self._offered.pack.name}« står blandt skabelonerne.")
        self.done.emit()

    @Slot()
    def _on_use(self) -> None:
        self.desk.ask(changing.take_in, self._offered).then(self._on_taken_in, self)

    def _on_taken_in(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.desk.ask(changing.choose, saved.id).then(self._on_used, self)

    def _on_used(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.desk.say(f"Nye underretninger begynder med »{self._offered.pack.name}«.")
        self.done.emit()
