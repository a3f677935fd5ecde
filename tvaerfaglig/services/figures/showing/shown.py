"""What stands on the page and on the papers: a question, its short answer, its drawings and its tables."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.figures.definitions import Definition
from tvaerfaglig.printouts.figure_charts.kinds import Chart

__all__ = ["Chart", "Headline", "NumberTable", "Piece", "Question", "Variant"]

HIDDEN = "skjult"
NONE_YET, NONE = "ingen endnu", "ingen"
_NOUGHT = {"0", "–"}


@dataclass(frozen=True, slots=True)
class NumberTable:
    """The same numbers as in the drawing, and those that are not drawn. The first `named` columns say of what."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    named: int = 1

    @property
    def empty(self) -> bool:
        """Whether nobody was counted in any row."""
        return all(cell in _NOUGHT for row in self.rows for cell in row[self.named :])

    @property
    def hides(self) -> bool:
        return any(HIDDEN in cell for row in self.rows for cell in row)

    @property
    def tells(self) -> bool:
        """Whether any number stands in it; a table of »skjult« alone need not be read line by line."""
        cells = (cell for row in self.rows for cell in row[self.named :])
        return any(cell not in {*_NOUGHT, HIDDEN, "0 (0 %)"} for cell in cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A drawing with its table. Some tables are so long or so small that nothing is drawn.

    `note` says what the drawing leaves out.
    """

    title: str = ""
    chart: Chart | None = None
    table: NumberTable
    note: str = ""


@dataclass(frozen=True, slots=True)
class Headline:
    """The one number: »33,4 måneder«, of what, and what it is laid beside."""

    number: str
    unit: str
    of_what: str
    against: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One way to count it; most figures have one only, without a name."""

    id: str = ""
    name: str = ""
    answer: str = ""
    headline: Headline | None = None
    pieces: tuple[Piece, ...] = ()

    @property
    def hides(self) -> bool:
        return any(piece.table.hides for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`compares`: its groups ask to be read as cause and effect. `empty` says what is needed before it counts."""

    definition: Definition
    variants: tuple[Variant, ...]
    compares: bool
    empty: str = ""

    @property
    def id(self) -> str:
        return self.definition.id

    @property
    def tells(self) -> bool:
        """Whether there is a number in any of its tables."""
        return any(piece.table.tells for one in self.variants for piece in one.pieces)
