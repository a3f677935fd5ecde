"""A figure on paper: heading, what it is, the drawing, its numbers, and how to read them."""

from __future__ import annotations

from collections.abc import Iterable

from tvaerfaglig.printouts.outline import Block, FigureChart, Note, Part, Rows, Section, side
from tvaerfaglig.printouts.papers.figures import FigurePart, FigurePiece, FigureTable

_FULL, _LEAST, _WIDE = 165.0, 13.0, 30.0
_LETTER, _AROUND = 1.7, 3.0


def numbered(parts: Iterable[FigurePart]) -> tuple[Section, ...]:
    """Each under its number, so that one can speak of it."""
    return tuple(
        Part(f"{nr}. {part.heading}", tuple(_content(part)), room=60)
        for nr, part in enumerate(parts, 1)
    )


def how_to_read(untold: str, how: Iterable[str]) -> tuple[Section, ...]:
    return side("Sådan læses tallene", Note(untold), *map(Note, how))


def _content(part: FigurePart) -> Iterable[Block]:
    yield Note(part.what, wide=True)
    for piece in part.pieces:
        yield from _piece(piece)
    for note in part.notes:
        yield Note(note, wide=True)


def _piece(piece: FigurePiece) -> Iterable[Block]:
    if piece.title:
        yield Note(piece.title, wide=True)
    if piece.chart is not None:
        yield FigureChart(piece.chart)
    if piece.table is not None:
        yield _rows(piece.table)


def _rows(table: FigureTable) -> Rows:
    widths = _widths(table)
    return Rows(table.heads, table.rows, widths, bold=0, figures=table.named)


def _widths(table: FigureTable) -> tuple[float, ...]:
    """Numbers get what they need, at most alike; the names share the rest."""
    wanted = [
        max(_LEAST, _LETTER * max(map(len, _unbroken(table, at))) + _AROUND)
        for at in range(table.named, len(table.heads))
    ]
    room = _FULL - _WIDE * table.named
    scale = min(1.0, room / sum(wanted)) if wanted else 1.0
    numbers = [one * scale for one in wanted]
    names = (_FULL - sum(numbers)) / table.named
    return (*(names for _ in range(table.named)), *numbers)


def _unbroken(table: FigureTable, at: int) -> list[str]:
    """What must not be parted: a number, and each word of its heading."""
    return [*(row[at] for row in table.rows), *table.heads[at].split(" ")]
