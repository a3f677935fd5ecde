"""Periods from left to right: the middle half as a band, the median as a diamond with its number, n beneath."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reportlab.graphics.shapes import Drawing, Shape

from tvaerfaglig.printouts.charts.ink import Ink
from tvaerfaglig.printouts.figure_charts.kinds import Columns, Middle
from tvaerfaglig.printouts.figure_charts.ruler import Ruler, number
from tvaerfaglig.printouts.figure_charts.strokes import LEADING, band, diamond, split_in_two, under

_HIGH, _LEFT, _BAND, _RIGHT = 132.0, 26.0, 18.0, 6.0
_HEAD = 2 * LEADING + 4


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a column and a value lie on the sheet; the names beneath stand at every `every` column."""

    ruler: Ruler
    left: float
    each: float
    width: float
    every: int
    names: tuple[tuple[str, ...], ...]

    @property
    def foot(self) -> float:
        """What the names and the numbers beneath them take."""
        return LEADING * (max(map(len, self.names), default=1) + 1) + 6

    def x(self, columns: float) -> float:
        return self.left + self.each * columns

    def middle(self, nr: int) -> float:
        return self.x(nr + 0.5)


def columns_drawn(chart: Columns, width: float, ink: Ink) -> Drawing:
    frame = _frame(chart, width, ink)
    sheet = Drawing(width, frame.ruler.end + _HEAD)
    for shape in (
        *_scale(chart, frame, ink),
        *_marks(chart, frame, ink),
        *_bands(chart, frame, ink),
        *_way(chart, frame, ink),
        *_medians(chart, frame, ink),
        *_names(chart, frame, ink),
    ):
        sheet.add(shape)
    return sheet


def _frame(chart: Columns, width: float, ink: Ink) -> _Frame:
    left = _LEFT * max(ink.stretch, 1)
    each = (width - left - _RIGHT) / max(len(chart.middles), 1)
    every, names = _fitting(chart, each, ink)
    foot = LEADING * (max(map(len, names), default=1) + 1) + 6
    values = [value for one in _told(chart) for value in (one.lower, one.upper, one.median or 0)]
    ruler = Ruler.of(values, foot, foot + _HIGH, marks=4, top=chart.top)
    return _Frame(ruler, left, each, width, every, names)


def _fitting(chart: Columns, each: float, ink: Ink) -> tuple[int, tuple[tuple[str, ...], ...]]:
    """Every name where there is room, else every second, third and so on."""
    many = len(chart.middles)
    for every in range(1, many + 1):
        room = each * every - 4
        parts = [split_in_two(one.name, room, ink, strong=True) for one in chart.middles]
        if every == many or not any(line.endswith("…") for lines in parts for line in lines):
            return every, tuple(parts)
    return 1, ()


def _told(chart: Columns) -> list[Middle]:
    return [one for one in chart.middles if one.median is not None]


def _scale(chart: Columns, frame: _Frame, ink: Ink) -> Iterator[Shape]:
    ruler = frame.ruler
    for tick in ruler.ticks:
        y = ruler.at(tick)
        yield ink.hair(frame.left, y, frame.width, y)
        yield ink.text(frame.left - 6, y - 3, number(tick), soft=True, anchor="end")
    yield ink.text(0, ruler.end + LEADING + 2, chart.unit, soft=True)


def _marks(chart: Columns, frame: _Frame, ink: Ink) -> Iterator[Shape]:
    """What began there, with its words on the side where there is more room."""
    ruler = frame.ruler
    for at, words in chart.marks:
        x, y = frame.x(at), ruler.end + LEADING + 2
        yield ink.hair(x, ruler.start, x, y + 7, dash=True)
        before, after = x - ink.long(chart.unit) - 16, frame.width - x - 8
        if before > after:
            said = ink.fit(f"{words} →", before)
            yield from under(x - 5 - ink.long(said), y, said, ink)
        else:
            yield from under(x + 5, y, ink.fit(f"← {words}", after), ink)


def _bands(chart: Columns, frame: _Frame, ink: Ink) -> Iterator[Shape]:
    half = min(_BAND, frame.each * 0.6) / 2
    for nr, one in enumerate(chart.middles):
        if one.median is None:
            continue
        x = frame.middle(nr)
        low, high = frame.ruler.at(one.lower), frame.ruler.at(one.upper)
        yield band(x - half, low, 2 * half, high - low, ink)
        for y in (low, high):
            yield ink.stroke(x - half, y, x + half, y)


def _way(chart: Columns, frame: _Frame, ink: Ink) -> Iterator[Shape]:
    """From one median to the next; nothing is drawn across a period that is not told."""
    for (nr, one), (_, other) in pairwise(enumerate(chart.middles)):
        if one.median is not None and other.median is not None:
            y1, y2 = frame.ruler.at(one.median), frame.ruler.at(other.median)
            yield ink.stroke(frame.middle(nr), y1, frame.middle(nr + 1), y2)


def _medians(chart: Columns, frame: _Frame, ink: Ink) -> Iterator[Shape]:
    """The numbers stand beside the diamonds; where that is too narrow, some of them over the bands."""
    wide = min(_BAND, frame.each * 0.6)
    beside = all(
        frame.each / 2 > wide / 2 + 4 + ink.long(number(one.median or 0), strong=True)
        for one in _told(chart)
    )
    for nr, one in enumerate(chart.middles):
        if one.median is None:
            continue
        x, y = frame.middle(nr), frame.ruler.at(one.median)
        said = number(one.median)
        if beside:
            yield from under(x + wide / 2 + 4, y + 2, said, ink, strong=True)
        elif nr % frame.every == 0:
            left = x - ink.long(said, strong=True) / 2
            yield from under(left, frame.ruler.at(one.upper) + 4, said, ink, strong=True)
        yield diamond(x, y, ink, min(5.0, frame.each * 0.34))


def _names(chart: Columns, frame: _Frame, ink: Ink) -> Iterator[Shape]:
    top = frame.ruler.start - LEADING - 2
    for nr, (one, lines) in enumerate(zip(chart.middles, frame.names, strict=True)):
        if nr % frame.every:
            continue
        x = frame.middle(nr)
        for below, line in enumerate(lines):
            yield ink.text(x, top - LEADING * below, line, strong=True, anchor="middle")
        said = f"n = {one.n}" if one.median is not None else one.why
        room = frame.each * frame.every - 4
        said = ink.fit(said, room)
        yield ink.text(x, top - LEADING * len(lines), said, soft=True, anchor="middle")
