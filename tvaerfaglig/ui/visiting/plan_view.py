"""A year of visits, proposed: every day with what was moved or left out and why, then planned in one act."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.visiting.year import YearDay
from tvaerfaglig.services.visiting import attachments, year
from tvaerfaglig.services.visiting.attachments import Round
from tvaerfaglig.services.visiting.year import Accepted, Proposal
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.visiting.undoing import undo_planned
from tvaerfaglig.ui.visiting.view import View
from tvaerfaglig.ui.widgets import (
    DayField,
    Tick,
    boxed,
    button,
    card,
    choice,
    col,
    empty_layout,
    field,
    frame,
    muted,
    row,
    scroller,
    small,
    tick,
)

A_YEAR = timedelta(days=365)
WIDEST_EM = 60


class PlanView(View):
    """Nothing is written before the filled button is pressed; one *Fortryd* takes all of it back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading, self.line = "Planlæg et år", "Se dagene igennem. De planlægges på én gang."
        self.plan_button = button("Planlæg", "primary", "flueben")
        self.plan_button.clicked.connect(self.accept)
        self.deeds = (self.plan_button,)
        self.who = choice(())
        self.first = DayField(self._today, ahead=True)
        self.last = DayField(self._today, ahead=True)
        self._said = small("")
        self._days = QVBoxLayout()
        self._days.setSpacing(0)
        self._ticks: list[tuple[Tick, YearDay]] = []
        self._which = ""
        days = row((field("Fra", self.first), 1), (field("Til", self.last), 1), gap="apart")
        what = card("Hvem og hvornår", field("Hvis besøg?", self.who), boxed(days), self._said)
        self._list = card("Dagene", boxed(self._days))
        inner = col(what, self._list, ..., gap="apart", margins=(24, 16))
        self.take(col(scroller(col(at_most(WIDEST_EM, inner), ..., gap=0)), gap=0))
        self.who.chosen_changed.connect(self._on_who)
        self.first.changed.connect(self._ask)
        self.last.changed.connect(self._ask)

    def open(self, which: str) -> None:
        self._which = which
        today = self._today()
        self.first.set_value(today + timedelta(1))
        self.last.set_value(today + A_YEAR)
        self.refresh()

    def refresh(self) -> None:
        self.desk.ask(attachments.attachments).then(self._show_round, self)

    def start(self) -> None:
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.first.selectAll()

    def _today(self) -> date:
        return self.desk.clock.now().date()

    def _show_round(self, around: Round) -> None:
        mine = [one for one in around.rows if one.may_keep]
        self.who.offer([(one.stored.id, f"{one.who} · {one.house}") for one in mine], self._which)
        if not mine:
            self.go("rytme")
            return
        self._which = self.who.chosen()
        self._ask()

    @Slot(str)
    def _on_who(self, which: str) -> None:
        self._which = which
        self._ask()

    @Slot()
    def _ask(self, *_: object) -> None:
        first, last = self.first.value(), self.last.value()
        if self._which and first and last:
            asked = self.desk.ask(year.propose, self._which, first, last)
            asked.then(self._show, self)

    def _show(self, proposal: Proposal) -> None:
        made = proposal.attachment
        hours = danish.capital(made.hours_words())
        self._said.say(". ".join(filter(None, (made.rhythm_words(), hours, made.place))))
        empty_layout(self._days)
        self._ticks = []
        for one in proposal.days:
            self._days.addWidget(self._line(one, proposal))
        if not proposal.days:
            self._days.addWidget(small("Der er ingen af de dage i den tid."))
        self._count()
        self.headed.emit()

    def _line(self, one: YearDay, proposal: Proposal) -> QWidget:
        """One day: planned, moved with its reason, left out with its reason, or there already."""
        reason = _reason(one)
        if one.day is None or one.day in proposal.standing:
            words = reason if one.day is None else "Er planlagt"
            day = muted(_said(one.day or one.asked))
            day.setMinimumWidth(look().theme.em(12))
            return frame("row", row(day, (small(words), 1), gap=12, margins=(42, 6, 0, 6)))
        box = tick(_said(one.day), on=True)
        box.setMinimumWidth(look().theme.em(14))
        box.setAccessibleDescription(reason)
        box.toggled.connect(self._count)
        self._ticks.append((box, one))
        return frame("row", row(box, (small(reason), 1), gap=12, margins=(0, 4)))

    @Slot()
    def _count(self, *_: object) -> None:
        many = len(self._chosen())
        self.plan_button.say(f"Planlæg {danish.count(many, 'besøg', 'besøg')}")
        self.plan_button.block("" if many else "Vælg mindst én dag.")

    def _chosen(self) -> list[YearDay]:
        return [one for box, one in self._ticks if box.isChecked()]

    @Slot()
    def accept(self) -> None:
        chosen = tuple(self._chosen())
        if chosen:
            self.desk.ask(year.accept, self._which, chosen).then(self._on_accepted, self)

    def _on_accepted(self, done: Accepted) -> None:
        self.desk.announce(done.changes, self)
        self.go()
        many = danish.count(len(done.visits), "besøg er planlagt", "besøg er planlagt")
        self.desk.say(f"{many}.", "ok", partial(undo_planned, self.desk, done.visits))


def _said(day: date) -> str:
    return danish.capital(danish.day_table(day))


def _reason(one: YearDay) -> str:
    if one.day is None:
        return f"Udgår: {one.reason}"
    return f"Flyttet fra {danish.day_short(one.asked)}: {one.reason}" if one.is_moved else ""
