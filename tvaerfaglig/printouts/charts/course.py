"""How the concern went, drawn: words stand at the marks, there is no legend and no colour code.

Drawn once, for paper and for the screen: only the width and the ink are another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from reportlab.graphics.shapes import Drawing, Shape

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.printouts import typeface as face
from tvaerfaglig.printouts.charts.ink import PAPER, Ink
from tvaerfaglig.printouts.door import plain
from tvaerfaglig.printouts.papers.course import (
    Course,
    CourseBar,
    CourseEvent,
    CourseLine,
    PositionPoint,
)

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
_LEFT, _AXIS, _TIER, _BEAM = 100.0, 36.0, 11.5, 20.0
_STEP, _HIGH = 36.0, 118.0
_NARROW = 30.0
"""Left of a scale of figures: they need less room than the words of the positions."""
_WIDEST, _TIERS, _BEAMS = 120.0, 14, 12
_DASHES: tuple[tuple[float, ...], ...] = ((), (5, 2), (1.5, 2), (7, 2, 1.5, 2))


def sentence(course: Course) -> str:
    """The chart in words."""
    parts = [_figures_said(course) if course.rungs else _positions_said(course)]
    done = [f"{plain(event.what)} {_day(event.day)}" for event in _in_order(course.events)]
    if done:
        parts.append(f"Gjort: {', '.join(done)}.")
    efforts = [_bar_said(bar) for bar in course.bars]
    if efforts:
        parts.append(f"Aftalt: {', '.join(efforts)}.")
    return " ".join(parts)


def _positions_said(course: Course) -> str:
    said = [
        f"{_WORDS[point.position]}{'' if point.level is None else f' ({point.level} af 10)'} fra "
        f"{_day(point.day)} {point.day.year}"
        for point in sorted(course.points, key=lambda point: point.day)
    ]
    return f"Position: {', '.join(said)}."


def _figures_said(course: Course) -> str:
    said = []
    for line in course.lines:
        values = ", ".join(f"{value} ({_day(day)})" for day, value in line.points)
        said.append(f"{plain(line.who)}: {values}" if line.who else values)
    return f"På skalaen {course.rungs[0]}–{course.rungs[-1]}: {'; '.join(said)}."


def _bar_said(bar: CourseBar) -> str:
    until = f"til {_day(bar.last)}" if bar.last else "i gang"
    return f"{plain(bar.what)} fra {_day(bar.first)} ({until})"


def _in_order(events: Sequence[CourseEvent]) -> list[CourseEvent]:
    return sorted(events, key=lambda event: event.day)


def drawing(course: Course, width: float = face.FULL, ink: Ink = PAPER) -> Drawing:
    """Positions as steps that hold until the next is set, or figures as lines; what was done on its day, what
    was agreed as bars beneath.
    """
    face.drawable()
    events = _in_order(course.events)
    bars = sorted(course.bars, key=lambda bar: bar.first)[-_BEAMS:]
    days = [
        *(point.day for point in course.points),
        *(day for line in course.lines for day, _ in line.points),
        *(event.day for event in events),
        *(bar.first for bar in bars),
    ]
    first = min(days).replace(day=1)
    last = max(*days, *(bar.last or bar.first for bar in bars), course.until)
    frame = _Frame.of(course, first, last, len(bars), width, ink)
    tiers = _tiers(events, frame, ink)
    sheet = Drawing(width, frame.top + _TIER * (max(tiers, default=-1) + 1))
    for shape in (
        *_axes(course, frame, ink),
        *_event_marks(events, tiers, frame, ink),
        *_beams(bars, frame, ink),
        *_content(course, frame, ink),
    ):
        sheet.add(shape)
    return sheet


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a day and a step of the scale lie on the sheet."""

    first: date
    last: date
    left: float
    right: float
    low: float
    step: float
    lowest: int
    rungs: int
    width: float

    @classmethod
    def of(
        cls, course: Course, first: date, last: date, bars: int, width: float, ink: Ink
    ) -> _Frame:
        rungs = course.rungs or tuple(range(len(_STEPS)))
        many = rungs[-1] - rungs[0] + 1
        return cls(
            first=first,
            last=last,
            left=_left(course, ink),
            right=_right_edge(course, first, last, width, ink),
            low=_AXIS + _BEAM * bars,
            step=min(_STEP, _HIGH / max(many - 1, 1)),
            lowest=rungs[0],
            rungs=many,
            width=width,
        )

    @property
    def top(self) -> float:
        """Where the words for what was done begin."""
        return self.low + (self.rungs - 1) * self.step + 24

    def x(self, day: date) -> float:
        days = max((self.last - self.first).days, 1)
        return self.left + (self.right - self.left) * (day - self.first).days / days

    def y(self, value: int) -> float:
        return self.low + self.step * (value - self.lowest)


