"""Dage: what waits for an answer, today, what is coming and what has been; from here the days are planned."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain.efforts.kind import Indicator
from tvaerfaglig.domain.efforts.records import EffortSession, Presence, SessionState
from tvaerfaglig.services.efforts import attendance
from tvaerfaglig.services.efforts.attendance import DaysPage
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser.days import ATTENDANCE, DAY, PLAN, ROLL, wording
from tvaerfaglig.ui.indsatser.rooms import EffortRoom
from tvaerfaglig.ui.konsultationer.meeting_list import MeetingList
from tvaerfaglig.ui.widgets import boxed, button, col, empty, small

KEYS = "Enter åbner dagen. O begynder opråbet for den dag, du står på."


class DayKeys(MeetingList):
    """As any list of meetings; O calls the roll of the day one stands on."""

    roll_asked = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_O and self.current():
            self.roll_asked.emit(self.current())
            return
        super().keyPressEvent(event)


class DaysRoom(EffortRoom):
    """`which` is a day: then one is led on to it."""

    SHOWS = (EffortSession.KIND, Presence.KIND)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.plan_button = button("Planlæg dage", "primary", "kalender")
        self.grid_button = button("Hvem kom hvornår", "outlined", "tal")
        self.one_button = button("En enkelt dag", "outlined", "plus")
        self.deeds = (self.grid_button, self.one_button, self.plan_button)
        self.list = DayKeys(name="Dage")
        self.first = button("Planlæg dage", "primary", "kalender")
        self.nothing = empty(
            "kalender",
            "Ingen dage endnu.",
            "Vælg den første dag, så foreslår programmet resten og springer helligdagene over.",
            self.first,
        )
        self.none_yet = empty(
            "kalender", "Ingen dage endnu.", "De, der står for indsatsen, planlægger dem."
        )
        self._stack = QStackedWidget()
        for each in (self.list, self.nothing, self.none_yet):
            self._stack.addWidget(each)
        self._keys = small(KEYS)
        self.take(col(boxed(col((self._stack, 1), self._keys, margins=(22, 12, 22, 10)))))
        self._found: DaysPage | None = None
        self._connect()

    def _connect(self) -> None:
        self.plan_button.clicked.connect(partial(self.go, PLAN))
        self.first.clicked.connect(partial(self.go, PLAN))
        self.one_button.clicked.connect(partial(self.go, "nydag"))
        self.grid_button.clicked.connect(partial(self.go, ATTENDANCE))
        self.list.opened.connect(partial(self.go, DAY))
        self.list.roll_asked.connect(self._on_roll_asked)

    def open(self, page: EffortPage, which: str) -> None:
        if which:
            self.page = page
            self.go(DAY, which)
            return
        self._found = None
        super().open(page, which)

    def refresh(self) -> None:
        self.desk.ask(attendance.days_page, self.effort_id).then(self._show, self)

    def start(self) -> None:
        target = self.list if self.list.rows() else self.first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, found: DaysPage) -> None:
        page, fresh = self.page, self._found is None
        if page is None:
            return
        self._found = found
        today = self.desk.clock.now().date()
        self.list.set_groups(wording.groups(found, today))
        empty_page = self.nothing if page.runs and page.effort.is_open else self.none_yet
        self._stack.setCurrentWidget(self.list if found.days else empty_page)
        self.line = wording.kept(found.kept, *_words(page))
        runs = page.runs and page.effort.is_open
        self.plan_button.setVisible(runs and bool(found.days))
        self.grid_button.setVisible(page.effort.subject.has_families and bool(found.days))
        self._keys.setVisible(page.runs and page.effort.subject.has_families and bool(found.days))
        self.one_button.setVisible(runs)
        self.headed.emit()
        if fresh and self.isVisible():
            self.start()

    @Slot(str)
    def _on_roll_asked(self, day: str) -> None:
        found, page = self._found, self.page
        if found is None or page is None or not page.runs or not page.effort.subject.has_families:
            return
        stored = next((one for one in found.days if one.id == day), None)
        waits = stored is None or stored.record.status is SessionState.AFLYST
        begun = not waits and stored and not stored.record.not_begun(self.desk.clock.now())
        self.go(ROLL if begun else DAY, day)


def _words(page: EffortPage) -> tuple[str, str]:
    """A young mother is in praktik on her days."""
    praktik = Indicator.TIMER in page.kind.indicators and bool(page.kind.phases)
    return ("praktikdag", "praktikdage") if praktik else ("dag", "dage")
