"""Over the list: the lines with an arrow that nobody has said yes or no to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tvaerfaglig.services.agreements.offered import Offer
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    col,
    empty_layout,
    frame,
    glyph,
    row,
    small,
    strong,
    text,
)

_MOST = 3


class OfferCard(QWidget):
    """`taken` and `refused` send the offer. Nothing is shown where there is none."""

    taken = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._place = col(gap=2, margins=(14, 8, 14, 8))
        self.setLayout(col(frame("well", self._place), gap=0))
        self.hide()

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        empty_layout(self._place)
        self.setVisible(bool(offers))
        if not offers:
            return
        self._place.addWidget(strong("Linjer med pil i dine notater"))
        for one in offers[:_MOST]:
            self._place.addWidget(self._line(one))
        if len(offers) > _MOST:
            self._place.addWidget(small(f"og {len(offers) - _MOST} til, når de første er set"))

    def _line(self, offer: Offer) -> QWidget:
        take = button("Gør til aftale", "small", "aftale", name=f"Gør til aftale: {offer.said}")
        take.clicked.connect(partial(self.taken.emit, offer))
        refuse = button("Ikke en aftale", "link", name=f"Ikke en aftale: {offer.said}")
        refuse.clicked.connect(partial(self.refused.emit, offer))
        words = boxed(col(text(offer.said), small(f"{offer.kind} om {offer.child_name}"), gap=0))
        return boxed(row(glyph("spoergsmaal", "accent", 18), (words, 1), take, refuse, gap=8))
