"""How a course is drawn on paper: positions or figures by date, and what went on meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.concern import Position


@dataclass(frozen=True, slots=True)
class PositionPoint:
    """A position as it was set that day; `level` 0–10 only where that scale is used."""

    day: date
    position: Position
    level: int | None = None


@dataclass(frozen=True, slots=True)
class CourseEvent:
    """What was done that day, in two or three words."""

    day: date
    what: str


@dataclass(frozen=True, slots=True)
class CourseBar:
    """Something that went on from a day until another; without a last day it still does."""

    what: str
    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True)
class CourseLine:
    """What one rater, or some together, set on a scale of figures; `who` is said where there are several."""

    who: str
    points: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How the concern went: positions by date, what was done, and the day that the paper looks until.

    With `rungs` it is drawn on a scale of figures instead, with a line for each rater. `said` is what the
    newest ratings show, `meanings` what each step of the scale means.
    """

    points: tuple[PositionPoint, ...] = ()
    events: tuple[CourseEvent, ...] = ()
    bars: tuple[CourseBar, ...] = ()
    rungs: tuple[int, ...] = ()
    lines: tuple[CourseLine, ...] = ()
    until: date
    title: str = ""
    said: str = ""
    meanings: tuple[tuple[str, str], ...] = ()
    note: str = ""
