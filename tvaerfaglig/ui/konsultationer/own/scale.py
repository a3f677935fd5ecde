"""A number from each at the table, chosen alone; beside it the one from last time, and what would raise it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.form import FormPart
from tvaerfaglig.domain.meetings.answers import answer_in
from tvaerfaglig.domain.meetings.lines import OnScale, scale_of
from tvaerfaglig.domain.meetings.own_part import Steps
from tvaerfaglig.ui.konsultationer.own.own_part import OwnNotePart
from tvaerfaglig.ui.konsultationer.part import Work
from tvaerfaglig.ui.konsultationer.prose import new_prose
from tvaerfaglig.ui.widgets import (
    Choice,
    Fold,
    Segment,
    Segments,
    avatar,
    boxed,
    button,
    col,
    flow,
    hairline,
    one,
    prose,
    small,
    strong,
    tab_stops,
    well,
)
from tvaerfaglig.ui.widgets.layout import Item

MOST_BUTTONS = 11


class ScalePart(OwnNotePart):
    def __init__(self, work: Work, form_part: FormPart) -> None:
        super().__init__(work, form_part)

    @property
    def steps(self) -> Steps:
        assert self.spec.steps is not None
        return self.spec.steps

    def rows(self) -> tuple[OnScale, ...]:
        """Those at the table, and whoever has given a number, now or last time."""
        page = self.work.page
        here = [one.staff or one.name for one in self.work.note.participants if not one.absent]
        before = answer_in(page.before.own, self.key) if page.before else None
        on = page.before.day if page.before else None
        return scale_of(here, self.answer, before, on)

    def build(self) -> list[Item]:
        made: list[Item] = [self._ends()]
        for each in self.rows():
            made += [hairline(), self._row(each)]
        return made

    def read(self) -> list[Item]:
        given = [each for each in self.rows() if each.now is not None or each.before is not None]
        return [self._ends(), *(self._told(each) for each in given)]

    def start(self) -> None:
        """On the first number that is still to be given."""
        stops = tab_stops(self)
        if stops:
            stops[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ends(self) -> QWidget:
        low = f"{self.steps.lowest}: {self.steps.lowest_means}"
        high = f"{self.steps.highest}: {self.steps.highest_means}"
        return well(small(low), small(high))

    def _last(self, each: OnScale) -> QWidget | None:
        if each.before is None:
            return None
        when = f" · {danish.day_of_month(each.before_on)}" if each.before_on else ""
        return one(f"Sidst {each.before}{when}", "small")

    def _row(self, each: OnScale) -> QWidget:
        name = self.said_by(each.who)
        clear = button("Vælg intet", "link", name=f"Vælg intet tal: {name}")
        if each.now is None:
            clear.hide()
        clear.clicked.connect(partial(self._clear, each.who))
        numbers = self._numbers(each, name)
        head = flow(avatar(name, 28), one(name, "strong"), self._last(each), gap=10)
        lift = new_prose(self.work.page, each.lift, "plain", lines=1)
        lift.setAccessibleName(f"{self.steps.lift or 'Hvad ville løfte det?'} {name}")
        lift.textEdited.connect(partial(self._on_lift, each.who))
        asks = small(self.steps.lift) if self.steps.lift else None
        below = col(asks, lift, gap=2) if self.steps.lift else None
        return boxed(col(boxed(head), boxed(flow(numbers, clear, gap=10)), below, gap=6))

    def _numbers(self, each: OnScale, name: str) -> QWidget:
        """Every step visible where there is room, else a box of them."""
        chosen = "" if each.now is None else str(each.now)
        steps = [str(n) for n in range(self.steps.lowest, self.steps.highest + 1)]
        if self.work.fold >= Fold.LIST or len(steps) > MOST_BUTTONS:
            box = Choice([("", "Vælg"), *((n, n) for n in steps)], chosen, name=f"Tal: {name}")
            box.chosen_changed.connect(partial(self._on_number, each.who))
            return box
        made = Segments([Segment(n, n) for n in steps], chosen, name=f"Tal: {name}")
        made.changed.connect(partial(self._on_number, each.who))
        return made

    def _told(self, each: OnScale) -> QWidget:
        now = "intet tal" if each.now is None else str(each.now)
        said = prose(self.work.page.names.said(each.lift)) if each.lift else None
        name = self.said_by(each.who)
        return boxed(
            col(boxed(flow(strong(name), one(now), self._last(each), gap=10)), said, gap=2)
        )

    def _on_number(self, who: str, key: str) -> None:
        number = int(key) if key else None
        self.write_line_of(who, replace(self.line_of(who), number=number))

    def _clear(self, who: str) -> None:
        self._on_number(who, "")
        self.draw()
        self.start()

    def _on_lift(self, who: str, words: str) -> None:
        self.write_line_of(who, replace(self.line_of(who), text=words))
