"""Hvem kom hvornår: days downwards and families across, in symbols and words, with shares that carry their n."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.attendance import Came, Cell, people_words
from tvaerfaglig.domain.efforts.records import EffortSession, Presence
from tvaerfaglig.services.efforts import attendance
from tvaerfaglig.services.efforts.attendance import Attendance
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser.days import DAYS, wording
from tvaerfaglig.ui.indsatser.papers.button import PapersButton
from tvaerfaglig.ui.indsatser.rooms import EffortRoom
from tvaerfaglig.ui.widgets import (
    Table,
    TableColumn,
    boxed,
    col,
    empty,
    empty_layout,
    scroller,
    small,
    table,
)

LEGEND = "✓ nogen kom · – ingen kom, med grunden · ? mangler svar · tom: ikke med den dag"
_SYMBOLS = {Came.KOM: "✓", Came.KOM_IKKE: "–", Came.MANGLER: "?", Came.UDEN_FOR: ""}


@dataclass(frozen=True, slots=True)
class _Line:
    """A day, or the last line with the shares: its heading, one cell a family as shown and as said, and the share."""

    heading: str
    shown: tuple[str, ...]
    spoken: tuple[str, ...]
    share: str


class AttendanceRoom(EffortRoom):
    """Those one may see and nobody else; the others are counted beneath."""

    SHOWS = (EffortSession.KIND, Presence.KIND)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.back, self.back_to = "Tilbage til dagene", DAYS
        self.heading = "Hvem kom hvornår"
        self.table: Table[_Line] | None = None
        self._place = QVBoxLayout()
        self._place.setSpacing(10)
        inner = boxed(col(self._place, ..., margins=(24, 16)))
        self.take(col(scroller(col(inner, gap=0)), gap=0))
        self.papers = PapersButton(desk, self)
        self.deeds = (self.papers,)

    def refresh(self) -> None:
        self.desk.ask(attendance.attendance, self.effort_id).then(self._show, self)
        if self.page is not None:
            self.papers.offer_effort(self.page.id, self.page.effort.name)

    def print_now(self) -> None:
        self.papers.press()

    def start(self) -> None:
        if self.table is not None:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.setFocus()

    def _show(self, found: Attendance) -> None:
        empty_layout(self._place)
        self.table = None
        self.line = f"{self.page.effort.name if self.page else ''} · {_whole(found)}"
        if found.grid.days and found.names:
            self.table = _table(found)
            self._place.addWidget(self.table)
            self._place.addWidget(small(LEGEND))
        else:
            words = "Det begynder med det første opråb."
            self._place.addWidget(empty("tal", "Ingen dage er holdt endnu.", words))
        if found.unseen:
            self._place.addWidget(small(_unseen(found.unseen)))
        self.headed.emit()
        if self.isVisible():
            self.start()


def _whole(found: Attendance) -> str:
    families = danish.count(len(found.names), "familie", "familier")
    return f"{wording.share(found.grid.whole)} · {families}"


def _unseen(count: int) -> str:
    said = danish.count(count, "familie", "familier", spelled=True)
    return f"{danish.capital(said)} mere er med. Dem har du ikke adgang til, så de er ikke talt med her."


def _table(found: Attendance) -> Table[_Line]:
    columns: list[TableColumn[_Line]] = [TableColumn("Dag", lambda one: one.heading, em=9)]
    for nr, name in enumerate(found.names.values()):
        columns.append(
            TableColumn(
                name,
                lambda one, nr=nr: one.shown[nr],  # type: ignore[misc]
                spoken=lambda one, nr=nr: one.spoken[nr],  # type: ignore[misc]
            )
        )
    columns.append(TableColumn("I alt", lambda one: one.share, em=10, number=True))
    made = table(columns, name="Fremmøde, dage og familier")
    made.set_rows(_lines(found))
    return made


def _lines(found: Attendance) -> list[_Line]:
    names, grid = list(found.names.values()), found.grid
    lines = [
        _Line(
            danish.capital(danish.day_short(day.record.day)),
            tuple(_cell(one, name) for one, name in zip(cells, names, strict=True)),
            tuple(_spoken(one, name) for one, name in zip(cells, names, strict=True)),
            wording.share(grid.of_day(at)),
        )
        for at, (day, cells) in enumerate(zip(grid.days, grid.cells, strict=True))
    ]
    shares = tuple(wording.share(grid.of_family(at)) for at in range(len(names)))
    spoken = tuple(f"{name}: {said}" for name, said in zip(names, shares, strict=True))
    return [*lines, _Line("I alt", shares, spoken, wording.share(grid.whole))]


def _cell(one: Cell, name: str) -> str:
    words = danish.join_and(people_words(map(_first, one.there), name)) or one.reason.lower()
    return f"{_SYMBOLS[one.came]} {words}".strip()


def _first(called: str) -> str:
    return danish.first_name(called)


def _spoken(one: Cell, name: str) -> str:
    there = danish.join_and(people_words(map(_first, one.there), name))
    words = {
        Came.KOM: f"kom, {there}",
        Came.KOM_IKKE: f"kom ikke, {one.reason.lower()}",
        Came.MANGLER: "mangler svar",
        Came.UDEN_FOR: "ikke med den dag",
    }
    return f"{name}: {words[one.came]}"
