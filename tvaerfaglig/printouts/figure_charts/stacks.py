"""A whole and its parts as one bar: told apart by fill, by hatching and by number, never by colour alone."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.graphics.shapes import Drawing, Shape

from tvaerfaglig.printouts.charts.ink import Ink
from tvaerfaglig.printouts.figure_charts.kinds import Bar, Group, Stacks
from tvaerfaglig.printouts.figure_charts.strokes import FILLS, LEADING, box, split_in_two, under

_BAR, _ROW, _APART, _LEGEND = 17.0, 24.0, 7.0, 15.0
_LEAST, _MOST, _TOTAL = 0.0, 0.38, 46.0
_CHIP = 9.0
HIDDEN = "skjult"


def stacks_drawn(chart: Stacks, width: float, ink: Ink) -> Drawing:
    left = _words_wide(chart, width, ink)
    keys = _legend(chart, width, ink)
    legend = _LEGEND * (1 + max((line for line, _, _ in keys), default=0)) + 6
    high = legend + sum(_tall(group) for group in chart.groups) + 2
    sheet = Drawing(width, high)
    for shape in (*_groups(chart, left, width, high, ink), *_keys(chart, keys, legend, ink)):
        sheet.add(shape)
    return sheet


def _tall(group: Group) -> float:
    heading = LEADING + 4 if group.name else 0
    return heading + _ROW * len(group.bars) + (_APART if group.name else 0)


def _words_wide(chart: Stacks, width: float, ink: Ink) -> float:
    names = [ink.long(bar.name) for group in chart.groups for bar in group.bars if bar.name]
    return min(max(names) + 10, width * _MOST) if names else _LEAST


def _groups(chart: Stacks, left: float, width: float, high: float, ink: Ink) -> Iterator[Shape]:
    top = high
    for group in chart.groups:
        if group.name:
            yield ink.text(0, top - LEADING, ink.fit(group.name, width, strong=True), strong=True)
            top -= LEADING + 4
        for bar in group.bars:
            yield from _bar(bar, left, width - _TOTAL, top - _ROW + 4, ink)
            top -= _ROW
        top -= _APART if group.name else 0


def _bar(bar: Bar, left: float, right: float, y: float, ink: Ink) -> Iterator[Shape]:
    if bar.name:
        lines = split_in_two(bar.name, left - 8, ink)
        for nr, line in enumerate(lines):
            lift = 5.0 if len(lines) == 1 else 9.5 - 9.5 * nr
            yield ink.text(0, y + lift, line)
    if not bar.whole:
        yield ink.text(left, y + 5, bar.why, soft=True)
        return
    x, each = left, (right - left) / bar.whole
    for nr, count in enumerate(bar.counts):
        if count:
            yield from _part(x, y, each * count, str(count), FILLS[nr], ink)
            x += each * count
    if x < right - 1:
        yield from box(x, y, right - x, _BAR, ink, "hidden")
        if ink.long(HIDDEN) + 6 < right - x:
            yield ink.text((x + right) / 2, y + 5, HIDDEN, soft=True, anchor="middle")
    yield ink.text(right + 8, y + 5, f"i alt {bar.whole}", soft=True)


def _part(x: float, y: float, wide: float, said: str, fill: str, ink: Ink) -> Iterator[Shape]:
    yield from box(x, y, wide, _BAR, ink, fill)
    long = ink.long(said, strong=True)
    if long + 6 > wide:
        return
    if fill == "full":
        number = ink.text(x + wide / 2, y + 5, said, strong=True, anchor="middle")
        number.fillColor = ink.ground
        yield number
    else:
        if fill == "hatch":
            yield ink.blank(x + wide / 2 - long / 2 - 3, y + 2.5, long + 6, _BAR - 5)
        yield ink.text(x + wide / 2, y + 5, said, strong=True, anchor="middle")


def _legend(chart: Stacks, width: float, ink: Ink) -> list[tuple[int, float, str]]:
    """Line, place on it and words of each part; with its number where there is only one bar."""
    bars = [bar for group in chart.groups for bar in group.bars]
    alone = bars[0] if len(bars) == 1 and bars[0].whole else None
    found: list[tuple[int, float, str]] = []
    line, x = 0, 0.0
    for nr, part in enumerate(chart.parts):
        count = alone.counts[nr] if alone else None
        words = part if alone is None else f"{part}: {HIDDEN if count is None else count}"
        words = ink.fit(words, width - _CHIP - 6)
        wide = _CHIP + 5 + ink.long(words) + 14
        if x and x + wide - 14 > width:
            line, x = line + 1, 0.0
        found.append((line, x, words))
        x += wide
    return found


def _keys(
    chart: Stacks, keys: list[tuple[int, float, str]], legend: float, ink: Ink
) -> Iterator[Shape]:
    for nr, (line, x, words) in enumerate(keys):
        y = legend - _LEGEND * (line + 1)
        yield from box(x, y, _CHIP, _CHIP, ink, FILLS[nr])
        yield from under(x + _CHIP + 5, y + 1.5, words, ink)
    del chart
