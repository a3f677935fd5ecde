"""How the concern went, drawn: words stand at the marks, there is no legend and no colour code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Line, Polygon, Rect, Shape, String
from reportlab.lib.colors import Color, HexColor, white

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.printouts import typeface as face
from tvaerfaglig.printouts.door import fit, plain
from tvaerfaglig.printouts.papers import Course, CourseEvent, PositionPoint

_STEPS = (Position.TRIVES, Position.BEKYMRING, Position.STAERK)
_WORDS = {
    Position.TRIVES: "trives",
    Position.BEKYMRING: "bekymring",
    Position.STAERK: "stærk bekymring",
}
_MONTHS = [
    "jan.",
    "feb.",
    "mar.",
    "apr.",
    "maj",
    "jun.",
    "jul.",
    "aug.",
    "sept.",
    "okt.",
    "nov.",
    "dec.",
]
_GREY: Color = HexColor("#8C8983")
_LEFT, _STEP, _LOW, _TIER = 100.0, 36.0, 36.0, 11.5
_WIDEST, _TIERS = 120.0, 14
_SMALL = 8.2
_BLANK: dict[str, Any] = {"fillColor": white, "strokeColor": None}


def sentence(course: Course) -> str:
    """The chart in words."""
    points = sorted(course.points, key=lambda point: point.day)
    said = [
        f"{_WORDS[point.position]}{'' if point.level is None else f' ({point.level} af 10)'} fra "
        f"{_day(point.day)} {point.day.year}"
        for point in points
    ]
    done = [f"{plain(event.what)} {_day(event.day)}" for event in course.events]
    positions = f"Position: {', '.join(said)}."
    return f"{positions} Gjort: {', '.join(done)}." if done else positions


def drawing(course: Course) -> Drawing:
    """Positions as steps that hold until the next is set; what was done stands on its day."""
    points = sorted(course.points, key=lambda point: point.day)
    events = sorted(course.events, key=lambda event: event.day)
    days = [point.day for point in points] + [event.day for event in events]
    first, last = min(days).replace(day=1), max(*days, course.until)
    scale = _Scale(first, max((last - first).days, 1), _right_edge(events, first, last))
    tiers = _tiers(events, scale)
    top = _LOW + 2 * _STEP + 24
    height = top + _TIER * (max(tiers, default=-1) + 1)
    sheet = Drawing(face.FULL, height)
    for shape in (
        *_axes(scale, first, last),
        *_event_marks(events, tiers, scale, top),
        *_steps(points, scale, last),
        *_marks(points, scale),
    ):
        sheet.add(shape)
    return sheet


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    days: int
    right: float

    def x(self, day: date) -> float:
        return _LEFT + (self.right - _LEFT) * (day - self.first).days / self.days


def _y(position: Position) -> float:
    return _LOW + _STEP * _STEPS.index(position)


def _day(day: date) -> str:
    return f"{day.day}. {_MONTHS[day.month - 1]}"


def _label(event: CourseEvent) -> str:
    return fit(event.what, face.REGULAR, _SMALL, _WIDEST)


def _right_edge(events: Sequence[CourseEvent], first: date, last: date) -> float:
    """Where the axis ends, so that the label of the last event still fits on the sheet."""
    right = face.FULL - 8
    for _ in range(4):
        scale = _Scale(first, max((last - first).days, 1), right)
        over = max((scale.x(event.day) + _wide(event) - face.FULL for event in events), default=0)
        right -= max(over, 0)
    return right


def _wide(event: CourseEvent) -> float:
    return face.width_of(_label(event), face.REGULAR, _SMALL) + 8


def _tiers(events: Sequence[CourseEvent], scale: _Scale) -> list[int]:
    """A label stands above every later line that it would cross."""
    placed: list[tuple[float, int]] = []
    for event in reversed(events):
        end = scale.x(event.day) + _wide(event)
        placed.append(
            (scale.x(event.day), max((tier + 1 for x, tier in placed if x < end), default=0))
        )
    return [min(tier, _TIERS) for _, tier in reversed(placed)]


def _text(x: float, y: float, text: str, *, soft: bool = False, centred: bool = False) -> String:
    return String(
        x,
        y,
        text,
        fontName=face.REGULAR,
        fontSize=_SMALL,
        textAnchor="middle" if centred else "start",
        fillColor=face.SOFT if soft else face.INK,
    )


def _line(
    x1: float, y1: float, x2: float, y2: float, ink: Color, *, wide: float, dash: bool = False
) -> Line:
    dashed: dict[str, Any] = {"strokeDashArray": [1.5, 2]} if dash else {}
    return Line(x1, y1, x2, y2, strokeColor=ink, strokeWidth=wide, **dashed)


def _axes(scale: _Scale, first: date, last: date) -> Iterator[Shape]:
    for position in _STEPS:
        y = _y(position)
        yield _line(_LEFT, y, scale.right, y, face.LINE, wide=face.HAIR)
        yield from _sign(6, y, position)
        yield _text(16, y - 2.8, _WORDS[position])
    for month in _months(first, last, scale):
        x = scale.x(month)
        yield _line(x, _LOW - 12, x, _LOW - 16, _GREY, wide=face.HAIR)
        if x + 24 > face.FULL:
            continue
        yield _text(x + 2, _LOW - 25, _MONTHS[month.month - 1], soft=True)
        if month.month == 1 or month == first:
            yield _text(x + 2, _LOW - 35, str(month.year), soft=True)
    yield _line(_LEFT, _LOW - 12, scale.right, _LOW - 12, _GREY, wide=face.HAIR)


def _months(first: date, last: date, scale: _Scale) -> Iterator[date]:
    """The months named below, as many as there is room for."""
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    every = next(n for n in (1, 2, 3, 6, 12, count) if count / n * 30 <= scale.right - _LEFT)
    for nr in range(0, count, every):
        month = first.month - 1 + nr
        yield date(first.year + month // 12, month % 12 + 1, 1)


def _event_marks(
    events: Sequence[CourseEvent], tiers: Sequence[int], scale: _Scale, top: float
) -> Iterator[Shape]:
    for event, tier in zip(events, tiers, strict=True):
        x, base = scale.x(event.day), top + _TIER * tier - 2
        yield _line(x, _LOW - 12, x, base + 7, _GREY, wide=face.HAIR, dash=True)
        if tier < _TIERS:
            yield _text(x + 3, base, _label(event))


def _steps(points: Sequence[PositionPoint], scale: _Scale, last: date) -> Iterator[Shape]:
    for point, after in zip(points, [*points[1:], None], strict=True):
        x, y = scale.x(point.day), _y(point.position)
        end = scale.x(after.day if after else last)
        yield _line(x, y, end, y, face.INK, wide=1.5)
        if after is not None and after.position is not point.position:
            yield _line(end, y, end, _y(after.position), face.INK, wide=1.5)


def _marks(points: Sequence[PositionPoint], scale: _Scale) -> Iterator[Shape]:
    """Each position with its day, and its figure where one was set; a crowded day goes unnamed."""
    taken: dict[Position, float] = {}
    for point in points:
        x, y = scale.x(point.day), _y(point.position)
        level = "" if point.level is None else f": {point.level}"
        label = f"{_day(point.day)}{level}"
        wide = face.width_of(label, face.REGULAR, _SMALL)
        left = max(x - wide / 2, _LEFT - 6)
        if left > taken.get(point.position, 0):
            yield Rect(left - 1, y + 6.5, wide + 2, 10, **_BLANK)
            yield _text(left, y + 8.5, label)
            taken[point.position] = left + wide + 4
        yield from _sign(x, y, point.position)


def _sign(x: float, y: float, position: Position) -> Iterator[Shape]:
    """Round, three-cornered or square: the same three marks as on the screen."""
    look: dict[str, Any] = {"fillColor": face.INK, "strokeColor": white, "strokeWidth": 1.0}
    if position is Position.TRIVES:
        yield Circle(x, y, 4.4, **look)
    elif position is Position.BEKYMRING:
        yield Polygon([x - 5.2, y - 4, x + 5.2, y - 4, x, y + 5.4], **look)
    else:
        yield Rect(x - 4.4, y - 4.4, 8.8, 8.8, **look)
