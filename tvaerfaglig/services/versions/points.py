"""The moments of a letter that can be compared: each sitting, each finished copy, the letter before this one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from tvaerfaglig.domain.letter_beside import WhyChanged
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Finished, Stage, Underretning
from tvaerfaglig.services.clock import DANISH
from tvaerfaglig.services.letters.opening import find, steps_of
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.versions.course import Course, Happened, course_of, last_copy
from tvaerfaglig.store import queries

ONE_SITTING = timedelta(minutes=30)


class What(StrEnum):
    KLADDE = "kladde"
    RETTELSE = "rettelse"
    FAERDIG = "faerdig"
    FORRIGE = "forrige"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """`events` of the letter had been written by then. `first` is the version its reason is kept under.

    `number` is the finished copy's. `sent` is when the letter before this one went out.
    """

    id: str
    what: What
    at: datetime
    by: str
    events: int
    first: str = ""
    number: int = 0
    sent: date | None = None
    why: str = ""

    def is_mine(self, person: str) -> bool:
        return self.by == person and self.what in {What.KLADDE, What.RETTELSE}


def points(session: Session, letter_id: str) -> tuple[Point, ...]:
    """The newest first. Being shown which there are is part of opening the letter, and noted with it."""
    letter = find(session, letter_id)
    course = course_of(session, letter)
    before = earlier(session, letter)
    found = [*_before(session, before), *of_course(session, course)]
    return tuple(reversed(found))


def of_course(session: Session, course: Course) -> tuple[Point, ...]:
    """One letter's own points, the oldest first."""
    reasons = {
        one.record.version: one.record.text
        for one in queries.of_child(session.vault, WhyChanged, course.letter.record.child)
    }
    return tuple(_points(course.events, reasons))


def earlier(session: Session, letter: Stored[Underretning]) -> Stored[Underretning] | None:
    """The letter that this one comes after, where there is one about the same child."""
    found = queries.one(session.vault, Underretning, letter.record.follows)
    same = found is not None and found.record.child == letter.record.child
    return found if same else None


def _before(session: Session, letter: Stored[Underretning] | None) -> Iterator[Point]:
    if letter is None:
        return
    course = course_of(session, letter)
    many = last_copy(course.events)
    steps = [one.record for one in steps_of(session, letter)]
    sent = next((one.day for one in steps if one.stage is Stage.AFSENDT), None)
    if many:
        last = course.events[many - 1]
        yield Point(id=letter.id, what=What.FORRIGE, at=last.at, by=last.by, events=many, sent=sent)


def _points(events: tuple[Happened, ...], reasons: dict[str, str]) -> Iterator[Point]:
    begun: Happened | None = None
    copies = 0
    for n, one in enumerate(events, 1):
        if isinstance(one.record, Finished):
            copies += 1
            yield Point(
                id=one.event,
                what=What.FAERDIG,
                at=one.at,
                by=one.by,
                events=n,
                number=one.record.number,
            )
            begun = None
        elif one.writes:
            begun = begun or one
            if not _goes_on(events, n):
                why = reasons.get(begun.event, "")
                what = What.RETTELSE if copies else What.KLADDE
                yield Point(
                    id=begun.event,
                    what=what,
                    at=one.at,
                    by=one.by,
                    events=n,
                    first=begun.event,
                    why=why,
                )
                begun = None


def _goes_on(events: tuple[Happened, ...], at: int) -> bool:
    """Whether the same person writes on in the same half hour; answers to proposals are no break."""
    last = events[at - 1]
    following = next((one for one in events[at:] if one.writes or _is_copy(one)), None)
    if following is None or _is_copy(following) or following.by != last.by:
        return False
    same_day = _day(following) == _day(last)
    return same_day and following.at - last.at <= ONE_SITTING


def _is_copy(one: Happened) -> bool:
    return isinstance(one.record, Finished)


def _day(one: Happened) -> date:
    return one.at.astimezone(DANISH).date()
