"""The count as a calm card: a sentence, and for each fact what could be written instead. It asks; it never bars."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain.reidentify import saying
from tvaerfaglig.domain.reidentify.counting import Lead
from tvaerfaglig.services.writing.reidentifying import HowMany
from tvaerfaglig.ui.widgets import (
    QuestionCard,
    button,
    col,
    glyph,
    row,
    section,
    small,
    strong,
)

AT_A_TIME = 4
WHO = "Talt op blandt alle børn i huset. Programmet siger aldrig, hvem det er."
NO_COUNT = "Det kan i sig selv pege på ét barn."
ASKS = "Kan det siges bredere?"
BARE = "Er det nødvendigt her?"


class FitCard(QWidget):
    """`replaced`, `jumped` and `dismissed` send a lead's key; `undone` for Ctrl+Z and *Fortryd*."""

    replaced = Signal(str)
    jumped = Signal(str)
    dismissed = Signal(str)
    asked_again = Signal()
    undone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Kan barnet kendes?")
        self._answer: HowMany | None = None
        self._away: frozenset[str] = frozenset()
        self._all, self._writable = False, True
        self.current = ""
        self.cards: dict[str, QuestionCard] = {}
        self._mark = glyph("spoergsmaal", "accent", 20)
        self.headline, self._besides, self._who = strong(""), small(""), small(WHO)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(6)
        self.more = button("", "link")
        self.more.clicked.connect(self._on_more)
        self.again = button("Spørg igen om det, der er lagt væk", "link")
        self.again.clicked.connect(self.asked_again)
        said = row(self._mark, (self.headline, 1), gap=8)
        self.setLayout(
            col(
                section("Kan barnet kendes?"), said, self._besides, self._place, row(self.more, ...),
                row(self.again, ...), self._who, ..., gap="near", margins=(14, 14, 14, 14),
            )
        )  # fmt: skip

    def show_answer(
        self, answer: HowMany | None, away: frozenset[str] = frozenset(), *, writable: bool = True
    ) -> None:
        """Another count, or none. What is asked unchanged stays, and so does the keyboard."""
        if answer is None:
            self._all, self.current = False, ""
        self._answer, self._away, self._writable = answer, away, writable
        self._draw()

    def leads(self) -> list[Lead]:
        """What is asked about now: that which narrows or tells, and was not laid away."""
        if self._answer is None or not self._writable:
            return []
        fit, asks = self._answer.fit, self._answer.asks
        return [
            one for one in fit.leads if one.key not in self._away and (asks or not one.trait.counts)
        ]

    def lead(self, key: str) -> Lead | None:
        return next((one for one in self.leads() if one.key == key), None)

    def first(self) -> str:
        """The one that Ctrl+. answers: where the keyboard is, else the first with other words."""
        chosen = self.lead(self.current)
        if chosen is not None and chosen.instead:
            return chosen.key
        return next((one.key for one in self.leads()[:AT_A_TIME] if one.instead), "")

    def take_focus(self) -> None:
        for card in self.cards.values():
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        else:
            super().keyPressEvent(event)

    # drawing

    def _draw(self) -> None:
        answer = self._answer
        if answer is None:
            self._clear({})
            return
        self._mark.show_icon(
            "spoergsmaal" if answer.asks else "flueben", "accent" if answer.asks else "ok"
        )
        self.headline.say(saying.headline(answer.fit))
        besides = saying.besides(answer.fit.tally)
        self._besides.say(besides)
        self._besides.setVisible(bool(besides))
        leads = self.leads()
        shown = leads if self._all else leads[:AT_A_TIME]
        focused = self._focused()
        self._clear({one.key: one for one in shown})
        for n, one in enumerate(shown):
            card = self.cards.get(one.key) or self._make(one, answer)
            if self._place.indexOf(card) != n:
                self._place.insertWidget(n, card)
                card.show()
        self.cards = {one.key: self.cards[one.key] for one in shown}
        if self.current not in self.cards:
            self.current = next(iter(self.cards), "")
        for key, card in self.cards.items():
            card.set_current(key == self.current)
        if focused >= 0:
            self._keep_focus(focused)
        waiting = len(leads) - len(shown)
        self.more.say("Vis færre" if self._all else f"{waiting} til")
        self.more.setVisible(waiting > 0 or (self._all and len(leads) > AT_A_TIME))
        self.again.setVisible(bool(self._away) and self._writable)

    def _clear(self, wanted: dict[str, Lead]) -> None:
        for key in list(self.cards):
            card = self.cards[key]
            if key not in wanted or card.property("told") != self._told(wanted[key]):
                del self.cards[key]
                self._place.removeWidget(card)
                card.hide()
                card.deleteLater()

    def _told(self, one: Lead) -> str:
        assert self._answer is not None
        return "|".join((one.words, one.instead, self._why(one, self._answer)))

    def _why(self, one: Lead, answer: HowMany) -> str:
        if not one.trait.counts:
            return NO_COUNT
        return saying.without(answer.fit, one)

    def _make(self, one: Lead, answer: HowMany) -> QuestionCard:
        card = QuestionCard(
            f"»{one.words}«",
            ASKS if one.instead else BARE,
            self._why(one, answer),
            instead=one.instead,
        )
        card.jump_button.say("Til stedet")
        card.setProperty("told", self._told(one))
        card.chosen.connect(partial(self._choose, one.key))
        card.jumped.connect(partial(self.jumped.emit, one.key))
        card.dismissed.connect(partial(self.dismissed.emit, one.key))
        card.replaced.connect(partial(self.replaced.emit, one.key))
        card.stepped.connect(partial(self._step, one.key))
        self.cards[one.key] = card
        return card

    def _choose(self, key: str) -> None:
        self.current = key
        for own, card in self.cards.items():
            card.set_current(own == key)

    def _step(self, key: str, by: int) -> None:
        keys = list(self.cards)
        at = min(max(keys.index(key) + by, 0), len(keys) - 1)
        self._choose(keys[at])
        self.cards[keys[at]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> int:
        """At which card the keyboard is, counted from above; -1 for none."""
        focus = self.window().focusWidget()
        within = (
            n
            for n, card in enumerate(self.cards.values())
            if focus is not None and (card is focus or card.isAncestorOf(focus))
        )
        return next(within, -1)

    def _keep_focus(self, at: int) -> None:
        cards = list(self.cards.values())
        if cards and not any(card.isAncestorOf(self.window().focusWidget()) for card in cards):
            cards[min(at, len(cards) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_more(self) -> None:
        self._all = not self._all
        self._draw()