def _left(course: Course, ink: Ink) -> float:
    return _NARROW if course.rungs else _LEFT * max(ink.stretch, 1)


def _day(day: date) -> str:
    return f"{day.day}. {_MONTHS[day.month - 1]}"


def _label(event: CourseEvent, ink: Ink) -> str:
    return ink.fit(event.what, _WIDEST)


def _right_edge(course: Course, first: date, last: date, width: float, ink: Ink) -> float:
    """Where the axis ends, so that the label of the last event, or a rater's name, still fits on the sheet."""
    names = max((ink.long(line.who) for line in course.lines if len(course.lines) > 1), default=0.0)
    right = width - 8 - (names + 8 if names else 0)
    left, days = _left(course, ink), max((last - first).days, 1)
    for _ in range(4):
        ends = (
            left
            + (right - left) * (event.day - first).days / days
            + ink.long(_label(event, ink))
            + 8
            for event in course.events
        )
        right -= max(max(ends, default=0.0) - width, 0)
    return right


def _tiers(events: Sequence[CourseEvent], frame: _Frame, ink: Ink) -> list[int]:
    """A label stands above every later line that it would cross."""
    placed: list[tuple[float, int]] = []
    for event in reversed(events):
        end = frame.x(event.day) + ink.long(_label(event, ink)) + 8
        above = max((tier + 1 for x, tier in placed if x < end), default=0)
        placed.append((frame.x(event.day), above))
    return [min(tier, _TIERS) for _, tier in reversed(placed)]


def _axes(course: Course, frame: _Frame, ink: Ink) -> Iterator[Shape]:
    for value in course.rungs or range(len(_STEPS)):
        y = frame.y(value)
        yield ink.hair(frame.left, y, frame.right, y)
        if course.rungs:
            yield ink.text(frame.left - 8, y - 2.8, str(value), anchor="end")
        else:
            yield from ink.sign(6, y, _STEPS[value])
            yield ink.text(16, y - 2.8, _WORDS[_STEPS[value]])
    for month in _months(frame):
        x = frame.x(month)
        yield ink.hair(x, frame.low - 12, x, frame.low - 16)
        if x + 24 > frame.width:
            continue
        yield ink.text(x + 2, frame.low - 25, _MONTHS[month.month - 1], soft=True)
        if month.month == 1 or month == frame.first:
            yield ink.text(x + 2, frame.low - 35, str(month.year), soft=True)
    yield ink.hair(frame.left, frame.low - 12, frame.right, frame.low - 12)


