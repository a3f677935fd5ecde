"""A child's places in indsatser, on her own page: which, in what phase, and what is next. Each leads to its page."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.deadline import due
from tvaerfaglig.domain.efforts.records import EnrolmentState
from tvaerfaglig.services.efforts.for_child import ChildPlace, places_of
from tvaerfaglig.ui.children.told import dotted
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import FAMILIES, FAMILY, PLACE, way
from tvaerfaglig.ui.indsatser.family.wording import place_line
from tvaerfaglig.ui.widgets import (
    SHAPES,
    boxed,
    button,
    card,
    col,
    due_mark,
    empty_layout,
    hairline,
    row,
    small,
    text,
)
from tvaerfaglig.ui.widgets.layout import Item


class PlacesCard(QWidget):
    """Hidden where there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._child = ""
        self._place = col(gap=0)
        self.setLayout(self._place)
        self.hide()

    def show_child(self, child: str) -> None:
        self._child = child
        self.desk.ask(places_of, child).then(partial(self._show, child), self)

    def _show(self, child: str, found: tuple[ChildPlace, ...]) -> None:
        if child != self._child:
            return
        empty_layout(self._place)
        today = self.desk.clock.now().date()
        items: list[Item] = []
        for one in found:
            items += [hairline()] if items else []
            items.append(self._line(one, today))
        if items:
            self._place.addWidget(card("Indsatser", *items, icon="indsats"))
        self.setHidden(not items)

    def _line(self, one: ChildPlace, today: date) -> QWidget:
        waits = one.place.status is EnrolmentState.VENTER
        link = button(one.name, "link", name=f"Åbn {one.name}")
        room = FAMILIES if waits else FAMILY
        link.clicked.connect(partial(self.desk.go, PLACE, way(one.effort, room, one.enrolment)))
        told: list[Item] = [small(dotted(one.kind, place_line(one.place)))]
        if one.phase:
            told.append(text(f"Fase: {one.phase}"))
        if one.next_day is not None:
            told.append(text(f"Næste gang {danish.day_near(one.next_day, today).lower()}"))
        if one.next_status is not None:
            when = due(one.next_status, today)
            told.append(due_mark(SHAPES[when.state], f"status {when.words}"))
        return boxed(
            col(row(link, ..., gap=0), boxed(col(*told, gap=2, margins=(10, 0, 0, 0))), gap=0)
        )
