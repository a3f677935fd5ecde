"""The course as a drawing: on paper with the sagsresumé, and crisp on the screen in its own colours."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.course.efforts import Effort
from tvaerfaglig.domain.course.ratings import POSITION
from tvaerfaglig.printouts.charts.look import SAMPLE, Colours
from tvaerfaglig.printouts.papers.course import Course, CourseBar, CourseLine, PositionPoint
from tvaerfaglig.services.courses.reading import Scale
from tvaerfaglig.services.session import Session

__all__ = ["SAMPLE", "Chart", "Colours", "Drawn", "chart", "drawn"]

Chart = Course
"""What windows call it: they hand it back to be drawn, and look at nothing in it."""

_POSITIONS = (Position.TRIVES, Position.BEKYMRING, Position.STAERK)
_MOST = 60
"""So many signs of what was agreed stand over its bar; the whole stands in the table beside."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The drawing, and the same in words for whoever cannot see it."""

    svg: bytes
    words: str


def chart(
    scale: Scale, efforts: Iterable[Effort], until: date, said: Callable[[str], str] = str
) -> Course:
    """The scale as it is drawn. `said` puts names, or masks, into the words of what was agreed."""
    measure = scale.course.measure
    bars = tuple(
        CourseBar(_short(said(one.what)), one.first, min(one.last, until) if one.last else None)
        for one in efforts
        if one.first <= until
    )
    if measure.id == POSITION:
        points = tuple(
            PositionPoint(one.day, _POSITIONS[one.value]) for one in scale.course.ratings
        )
        return Course(points=points, bars=bars, until=until, title=measure.name)
    several = len(scale.shown) > 1
    return Course(
        bars=bars,
        rungs=tuple(rung.value for rung in measure.rungs),
        lines=tuple(
            CourseLine(
                one.who if several else "",
                tuple((rating.day, rating.value) for rating in one.line.ratings),
            )
            for one in scale.shown
        ),
        until=until,
        title=measure.name,
    )


def _short(what: str) -> str:
    line = " ".join(what.split())
    return line if len(line) <= _MOST else f"{line[:_MOST].rsplit(' ', 1)[0]} …"


def drawn(_session: Session, course: Chart, width: float, colours: Colours) -> Drawn:
    """The drawing as SVG, so many points wide."""
    from tvaerfaglig.printouts.charts.course import sentence
    from tvaerfaglig.printouts.charts.on_screen import svg

    return Drawn(svg(course, width, colours), sentence(course))
