"""All visits of one's houses, month by month; from here a year is planned and taken along as a calendar."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.visiting.visit import VisitState
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting import attachments, listing
from tvaerfaglig.services.visiting.attachments import Round
from tvaerfaglig.services.visiting.listing import VisitRow
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.meeting_list import MeetingList
from tvaerfaglig.ui.remembered import remembered_of
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.visiting import wording
from tvaerfaglig.ui.visiting.calendar_step import CalendarStep
from tvaerfaglig.ui.visiting.view import View
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Pick,
    announce,
    boxed,
    button,
    choice,
    col,
    empty,
    flow,
    menu_button,
)

LOOKS_BACK = timedelta(days=400)
_TIME, _WHOSE, _HOUSE = "besoeg/tid", "besoeg/hvis", "besoeg/hus"
Answer = tuple[Round, list[VisitRow]]


class YearView(View):
    """The list remembers what one chose to see."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.heading, self.line = "Konsultationer", "Hvem kommer hvornår, og hvad venter på dem."
        self.plan_button = button("Planlæg et år", "primary", "kalender")
        self.more = menu_button("Mere om besøg")
        self.deeds = (self.more, self.plan_button)
        self.plan_button.clicked.connect(partial(self.go, "aar"))
        self._kept = remembered_of(desk)
        self.time = ChipGroup(
            [Pick("frem", "Kommende"), Pick("alle", "Hele året"), Pick("tilbage", "Tidligere")],
            [self._kept.kept(_TIME) or "frem"],
            name="Hvornår",
            several=False,
        )
        self.whose = ChipGroup(
            [Pick("mine", "Kun mine")], self._kept.kept(_WHOSE).split(), name="Hvis"
        )
        self.house = choice((), name="Hus")
        self.house.setMinimumWidth(look().theme.em(15))
        self.list = MeetingList(name="Besøg")
        self.calendar = CalendarStep(desk, self)
        self._found: Answer | None = None
        self._build()

    def _build(self) -> None:
        self.first = button("Tilknyt en kollega", "outlined", "plus")
        self.first.clicked.connect(partial(self.go, "rytme"))
        self.nothing = empty(
            "kalender",
            "Ingen besøg endnu.",
            "Tilknyt den, der kommer, med en fast dag. Så kan et helt år planlægges på én gang.",
            self.first,
        )
        self.none_fit = empty("filter", "Ingen besøg her", "Vælg »Hele året« for at se resten.")
        self._stack = QStackedWidget()
        for each in (self.list, self.nothing, self.none_fit):
            self._stack.addWidget(each)
        above = boxed(flow(self.time, self.whose, self.house, gap=16))
        self.take(col(boxed(col(above, (self._stack, 1), margins=(22, 12, 22, 0)))))
        self.list.opened.connect(self.go)
        self.time.changed.connect(self._on_chosen)
        self.whose.changed.connect(self._on_chosen)
        self.house.chosen_changed.connect(self._on_house)

    def refresh(self) -> None:
        self.desk.ask(_asked, self._today() - LOOKS_BACK).then(self._show, self)

    def start(self) -> None:
        target = self.list if self.list.rows() else self.first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _today(self) -> date:
        return self.desk.clock.now().date()

    def _show(self, found: Answer) -> None:
        here = self.list.hasFocus() or self._found is None
        self._found = found
        around, rows = found
        keeps = any(row.may_keep for row in around.rows)
        self.plan_button.setVisible(keeps)
        self.first.setVisible(around.may_add)
        self.whose.setVisible(self.desk.me.role.visits)
        self.house.setVisible(len(around.houses) > 1)
        chosen = self._kept.kept(_HOUSE)
        self.house.offer([("", "Alle huse"), *around.houses], chosen)
        self._offer_more(around, keeps=keeps, any_here=bool(rows))
        self._draw()
        if here and self.isVisible():
            self.start()

    def _offer_more(self, around: Round, *, keeps: bool, any_here: bool) -> None:
        self.more.empty()
        self.more.add("Spørg ved næste besøg", partial(self.go, "spoerg"), icon="spoergsmaal")
        if around.rows or around.may_add:
            self.more.add("Hvem kommer hvor", partial(self.go, "rytmer"), icon="person")
        if keeps:
            self.more.add("Et enkelt besøg", partial(self.go, "et"), icon="plus")
        if any_here:
            self.more.add("Gem som kalender", self.calendar.ask, icon="kalender")
        self.headed.emit()

    def _draw(self) -> None:
        if self._found is None:
            return
        _, rows = self._found
        today = self._today()
        when = (self.time.chosen() or ("frem",))[0]
        fits = [row for row in rows if self._fits(row, when, today)]
        if when == "tilbage":
            fits.reverse()
        self.list.set_groups(wording.months(fits, today))
        page = self.list if fits else self.none_fit if rows else self.nothing
        self._stack.setCurrentWidget(page)
        if rows:
            announce(self.list, danish.count(len(fits), "besøg", "besøg"))

    def _fits(self, row: VisitRow, when: str, today: date) -> bool:
        visit = row.stored.record
        unsettled = visit.status is VisitState.PLANLAGT and visit.day < today
        in_time = {
            "frem": visit.day >= today or unsettled,
            "tilbage": visit.day < today,
            "alle": True,
        }[when]
        mine = row.mine or "mine" not in self.whose.chosen() or not self.desk.me.role.visits
        return in_time and mine and self.house.chosen() in {"", visit.house}

    @Slot(tuple)
    def _on_chosen(self, _chosen: tuple[str, ...]) -> None:
        if not self.time.chosen():
            self.time.choose(["frem"])
        self._kept.keep(_TIME, self.time.chosen()[0])
        self._kept.keep(_WHOSE, " ".join(self.whose.chosen()))
        self._draw()

    @Slot(str)
    def _on_house(self, house: str) -> None:
        self._kept.keep(_HOUSE, house)
        self._draw()


def _asked(session: Session, first: date) -> Answer:
    return attachments.attachments(session), listing.visits(session, first)
