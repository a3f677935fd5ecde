"""One child's course as her page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import Concern, PositionSet
from tvaerfaglig.domain.course.efforts import Effort, efforts
from tvaerfaglig.domain.course.ratings import Course, Line, Rating, courses
from tvaerfaglig.domain.course.run_chart import Seen, look
from tvaerfaglig.domain.course.steps import Taken, steps_taken
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.wellbeing import Positions, Scales
from tvaerfaglig.services.children.timeline import Timeline
from tvaerfaglig.services.courses.wording import what_it_shows
from tvaerfaglig.services.library import Library
from tvaerfaglig.services.names import Names


@dataclass(frozen=True, slots=True)
class Shown:
    """One rater's line, and what its newest ratings show in words."""

    who: str
    line: Line
    seen: Seen
    words: str


@dataclass(frozen=True, slots=True)
class Scale:
    """A course on one scale, each rater's line told by itself: two people's ratings are not one series."""

    course: Course
    shown: tuple[Shown, ...]

    @property
    def ratings(self) -> tuple[tuple[Rating, Rating | None], ...]:
        """The newest first, each with the same rater's one before."""
        pairs = []
        for line in self.course.lines:
            before: Rating | None = None
            for rating in line.ratings:
                pairs.append((rating, before))
                before = rating
        return tuple(sorted(pairs, key=lambda pair: (pair[0].day, pair[0].record), reverse=True))


@dataclass(frozen=True, slots=True)
class ChildCourse:
    """Everything under *Forløb*, and the steps above the timeline."""

    steps: tuple[Taken, ...]
    scales: tuple[Scale, ...]
    efforts: tuple[Effort, ...]
    open_concerns: tuple[Stored[Concern], ...]
    closed_concerns: tuple[Stored[Concern], ...]
    first: Stored[PositionSet] | None
    latest: Stored[PositionSet] | None
    names: Names
    today: date


def course_of(line: Timeline, library: Library, *, hides_parents: bool) -> ChildCourse:
    """The course that a child's timeline holds."""
    positions = line.of(PositionSet)
    concerns = line.of(Concern)
    everything = (*line.entries, *line.agreements)
    return ChildCourse(
        steps=steps_taken(everything, library.way, line.today, hides_parents=hides_parents),
        scales=tuple(scales(positions, library.positions, library.scales, line.names)),
        efforts=efforts(line.agreements, line.tried),
        open_concerns=tuple(one for one in concerns if one.record.closed_on is None),
        closed_concerns=tuple(one for one in concerns if one.record.closed_on),
        first=positions[-1] if positions else None,
        latest=positions[0] if positions else None,
        names=line.names,
        today=line.today,
    )


def since(line: Timeline, library: Library, day: date) -> ChildCourse:
    """The part of it that a concern first noticed on a day has lived through: the first position is the one
    set then or next, and what was agreed is what still went on.
    """
    whole = course_of(line, library, hides_parents=True)
    later = [one for one in line.of(PositionSet) if one.record.day >= day]
    return replace(
        whole,
        first=later[-1] if later else whole.latest,
        efforts=tuple(one for one in whole.efforts if one.last is None or one.last >= day),
    )


def scales(
    stored: Iterable[Stored[PositionSet]], positions: Positions, every: Scales, names: Names
) -> Iterable[Scale]:
    """Each scale that was used, with what its lines show."""
    for course in courses(stored, positions, every):
        shown = []
        for line in course.lines:
            seen = look([rating.value for rating in line.ratings])
            who = raters(line.by, names)
            shown.append(Shown(who, line, seen, what_it_shows(seen, course.measure)))
        yield Scale(course, tuple(shown))


def raters(by: tuple[str, ...], names: Names) -> str:
    """»Mette«, »Mette og Karen«; nothing where everybody's ratings make one line."""
    return danish.join_and([names.first(one) for one in by])
