"""What stands on the papers of *Tal*: a house's year, and what a project came to. Nobody is named.

Whoever fills one in has already asked for permission, and hidden what is too small to count.
"""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.printouts.figure_charts.kinds import Chart
from tvaerfaglig.printouts.papers.parts import Fact, Imprint, StripFact


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The numbers of a drawing, and those that are not drawn. The first `named` columns say of what."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    named: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePiece:
    """A drawing, its table, or both; the title only where a figure has several."""

    title: str = ""
    chart: Chart | None = None
    table: FigureTable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePart:
    """One figure: what it is, its drawings and tables, and what to know when reading them."""

    heading: str
    what: str
    pieces: tuple[FigurePiece, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPaper:
    """A house's year beside the one before. `untold` are the figures that there is nothing of."""

    imprint: Imprint
    year: str
    period: str
    strip: tuple[StripFact, ...]
    parts: tuple[FigurePart, ...]
    untold: str = ""
    how: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectPaper:
    """What was planned and what was held of the efforts that bear a project's name, and what it came to."""

    imprint: Imprint
    project: str
    period: str
    about: tuple[Fact, ...]
    strip: tuple[StripFact, ...]
    parts: tuple[FigurePart, ...]
    untold: str = ""
    how: tuple[str, ...] = ()
