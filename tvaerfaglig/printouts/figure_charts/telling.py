"""A chart in words: everything that can be seen in it, for whoever cannot see it."""

from __future__ import annotations

from functools import singledispatch

from tvaerfaglig.printouts.figure_charts.kinds import (
    Bar,
    Chart,
    Columns,
    Middle,
    Spreads,
    Square,
    Squares,
    Stacks,
)
from tvaerfaglig.printouts.figure_charts.ruler import number

HIDDEN = "skjult"


def sentence(chart: Chart) -> str:
    """Its title, then group after group."""
    said = _said(chart)
    return f"{chart.title}. {said}" if chart.title else said


@singledispatch
def _said(chart: object) -> str:
    raise TypeError(type(chart).__name__)


@_said.register
def _(chart: Columns) -> str:
    marks = "".join(f" {words}." for _, words in chart.marks)
    return f"Median i {chart.unit}: {'; '.join(map(_middle, chart.middles))}.{marks}"


@_said.register
def _(chart: Spreads) -> str:
    lanes = (
        f"{lane.name}: {'; '.join(map(_middle, lane.middles))}"
        if lane.name
        else "; ".join(map(_middle, lane.middles))
        for lane in chart.lanes
    )
    return f"Median i {chart.unit}. {'. '.join(lanes)}."


@_said.register
def _(chart: Stacks) -> str:
    told = []
    for group in chart.groups:
        bars = "; ".join(_bar(chart.parts, bar) for bar in group.bars)
        told.append(f"{group.name}: {bars}" if group.name else bars)
    return f"{'. '.join(told)}."


@_said.register
def _(chart: Squares) -> str:
    words = [word for _, word in chart.heads]
    return " ".join(_square(words, square) for square in chart.squares)


def _named(name: str, said: str) -> str:
    return f"{name} {said}" if name else said


def _middle(one: Middle) -> str:
    if one.median is None:
        return _named(one.name, one.why)
    half = f"den midterste halvdel {number(one.lower)} til {number(one.upper)}"
    return _named(one.name, f"{number(one.median)}, {half}, n = {one.n}")


def _bar(parts: tuple[str, ...], bar: Bar) -> str:
    if bar.whole is None or not bar.whole:
        return _named(bar.name, bar.why)
    counts = (
        f"{part.lower()} {HIDDEN if count is None else count}"
        for part, count in zip(parts, bar.counts, strict=True)
    )
    return _named(bar.name, f"{', '.join(counts)}, i alt {bar.whole}")


def _square(words: list[str], square: Square) -> str:
    if square.why:
        return f"{_named(square.name, square.why)}."
    rows = []
    for start, row in zip(words, square.cells, strict=True):
        cells = (
            f"{HIDDEN if count is None else count} nu i {end.lower()}"
            for end, count in zip(words, row, strict=True)
        )
        rows.append(f"fra {start.lower()}: {', '.join(cells)}")
    return f"{_named(square.name, '; '.join(rows))}."
