"""All indsatser one may see: those that run, those that are planned, and those that are over."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.records import EffortState
from tvaerfaglig.services.efforts import reading
from tvaerfaglig.services.efforts.reading import EffortRow
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import wording
from tvaerfaglig.ui.konsultationer.meeting_list import MeetingList, MeetingRow
from tvaerfaglig.ui.remembered import remembered_of
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Page,
    Pick,
    announce,
    boxed,
    button,
    col,
    empty,
    line_edit,
    page_head,
    spread,
)

_SHOWN = "indsatser/vis"
_OPEN = (EffortState.I_GANG, EffortState.PLANLAGT)
_GROUPS = (
    (EffortState.I_GANG, "I gang"),
    (EffortState.PLANLAGT, "Planlagt"),
    (EffortState.AFSLUTTET, "Afsluttet"),
)
_ICONS = {
    EffortState.I_GANG: ("indsats", "accent"),
    EffortState.PLANLAGT: ("kalender", "muted"),
    EffortState.AFSLUTTET: ("flueben", "ok"),
}


class ListPage(Page):
    """`opened` sends an effort's id, `new_asked` when one is to be begun. What one chose to see is remembered."""

    opened = Signal(str)
    new_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        self.new = button("Begynd en indsats", "primary", "plus")
        line = "Det, I gør sammen om et barn, en familie eller hele huset."
        head = page_head("Indsatser", line, self.new)
        super().__init__(head)
        self.desk = desk
        self._kept = remembered_of(desk)
        self.filter = ChipGroup(
            [Pick("aabne", "I gang og planlagt"), Pick("alle", "Alle"), Pick("mine", "Mine")],
            [self._kept.kept(_SHOWN) or "aabne"],
            name="Vis",
            several=False,
        )
        self.search = line_edit(name="Find i listen")
        self.search.setPlaceholderText("Navn eller projekt")
        self.list = MeetingList(name="Indsatser")
        self.first = button("Se, hvad I kan begynde", "outlined", "plus")
        self.nothing = empty(
            "indsats",
            "Her kommer de indsatser, I sætter i gang.",
            "En familiegruppe, et rådgivningsforløb, en frivillig: noget, der varer ved, har dage og ender "
            "med, at I ser på, om det hjalp.",
            self.first,
        )
        self.none_fit = empty("filter", "Ingen her lige nu", "Vælg »Alle« for at se resten.")
        self._stack = QStackedWidget()
        for each in (self.list, self.nothing, self.none_fit):
            self._stack.addWidget(each)
        self._rows: tuple[EffortRow, ...] | None = None
        self.above = boxed(spread(self.filter, self.search))
        self.set_body(boxed(col(self.above, (self._stack, 1), gap="near", margins=(22, 12, 22, 0))))
        self.filter.changed.connect(self._on_filter)
        self.search.textChanged.connect(self._on_search)
        self.list.opened.connect(self.opened)
        self.new.clicked.connect(self.new_asked)
        self.first.clicked.connect(self.new_asked)

    def refresh(self) -> None:
        self.desk.ask(reading.efforts).then(self._show, self)

    def start(self) -> None:
        target = self.list if self.list.rows() else self.first if not self._rows else self.new
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_here(self) -> None:
        self.search.setFocus()

    def _show(self, rows: tuple[EffortRow, ...]) -> None:
        had = self.list.hasFocus() or self._rows is None
        self._rows = rows
        self._draw()
        if had and self.isVisible():
            self.start()

    def _draw(self) -> None:
        rows = self._rows or ()
        today = self.desk.clock.now().date()
        words = danish.fold(self.search.text()).split()
        chosen = (self.filter.chosen() or ("aabne",))[0]
        fits = (one for one in rows if self._fits(one, chosen) and _holds(one, words))
        shown = sorted(fits, key=_next_first)
        groups = [
            (heading, [_row(one, today) for one in shown if one.effort.status is state])
            for state, heading in _GROUPS
        ]
        self.list.set_groups(groups)
        page = self.list if shown else self.none_fit if rows else self.nothing
        self._stack.setCurrentWidget(page)
        self.above.setVisible(bool(rows))
        if rows:
            announce(self.list, danish.count(len(shown), "indsats", "indsatser"))

    def _fits(self, one: EffortRow, chosen: str) -> bool:
        if chosen == "mine":
            return one.effort.leads(self.desk.my_id)
        return chosen == "alle" or one.effort.status in _OPEN

    @Slot(tuple)
    def _on_filter(self, chosen: tuple[str, ...]) -> None:
        if not chosen:
            self.filter.choose(["aabne"])
        self._kept.keep(_SHOWN, self.filter.chosen()[0])
        self._draw()

    @Slot(str)
    def _on_search(self, _words: str) -> None:
        self._draw()


def _next_first(one: EffortRow) -> tuple[date, int]:
    """By the next day; those without one after them, the newest first."""
    return one.next_day.day if one.next_day else date.max, -one.effort.start.toordinal()


def _holds(one: EffortRow, words: list[str]) -> bool:
    made = one.effort
    text = danish.fold(f"{made.name} {one.kind} {one.house} {made.project} {made.activity}")
    return all(word in text for word in words)


def _row(one: EffortRow, today: date) -> MeetingRow:
    made, day = one.effort, one.next_day
    icon, colour = _ICONS[made.status]
    counts = (one.families, one.waiting, one.been)
    people = wording.families(*counts) if made.subject.has_families else ""
    parts = (people, made.activity, one.house, wording.lasts(made, today))
    return MeetingRow(
        key=one.id,
        day=danish.capital(danish.day_near(day.day, today)) if day else "",
        hours=danish.span(day.at, day.to) if day and day.at else "",
        heading=made.name,
        aside=one.kind,
        question=" · ".join(filter(None, parts)),
        icon=icon,
        colour=colour,
        state=wording.STATES[made.status],
        open_words=f"{one.held} af {danish.count(one.planned, 'gang', 'gange')}"
        if one.planned
        else "",
    )
