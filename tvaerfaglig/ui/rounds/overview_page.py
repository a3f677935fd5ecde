"""The leader's overview of a round: how many stand where, what came of it, and what moved. Nobody is named.

The screen shows the tables that the paper prints: the same words, and the same numbers hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.rounds import overview, papers
from tvaerfaglig.services.rounds.overview import RoundOverview
from tvaerfaglig.services.rounds.papers import ShownTable, called
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.rounds import previews
from tvaerfaglig.ui.widgets import (
    Page,
    TableColumn,
    boxed,
    button,
    card,
    col,
    empty,
    flow,
    mark,
    message,
    page_head,
    row,
    scroller,
    small,
    strong,
    table,
    text,
)

WIDEST_EM, NUMBER_EM = 58, 11
_Line = tuple[str, ...]
_FEW = "For få er set sammen til, at der kan stå tal uden at pege på nogen."
_RUNS = "Runden er i gang. Tallene kan skrives ud, når den er lukket."


class OverviewPage(Page):
    """`left` goes back to the round."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.print_button = button("Udskriv", "outlined", "udskrift")
        self.top = page_head("Runden i tal", " ", self.print_button)
        self.top.offer_back("Tilbage til runden")
        super().__init__(self.top, None)
        self._found: RoundOverview | None = None
        self.top.back_pressed.connect(self.left)
        self.print_button.clicked.connect(self.print_now)

    # what the place asks

    def open_round(self, round_id: str) -> None:
        asked = self.desk.ask(overview.overview, self.desk.library, round_id)
        asked.then(self._show, self, failed=self._on_refused)

    def refresh(self) -> None:
        if self._found is not None:
            self.open_round(self._found.id)

    def start(self) -> None:
        self.top.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_now(self) -> None:
        """Of a closed round; of one that runs the page says why not."""
        if self._found is not None and self._found.closed:
            self.desk.preview_asked.emit(previews.overview(self.desk.library, self._found.id))

    def _on_refused(self, error: BaseException) -> None:
        self.desk.explain(error)
        self.left.emit()

    # showing

    def _show(self, found: RoundOverview) -> None:
        self._found = found
        made = found.stored.record
        self.top.say(
            "Runden i tal",
            f"{called(made, found.stuer)} · {danish.day_span(made.first, made.last)} · {found.house}",
        )
        self.print_button.setVisible(found.closed)
        runs = None if found.closed else message(_RUNS, "info")
        how = small(papers.HOW.format(least=found.counted.least))
        inner = col(
            runs, self._first(found), *self._tables(found), how, gap="apart", margins=(24, 14)
        )
        self.set_body(scroller(col(at_most(WIDEST_EM, inner), ..., gap=0)))
        if self.isVisible():
            self.start()

    def _first(self, found: RoundOverview) -> QWidget:
        """How far the round is, and what came of concern."""
        counted = found.counted
        rated = f"{counted.rated} af {found.asked}" if counted.rated else papers.HIDDEN
        lines = [
            ("Set sammen", rated),
            ("Vurderet til tiden", papers.share(found.on_time)),
            *((one.label, one.value) for one in papers.done(found)),
        ]
        return card("Runden", *(row((text(what), 1), strong(said)) for what, said in lines))

    def _tables(self, found: RoundOverview) -> Sequence[QWidget]:
        if found.counted.rated is None:
            return (empty("tal", "Ingen tal endnu", _FEW),)
        untold = papers.untold(found)
        return [*map(_card, papers.tables(found)), *([message(untold, "info")] if untold else [])]


def _card(counted: ShownTable) -> QWidget:
    """Small shapes with their words above, the numbers beneath them, calm and in the order of the house."""
    titles = (counted.first or "Børn", *(one.word for one in counted.columns))
    columns: list[TableColumn[_Line]] = [
        TableColumn(title, partial(_cell, at), em=NUMBER_EM if at else 0, number=bool(at))
        for at, title in enumerate(titles)
    ]
    made = table(columns, name=counted.heading)
    made.set_rows([(name.word, *cells) for name, cells in counted.lines])
    shapes = [mark(one.position.value) for one in counted.columns if one.position is not None]
    note = small(counted.note) if counted.note else None
    return card(counted.heading, boxed(flow(*shapes)) if shapes else None, made, note)


def _cell(at: int, line: _Line) -> str:
    return line[at]
