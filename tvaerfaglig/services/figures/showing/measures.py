"""Days and levels as they are drawn, and as they stand in a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tvaerfaglig.domain.figures.spread import Spread, in_months
from tvaerfaglig.domain.figures.times import Times
from tvaerfaglig.printouts.figure_charts.kinds import Chart, Columns, Lane, Middle, Spreads
from tvaerfaglig.printouts.figure_charts.ruler import number
from tvaerfaglig.services.figures.showing.shown import HIDDEN, NONE, NONE_YET, NumberTable

_AS_IT_IS: Callable[[float], float] = float


@dataclass(frozen=True, slots=True)
class Unit:
    """The word of a measure, and how what was counted is turned into it."""

    word: str
    turned: Callable[[float], float] = _AS_IT_IS

    def said(self, value: float) -> str:
        return number(self.turned(value))


DAYS, MONTHS = Unit("dage"), Unit("måneder", in_months)
PER_CENT, STEPS, COUNT = Unit("procent"), Unit("trin"), Unit("antal")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is measured in each group."""

    name: str
    times: tuple[Times, ...]


def middle(name: str, made: Spread | None, why: str, unit: Unit) -> Middle:
    if made is None:
        return Middle(name=name, why=why)
    return Middle(
        name=name,
        n=made.n,
        lower=unit.turned(made.lower),
        median=unit.turned(made.median),
        upper=unit.turned(made.upper),
    )


def why_not(one: Times) -> str:
    """What stands where there is no median: hidden is something else than nobody."""
    if one.n is None:
        return HIDDEN
    return NONE if one.open == 0 else NONE_YET


def drawn(
    rows: Sequence[Row], unit: Unit, *, in_time: bool, marks: Sequence[tuple[float, str]] = ()
) -> tuple[tuple[str, Chart], ...]:
    """Periods from left to right, a drawing for each row; other groups in lanes beneath one another.

    Nothing is drawn where nothing is told.
    """
    if in_time and len(rows[0].times) > 1:
        return tuple(
            (row.name, Columns(unit=unit.word, middles=_middles(row, unit), marks=tuple(marks)))
            for row in rows
            if any(one.reached for one in row.times)
        )
    if not any(one.reached for row in rows for one in row.times):
        return ()
    one_of_several = len(rows) == 1 and len(rows[0].times) > 1
    lanes = tuple(Lane("" if one_of_several else row.name, _middles(row, unit)) for row in rows)
    return (("", Spreads(unit=unit.word, lanes=lanes)),)


def _middles(row: Row, unit: Unit) -> tuple[Middle, ...]:
    return tuple(middle(one.group, one.reached, why_not(one), unit) for one in row.times)


def times_table(
    rows: Sequence[Row], unit: Unit, first: str, group: str, *, ended: str = ""
) -> NumberTable:
    """A line for each row and group. `ended` heads those that ended without; empty where none can."""
    several, named = len(rows) > 1, len(rows[0].times) > 1
    waits = any(one.open_so_far for row in rows for one in row.times)
    heads = (
        *((first,) if several or not named else ()),
        *((group,) if named else ()),
        "n",
        f"Median, {unit.word}",
        "Gennemsnit",
        "Midterste halvdel",
        "Halvdelen nået",
        "Endnu ikke",
        *(("De har ventet",) if waits else ()),
        *((ended,) if ended else ()),
        "I alt",
    )
    lines = tuple(
        (
            *((row.name,) if several or not named else ()),
            *((one.group,) if named else ()),
            *_cells(one, unit),
            *((_waited(one, unit),) if waits else ()),
            *((_count(one.ended),) if ended else ()),
            _count(one.total),
        )
        for row in rows
        for one in row.times
    )
    return NumberTable(heads, lines, 1 + (several and named))


def _cells(one: Times, unit: Unit) -> tuple[str, ...]:
    half = "–" if one.half is None else unit.said(one.half)
    if one.n is None:
        half = HIDDEN
    return (_count(one.n), *spread_cells(one.reached, unit, one.n), half, _count(one.open))


def spread_cells(made: Spread | None, unit: Unit, n: int | None = None) -> tuple[str, str, str]:
    """Median, mean and quartiles; where there are none a dash, where they are hidden the word."""
    if made is None:
        return (HIDDEN,) * 3 if n is None else ("–",) * 3
    quartiles = f"{unit.said(made.lower)}–{unit.said(made.upper)}"
    return unit.said(made.median), unit.said(made.mean), quartiles


def _waited(one: Times, unit: Unit) -> str:
    """How far those have come who have not got there: their median."""
    if one.open is None:
        return HIDDEN
    return "–" if one.open_so_far is None else unit.said(one.open_so_far.median)


def _count(number_of: int | None) -> str:
    return HIDDEN if number_of is None else str(number_of)
