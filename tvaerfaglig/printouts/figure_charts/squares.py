"""Where the children stood and where they stand: a square as large as its number, on the way it took."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

from reportlab.graphics.shapes import Drawing, Shape

from tvaerfaglig.printouts.charts.ink import Ink
from tvaerfaglig.printouts.figure_charts.kinds import Square, Squares
from tvaerfaglig.printouts.figure_charts.strokes import LEADING, box, split_in_two

_CELL, _HEAD, _GAP = 46.0, 44.0, 18.0
_LEAST, _SIGN = 15.0, 20.0
HIDDEN = "skjult"


def squares_drawn(chart: Squares, width: float, ink: Ink) -> Drawing:
    """As many beside one another as there is room for."""
    left, cell = _sizes(chart, width, ink)
    each = left + 3 * cell
    abreast = max(1, int((width + _GAP) / (each + _GAP)))
    rows = -(-len(chart.squares) // abreast)
    high = _HEAD + 3 * _CELL + 6
    sheet = Drawing(width, rows * (high + _GAP) - _GAP)
    most = max(
        (count or 0 for square in chart.squares for row in square.cells for count in row),
        default=0,
    )
    for nr, square in enumerate(chart.squares):
        x = (nr % abreast) * (each + _GAP)
        top = sheet.height - (nr // abreast) * (high + _GAP)
        place = _Place(x, top, left, cell)
        for shape in _square(chart, square, place, max(most, 1), ink):
            sheet.add(shape)
    return sheet


def _sizes(chart: Squares, width: float, ink: Ink) -> tuple[float, float]:
    """Room for the words of the rows, and a cell. Where it is narrow the rows have their signs alone."""
    left = max(ink.long(word) for _, word in chart.heads) + 22
    longest = max(ink.long(part) for _, word in chart.heads for part in word.split(" "))
    cell = max(_CELL, longest + 22)
    if left + 3 * cell <= width:
        return left, cell
    return _SIGN, min(cell, (width - _SIGN) / 3)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one square lies: its upper left corner, the room for the words of its rows, and its cells' width."""

    x: float
    top: float
    left: float
    cell: float

    @property
    def right(self) -> float:
        return self.x + self.left + 3 * self.cell

    def middle(self, to: int) -> float:
        return self.x + self.left + self.cell * (to + 0.5)

    def row(self, at: int) -> float:
        return self.top - _HEAD - _CELL * (at + 0.5)


def _square(chart: Squares, square: Square, place: _Place, most: int, ink: Ink) -> Iterator[Shape]:
    if square.name:
        name = ink.fit(square.name, place.right - place.x - 24, strong=True)
        yield ink.text(place.x, place.top - LEADING, name, strong=True)
    yield ink.text(place.right, place.top - LEADING, "nu", soft=True, anchor="end")
    yield ink.text(place.x, place.top - _HEAD + 4, "før", soft=True)
    yield from _heads(chart, place, ink)
    if square.why:
        yield ink.text(place.middle(1), place.row(1) - 3, square.why, soft=True, anchor="middle")
        return
    for at, row in enumerate(square.cells):
        for to, count in enumerate(row):
            yield from _cell(count, place.middle(to), place.row(at), most, ink, stays=at == to)


def _heads(chart: Squares, place: _Place, ink: Ink) -> Iterator[Shape]:
    """The positions over the columns and before the rows, each with its shape."""
    for nr, (position, word) in enumerate(chart.heads):
        middle, lines = place.middle(nr), split_in_two(word, place.cell - 18, ink)
        start = middle - max(map(ink.long, lines)) / 2
        yield from ink.sign(start - 4, place.top - 2.15 * LEADING, position)
        for below, line in enumerate(lines):
            yield ink.text(start + 5, place.top - (2.4 + below) * LEADING, line)
        y = place.row(nr)
        yield ink.hair(place.x, y + _CELL / 2, place.right, y + _CELL / 2)
        yield from ink.sign(place.x + 6, y, position)
        if place.left > _SIGN:
            yield ink.text(place.x + 15, y - 3, word)


def _cell(
    count: int | None, x: float, y: float, most: int, ink: Ink, *, stays: bool
) -> Iterator[Shape]:
    """Soft where the child stays, bare where it has moved: the eye follows what moved."""
    if count is None:
        half = ink.long(HIDDEN) / 2 + 4
        yield from box(x - half, y - 7.5, 2 * half, 15, ink, "hidden")
        yield ink.text(x, y - 3, HIDDEN, soft=True, anchor="middle")
        return
    if not count:
        yield ink.text(x, y - 3, "0", soft=True, anchor="middle")
        return
    half = max(_LEAST, (_CELL - 8) * sqrt(count / most)) / 2
    yield from box(x - half, y - half, 2 * half, 2 * half, ink, "soft" if stays else "bare")
    yield ink.text(x, y - 3, str(count), strong=True, anchor="middle")
