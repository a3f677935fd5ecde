"""What was rated, when and by whom: one line for each scale, and one for each rater where several rated apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.concern import Position, PositionSet
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.wellbeing import Positions, Scale, Scales

POSITION = "position"
FIRST_SCALE = "nul_til_ti"
"""The scale of a figure set before a record said which scale it belongs to."""
NO_SCALE = "ingen"
"""What a house chooses that wants the three positions alone."""
_ORDER = (Position.TRIVES, Position.BEKYMRING, Position.STAERK)


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a scale: its figure, the word at the axis, and what it means in writing."""

    value: int
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A scale as a course is drawn on it. With `up_is_well` a higher figure is better for the child."""

    id: str
    name: str
    rungs: tuple[Rung, ...]
    up_is_well: bool

    def word(self, value: int) -> str:
        return next((rung.word for rung in self.rungs if rung.value == value), str(value))

    def meaning(self, value: int) -> str:
        return next((rung.meaning for rung in self.rungs if rung.value == value), "")


@dataclass(frozen=True, slots=True)
class Rating:
    """One value on one day; `by` are those who set it together, `record` is where it stands."""

    day: date
    value: int
    by: tuple[str, ...]
    because: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """The ratings of one rater, or of some who rate together; the oldest first."""

    by: tuple[str, ...]
    ratings: tuple[Rating, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """Everything rated on one scale."""

    measure: Measure
    lines: tuple[Line, ...]

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """All of them, the oldest first."""
        every = (one for line in self.lines for one in line.ratings)
        return tuple(sorted(every, key=lambda one: (one.day, one.record)))


def measure_of_positions(positions: Positions) -> Measure:
    """The three positions as a scale: stærk bekymring is the highest step, as on the paper."""
    rungs = [
        Rung(_ORDER.index(one.position), one.word.lower(), one.meaning) for one in positions.steps
    ]
    return Measure(POSITION, "Position", tuple(rungs), up_is_well=False)


def measure_of(scale: Scale) -> Measure:
    rungs = tuple(Rung(one.level, str(one.level), one.meaning) for one in scale.steps)
    return Measure(scale.id, scale.name, rungs, scale.up_is_well)


def courses(
    stored: Iterable[Stored[PositionSet]], positions: Positions, scales: Scales
) -> tuple[Course, ...]:
    """One course of positions, and one for each scale of figures that was used.

    A position holds for all until the next is set, so it is one line whoever set it; figures are
    each rater's own. A scale the house has taken out of its file is not drawn: nobody knows its steps.
    """
    oldest_first = sorted(stored, key=lambda one: (one.record.day, one.id))
    if not oldest_first:
        return ()
    stood = [_rating(one, _ORDER.index(one.record.position)) for one in oldest_first]
    found = [Course(measure_of_positions(positions), (Line((), tuple(stood)),))]
    for scale in scales.scales:
        figures = [
            _rating(one, level)
            for one in oldest_first
            if (level := one.record.level) is not None
            and (one.record.scale or FIRST_SCALE) == scale.id
        ]
        if figures:
            found.append(Course(measure_of(scale), _by_rater(figures)))
    return tuple(found)


def _by_rater(figures: Sequence[Rating]) -> tuple[Line, ...]:
    """A line for each who rated alone, and one for those who rated together, in the order they first did."""
    raters = list(dict.fromkeys(one.by for one in figures))
    return tuple(Line(by, tuple(one for one in figures if one.by == by)) for by in raters)


def _rating(one: Stored[PositionSet], value: int) -> Rating:
    by = tuple(sorted(one.record.set_by)) or (one.written_by,)
    return Rating(one.record.day, value, by, one.record.because, one.id)
