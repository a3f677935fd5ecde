"""What stands beside a family's goals: what is next, who is in it, the talks, and the days they came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.ages import age_words
from tvaerfaglig.domain.deadline import due
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.phasing import TalkStand
from tvaerfaglig.domain.efforts.records import CHILD, SessionState, Stand
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts.family_view import FamilyView
from tvaerfaglig.services.efforts.reading import FamilyDay
from tvaerfaglig.ui.indsatser.family.drawn import came_line
from tvaerfaglig.ui.indsatser.family.wording import place_line
from tvaerfaglig.ui.widgets import (
    SHAPES,
    boxed,
    button,
    card,
    col,
    due_mark,
    glyph,
    row,
    small,
    text,
)
from tvaerfaglig.ui.widgets.layout import Item

DAYS_SHOWN = 6


class Beside(QWidget):
    """`talk_asked` sends the form a talk is written in, `visit_asked` a visit; `child_asked` leads to her page."""

    talk_asked = Signal(str)
    child_asked = Signal()
    visit_asked = Signal(str)

    def __init__(self, view: FamilyView) -> None:
        super().__init__()
        self.view = view
        cards = (self._next(), self._family(), self._talks(), self._visits(), self._days())
        self.setLayout(col(*cards, gap="apart"))

    def _next(self) -> QWidget | None:
        view = self.view
        lines: list[Item] = []
        if view.next_day is not None:
            lines.append(text(f"Næste gang {danish.day_near(view.next_day, view.today).lower()}"))
        if view.next_status is not None:
            when = due(view.next_status, view.today)
            lines.append(due_mark(SHAPES[when.state], f"status {when.words}"))
        return card("Næste", *lines, icon="kalender") if lines else None

    def _family(self) -> QWidget:
        view, place = self.view, self.view.place.record
        child = view.child.record
        lines: list[Item] = [small(place_line(place))]
        link = button(
            child.name, "link", "person", name=f"Åbn {danish.possessive(child.name)} side"
        )
        link.clicked.connect(self.child_asked)
        lines.append(boxed(row(link, (small(age_words(child, view.today)), 1), gap=8)))
        people = () if view.hides_parents else (*place.adults, *place.siblings)
        lines += [text(" · ".join(filter(None, (one.called, one.relation)))) for one in people]
        if place.ended_because:
            lines.append(text(place.ended_because))
        if place.outcome:
            lines.append(text(place.outcome))
        if place.referred_to:
            lines.append(small(f"Videre til: {place.referred_to}"))
        return card("Familien", *lines, icon="familie")

    def _talks(self) -> QWidget | None:
        """Those held, and the next of each sort; none while the guard hides the parents."""
        if self.view.hides_parents:
            return None
        lines = [self._talk(one) for one in _shown(self.view.talks)]
        return card("Samtaler", *lines, icon="samtale") if lines else None

    def _talk(self, one: TalkStand) -> QWidget:
        name = one.rule.name
        if one.held is not None:
            done = text(f"{name}, holdt {danish.day(one.held)}")
            return boxed(row(glyph("flueben", "ok", 16), (done, 1)))
        when = due(one.day, self.view.today)
        said = boxed(col(text(name), due_mark(SHAPES[when.state], when.words), gap=1))
        form = self.view.kind.form(one.rule.form)
        if form is None or not self.view.may_fill(form) or not self.view.is_in:
            return said
        write = button("Skriv", "small", name=f"Skriv: {name}")
        write.clicked.connect(partial(self.talk_asked.emit, form.id))
        return boxed(row((said, 1), write))

    def _visits(self) -> QWidget | None:
        """The newest visits, by whom, and what was agreed; each leads to its own note."""
        visits = self.view.visits
        if not visits:
            return None
        lines = [self._visit(one) for one in visits[:DAYS_SHOWN]]
        held = [one for one in visits if one.record.status is SessionState.HOLDT]
        count = f"{len(held)} holdt" if held else ""
        return card("Besøg", *lines, count=count, icon="sted")

    def _visit(self, stored: Stored[VisitLog]) -> QWidget:
        visit, names = stored.record, self.view.names
        day = danish.capital(_short(visit.day, self.view.today))
        link = button(day, "link", name=f"Åbn besøget {danish.day(visit.day)}")
        link.clicked.connect(partial(self.visit_asked.emit, stored.id))
        who = danish.join_and([names.first(one) for one in visit.by])
        state = "" if visit.status is SessionState.HOLDT else visit.status.value
        line = row(link, (small(" · ".join(filter(None, (who, state)))), 1), gap=8)
        agreed = "" if self.view.hides_parents else visit.decided
        told = boxed(col(text(agreed), margins=(9, 0, 0, 4))) if agreed else None
        return boxed(col(line, told, gap=0))

    def _days(self) -> QWidget | None:
        """The newest days they were asked about, in words."""
        called = [one for one in self.view.days if one.said is not None]
        if not called:
            return None
        lines = [self._day(one) for one in reversed(called[-DAYS_SHOWN:])]
        return card("Fremmøde", text(came_line(self.view)), *lines, icon="fravaer")

    def _day(self, day: FamilyDay) -> QWidget:
        """Who came, by name; while the guard hides the parents only whether anybody did."""
        assert day.said is not None
        there = [one for one in day.said.there if one.stand is Stand.TIL_STEDE]
        here = [self.view.first_name if one.person == CHILD else one.called for one in there]
        if self.view.hides_parents:
            words = "kom" if here else "kom ikke"
        elif day.status is SessionState.AFLYST:
            words = f"aflyst: {day.cancelled_because}"
        else:
            words = danish.join_and(here) or day.said.reason or "kom ikke"
        noted = day.said.note if not self.view.hides_parents else ""
        beside = boxed(col(text(words), small(noted) if noted else None, gap=1))
        return boxed(row((small(_short(day.day, self.view.today)), 1), (beside, 3), gap=8))


def _short(on: date, today: date) -> str:
    """With the year where it is another."""
    return danish.day_short(on) if on.year == today.year else danish.day_table(on)


def _shown(talks: tuple[TalkStand, ...]) -> Iterator[TalkStand]:
    waiting: set[str] = set()
    for one in talks:
        if one.held is not None:
            yield one
        elif one.rule.id not in waiting:
            waiting.add(one.rule.id)
            yield one
