"""Overblik: what the effort is, who has it, and the next day."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from tvaerfaglig.domain import danish
from tvaerfaglig.services import names
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.services.names import Names
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser.rooms import EffortRoom
from tvaerfaglig.ui.indsatser.wording import when
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.widgets import (
    Words,
    card,
    col,
    empty_layout,
    scroller,
    small,
    text,
)

WIDEST_EM = 60


class OverviewRoom(EffortRoom):
    """Cards, from what it is to what is next."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        inner = col(self._cards, ..., margins=(24, 16))
        self._scroll = scroller(col(at_most(WIDEST_EM, inner), ..., gap=0))
        self.take(col(self._scroll, gap=0))

    def refresh(self) -> None:
        self.desk.ask(names.names).then(self._show, self)

    def start(self) -> None:
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, named: Names) -> None:
        if self.page is None:
            return
        empty_layout(self._cards)
        self._cards.addWidget(card("Det går ud på", text(self.page.kind.purpose)))
        self._cards.addWidget(card("De har indsatsen", *_seats(self.page, named)))
        today = self.desk.clock.now().date()
        said = when(self.page.next_day(today), today) or "Ingen dag planlagt."
        self._cards.addWidget(card("Næste gang", text(said)))


def _seats(page: EffortPage, named: Names) -> list[Words]:
    lines: list[Words] = []
    for seat in page.kind.seats:
        here = [named.of_staff(one.staff) for one in page.effort.seated if one.seat == seat.id]
        if here:
            lines += [text(f"{seat.name}: {danish.join_and(here)}"), small(seat.meaning)]
    return lines or [text("Ingen endnu.")]
