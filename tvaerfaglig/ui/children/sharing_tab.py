"""Deling og samtykke: what the parents agreed to, with whom the child is shared; both can be withdrawn at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.consent.standing import in_brief
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.protection import Basis, Sharing
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services import emergencies, recording
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.children.one_child import ChildPage
from tvaerfaglig.services.emergencies import Told
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.children.consent_register import ConsentRegister
from tvaerfaglig.ui.children.told import dotted
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    card,
    chip,
    col,
    empty_layout,
    guidance,
    hairline,
    scroller,
    small,
    spread,
    strong,
    text,
)
from tvaerfaglig.ui.widgets.layout import Item

WHO_SEES = (
    "De, der arbejder fast i huset, ser barnet i forvejen. Socialrådgiver, sundhedsplejerske og psykolog "
    "ser kun børn, der er delt med dem, på et grundlag og til en dag."
)


class SharingTab(QWidget):
    """`write` asks the page for "samtykke" or "deling" and a record; `viewing` for a paper to be shown.

    While the guard hides the parents the whole part about consent is gone.
    """

    write = Signal(str, str)
    viewing = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._page: ChildPage | None = None
        self.consents = ConsentRegister(desk)
        self.consents.write.connect(self.write)
        self.consents.viewing.connect(self.viewing)
        self._rest = col(gap="apart")
        inside = col(self.consents, boxed(self._rest), ..., gap="apart")
        inside.setContentsMargins(24, 16, 24, 24)
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.addWidget(scroller(boxed(inside)))

    def show_child(self, page: ChildPage) -> None:
        self._page = page
        self.consents.show_child(page)
        empty_layout(self._rest)
        self._opened_in_need = col(gap="apart")
        self._rest.addWidget(self._sharings(page))
        self._rest.addWidget(boxed(self._opened_in_need))
        ask = self.desk.ask(emergencies.of_child, page.stored.id)
        ask.then(partial(self._show_in_need, page), self)

    def _show_in_need(self, page: ChildPage, told: tuple[Told, ...]) -> None:
        """Who opened the child in need, and why; the leader can shut her again."""
        if page is not self._page or not told:
            return
        empty_layout(self._opened_in_need)
        items: list[Item] = []
        for n, one in enumerate(told):
            items += [hairline()] if n else []
            items.append(self._in_need(page, one))
        self._opened_in_need.addWidget(card("Åbnet i nødadgang", *items))

    def _in_need(self, page: ChildPage, one: Told) -> QWidget:
        holds = one.until >= page.today and not one.closed
        shut = button("Luk igen", "small", name=f"Luk nødadgangen for {one.who}")
        shut.clicked.connect(partial(self._shut, one))
        may = Action.SEE_LOG in page.may and holds
        at = f"{danish.day(one.at.date())} kl. {danish.clock(one.at.time())}"
        until = f"til og med {danish.day(one.until)}"
        return boxed(
            col(
                spread(strong(one.who), chip("Gælder", "ur") if holds else chip("Lukket"), shut if may else None),
                text(one.reason),
                small(dotted(danish.capital(at), until)),
                gap="tight",
            )
        )  # fmt: skip

    def _shut(self, one: Told) -> None:
        ask = self.desk.ask(emergencies.mark_seen, one.id, close=True)
        ask.then(partial(self._is_shut, one), self)

    def _is_shut(self, one: Told, changes: Changes) -> None:
        self.desk.announce(changes)
        self.desk.say(f"{one.who} kan ikke længere se {self._first_name()}.", "ok")

    def _sharings(self, page: ChildPage) -> QWidget:
        may = Action.SHARE in page.may
        new = button(f"Del {page.child.first_name}", "small", "plus")
        new.clicked.connect(partial(self.write.emit, "deling", ""))
        items: list[Item] = [guidance(WHO_SEES)]
        for n, stored in enumerate(page.sharings):
            items += [hairline()] if n else []
            items.append(self._sharing(page, stored, may=may))
        if not page.sharings:
            items.append(small(f"{page.child.first_name} er ikke delt med nogen."))
        return card("Delt med", *items, action=new if may else None)

    def _sharing(self, page: ChildPage, stored: Stored[Sharing], *, may: bool) -> QWidget:
        shared, names = stored.record, page.names
        who = names.of_staff(shared.staff)
        away = button("Træk tilbage", "small", name=f"Træk tilbage: delingen med {who}")
        away.clicked.connect(partial(self._withdraw_sharing, stored.id, who))
        until = f"til og med {danish.day(shared.until)}" if shared.until else "uden slutdag"
        return boxed(
            col(
                spread(
                    strong(who),
                    _status(shared.withdrawn_on is not None, shared.holds_on(page.today)),
                    away if may and shared.withdrawn_on is None else None,
                ),
                text(_rests_on(page, shared)),
                small(f"Fra {danish.day(shared.from_day)} {until} · delt af {names.of_staff(shared.by)}"),
                gap="tight",
            )
        )  # fmt: skip

    def _withdraw_sharing(self, sharing: str, who: str) -> None:
        self._do(
            partial(protecting.withdraw_sharing, sharing_id=sharing),
            f"{who} kan ikke længere se {self._first_name()}.",
        )

    def _first_name(self) -> str:
        return self._page.child.first_name if self._page else ""

    def _do(self, act: Callable[[Session], Changes], words: str) -> None:
        self.desk.ask(act).then(partial(self._done, words), self)

    def _done(self, words: str, changes: Changes) -> None:
        self.desk.announce(changes)
        ids = tuple(one.record for one in changes.touched)
        self.desk.say(words, "ok", partial(_undo, self.desk, ids))


def _rests_on(page: ChildPage, shared: Sharing) -> str:
    """The basis, and which consent; while the parents are hidden nothing is said of consent."""
    if shared.basis is not Basis.SAMTYKKE:
        return dotted(danish.capital(shared.basis.word), shared.basis_text)
    if page.hides_parents:
        return shared.basis_text
    given = [one.record for one in page.samtykker if one.id == shared.samtykke]
    which = in_brief(given[0], page.child) if given and not shared.basis_text else ""
    return dotted(danish.capital(shared.basis.word), shared.basis_text, which)


def _status(withdrawn: bool, holds: bool) -> QWidget:
    if withdrawn:
        return chip("Trukket tilbage")
    return chip("Gælder", "flueben", "ok") if holds else chip("Gælder ikke i dag", "ur")


def _undo(desk: Desk, records: tuple[str, ...]) -> None:
    desk.ask(_take_back, records).then(desk.announce, desk)


def _take_back(session: Session, records: tuple[str, ...]) -> Changes:
    """The withdrawal, and what was closed with it."""
    changes = Changes()
    for record in records:
        changes += recording.take_back(session, record)
    return changes
