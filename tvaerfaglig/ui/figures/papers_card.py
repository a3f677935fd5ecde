"""Årsopgørelse and projektrapport: of which house, which year and which project. The leader's."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from tvaerfaglig.domain.figures.period import ALWAYS
from tvaerfaglig.domain.figures.period_name import named
from tvaerfaglig.services.figures.papers_offered import PapersOffered, papers_offered
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.figures import previews
from tvaerfaglig.ui.widgets import (
    Choice,
    button,
    choice,
    col,
    field,
    glyph,
    row,
    section,
    small,
)

YEAR, PROJECT = "aarsopgoerelse", "projektrapport"
_ALL = "Alle mine huse"
_SAYS = {
    YEAR: "Et hus og et skoleår ved siden af året før. Uden navne, og med små tal skjult.",
    PROJECT: "Planlagt og holdt, fremmøde, og før og efter. Af de indsatser, der bærer projektets navn.",
}


class PapersCard(QFrame):
    """Hidden for whoever leads no house. `asked`: a preview was asked for; `ready`: there is what to choose from."""

    asked = Signal()
    ready = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Husets tal på papir")
        self._desk = desk
        self._offered = PapersOffered()
        self._preferred = ("", "")
        self.paper: Choice = choice(((YEAR, "Årsopgørelse"),), YEAR)
        self.house, self.project = choice(()), choice(())
        self.year: Choice = choice(())
        self._says = small(_SAYS[YEAR])
        self._project_field = field("Projekt", self.project)
        self.go = button("Vis papiret", "outlined", "vis")
        self.setLayout(
            col(
                row(glyph("tal", "accent"), (section("Husets tal"), 1)),
                field("Hvilket papir om tallene?", self.paper),
                self._says,
                self._project_field,
                field("Hus", self.house),
                field("År", self.year),
                row(self.go, ...),
                margins=(16, 12, 16, 14),
            )
        )
        self.paper.chosen_changed.connect(self._on_paper)
        self.go.clicked.connect(self._on_go)
        self.hide()

    def prefer(self, house: str, period: str) -> None:
        """What somebody looks at is what she first is offered on paper."""
        self._preferred = (house, period)

    def load(self) -> None:
        """What can be had now."""
        self._desk.ask(papers_offered).then(self._offer, self)

    def _offer(self, found: PapersOffered) -> None:
        self._offered = found
        papers = [(YEAR, "Årsopgørelse"), *([(PROJECT, "Projektrapport")] if found.tags else [])]
        kept = self.paper.chosen()
        self.paper.offer(papers, kept if kept in dict(papers) else YEAR)
        self.project.offer([(one, one) for one in found.tags], self.project.chosen())
        self.setVisible(bool(found.houses))
        self._on_paper(self.paper.chosen())
        if found.houses:
            self.ready.emit()

    @Slot(str)
    def _on_paper(self, paper: str) -> None:
        """A year is of one house; a project may be of all, and of all years."""
        found, whole = self._offered, paper == PROJECT
        houses = [(one.id, one.name) for one in found.houses]
        years = [(one, f"Skoleåret {one}") for one in found.years]
        if whole and len(houses) > 1:
            houses = [("", _ALL), *houses]
        if whole:
            years = [(ALWAYS.name, ALWAYS.name), *years]
        house, year = self._preferred
        self.house.offer(houses, house or self.house.chosen())
        wanted = year if year in dict(years) else self.year.chosen()
        self.year.offer(years, wanted if wanted in dict(years) else "")
        self._project_field.setVisible(whole)
        self._says.say(_SAYS[paper])

    @Slot()
    def _on_go(self) -> None:
        library, house, year = self._desk.library, self.house.chosen(), self.year.chosen()
        if self.paper.chosen() == YEAR:
            request = previews.year(library, house, year)
        else:
            houses = frozenset({house} - {""})
            request = previews.project(
                library, self.project.chosen(), houses, named(year) or ALWAYS
            )
        self._preferred = ("", "")
        self.asked.emit()
        self._desk.preview_asked.emit(request)
