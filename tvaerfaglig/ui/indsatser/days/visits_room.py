"""Besøg: those to a family or a dagplejer as a log of their own, those to the house as Konsultationer has them.

Konsulentbesøg are planned, held and told of in Konsultationer › Besøg, with their day list and the contribution in
eight areas and three steps. Here they are shown and counted, and Enter leads there: one calendar, not two
(`services.efforts.house_visits` says why).
"""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import SessionState
from tvaerfaglig.domain.efforts.rhythm import Every
from tvaerfaglig.domain.visiting.visit import Visit
from tvaerfaglig.services.efforts import visit_page
from tvaerfaglig.services.efforts.papers.visits import NOT_HELD
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.services.efforts.visit_page import VisitPage, VisitRow
from tvaerfaglig.services.efforts.visits import Held
from tvaerfaglig.services.visiting.papers import minutes_words
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser.days import VISIT_PLAN
from tvaerfaglig.ui.indsatser.papers import previews
from tvaerfaglig.ui.indsatser.rooms import EffortRoom
from tvaerfaglig.ui.konsultationer.meeting_list import MeetingList, MeetingRow
from tvaerfaglig.ui.visiting import PLACE as MEETINGS
from tvaerfaglig.ui.visiting import way as visit_way
from tvaerfaglig.ui.visiting import wording as house_wording
from tvaerfaglig.ui.widgets import boxed, button, col, empty, guidance, small, well

WAITS, AHEAD, DONE = "Blev de holdt?", "Kommende", "Holdt og aflyst"


class VisitsRoom(EffortRoom):
    """Enter opens a visit: to be told of, put right or read."""

    SHOWS = (VisitLog.KIND, Visit.KIND)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.year_button = button("Planlæg et år", "outlined", "kalender")
        self.new_button = button("Skriv et besøg", "primary", "plus")
        self.house_button = button("Planlæg i Besøg", "primary", "kalender")
        self.report_button = button("Besøgsrapport", "outlined", "udskrift")
        self.deeds = (self.report_button, self.year_button, self.new_button, self.house_button)
        self.list = MeetingList(name="Besøg")
        self.nothing = empty(
            "sted", "Ingen besøg endnu.", "Planlæg det første, eller skriv et, der er holdt."
        )
        self.of_house = guidance(
            "Sundhedsplejerskens besøg i huset planlægges og skrives under Konsultationer, Besøg. "
            "Her ser du dem, der hører til indsatsen."
        )
        self._unattached = small("")
        self.unattached = well(self._unattached)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        inner = col(self.of_house, self.unattached, (self._stack, 1), margins=(22, 12, 22, 10))
        self.take(col(boxed(inner)))
        self._found: VisitPage | None = None
        self._connect()

    def _connect(self) -> None:
        self.new_button.clicked.connect(partial(self.go, "nytbesoeg"))
        self.year_button.clicked.connect(partial(self.go, VISIT_PLAN))
        self.house_button.clicked.connect(self._to_house)
        self.report_button.clicked.connect(self.print_now)
        self.list.opened.connect(self._on_opened)

    def open(self, page: EffortPage, which: str) -> None:
        self._found = None
        super().open(page, which)
        if which:
            self.go("besoegsnote", which)

    def refresh(self) -> None:
        self.desk.ask(visit_page.visit_page, self.effort_id).then(self._show, self)

    def start(self) -> None:
        target = self.list if self.list.rows() else self.new_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def print_now(self) -> None:
        """The report of the visit that is marked, once it was held."""
        found, page = self._found, self.page
        marked = self.list.current()
        row = next((one for one in found.rows if one.stored.id == marked), None) if found else None
        if row is None or page is None:
            return
        visit = row.stored.record
        if visit.status is not SessionState.HOLDT:
            self.desk.say(NOT_HELD, "info")
            return
        child = visit.child
        request = previews.of_visit(
            EffortPaper.BESOEG, marked, row.whom, child=child, effort="" if child else page.id
        )
        self.desk.preview_asked.emit(request)

    def _show(self, found: VisitPage) -> None:
        page, fresh = self.page, self._found is None
        if page is None or found.effort != page.id:
            return
        self._found = found
        rows = _house_groups(found) if found.of_house else _groups(found)
        self.list.set_groups(rows)
        any_here = any(each for _, each in rows)
        self._stack.setCurrentWidget(self.list if any_here else self.nothing)
        self.line = _kept(found.held, len(_ahead(found)))
        runs = found.runs and page.effort.is_open
        of_house = found.of_house
        self.new_button.setVisible(runs and of_house is None)
        self.year_button.setVisible(
            runs and of_house is None and page.kind.rhythm.every is Every.AAR
        )
        self.house_button.setVisible(of_house is not None)
        held = any(one.stored.record.status is SessionState.HOLDT for one in found.rows)
        self.report_button.setVisible(of_house is None and held)
        self.of_house.setVisible(of_house is not None)
        self._say_unattached(of_house.unattached if of_house else ())
        self.headed.emit()
        if fresh and self.isVisible():
            self.start()

    def _say_unattached(self, names: tuple[str, ...]) -> None:
        self.unattached.setVisible(bool(names))
        self._unattached.say(
            f"{danish.join_and(names)} har ingen fast dag i huset endnu. "
            "Det gøres under Konsultationer, Besøg."
        )

    @Slot(str)
    def _on_opened(self, visit: str) -> None:
        if self._found is not None and self._found.of_house is not None:
            self.desk.go(MEETINGS, visit_way(visit))
        else:
            self.go("besoegsnote", visit)

    @Slot()
    def _to_house(self) -> None:
        self.desk.go(MEETINGS, visit_way())


