"""Wherever a note is saved: a line that began with an arrow is offered as an agreement, on the page one stands on.

The sheet is loaded when somebody says yes: most days begin without an arrow.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Slot

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.agreements import offered
from tvaerfaglig.services.agreements import reading as agreements
from tvaerfaglig.services.agreements.offered import Offer
from tvaerfaglig.services.agreements.reading import Choices
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.shell.shell import Shell

_STAYS_MS = 2_000


class ArrowOffers(QObject):
    """Asks after each note that is saved here; nothing becomes an agreement before somebody has said yes."""

    def __init__(self, desk: Desk, shell: Shell) -> None:
        super().__init__(shell)
        self._desk, self._shell = desk, shell
        self._offers: tuple[Offer, ...] = ()
        self._shown = QElapsedTimer()
        self._shown.start()
        desk.changed.connect(self._on_changed)
        shell.offer.pressed.connect(self._take)
        shell.offer.closed.connect(self._on_laid_away)

    def forget(self) -> None:
        """One went on to something else; the line is still offered under *Aftaler*."""
        if self._shown.hasExpired(_STAYS_MS):
            self._on_laid_away()

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _origin: object) -> None:
        written = {one.record for one in changes.touched if one.kind in offered.KINDS}
        if written:
            self._desk.ask(offered.offers, sorted(written)).then(self._show, self)

    def _show(self, offers: tuple[Offer, ...]) -> None:
        self._offers = offers
        if not offers:
            self._shell.untell_offer()
            return
        self._shown.restart()
        first, more = offers[0], len(offers) - 1
        also = f" Og {more} til." if more else ""
        self._shell.tell_offer(f"»{first.said}« ligner en aftale.{also}", "Gør til aftale")

    @Slot()
    def _take(self) -> None:
        if self._offers:
            first = self._offers[0]
            self._desk.ask(agreements.choices, first.child).then(partial(self._open, first), self)

    def _open(self, offer: Offer, choices: Choices) -> None:
        from tvaerfaglig.ui.konsultationer.agreements.offer_sheet import OfferSheet

        made = OfferSheet(self._desk, offer, choices)
        made.closed.connect(self._shell.sheet.close_sheet)
        made.done.connect(self._on_done)
        self._shell.open_sheet(made, em=36, name="Aftalen")
        made.start()

    @Slot(str, str)
    def _on_done(self, _key: str, words: str) -> None:
        """The next line of the same note, if there is one."""
        self._desk.say(words)
        self._show(self._offers[1:])

    @Slot()
    def _on_laid_away(self) -> None:
        self._offers = ()
        self._shell.untell_offer()
