"""The days of a year from a rhythm: those on which nobody is there are moved or left out, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tvaerfaglig.domain.visiting.attachment import Attachment, Rhythm, WhenClosed

WEEK = timedelta(weeks=1)
_TRIED = (1, -1, 2)
"""To which weeks a day is moved, in this order: the next, the one before, the next but one."""

Closed = Callable[[date], str]
"""Why nobody is there on a day, in words; empty when somebody is."""


@dataclass(frozen=True, slots=True)
class YearDay:
    """One day the rhythm asks for. `day` is None when it is left out; `reason` says why it is not that day."""

    asked: date
    day: date | None
    reason: str = ""

    @property
    def is_moved(self) -> bool:
        return self.day is not None and self.day != self.asked


def days_of(attachment: Attachment, first: date, last: date) -> tuple[date, ...]:
    """Every day the rhythm asks for between two days, both counted, as long as she is attached."""
    made = _monthly if attachment.rhythm is Rhythm.MAANED else _weekly
    return tuple(
        day
        for day in made(attachment, first, last)
        if first <= day <= last and attachment.holds_on(day)
    )


def plan_year(
    attachment: Attachment, first: date, last: date, closed: Closed
) -> tuple[YearDay, ...]:
    """The year as a proposal. No day is proposed twice, none on which the house is closed."""
    asked = days_of(attachment, first, last)
    taken = set(asked)
    found = []
    for day in asked:
        reason = closed(day)
        if not reason:
            found.append(YearDay(day, day))
            continue
        moved = YearDay(day, None, reason)
        if attachment.when_closed is WhenClosed.FLYT:
            other = _other_week(attachment, day, taken, (first, last), closed)
            moved = replace(moved, day=other)
            taken |= {other} if other else set()
        found.append(moved)
    return tuple(found)


def _other_week(
    attachment: Attachment, day: date, taken: set[date], within: tuple[date, date], closed: Closed
) -> date | None:
    """The same weekday in a week nearby: open, not another visit's, and while she is attached."""
    for weeks in _TRIED:
        other = day + weeks * WEEK
        here = within[0] <= other <= within[1] and attachment.holds_on(other)
        if here and other not in taken and not closed(other):
            return other
    return None


def _weekly(attachment: Attachment, first: date, last: date) -> Iterator[date]:
    """Counted from the first such weekday of the attachment, so that a new year goes on with the old rhythm."""
    begun = attachment.from_day
    day = begun + timedelta((attachment.weekday - begun.weekday()) % 7)
    step = attachment.number * WEEK
    if day < first:
        day += -(-(first - day) // step) * step
    while day <= last:
        yield day
        day += step


def _monthly(attachment: Attachment, first: date, last: date) -> Iterator[date]:
    month = first.replace(day=1)
    while month <= last:
        ahead = (attachment.weekday - month.weekday()) % 7
        yield month + timedelta(ahead + 7 * (attachment.number - 1))
        month = (month + timedelta(32)).replace(day=1)
