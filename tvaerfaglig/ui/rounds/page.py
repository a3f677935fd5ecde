"""The place itself: the rounds, one round, one child alone, and the child together.

`desk.go("trivselsrunder", argument)`: None for the rounds, "ny" to plan one, a round's id, "ROUND/CHILD" for
the child's place in it, or "ROUND/tal" for its leader's overview.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.rounds.records import Joint, Rating, Round
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.rounds.list_page import ListPage
from tvaerfaglig.ui.rounds.overview_page import OverviewPage
from tvaerfaglig.ui.rounds.plan_page import PlanPage
from tvaerfaglig.ui.rounds.rate_page import RatePage
from tvaerfaglig.ui.rounds.round_page import RoundView
from tvaerfaglig.ui.rounds.together_page import TogetherPage
from tvaerfaglig.ui.widgets import Fold, Page

NEW, FIGURES = "ny", "tal"


class RoundsPlace(Place):
    """Which page is in front, and what each asks for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list, self.plan = ListPage(desk), PlanPage(desk)
        self.round, self.rate, self.together = RoundView(desk), RatePage(desk), TogetherPage(desk)
        self.overview = OverviewPage(desk)
        self._round = ""
        self._stack = QStackedWidget()
        for each in self._pages():
            self._stack.addWidget(each)
        self.set_body(self._stack)
        self._connect()

    def _connect(self) -> None:
        self.list.opened.connect(self._to_round)
        self.list.new_asked.connect(self._to_plan)
        self.plan.planned.connect(self._to_round)
        self.plan.left.connect(self._to_list)
        self.round.left.connect(self._to_list)
        self.round.rate_asked.connect(self._to_rating)
        self.round.change_asked.connect(self._to_change)
        self.round.together_asked.connect(self._to_together)
        self.round.overview_asked.connect(self._to_overview)
        self.overview.left.connect(self._back_to_round)
        self.rate.left.connect(self._back_to_round)
        self.rate.go_on.connect(self._on_next)
        self.together.left.connect(self._back_to_round)
        self.together.rate_asked.connect(self._to_rating)
        self.desk.changed.connect(self._on_changed)

    def _pages(self) -> tuple[Page, ...]:
        return (self.list, self.plan, self.round, self.rate, self.together, self.overview)

    @property
    def shown(self) -> Page:
        return self._pages()[self._stack.currentIndex()]

    # what the house asks

    def open(self, argument: object = None) -> None:
        if argument == NEW:
            self._to_plan()
        elif isinstance(argument, str) and argument:
            round_id, _, child = argument.partition("/")
            if child == FIGURES:
                self._to_overview(round_id)
            else:
                self._to_round(round_id, child)
        elif argument is None and self.shown is self.together and self.together.child:
            self._to_together(self._round, self.together.child)  # back from its paper
        elif argument is None and self._round and self.shown is not self.list:
            self._to_round(self._round)
        else:
            self._to_list()

    def leave(self) -> None:
        self.rate.keep()
        self.together.keep()

    def save_now(self) -> None:
        if self.shown is self.rate:
            self.rate.give()
        elif self.shown is self.together:
            self.together.save()
        elif self.shown is self.plan:
            self.plan.save()

    def print_now(self) -> None:
        if isinstance(self.shown, RoundView | TogetherPage | OverviewPage):
            self.shown.print_now()

    def start(self) -> None:
        shown = self.shown
        if isinstance(
            shown, ListPage | PlanPage | RoundView | RatePage | TogetherPage | OverviewPage
        ):
            shown.start()

    def on_fold(self, fold: Fold) -> None:
        for page in self._pages():
            page.set_fold(fold)

    # the ways between its pages

    def _show(self, page: Page) -> None:
        if self.shown is self.rate and page is not self.rate:
            self.rate.leave()
        if self.shown is self.together and page is not self.together:
            self.together.leave()
        self._stack.setCurrentWidget(page)

    @Slot()
    def _to_list(self) -> None:
        self._round = ""
        self._show(self.list)
        self.list.refresh()

    @Slot()
    def _to_plan(self) -> None:
        self._show(self.plan)
        self.plan.open_plan()

    @Slot(str)
    def _to_change(self, round_id: str) -> None:
        self._show(self.plan)
        self.plan.open_plan(round_id)

    @Slot(str)
    def _to_round(self, round_id: str, child: str = "") -> None:
        self._round = round_id
        self._show(self.round)
        self.round.open_round(round_id, child)

    @Slot()
    def _back_to_round(self) -> None:
        self._to_round(self._round)

    @Slot(str, str)
    def _to_rating(self, round_id: str, child: str) -> None:
        self._round = round_id
        self._show(self.rate)
        self.rate.open_child(round_id, child)

    @Slot(str)
    def _on_next(self, child: str) -> None:
        if child:
            self._to_rating(self._round, child)
        else:
            self._back_to_round()

    @Slot(str, str)
    def _to_together(self, round_id: str, child: str) -> None:
        self._round = round_id
        self._show(self.together)
        self.together.open_child(round_id, child)

    @Slot(str)
    def _to_overview(self, round_id: str) -> None:
        self._round = round_id
        self._show(self.overview)
        self.overview.open_round(round_id)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, origin: QObject | None) -> None:
        del origin
        if not changes.touch(Round.KIND, Rating.KIND, Joint.KIND, Observation.KIND):
            return
        if self.shown is self.list:
            self.list.refresh()
        elif self.shown is self.round:
            self.round.refresh()
        elif self.shown is self.overview:
            self.overview.refresh()
