"""The few strokes that the charts of *Tal* are made of; no two parts are told apart by colour alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.graphics.shapes import Line, Polygon, Rect, Shape

from tvaerfaglig.printouts.charts.ink import Ink

LEADING = 11.0
"""From one line of words to the next."""
_HATCH = 4.0
FILLS = ("full", "soft", "hatch", "bare")
"""How the first part, the second and so on are filled."""


def diamond(x: float, y: float, ink: Ink, half: float = 5) -> Polygon:
    corners = [x - half, y, x, y + half, x + half, y, x, y - half]
    return Polygon(corners, fillColor=ink.ink, strokeColor=ink.ground, strokeWidth=1.2)


def band(x: float, y: float, wide: float, high: float, ink: Ink, *, edged: bool = False) -> Rect:
    """The middle half: soft, and round and edged where it lies along a scale."""
    look: dict[str, Any] = {"fillColor": ink.bar, "strokeColor": None}
    if edged:
        look |= {"strokeColor": ink.grey, "strokeWidth": 0.5, "rx": 3, "ry": 3}
    return Rect(x, y, wide, high, **look)


def box(x: float, y: float, wide: float, high: float, ink: Ink, fill: str) -> Iterator[Shape]:
    """A part of a whole: full, soft, hatched, bare, or (hidden) with a dotted edge."""
    inside = {"full": ink.ink, "soft": ink.bar}.get(fill, ink.ground)
    look: dict[str, Any] = {"fillColor": inside, "strokeColor": ink.ink, "strokeWidth": 0.9}
    if fill == "hidden":
        look |= {"strokeColor": ink.grey, "strokeDashArray": [1.5, 2]}
    yield Rect(x, y, wide, high, **look)
    if fill == "hatch":
        yield from _hatched(x, y, wide, high, ink)


def _hatched(x: float, y: float, wide: float, high: float, ink: Ink) -> Iterator[Line]:
    """Slanting lines that end at the edges of the box."""
    along = _HATCH
    while along < wide + high:
        yield _slant(x, y, wide, high, along, ink)
        along += _HATCH


def _slant(x: float, y: float, wide: float, high: float, along: float, ink: Ink) -> Line:
    """The line on which the way from the lower left corner, to the right and upwards, is `along`."""
    x1, y1 = (along, 0.0) if along <= wide else (wide, along - wide)
    x2, y2 = (0.0, along) if along <= high else (along - high, high)
    return Line(x + x1, y + y1, x + x2, y + y2, strokeColor=ink.ink, strokeWidth=0.6)


def under(x: float, y: float, words: str, ink: Ink, *, strong: bool = False) -> Iterator[Shape]:
    """Words on ground of their own, so that no line runs through them."""
    yield ink.blank(x - 2, y - 2.5, ink.long(words, strong=strong) + 4, 10.5)
    yield ink.text(x, y, words, strong=strong)


def split_in_two(words: str, width: float, ink: Ink, *, strong: bool = False) -> tuple[str, ...]:
    """On one line where there is room, else parted at a space; what is still too long is cut visibly."""
    if ink.long(words, strong=strong) <= width or " " not in words:
        return (ink.fit(words, width, strong=strong),)
    pieces = words.split(" ")
    first = next(
        (
            at
            for at in range(len(pieces) - 1, 0, -1)
            if ink.long(" ".join(pieces[:at]), strong=strong) <= width
        ),
        1,
    )
    parts = (" ".join(pieces[:first]), " ".join(pieces[first:]))
    return tuple(ink.fit(part, width, strong=strong) for part in parts)
