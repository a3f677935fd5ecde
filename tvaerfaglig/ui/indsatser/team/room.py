"""The team's list: where each child stands, what was decided, who does it, and when one looks again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.deadline import due
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.services.efforts import team_page
from tvaerfaglig.services.efforts.team_page import TeamLine, TeamPage
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import FAMILIES
from tvaerfaglig.ui.indsatser.family import WRITE, way_to
from tvaerfaglig.ui.indsatser.papers.button import PapersButton
from tvaerfaglig.ui.indsatser.rooms import EffortRoom
from tvaerfaglig.ui.konsultationer.meeting_list import MeetingList, MeetingRow
from tvaerfaglig.ui.widgets import (
    SIGNS,
    ChipGroup,
    Pick,
    announce,
    boxed,
    button,
    col,
    empty,
    small,
)
from tvaerfaglig.ui.widgets.mark import Sign

KEYS = "Enter åbner barnets side. B skriver teamets beslutning."
_READS = "Enter åbner barnets side."
_UNDECIDED = Sign("maerke-neutral", "accent", "Til teamet")
_WAITS, _ALL = "venter", "alle"


class TeamKeys(MeetingList):
    """As any list; B is not searched for but writes the decision."""

    decided = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_B:
            self.decided.emit()
            return
        super().keyPressEvent(event)


class TeamRoom(EffortRoom):
    """Enter opens a child's page in the effort, B writes what is decided about her."""

    SHOWS = (Sheet.KIND, VisitLog.KIND)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.decide = button("Skriv beslutning", "primary", "kladde")
        self.decide.clicked.connect(self._on_decide)
        self.papers = PapersButton(desk, self)
        self.deeds = (self.papers, self.decide)
        self.filter = ChipGroup(
            [Pick(_ALL, "Hele listen"), Pick(_WAITS, "Venter på jer")],
            [_ALL],
            name="Vis",
            several=False,
        )
        self.keys_line = small(KEYS)
        self.list = TeamKeys(name="Teamets liste")
        self.list.decided.connect(self._on_decide)
        first = button("Til familierne", "outlined")
        first.clicked.connect(self._on_families)
        self.nothing = empty(
            "boern",
            "Her kommer de børn, teamet tænker på.",
            "Sæt et barn på indsatsen, og giv det en plads. Så står det her, til teamet tager det af igen.",
            first,
        )
        self.none_fit = empty("flueben", "Ingen venter på jer", "Alle børn har en beslutning.")
        self._stack = QStackedWidget()
        for each in (self.list, self.nothing, self.none_fit):
            self._stack.addWidget(each)
        self._unseen = small("")
        self.take(
            col(
                boxed(
                    col(
                        self.filter,
                        (self._stack, 1),
                        self.keys_line,
                        self._unseen,
                        gap="near",
                        margins=(22, 12, 22, 8),
                    )
                ),
                gap=0,
            )
        )
        self._found: TeamPage | None = None
        self.filter.changed.connect(self._on_filter)
        self.list.opened.connect(self._on_opened)

    def refresh(self) -> None:
        self.desk.ask(team_page.team_page, self.effort_id).then(self._show, self)
        if self.page is not None:
            self.papers.offer_effort(self.page.id, self.page.effort.name)

    def print_now(self) -> None:
        self.papers.press()

    def start(self) -> None:
        target = self.list if self.list.rows() else self.filter.buttons()[0]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def child_at_hand(self) -> str | None:
        line = self._current()
        return line.child if line else None

    def _show(self, found: TeamPage) -> None:
        had = self.list.hasFocus() or self._found is None
        self._found = found
        self.decide.setVisible(found.may_decide and bool(found.lines))
        self.keys_line.say(KEYS if found.may_decide else _READS)
        more = danish.count(found.unseen, "barn", "børn", spelled=True, neuter=True)
        self._unseen.say(f"{danish.capital(more)} til på listen, som du ikke har adgang til.")
        self._unseen.setVisible(bool(found.unseen))
        self._draw()
        self.headed.emit()
        if had and self.isVisible():
            self.start()

    def _draw(self) -> None:
        found = self._found
        if found is None:
            return
        only = self.filter.chosen() == (_WAITS,)
        lines = [one for one in found.lines if not only or one.waits(found.today)]
        self.list.set_groups(groups(lines, found))
        shown = self.list if lines else self.none_fit if found.lines else self.nothing
        self._stack.setCurrentWidget(shown)
        self.keys_line.setVisible(bool(lines))
        announce(self.list, danish.count(len(lines), "barn", "børn"))

    def _current(self) -> TeamLine | None:
        key = self.list.current()
        every = self._found.lines if self._found else ()
        return next((one for one in every if one.enrolment == key), None)

    @Slot(tuple)
    def _on_filter(self, chosen: tuple[str, ...]) -> None:
        if not chosen:
            self.filter.choose([_ALL])
        self._draw()

    @Slot(str)
    def _on_opened(self, enrolment: str) -> None:
        self.go(*way_to(enrolment))

    @Slot()
    def _on_decide(self) -> None:
        line, found = self._current(), self._found
        if found is None or not found.may_decide:
            return
        chosen = line or (found.lines[0] if found.lines else None)
        if chosen is not None:
            self.go(*way_to(chosen.enrolment, WRITE, found.form))

    @Slot()
    def _on_families(self) -> None:
        self.go(FAMILIES)


def groups(lines: list[TeamLine], found: TeamPage) -> list[tuple[str, list[MeetingRow]]]:
    """By where they stand; those about whom nothing is decided yet first."""
    made: dict[str, list[MeetingRow]] = {}
    for one in lines:
        made.setdefault(_heading(one), []).append(row(one, found))
    return list(made.items())


def _heading(one: TeamLine) -> str:
    if one.decided is None:
        return "Uden beslutning"
    return SIGNS[one.decided.position.value].word if one.decided.position else "På listen"


def row(one: TeamLine, found: TeamPage) -> MeetingRow:
    """»Ses igen tir 17. nov.« beside the decision and who has it."""
    made, today = one.decided, found.today
    said = made.what if made else "Teamet har ikke besluttet noget endnu."
    who = f"{made.who} gør det" if made and made.who else ""
    visits = f"{one.visits} besøg om barnet det seneste år" if one.visits else ""
    return MeetingRow(
        key=one.enrolment,
        day=_again(made.again if made else None, today),
        hours="ses igen" if made and made.again else "",
        heading=one.name,
        aside=f"hos {one.dagplejer}" if one.dagplejer else "",
        question=" · ".join(filter(None, (said, who, visits))),
        icon=_sign(one).icon,
        colour=_sign(one).colour,
        state=_sign(one).word,
        open_words=_written(one, today),
    )


def _again(on: date | None, today: date) -> str:
    return danish.capital(due(on, today).words) if on else ""


def _sign(one: TeamLine) -> Sign:
    position = one.decided.position if one.decided else None
    return SIGNS[position.value] if position else _UNDECIDED


def _written(one: TeamLine, today: date) -> str:
    """Whether her dagplejer has written, and whether it was gone through."""
    if one.written_on is None:
        return "Intet skema"
    day = danish.day_near(one.written_on, today).lower()
    return f"Skema {day}" if one.read else "Skema ikke læst"
