"""The figures that are neither waits nor shares: levels, moves, and the national variables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.figures.levels import Levels
from tvaerfaglig.domain.figures.national import Variable
from tvaerfaglig.domain.figures.positions import POSITIONS, Moves
from tvaerfaglig.domain.figures.spread import Spread
from tvaerfaglig.printouts.figure_charts.kinds import Lane, Spreads, Square, Squares
from tvaerfaglig.services.figures.showing.measures import STEPS, middle
from tvaerfaglig.services.figures.showing.shown import HIDDEN, NONE, NumberTable, Piece, Variant

_MOST_SQUARES = 4
_ALL = "Alle"
_TEN = 10.0


def levels(groups: Sequence[Levels], group: str) -> Iterable[Variant]:
    """First and latest beneath one another; the change stands in the table."""
    lanes = tuple(
        Lane(
            name,
            tuple(middle(one.group, getattr(one, at), _why(one), STEPS) for one in groups),
        )
        for name, at in (("Første tal", "first"), ("Seneste tal", "latest"))
    )
    told = [one for one in groups if one.change is not None]
    chart = Spreads(unit=STEPS.word, lanes=lanes, top=_TEN) if told else None
    rows = tuple(
        (
            one.group or _ALL,
            _n(one),
            *(_median(made, _why(one)) for made in (one.first, one.latest, one.change)),
            HIDDEN if one.once is None else str(one.once),
        )
        for one in groups
    )
    heads = (group, "n", "Første, median", "Seneste, median", "Forskel, median", "Kun sagt én gang")
    answer = "Ingen endnu."
    if told:
        last = told[-1]
        first, latest, _ = (_median(made, "") for made in (last.first, last.latest, last.change))
        answer = f"{last.group}: " if last.group else ""
        answer += f"median {first} → {latest} (n = {_n(last)})"
    elif any(one.once is None for one in groups):
        answer = "For få til, at der kan stå et tal."
    yield Variant(answer=answer, pieces=(Piece(chart=chart, table=NumberTable(heads, rows)),))


def _why(one: Levels) -> str:
    return HIDDEN if one.once is None else NONE


def _n(one: Levels) -> str:
    if one.change is not None:
        return str(one.change.n)
    return HIDDEN if one.once is None else "0"


def _median(made: Spread | None, why: str) -> str:
    return STEPS.said(made.median) if made is not None else why


def moves(groups: Sequence[Moves], words: Mapping[Position, str], group: str) -> Iterable[Variant]:
    """A square for each group; in the table a line for each start."""
    heads = tuple((one, words[one]) for one in POSITIONS)
    some = [one for one in groups if any(cell != 0 for row in one.cells for cell in row)]
    squares = tuple(
        Square(name=one.group, cells=one.cells, why="" if _tells(one) else HIDDEN) for one in some
    )
    chart = Squares(heads=heads, squares=squares) if 0 < len(some) <= _MOST_SQUARES else None
    named = len(groups) > 1
    rows = tuple(
        (
            *((one.group,) if named else ()),
            words[start],
            *(HIDDEN if cell is None else str(cell) for cell in row),
        )
        for one in (some or groups)
        for start, row in zip(POSITIONS, one.cells, strict=True)
    )
    titles = (
        *((group,) if named else ()),
        "Stod i",
        *(f"Nu i {words[one].lower()}" for one in POSITIONS),
    )
    totals = [one for one in some if one.total is not None]
    answer = "Ingen endnu." if not some else "For få til, at der kan stå et tal om alle."
    if totals:
        last = totals[-1]
        answer = f"{last.group}: {last.total} børn" if last.group else f"{last.total} børn"
    table = NumberTable(titles, rows, 1 + named)
    yield Variant(answer=answer, pieces=(Piece(chart=chart, table=table),))


def _tells(one: Moves) -> bool:
    return any(cell is not None for row in one.cells for cell in row)


def national(variables: Sequence[Variable]) -> Iterable[Variant]:
    """Each variable by itself: a table of its answers."""
    pieces = tuple(
        Piece(
            title=one.name,
            table=NumberTable(
                (one.name, "Underretninger"),
                tuple((answer, HIDDEN if n is None else str(n)) for answer, n in one.counts),
            ),
        )
        for one in variables
        if one.counts
    )
    answer = f"{len(pieces)} oplysninger, hver for sig" if pieces else "Ingen endnu."
    yield Variant(answer=answer, pieces=pieces)
