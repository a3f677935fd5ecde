"""The days of a proposal: each with a tick, and those left out, moved or planned before with the reason beside."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.visiting.year import YearDay
from tvaerfaglig.services.efforts.sessions import Proposal
from tvaerfaglig.ui.indsatser.days.wording import plan_reason
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import Tick, empty_layout, frame, muted, row, small, tick


class ProposedDays(QWidget):
    """All that are new are chosen; `changed` comes when a tick does."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._ticks: list[tuple[Tick, YearDay]] = []
        self.setLayout(self._lines)

    def show_days(self, proposal: Proposal) -> None:
        empty_layout(self._lines)
        self._ticks = []
        for one in proposal.days:
            self._lines.addWidget(self._line(one, proposal))

    def show_none(self, why: str) -> None:
        """Nothing can be proposed, and why."""
        empty_layout(self._lines)
        self._ticks = []
        self._lines.addWidget(muted(why))

    def chosen(self) -> tuple[YearDay, ...]:
        return tuple(one for box, one in self._ticks if box.isChecked())

    def _line(self, one: YearDay, proposal: Proposal) -> QWidget:
        reason = plan_reason(one)
        if one.day is None or one.day in proposal.standing:
            words = reason if one.day is None else "Er planlagt"
            day = muted(_said(one.day or one.asked))
            day.setMinimumWidth(look().theme.em(12))
            return frame("row", row(day, (small(words), 1), gap=12, margins=(42, 6, 0, 6)))
        box = tick(_said(one.day), on=True)
        box.setMinimumWidth(look().theme.em(14))
        box.setAccessibleDescription(reason)
        box.toggled.connect(self._on_toggled)
        self._ticks.append((box, one))
        return frame("row", row(box, (small(reason), 1), gap=12, margins=(0, 4)))

    @Slot()
    def _on_toggled(self) -> None:
        self.changed.emit()


def _said(day: date) -> str:
    return danish.capital(danish.day_table(day))