def _ahead(found: VisitPage) -> list[date]:
    of_house = found.of_house
    if of_house is not None:
        days = [row.stored.record for row in of_house.rows]
        return [one.day for one in days if one.day > found.today]
    return [one.stored.record.day for one in found.rows if one.stored.record.day > found.today]


def _kept(held: Held, ahead: int) -> str:
    """»5 af 7 planlagte besøg holdt · 3 af flere faggrupper sammen · 4 kommer«."""
    parts = [
        f"{held.held} af {danish.count(held.planned, 'planlagt', 'planlagte')} besøg holdt" if held.planned else "",
        f"{held.together} af flere faggrupper sammen" if held.together else "",
        f"{held.cancelled} aflyst" if held.cancelled else "",
        f"{ahead} kommer" if ahead else "",
    ]  # fmt: skip
    return " · ".join(filter(None, parts))


def _house_groups(found: VisitPage) -> list[tuple[str, list[MeetingRow]]]:
    rows = found.of_house.rows if found.of_house else ()
    groups: dict[str, list[MeetingRow]] = {WAITS: [], AHEAD: [], DONE: []}
    for one in rows:
        visit = one.stored.record
        planned = visit.status.value == SessionState.PLANLAGT.value
        made = house_wording.row(one, found.today)
        groups[_group(visit.day, found.today, planned=planned)].append(made)
    groups[DONE].reverse()
    return list(groups.items())


def _groups(found: VisitPage) -> list[tuple[str, list[MeetingRow]]]:
    """What waits for a word first, then what is coming, then what has been with the newest on top."""
    groups: dict[str, list[MeetingRow]] = {WAITS: [], AHEAD: [], DONE: []}
    for one in found.rows:
        visit = one.stored.record
        planned = visit.status is SessionState.PLANLAGT
        groups[_group(visit.day, found.today, planned=planned)].append(_row(one, found.today))
    groups[AHEAD].reverse()
    return list(groups.items())


def _group(day: date, today: date, *, planned: bool) -> str:
    if planned:
        return WAITS if day < today else AHEAD
    return DONE


def _row(one: VisitRow, today: date) -> MeetingRow:
    visit = one.stored.record
    icon, colour, words = _state(visit, today)
    return MeetingRow(
        key=one.stored.id,
        day=danish.capital(
            danish.day_short(visit.day) if visit.day == today else danish.day_near(visit.day, today)
        ),
        hours=danish.clock(visit.at) if visit.at else "",
        heading=one.whom,
        aside=f"{danish.join_and([danish.first_name(each) for each in one.who])}, {visit.where.word}",
        question=visit.cancelled_because or visit.decided or visit.about_what,
        icon=icon,
        colour=colour,
        state=words,
        open_words=minutes_words(visit.minutes) if visit.status is SessionState.HOLDT else "",
    )


def _state(visit: VisitLog, today: date) -> tuple[str, str, str]:
    if visit.status is SessionState.HOLDT:
        return "flueben", "ok", "Holdt"
    if visit.status is SessionState.AFLYST:
        return "minus", "muted", "Aflyst"
    if visit.day < today:
        return "ur", "watch", "Blev det holdt?"
    return (
        ("kalender", "accent", "I dag") if visit.day == today else ("kalender", "muted", "Planlagt")
    )
