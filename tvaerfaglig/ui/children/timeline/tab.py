"""Tidslinje: filters with counts, three distances, and entries that open where they stand."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.rounds.records import Joint
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children import timeline as timelines
from tvaerfaglig.services.children.one_child import ChildPage
from tvaerfaglig.services.children.timeline import History
from tvaerfaglig.ui.children.leads_to import way_to
from tvaerfaglig.ui.children.timeline import months
from tvaerfaglig.ui.children.timeline.details import acts_of, unfolded
from tvaerfaglig.ui.children.timeline.entries import ALL, Row, entries, groups, rows
from tvaerfaglig.ui.children.timeline.telling import Telling
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import (
    Button,
    ChipGroup,
    ChipLine,
    Fold,
    Pick,
    boxed,
    button,
    col,
    empty,
    frame,
    one,
    row,
    scroller,
    timeline,
)
from tvaerfaglig.ui.widgets.timeline_rows import LANE_EM, Cell

DAYS, MONTHS = "dage", "maaneder"


class TimelineTab(QWidget):
    """`write` asks the page for a form: (kind, record); `observe` for a new observation."""

    write = Signal(str, str)
    observe = Signal()
    zoomed = Signal(str)
    link_taken = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._page: ChildPage | None = None
        self._telling: Telling | None = None
        self._rows: list[Row] = []
        self._zoom, self._lane = DAYS, True
        self._offered: tuple[Pick, ...] = ()
        self.filters = ChipGroup([Pick(ALL, "Alt", "filter")], [ALL], name="Vis", several=False)
        self.filters.changed.connect(self._on_filter_changed)
        self._home = Cell(
            col(..., one("Familien", "smallstrong"), margins=(26, 0, 0, 5)), LANE_EM + 2
        )
        self.filter_line = ChipLine(self.filters)
        self._heads = frame(
            "head", row((self.filter_line, 1), self._home, gap=2, margins=(20, 5, 16, 5))
        )
        self.line = timeline(name="Tidslinje")
        self.line.opened.connect(self._on_opened)
        self.line.link_pressed.connect(self._on_link_pressed)
        first = button("Skriv den første", "outlined", "plus")
        first.clicked.connect(self.observe)
        self._first: Button = first
        self._nothing = empty(
            "observation",
            "Ingen observationer endnu",
            "Den første behøver ikke være færdig. Én linje er nok.",
            first,
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(boxed(col(self._heads, (self.line, 1), gap=0)))
        self._stack.addWidget(scroller(self._nothing))

    def show_child(self, page: ChildPage, line: timelines.Timeline) -> None:
        """The child's timeline; another child's begins unfiltered, at the top."""
        if self._page is None or page.stored.id != self._page.stored.id:
            self.filters.choose([ALL])
            self.line.verticalScrollBar().setValue(0)
        self._page = page
        library = self.desk.library
        self._telling = Telling(
            page.child, line, library.categories, library.areas, library.closing,
            hides_parents=page.hides_parents,
        )  # fmt: skip
        self._rows = rows(self._telling)
        self._first.setVisible(Action.WRITE in page.may)
        self._refresh()

    def set_zoom(self, zoom: str) -> None:
        self._zoom = zoom
        self._refresh()

    def set_fold(self, fold: Fold) -> None:
        """In a narrow window what happened at home stands among the rest."""
        self._lane = fold < Fold.PANEL
        self._home.setVisible(self._lane)
        self._refresh()

    def go_to(self, record: str) -> None:
        """Show an entry and open it."""
        if not record or not any(row.key == record for row in self._rows):
            return
        self.filters.choose([ALL])
        self.set_zoom(DAYS)
        self.zoomed.emit(DAYS)
        self.line.go_to(record)
        self._on_opened(record)

    def _refresh(self) -> None:
        self._stack.setCurrentIndex(0 if self._rows else 1)
        self._offer_filters()
        if self._page is None:
            return
        chosen, lane = self._chosen(), self._lane
        if self._zoom == DAYS:
            shown = entries(self._rows, self._page.today, only=chosen, lane=lane)
        else:
            shown = months.condensed(self._rows, self._zoom, only=chosen, lane=lane)
        self.line.set_entries(shown, lane=lane)

    def _offer_filters(self) -> None:
        chosen = self._chosen()
        found = groups(self._rows, lane=self._lane)
        picks = [Pick(group.key, f"{group.word} {number}", group.icon) for group, number in found]
        total = sum(number for _, number in found)
        there = chosen if any(group.key == chosen for group, _ in found) else ALL
        offered = (Pick(ALL, f"Alt {total}", "filter"), *picks)
        if offered != self._offered:
            self._offered = offered
            self.filters.offer(offered, [there])
        else:
            self.filters.choose([there])
        self.filter_line.fit()

    def _chosen(self) -> str:
        return next(iter(self.filters.chosen()), ALL)

    @Slot(tuple)
    def _on_filter_changed(self, chosen: tuple[str, ...]) -> None:
        if not chosen:
            self.filters.choose([ALL])
        self._refresh()

    @Slot(str)
    def _on_opened(self, key: str) -> None:
        if self._zoom != DAYS:
            self.go_nearer(key)
            return
        if self.line.is_unfolded(key):
            self.line.unfold(key, None)
            return
        found = next((row for row in self._rows if row.key == key), None)
        if found is not None:
            self._open(key, found.stored)

    def go_nearer(self, key: str) -> None:
        """From a year to its months, from a month to its days."""
        nearer = MONTHS if len(key) == 4 else DAYS
        first = months.first_of(self._rows, key)
        self.set_zoom(nearer)
        self.zoomed.emit(nearer)
        if nearer == DAYS:
            self.line.go_to(first)
        else:
            shown = (entry.key for entry in self.line.entries())
            self.line.go_to(next((one for one in shown if one.startswith(key)), ""))

    def _open(self, key: str, stored: Stored[Any]) -> None:
        """To its own page where it has one; else it unfolds in place."""
        way = way_to(stored)
        if isinstance(stored.record, Observation):
            self.link_taken.emit(stored)
        elif way is not None:
            self.desk.go(*way)
        else:
            ask = self.desk.ask(timelines.history, stored.id)
            ask.then(partial(self._unfold, key), self)

    def _unfold(self, key: str, history: History) -> None:
        if self._telling is None or self._page is None:
            return
        acts = acts_of(
            history,
            hides_parents=self._page.hides_parents,
            may_share=Action.SHARE in self._page.may,
        )
        self.line.unfold(key, unfolded(self._telling, history, acts, self.write.emit))

    @Slot(str)
    def _on_link_pressed(self, key: str) -> None:
        found = next((row.stored for row in self._rows if row.key == key), None)
        if found is None:
            return
        if isinstance(found.record, Observation | Joint):
            self.link_taken.emit(found)
        else:
            self.write.emit("set_igen", found.id)
