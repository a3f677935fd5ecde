"""The first page of the day. Empty is a good state, and says so."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import AgreementState
from tvaerfaglig.services import emergencies, waiting
from tvaerfaglig.services.agreements import acts as agreed
from tvaerfaglig.services.copying import standing
from tvaerfaglig.services.copying.standing import CopyStanding
from tvaerfaglig.services.tovholder import holding
from tvaerfaglig.services.waiting import Overview, Waiting
from tvaerfaglig.ui.children import OpenChild
from tvaerfaglig.ui.copy_keeper import keeper_of
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.lock.door import greeting
from tvaerfaglig.ui.overview import cards, copies, put_off, today
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.widgets import Fold, announce, boxed, col, page_head, row, scroller

_FORMS = {"samtale_lovet": "samtale", "position": "position"}
"""What settles it is a form on the child's page."""


def _form_of(thing: Waiting) -> OpenChild:
    """A concern opens to be given its day; one with a day where its whole course stands."""
    if thing.kind in _FORMS:
        return OpenChild(thing.child, write=_FORMS[thing.kind])
    if thing.due is None:
        return OpenChild(thing.child, write="bekymring", record=thing.record)
    return OpenChild(thing.child, tab="forloeb")


class OverviewPlace(Place):
    """Asks again after every act; a thing done leaves the list, with *Fortryd* in the bar."""

    def __init__(self, desk: Desk) -> None:
        self._head = page_head("", "")
        super().__init__(desk, self._head)
        self._shown: Overview | None = None
        self._copies: CopyStanding | None = None
        self._coming = True
        self._new_from = 0
        self._most = cards.MOST_WAITING
        self._keeper = keeper_of(desk)
        desk.changed.connect(self._on_changed)
        self._keeper.ended.connect(self._on_copied)

    def open(self, argument: object = None) -> None:
        del argument
        self.desk.ask(standing.standing).then(self._take_copies, self)
        library = self.desk.library
        asked = self.desk.ask(
            waiting.overview,
            library.retention,
            library.ladder,
            library.konsultation,
            max(self._most, waiting.MOST),
        )
        asked.then(self._show, self)

    def on_fold(self, fold: Fold) -> None:
        del fold
        if self._shown:
            self._show(self._shown)

    def start(self) -> None:
        self.setFocus()

    def _on_changed(self, changes: Changes, origin: object) -> None:
        del changes, origin
        if self.isVisible():
            self.open()

    @Slot(object)
    def _on_copied(self, _how: object) -> None:
        """Also when nothing was written in the log: that a copy did not succeed is news here."""
        if self.isVisible():
            self.desk.ask(standing.standing).then(self._compare_copies, self)

    def _compare_copies(self, copies: CopyStanding) -> None:
        if copies != self._copies or self._coming:
            self.open()

    def _take_copies(self, copies: CopyStanding) -> None:
        self._copies = copies

    def _show(self, overview: Overview) -> None:
        now = self.desk.clock.now()
        day = danish.capital(
            danish.day_long(overview.today).rsplit(" ", 1)[0].replace(" den ", " ")
        )
        count = danish.count(overview.children, "barn", "børn")
        first = self._shown is None
        self._shown = overview
        self._head.say(f"{greeting(now)}, {self.desk.me.first_name}", f"{day} · {count}")
        self.setAccessibleDescription(f"{overview.many or 'Intet'} venter på dig")
        self.set_body(self._body(overview))
        self._go_on_at_the_new(overview)
        if first:
            announce(self, f"{self._head.said()} {self.accessibleDescription()}.")

    def _body(self, overview: Overview) -> QWidget:
        left = [
            self._copies_bar(),
            cards.unsaved(overview, self.desk),
            *today.cards(overview, self.desk),
            cards.waiting_card(overview, self.desk, self._act, self._most, self._show_more),
        ]
        right = [
            cards.quiet(overview, self.desk),
            put_off.asleep(overview, self.desk),
            cards.since(overview, self.desk),
            cards.ahead(overview, self.desk),
            copies.line(self._copies, self.desk) if self._copies else None,
        ]
        one_column = self.fold >= Fold.LIST
        made = col if one_column else row
        columns = made(
            (col(*left, ..., gap="apart"), 7),
            (col(*right, ..., gap="apart"), 4),
            gap="apart",
            margins=(24, 16),
        )
        return scroller(boxed(columns))

    def _show_more(self) -> None:
        """More of what waits; the keyboard goes on at the first that was not seen before."""
        if self._shown is None:
            return
        self._new_from = self._most
        self._most += cards.MORE_WAITING
        if len(self._shown.waiting) >= min(self._most, self._shown.many):
            self._show(self._shown)
        else:
            self.open()

    def _go_on_at_the_new(self, overview: Overview) -> None:
        at, self._new_from = self._new_from, 0
        if not 0 < at < len(overview.waiting):
            return
        first = cards.doing(overview.waiting[at])
        made = next(one for one in self.findChildren(QPushButton) if one.accessibleName() == first)
        made.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copies_bar(self) -> QWidget | None:
        if self._copies is None:
            return None
        self._coming = not self._keeper.has_looked
        return copies.bar(self._copies, self.desk, coming=self._coming)

    def _act(self, thing: Waiting) -> None:
        """The one small button of a thing: do it here, or go where it is done."""
        if thing.kind == "noedadgang":
            self.desk.ask(emergencies.mark_seen, thing.record).then(self._seen, self)
            return
        if thing.kind == "tovholder":
            self.desk.ask(holding.take_on, thing.record).then(self._taken_on, self)
            return
        if thing.kind == "ny_tovholder":
            self.desk.go(thing.place, OpenChild(thing.child, write="tovholder"))
            return
        if thing.kind == "set_igen" and thing.record:
            seen = OpenChild(thing.child, write="set_igen", record=thing.record)
            self.desk.go(thing.place, seen)
            return
        if thing.kind in _FORMS or thing.kind == "bekymring":
            self.desk.go(thing.place, _form_of(thing))
            return
        if thing.kind != "aftale":
            self.desk.go(thing.place, thing.argument)
            return
        self._settle(thing, AgreementState.GJORT)

    def _seen(self, changes: Changes) -> None:
        self.desk.announce(changes)
        self.desk.say("Set. Det står i barnets log, at du har set det.", "ok")

    def _taken_on(self, changes: Changes) -> None:
        self.desk.announce(changes)
        self.desk.say("Bekræftet. Det står på barnets side, at du er tovholder.", "ok")

    def _settle(self, thing: Waiting, status: AgreementState) -> None:
        self.desk.ask(agreed.settle, thing.record, status).then(
            partial(self._settled, thing, status), self
        )

    def _settled(self, thing: Waiting, status: AgreementState, changes: Changes) -> None:
        self.desk.announce(changes)
        if status is AgreementState.GJORT:
            undo = partial(self._settle, thing, AgreementState.AABEN)
            self.desk.say(f"Gjort: {thing.what}", "ok", undo)
