"""A family's place as the rest of the program tells it: from when until when, how often they came, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.goals import SCORED_AT, Goal
from tvaerfaglig.domain.efforts.records import Effort, Enrolment, EnrolmentState, Presence
from tvaerfaglig.domain.stored import Stored

_NOWHERE = "Ingen"
"""How the forms begin the answer that the family needs no other help."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One place that has begun. `who` has a seat in the effort; `came` of the `held` days somebody was there."""

    enrolment: str
    name: str
    who: tuple[str, ...]
    first: date
    last: date | None
    place: Enrolment
    came: int
    held: int
    goals: tuple[Goal, ...]

    @property
    def given_up(self) -> bool:
        return self.place.status is EnrolmentState.FALDET_FRA

    @property
    def stands(self) -> str:
        """»i gang«, »gennemført«, »holdt op før tid«."""
        if self.place.status is EnrolmentState.AFSLUTTET:
            return "gennemført"
        return "i gang" if self.last is None else self.place.status.word

    def attendance(self) -> str:
        """»Kom 8 af 10 gange.«; empty before the first roll."""
        return (
            f"Kom {self.came} af {danish.count(self.held, 'gang', 'gange')}." if self.held else ""
        )

    def effect(self) -> str:
        """How far each goal has come, what was written at the end, and where the family went on to."""
        moved = " ".join(moves(self.goals))
        to = _plain(self.place.referred_to)
        onward = f"Videre til: {to}." if to and not to.startswith(_NOWHERE) else ""
        ended = f"{_plain(self.place.outcome)}." if self.place.outcome.strip() else ""
        left = f"{_plain(self.place.ended_because)}." if self.given_up else ""
        return " ".join(filter(None, (moved, ended, left, onward)))


def tried(
    places: Iterable[Stored[Enrolment]],
    efforts: Mapping[str, Effort],
    said: Iterable[Presence],
    goals: Iterable[Goal],
) -> tuple[Tried, ...]:
    """Each place that has begun, the first begun first. One that waits or was taken off was never tried."""
    came, every = list(said), list(goals)
    found = [
        Tried(
            enrolment=one.id,
            name=efforts[one.record.effort].name,
            who=tuple(dict.fromkeys(each.staff for each in efforts[one.record.effort].seated)),
            first=one.record.from_day,
            last=one.record.until,
            place=one.record,
            came=sum(each.came for each in came if each.enrolment == one.id),
            held=sum(each.enrolment == one.id for each in came),
            goals=tuple(each for each in every if each.enrolment == one.id),
        )
        for one in places
        if one.record.from_day is not None and one.record.effort in efforts
    ]
    return tuple(sorted(found, key=lambda one: (one.first, one.enrolment)))


def moves(goals: Iterable[Goal]) -> Iterator[str]:
    """Each goal that was scored twice, from where to where; what was scored once is not told as an effect."""
    for goal in goals:
        scores = sorted(goal.scores, key=lambda one: (one.day, SCORED_AT.index(one.at)))
        if len(scores) < 2:
            continue
        first, last = scores[0], scores[-1]
        aim = f"»{_plain(goal.text)}«"
        if first.step == last.step:
            yield f"{aim}: stadig »{first.reached}«."
        else:
            yield f"{aim}: fra »{first.reached}« til »{last.reached}«."


def _plain(text: str) -> str:
    return text.strip().rstrip(".")