def _months(frame: _Frame) -> Iterator[date]:
    """The months named below, as many as there is room for."""
    first, last = frame.first, frame.last
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    room = frame.right - frame.left
    every = next(n for n in (1, 2, 3, 6, 12, count) if count / n * 30 <= room or n == count)
    for nr in range(0, count, every):
        month = first.month - 1 + nr
        yield date(first.year + month // 12, month % 12 + 1, 1)


def _event_marks(
    events: Sequence[CourseEvent], tiers: Sequence[int], frame: _Frame, ink: Ink
) -> Iterator[Shape]:
    for event, tier in zip(events, tiers, strict=True):
        x, base = frame.x(event.day), frame.top + _TIER * tier - 2
        yield ink.hair(x, frame.low - 12, x, base + 7, dash=True)
        if tier < _TIERS:
            yield ink.text(x + 3, base, _label(event, ink))


def _beams(bars: Sequence[CourseBar], frame: _Frame, ink: Ink) -> Iterator[Shape]:
    """What was agreed, from its start to its stop, the first on top; its words stand over the bar."""
    for nr, bar in enumerate(bars):
        y = frame.low - _AXIS - _BEAM * (nr + 1) + 1
        start, end = frame.x(bar.first), frame.x(bar.last or frame.last)
        words = ink.fit(bar.what, frame.width - 4)
        left = max(min(start, frame.width - ink.long(words) - 2), 0)
        yield from ink.beam(start, end, y, open_end=bar.last is None)
        yield ink.text(left, y + 9, words)


def _content(course: Course, frame: _Frame, ink: Ink) -> Iterator[Shape]:
    if course.rungs:
        yield from _lines(course.lines, frame, ink)
        return
    points = sorted(course.points, key=lambda point: point.day)
    yield from _steps(points, frame, ink)
    yield from _marks(points, frame, ink)


def _steps(points: Sequence[PositionPoint], frame: _Frame, ink: Ink) -> Iterator[Shape]:
    for point, after in zip(points, [*points[1:], None], strict=True):
        x, y = frame.x(point.day), frame.y(_STEPS.index(point.position))
        end = frame.x(after.day if after else frame.last)
        yield ink.stroke(x, y, end, y)
        if after is not None and after.position is not point.position:
            yield ink.stroke(end, y, end, frame.y(_STEPS.index(after.position)))


def _marks(points: Sequence[PositionPoint], frame: _Frame, ink: Ink) -> Iterator[Shape]:
    """Each position with its day, and its figure where one was set; a crowded day goes unnamed."""
    taken: dict[Position, float] = {}
    for point in points:
        x, y = frame.x(point.day), frame.y(_STEPS.index(point.position))
        level = "" if point.level is None else f": {point.level}"
        label = f"{_day(point.day)}{level}"
        wide = ink.long(label)
        left = min(max(x - wide / 2, frame.left - 6), frame.width - wide - 2)
        if left > taken.get(point.position, 0):
            yield ink.blank(left - 1, y + 6.5, wide + 2, 10)
            yield ink.text(left, y + 8.5, label)
            taken[point.position] = left + wide + 4
        yield from ink.sign(x, y, point.position)


def _lines(lines: Sequence[CourseLine], frame: _Frame, ink: Ink) -> Iterator[Shape]:
    """One line for each rater, told apart by its dashes and by the name at its end."""
    ends: list[float] = []
    for nr, line in enumerate(lines):
        at = [(frame.x(day), frame.y(value)) for day, value in line.points]
        dash = _DASHES[nr % len(_DASHES)]
        for (x1, y1), (x2, y2) in pairwise(at):
            yield ink.stroke(x1, y1, x2, y2, dash)
        free = -10.0
        for (x, y), (_, value) in zip(at, line.points, strict=True):
            yield ink.dot(x, y)
            if len(lines) == 1 and x > free:
                yield ink.blank(x - 4, y + 5, 8, 9)
                yield ink.text(x, y + 6, str(value), anchor="middle")
                free = x + 9
        if len(lines) > 1:
            y = at[-1][1] - 2.8
            while any(abs(y - other) < 10 for other in ends):
                y += 10
            ends.append(y)
            yield ink.blank(at[-1][0] + 6, y - 1, ink.long(line.who) + 2, 9)
            yield ink.text(at[-1][0] + 7, y, plain(line.who))
