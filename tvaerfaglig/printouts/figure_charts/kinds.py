"""What a chart of *Tal* is drawn from: numbers and words, nothing of how it looks. Light to import.

What may not be told never comes here: a group without a median, a part without a count, says why instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.concern import Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Middle:
    """One group: its median between the quartiles, of `n`. Without a median `why` stands in its place."""

    name: str = ""
    n: int | None = None
    lower: float = 0
    median: float | None = None
    upper: float = 0
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Periods from the left to the right. `marks` are what began between them, in columns from the left.

    `top` is what the scale reaches at least, such as a hundred per cent.
    """

    title: str = ""
    unit: str
    middles: tuple[Middle, ...]
    marks: tuple[tuple[float, str], ...] = ()
    top: float = 0


@dataclass(frozen=True, slots=True)
class Lane:
    """One thing that is waited for or measured, with the groups that are laid side by side."""

    name: str
    middles: tuple[Middle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spreads:
    """Lanes beneath one another on one scale."""

    title: str = ""
    unit: str
    lanes: tuple[Lane, ...]
    top: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A whole and its parts, in the order of the chart's; None is hidden. Of a hidden whole `why` is said."""

    name: str = ""
    counts: tuple[int | None, ...]
    whole: int | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Bars under one heading; the heading may be empty."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stacks:
    """Each bar is as long as its whole: one compares the parts of one with the parts of another."""

    title: str = ""
    parts: tuple[str, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """Who stood where, and where they stand: a row for each start, a column for each end; None is hidden."""

    name: str = ""
    cells: tuple[tuple[int | None, ...], ...]
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Squares:
    """One square for each group. `heads` are the positions with the house's words for them."""

    title: str = ""
    heads: tuple[tuple[Position, str], ...]
    squares: tuple[Square, ...]


Chart = Columns | Spreads | Stacks | Squares
