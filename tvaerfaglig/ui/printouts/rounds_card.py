"""Trivselsrunder: which round, and which of its papers. A child's own sheet is had where it was agreed on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame

from tvaerfaglig.domain.rounds.records import RoundState
from tvaerfaglig.services.rounds import papers, reading
from tvaerfaglig.services.rounds.papers import called
from tvaerfaglig.services.rounds.reading import RoundPage, RoundRow
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.rounds import previews
from tvaerfaglig.ui.widgets import Choice, button, choice, col, field, glyph, row, section, small

LIST, LETTER, FIGURES = "liste", "brev", "tal"
_SAYS = {
    LIST: "Børnene med form og ord for denne runde og den før. Ingen tekst om nogen.",
    LETTER: "Hvad en runde er, hvem der vurderer, hvor længe det gemmes, og hvad forældrene har ret til.",
    FIGURES: "Uden navne, og med små tal skjult. Kan skrives ud, når runden er lukket.",
}
_LIST = (LIST, "Stueliste")
_LEADERS = ((LETTER, "Brev til forældrene"), (FIGURES, "Runden i tal"))
_CHILD = "Et barns ark ligger ved det, I har skrevet sammen om barnet, inde i runden."


class RoundsCard(QFrame):
    """Hidden while there is no round to print of."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Trivselsrunde")
        self._desk = desk
        self._rows: dict[str, RoundRow] = {}
        self.round: Choice = choice(())
        self.paper: Choice = choice((_LIST,), LIST)
        self._says = small(_SAYS[LIST])
        self.go = button("Vis papiret", "outlined", "vis", name="Vis papiret til runden")
        self.setLayout(
            col(
                row(glyph("trivselsrunde", "accent"), (section("Trivselsrunde"), 1)),
                field("Hvilken runde?", self.round),
                field("Hvilket papir til runden?", self.paper),
                self._says,
                small(_CHILD),
                row(self.go, ...),
                margins=(16, 12, 16, 14),
            )
        )
        self.round.chosen_changed.connect(self._on_round)
        self.paper.chosen_changed.connect(self._on_paper)
        self.go.clicked.connect(self._on_go)
        self.hide()

    def load(self) -> None:
        self._desk.ask(reading.rows).then(self._offer, self)

    def _offer(self, rows: list[RoundRow]) -> None:
        begun = [
            one for one in rows if one.stored.record.status is not RoundState.PLANLAGT or one.leads
        ]
        self._rows = {one.stored.id: one for one in begun}
        named = [(one.stored.id, called(one.stored.record, one.stuer)) for one in begun]
        self.round.offer(named, named[0][0] if named else "")
        self.setVisible(bool(begun))
        self._on_round(self.round.chosen())

    @Slot(str)
    def _on_round(self, round_id: str) -> None:
        one = self._rows.get(round_id)
        if one is None:
            return
        closed = one.stored.record.status is RoundState.LUKKET
        more = [each for each in _LEADERS if one.leads and (closed or each[0] != FIGURES)]
        kept = self.paper.chosen()
        offered = [_LIST, *more]
        self.paper.offer(offered, kept if kept in dict(offered) else LIST)
        self._on_paper(self.paper.chosen())

    @Slot(str)
    def _on_paper(self, paper: str) -> None:
        self._says.say(_SAYS.get(paper, ""))

    @Slot()
    def _on_go(self) -> None:
        round_id, library = self.round.chosen(), self._desk.library
        if self.paper.chosen() == LETTER:
            self._desk.preview_asked.emit(previews.letter(library, round_id))
        elif self.paper.chosen() == FIGURES:
            self._desk.preview_asked.emit(previews.overview(library, round_id))
        elif round_id:
            asked = self._desk.ask(reading.round_page, library, round_id)
            asked.then(self._on_page, self)

    def _on_page(self, page: RoundPage) -> None:
        named = self._desk.ask(papers.children_on, page)
        named.then(partial(self._show_list, page.id), self)

    def _show_list(self, round_id: str, children: tuple[str, ...]) -> None:
        self._desk.preview_asked.emit(previews.room_list(self._desk.library, round_id, children))
