"""Hvem kommer hvor: every attachment with its rhythm, and the way to a year of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.visiting.closed_words import say_closed
from tvaerfaglig.services.visiting import attachments
from tvaerfaglig.services.visiting.attachments import AttachmentRow, Round
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.visiting.view import View
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    card,
    col,
    empty,
    empty_layout,
    row,
    scroller,
    small,
    text,
)

WIDEST_EM = 60


class RhythmsView(View):
    """One card for each colleague at each house; those that ended stand last."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading, self.line = "Hvem kommer hvor", "Fast dag, hus og tid for dem, der kommer."
        self.add_button = button("Tilknyt en kollega", "primary", "plus")
        self.add_button.clicked.connect(partial(self.go, "rytme"))
        self.deeds = (self.add_button,)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        inner = col(self._cards, ..., margins=(24, 16))
        self.take(col(scroller(col(at_most(WIDEST_EM, inner), ..., gap=0)), gap=0))
        self._first: QWidget | None = None

    def refresh(self) -> None:
        self.desk.ask(attachments.attachments).then(self._show, self)

    def start(self) -> None:
        (self._first or self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, around: Round) -> None:
        self.add_button.setVisible(around.may_add)
        empty_layout(self._cards)
        self._first = None
        for one in around.rows:
            self._cards.addWidget(self._card(one, around))
        if not around.rows:
            words = (
                "Den, der kommer fast, står her med sin dag. Så kan et år planlægges på én gang."
            )
            self._cards.addWidget(empty("person", "Ingen er tilknyttet endnu.", words))
        self.headed.emit()
        if self.isVisible():
            self.start()

    def _card(self, one: AttachmentRow, around: Round) -> QWidget:
        made = one.stored.record
        closed = around.closed[made.house]
        said = say_closed(closed.weeks, closed.days)
        until = f" til {danish.day(made.until)}" if made.until else ""
        lines = [
            text(
                ". ".join(
                    filter(
                        None, (made.rhythm_words(), danish.capital(made.hours_words()), made.place)
                    )
                )
            ),
            small(f"Fra {danish.day(made.from_day)}{until}"),
            small(f"Huset har lukket: {said}") if said else None,
        ]
        return card(f"{one.who}, {one.role} · {one.house}", *lines, self._buttons(one))

    def _buttons(self, one: AttachmentRow) -> QWidget | None:
        if not one.may_keep:
            return None
        year = button("Planlæg et år", "outlined", name=f"Planlæg et år for {one.who}, {one.house}")
        year.clicked.connect(partial(self.go, "aar", one.stored.id))
        change = button("Ret", "small", name=f"Ret tilknytningen: {one.who}, {one.house}")
        change.clicked.connect(partial(self.go, "rytme", one.stored.id))
        self._first = self._first or year
        return boxed(row(year, change, ...))
