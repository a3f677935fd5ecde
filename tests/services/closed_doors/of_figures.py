"""Doors to figures: they name nobody, and still are only for who leads the house."""

from __future__ import annotations

from tests.services.closed_doors.shelf import Act
from tvaerfaglig.domain.figures.period import ALWAYS
from tvaerfaglig.services import library
from tvaerfaglig.services.figures import project_paper, reading, taking_out, year_paper
from tvaerfaglig.services.figures.page import Wanted
from tvaerfaglig.services.figures.showing import reading as showing
from tvaerfaglig.services.lists.tables import Form

HOUSE = "maelkeboetten"
WANTED = Wanted(houses=frozenset({HOUSE}))
LIBRARY = library.load()

CLOSED: dict[str, Act] = {
    "figures.taking_out.take_out": lambda s, _: taking_out.take_out(
        s, WANTED, taking_out.Which.TAL, Form.CSV
    ),
    "figures.reading.figures": lambda s, _: reading.figures(s, WANTED),
    "figures.showing.reading.shown_figures": lambda s, _: showing.shown_figures(s, LIBRARY, WANTED),
    "figures.year_paper.look_at_year": lambda s, _: year_paper.look_at_year(
        s, LIBRARY, HOUSE, "2026/27"
    ),
    "figures.year_paper.year_paper": lambda s, _: year_paper.year_paper(
        s, LIBRARY, HOUSE, "2026/27"
    ),
    "figures.project_paper.look_at_project": lambda s, _: project_paper.look_at_project(
        s, LIBRARY, "pulje", frozenset({HOUSE}), ALWAYS
    ),
    "figures.project_paper.project_paper": lambda s, _: project_paper.project_paper(
        s, LIBRARY, "pulje", frozenset({HOUSE}), ALWAYS
    ),
}
