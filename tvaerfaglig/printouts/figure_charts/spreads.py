"""Lanes on one scale: how far the middle half reaches, where the median stands, and of how many."""

from __future__ import annotations

from collections.abc import Iterator

from reportlab.graphics.shapes import Drawing, Shape

from tvaerfaglig.printouts.charts.ink import Ink
from tvaerfaglig.printouts.figure_charts.kinds import Lane, Middle, Spreads
from tvaerfaglig.printouts.figure_charts.ruler import Ruler, number
from tvaerfaglig.printouts.figure_charts.strokes import LEADING, band, diamond, under

_LANE, _APART, _FOOT, _BAND = 22.0, 9.0, 24.0, 9.0
_LEAST, _MOST, _AIR, _GAP = 70.0, 0.45, 12.0, 9.0
_SIGN = 3.0
"""Half of the small diamond before the number: it is the median, wherever the band may end."""


def spreads_drawn(chart: Spreads, width: float, ink: Ink) -> Drawing:
    left = _words_wide(chart, width, ink)
    values = [
        value
        for lane in chart.lanes
        for one in lane.middles
        if one.median is not None
        for value in (one.lower, one.upper, one.median)
    ]
    ruler = Ruler.of(values, left + _AIR, width - 34, marks=5, top=chart.top)
    high = sum(_tall(lane) for lane in chart.lanes) + _FOOT + 4
    sheet = Drawing(width, high)
    for shape in (*_scale(chart, ruler, high, ink), *_lanes(chart, ruler, left, high, ink)):
        sheet.add(shape)
    return sheet


def _alone(lane: Lane) -> bool:
    """Without groups the lane's own line says everything."""
    return len(lane.middles) == 1 and not lane.middles[0].name


def _tall(lane: Lane) -> float:
    if _alone(lane):
        return _LANE + _APART + 2
    heading = LEADING + 4 if lane.name else 0
    return heading + _LANE * len(lane.middles) + _APART


def _words_wide(chart: Spreads, width: float, ink: Ink) -> float:
    longest = [ink.long(lane.name, strong=True) for lane in chart.lanes if _alone(lane)]
    for lane in chart.lanes:
        longest += [
            ink.long(one.name) + _GAP + ink.long(_many(one))
            for one in lane.middles
            if not _alone(lane)
        ]
    return min(max([*longest, _LEAST]), width * _MOST)


def _many(one: Middle) -> str:
    return f"n = {one.n}" if one.median is not None else ""


def _scale(chart: Spreads, ruler: Ruler, high: float, ink: Ink) -> Iterator[Shape]:
    for tick in ruler.ticks:
        x = ruler.at(tick)
        yield ink.hair(x, _FOOT - 4, x, high)
        said = f"{number(tick)} {chart.unit}" if tick == ruler.ticks[-1] else number(tick)
        anchor = x - ink.long(number(tick)) / 2
        yield ink.text(
            min(anchor, ruler.end + 32 - ink.long(said)), _FOOT - 4 - LEADING, said, soft=True
        )


def _lanes(chart: Spreads, ruler: Ruler, left: float, high: float, ink: Ink) -> Iterator[Shape]:
    top = high
    for lane in chart.lanes:
        if _alone(lane):
            one = lane.middles[0]
            base = top - _LANE / 2 - 4
            yield ink.text(0, base + 1, ink.fit(lane.name, left, strong=True), strong=True)
            yield ink.text(0, base + 1 - LEADING, _many(one), soft=True)
            yield from _middle(one, ruler, base, ink)
        else:
            below = LEADING + 4 if lane.name else 0
            if lane.name:
                heading = ink.fit(lane.name, ruler.end, strong=True)
                yield from under(0, top - LEADING, heading, ink, strong=True)
            for nr, one in enumerate(lane.middles):
                base = top - below - _LANE * (nr + 0.5)
                room = left - _GAP - ink.long(_many(one))
                yield ink.text(0, base - 3, ink.fit(one.name, room))
                yield ink.text(left, base - 3, _many(one), soft=True, anchor="end")
                yield from _middle(one, ruler, base, ink)
        top -= _tall(lane)


def _middle(one: Middle, ruler: Ruler, y: float, ink: Ink) -> Iterator[Shape]:
    if one.median is None:
        yield from under(ruler.at(max(ruler.low, 0)) + 5, y - 3, one.why, ink)
        return
    low, median, high = (ruler.at(value) for value in (one.lower, one.median, one.upper))
    yield band(low, y - _BAND / 2, max(high - low, 1), _BAND, ink, edged=True)
    yield ink.stroke(low, y, max(high, low + 1), y)
    yield diamond(median, y, ink)
    right = max(high, median + 6) + 5
    yield from under(right + _SIGN * 2 + 2, y - 3, number(one.median), ink, strong=True)
    yield diamond(right + _SIGN, y, ink, half=_SIGN)
