"""A line with an arrow on its way to be an agreement: what was read out of it, to be put right and said yes to."""

from __future__ import annotations

from PySide6.QtCore import Slot

from tvaerfaglig.services.agreements import offered
from tvaerfaglig.services.agreements.offered import Offer
from tvaerfaglig.services.agreements.reading import Choices
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.agreements.sheets import WriteSheet


class OfferSheet(WriteSheet):
    """As any agreement; the note that the line stands in is its source."""

    def __init__(self, desk: Desk, offer: Offer, choices: Choices) -> None:
        self._offer = offer
        told = f"Fra din {offer.kind} om {offer.child_name}: »{offer.said}«. Ret det, der er læst forkert."
        super().__init__(desk, offer.made, choices, told=told)

    @Slot()
    def do(self) -> None:
        offer, made = self._offer, self.made()
        asked = self.desk.ask(offered.take, offer.source, offer.id, made)
        asked.then(self._on_saved, self, failed=self.ask)
