"""Hvem og hvad: who asked, on what basis it is answered, for which days; and what still waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.indsigt import IndsigtTexts
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services.indsigt.review import Review
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    DayField,
    boxed,
    card,
    choice,
    col,
    field,
    guidance,
    line_edit,
    row,
    scroller,
    small,
)

HOW = (
    "Gå listen igennem, én ting ad gangen. Programmet foreslår streger over andre børn, andre familier og private "
    "numre. Du sætter og fjerner dem. Det færdige papir bliver læst igennem, før det gemmes."
)


class About(QWidget):
    """`changed` sends the review with what these fields say."""

    changed = Signal(object)

    def __init__(self, texts: IndsigtTexts, today: Callable[[], date]) -> None:
        super().__init__()
        self._texts = texts
        self._review = Review()
        self.receiver = line_edit(most=120)
        self.basis = choice((("", "Vælg"), *((one.id, one.word) for one in texts.bases)))
        self.first, self.last = DayField(today), DayField(today)
        self._help = small("")
        self._receiver = field("Hvem skal have det?", self.receiver, "Står på papiret og i loggen.")
        self._build()
        self.receiver.editingFinished.connect(self._on_changed)
        self.basis.chosen_changed.connect(self._on_changed)
        for one in (self.first, self.last):
            one.changed.connect(self._on_changed)

    def _build(self) -> None:
        asked = card(
            "Hvem og hvad",
            self._receiver,
            field("Hvad svarer I efter?", self.basis),
            self._help,
            row(
                (field("Fra", self.first, optional=True), 1),
                (field("Til", self.last, optional=True), 1),
                gap="apart",
            ),
            small("Uden dage er det alt, der er skrevet."),
        )
        inner = boxed(
            col(guidance(HOW), asked, card("Kladder", small(self._texts.internal)), ..., gap="apart", margins=(24, 16))
        )  # fmt: skip
        inner.setMaximumWidth(look().theme.em(48))
        self.setLayout(col(scroller(boxed(row((inner, 1000), ..., gap=0))), gap=0))

    def show_review(self, review: Review, child: Child) -> None:
        self._review = review
        holders = danish.join_and([one.name for one in child.custody_holders])
        self._receiver.guide(
            f"Står på papiret og i loggen. Forældremyndighed: {holders}."
            if holders
            else "Står på papiret og i loggen."
        )
        if self.receiver.text() != review.receiver:
            self.receiver.setText(review.receiver)
        self.basis.choose(review.basis)
        self.first.set_value(review.first)
        self.last.set_value(review.last)
        self._say_help()

    def _say_help(self) -> None:
        self._help.say(self._texts.ground(self.basis.chosen()).help if self.basis.chosen() else "")

    @Slot()
    def _on_changed(self, *_: object) -> None:
        self._say_help()
        said = replace(
            self._review,
            receiver=self.receiver.text().strip(),
            basis=self.basis.chosen(),
            first=self.first.value(),
            last=self.last.value(),
        )
        if said != self._review:
            self._review = said
            self.changed.emit(said)
