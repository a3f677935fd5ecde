"""The course on the sagsresumé: the positions, each scale of figures that was used, and what they show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import PositionSet
from tvaerfaglig.domain.course.efforts import efforts
from tvaerfaglig.domain.course.ratings import POSITION
from tvaerfaglig.domain.efforts.tried import Tried
from tvaerfaglig.domain.konsultation import Agreement
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.printouts.papers.course import Course, CourseEvent
from tvaerfaglig.services import library
from tvaerfaglig.services.courses import picture
from tvaerfaglig.services.courses.reading import Scale, scales
from tvaerfaglig.services.courses.wording import NEVER
from tvaerfaglig.services.names import Names


def curves(
    positions: Sequence[Stored[PositionSet]],
    agreements: Iterable[Stored[Agreement]],
    places: Iterable[Tried],
    events: tuple[CourseEvent, ...],
    until: date,
    names: Names,
    masked: Callable[[str], str],
) -> tuple[Course, ...]:
    """The positions first. What happened stands over them alone; what was agreed lies under each."""
    meanings = library.meanings()
    done = [one for one in efforts(agreements, places) if one.first <= until]
    found = []
    for scale in scales(positions, *meanings, names):
        drawn = picture.chart(scale, done, until, masked)
        first = scale.course.measure.id == POSITION
        found.append(
            replace(
                drawn,
                events=events if first else (),
                title="" if first else f"På skalaen {scale.course.measure.name}",
                said=_said(scale),
                meanings=tuple(_meanings(scale)),
            )
        )
    return tuple(found)


def _said(scale: Scale) -> str:
    several = len(scale.shown) > 1
    lines = [f"{one.who}: {one.words}" if several else one.words for one in scale.shown]
    return " ".join((*lines, NEVER))


def _meanings(scale: Scale) -> Iterator[tuple[str, str]]:
    """Only of the steps that were set: the others are not in this child's course."""
    used = {rating.value for rating in scale.course.ratings}
    for rung in scale.course.measure.rungs:
        if rung.value in used:
            yield danish.capital(rung.word), rung.meaning
