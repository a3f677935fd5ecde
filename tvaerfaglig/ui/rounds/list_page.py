"""All rounds one may see: what is asked of me first, then those that run, are planned, and are over."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.rounds.records import RoundState
from tvaerfaglig.services.rounds import planning, reading
from tvaerfaglig.services.rounds.papers import called
from tvaerfaglig.services.rounds.reading import RoundRow
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.rounds.wording import STATES, period, progress
from tvaerfaglig.ui.widgets import (
    ListRow,
    Page,
    RowList,
    boxed,
    button,
    col,
    empty,
    muted,
    page_foot,
    page_head,
)

_ORDER = (RoundState.I_GANG, RoundState.PLANLAGT, RoundState.LUKKET)


class ListPage(Page):
    """`opened` sends a round, `new_asked` when one is to be planned."""

    opened = Signal(str)
    new_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        form = desk.library.trivselsrunde
        self.new = button("Ny runde", "primary", "plus")
        head = page_head(
            "Trivselsrunder", "To voksne ser på barnet hver for sig, og så sammen.", self.new
        )
        super().__init__(head, None, page_foot(muted(f"{form.inside} {form.always}")))
        self.desk = desk
        self.list = RowList(name="Trivselsrunder")
        self.first = button("Planlæg den første runde", "outlined", "plus")
        self.nothing = empty(
            "trivselsrunde",
            "Her kommer de runder, hvor I ser på alle børn.",
            "Også dem, der ikke fylder så meget. Lederen planlægger, hvem der vurderer hvem.",
            self.first,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(boxed(col(self.list, margins=(20, 8, 20, 8))))
        self._stack.addWidget(self.nothing)
        self.set_body(self._stack)
        self.new.clicked.connect(self.new_asked)
        self.first.clicked.connect(self.new_asked)
        self.list.opened.connect(self.opened)
        self._plans = False
        self.new.hide()
        self.first.hide()

    def refresh(self) -> None:
        self.desk.ask(_rows).then(self._show, self)

    def start(self) -> None:
        (self.list if self.list.rows() else self.new if self._plans else self).setFocus()

    def _show(self, found: tuple[list[RoundRow], bool]) -> None:
        rows, self._plans = found
        today = self.desk.clock.now().date()
        rows = sorted(rows, key=lambda one: _ORDER.index(one.stored.record.status))
        self.list.set_rows([_row(one, today) for one in rows])
        self.new.setVisible(self._plans)
        self.first.setVisible(self._plans)
        self._stack.setCurrentIndex(0 if rows else 1)
        if self.isVisible():
            self.start()


def _rows(session: Session) -> tuple[list[RoundRow], bool]:
    return reading.rows(session), bool(planning.to_plan(session).houses)


def _row(one: RoundRow, today: date) -> ListRow:
    made = one.stored.record
    mine = (
        danish.count(one.mine_left, "barn venter på dig", "børn venter på dig")
        if one.mine_left
        else ""
    )
    late = made.status is RoundState.I_GANG and today > made.last
    return ListRow(
        key=one.stored.id,
        title=called(made, one.stuer),
        aside=period(made, today),
        under=progress(one),
        note=mine or STATES[made.status],
        due=("over" if late else "later") if mine else None,
        icon="trivselsrunde",
        colour="accent" if one.running else "muted",
    )
