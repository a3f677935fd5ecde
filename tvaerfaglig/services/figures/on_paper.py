"""The questions of the page as parts of a paper: the same drawings, and of the tables what paper has room for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.figures.definitions import Definitions
from tvaerfaglig.domain.figures.shares import Parts
from tvaerfaglig.printouts.figure_charts.kinds import Stacks
from tvaerfaglig.printouts.papers.figures import FigurePart, FigurePiece, FigureTable
from tvaerfaglig.services.figures.showing.parted import bars, parts_table
from tvaerfaglig.services.figures.showing.shown import NumberTable, Piece, Question, Variant

_NOT_ON_PAPER = {"Halvdelen nået", "De har ventet"}
"""Paper is narrow: on the screen these stand in the table too."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Parts of a paper, the figures there is nothing of yet, and those that are hidden altogether."""

    parts: tuple[FigurePart, ...]
    empty: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()

    def __add__(self, other: Gathered) -> Gathered:
        return Gathered(
            self.parts + other.parts, self.empty + other.empty, self.hidden + other.hidden
        )


def gathered(questions: Iterable[Question], words: Definitions) -> Gathered:
    """In their order; what tells nothing is named once, at the end."""
    each = tuple(questions)
    return Gathered(
        tuple(part(one, words) for one in each if one.tells),
        tuple(one.definition.name for one in each if one.empty),
        tuple(one.definition.name for one in each if not one.tells and not one.empty),
    )


def part(question: Question, words: Definitions) -> FigurePart:
    """`what` says also what is counted: a paper is read far from the definitions."""
    told = question.definition
    several = len(question.variants) > 1
    some = [one for one in question.variants if not several or one.headline]
    return FigurePart(
        heading=told.name,
        what=f"{told.what} {told.counts}",
        pieces=tuple(_pieces(some)),
        notes=tuple(_notes(question, some, words)),
    )


def _pieces(variants: Sequence[Variant]) -> Iterable[FigurePiece]:
    for one in variants:
        for piece in one.pieces:
            if not piece.table.tells:
                continue
            title = " · ".join(filter(None, (one.name, piece.title)))
            yield paper_piece(Piece(title=title, chart=piece.chart, table=piece.table))


def paper_piece(piece: Piece) -> FigurePiece:
    """Bars have their numbers in them: a table beside would say it again."""
    beside = None if isinstance(piece.chart, Stacks) else table(piece.table)
    return FigurePiece(title=piece.title, chart=piece.chart, table=beside)


def table(made: NumberTable) -> FigureTable:
    kept = [at for at, head in enumerate(made.heads) if head not in _NOT_ON_PAPER]
    return FigureTable(
        tuple(made.heads[at] for at in kept),
        tuple(tuple(row[at] for at in kept) for row in made.rows),
        made.named,
    )


def _notes(question: Question, variants: Sequence[Variant], words: Definitions) -> Iterable[str]:
    if question.definition.not_yet:
        not_yet = question.definition.not_yet
        yield f"Endnu ikke: {not_yet[:1].lower()}{not_yet[1:]}"
    yield from (piece.note for one in variants for piece in one.pieces if piece.note)
    if any(one.hides for one in variants):
        yield words.hidden


def kept_promises(
    rows: Mapping[str, tuple[Parts, ...]], parts: Sequence[str], group: str
) -> FigurePiece | None:
    """All that was promised in one drawing; None where nothing was."""
    some = [(name, each) for name, each in rows.items() if any(one.whole != 0 for one in each)]
    if not some:
        return None
    made = Piece(chart=bars(parts, some), table=parts_table(parts, some, "Hvad", group))
    return paper_piece(made)


def untold(found: Gathered) -> str:
    """What there is nothing of, and what is hidden, each said once."""
    said = []
    if found.empty:
        said.append(f"Der er ikke noget at tælle endnu om {_names(found.empty)}.")
    if found.hidden:
        said.append(
            f"Helt skjult, fordi det handler om færre end fem børn, er {_names(found.hidden)}."
        )
    return " ".join(said)


def _names(names: Sequence[str]) -> str:
    return danish.join_and([name[:1].lower() + name[1:] for name in names])
