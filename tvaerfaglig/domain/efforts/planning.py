"""The days of an indsats from its rhythm: closed days are left out or moved, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from tvaerfaglig.domain.efforts.rhythm import Every
from tvaerfaglig.domain.visiting.attachment import Attachment, WhenClosed
from tvaerfaglig.domain.visiting.attachment import Rhythm as DayRhythm
from tvaerfaglig.domain.visiting.year import Closed, YearDay, plan_year

LONGEST = timedelta(days=3 * 366)
_WEEK = timedelta(weeks=1)
_TRIED = (1, -1, 2, -2)
_FRIDAY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPlan:
    """What is to be planned: `times` days that are open, from the first on. `number` as in the kind's rhythm.

    `weekdays` are further days of the same week, where it is more than one a week.
    """

    first: date
    times: int
    every: Every = Every.UGER
    number: int = 1
    weekdays: tuple[int, ...] = ()
    at: time | None = None
    to: time | None = None
    place: str = ""


def plan_days(plan: SessionPlan, house: str, closed: Closed) -> tuple[YearDay, ...]:
    """As many open days as were asked for, with those that were left out or moved between them.

    Fewer where the house is closed for so long that three years do not hold them.
    """
    if plan.every is Every.AAR:
        return _of_the_year(plan, closed)
    last = plan.first + LONGEST
    weekly = [_weekly(plan, house, one) for one in {plan.first.weekday(), *plan.weekdays}]
    every = (one for made in weekly for one in plan_year(made, plan.first, last, closed))
    days = sorted(every, key=lambda one: one.asked)
    found: list[YearDay] = []
    open_days = 0
    for one in days:
        if open_days == plan.times:
            break
        found.append(one)
        open_days += one.day is not None
    return tuple(found)


def _of_the_year(plan: SessionPlan, closed: Closed) -> tuple[YearDay, ...]:
    """Spread evenly on the weekday of the first; a closed one is moved to a week nearby."""
    every = 365 / plan.number
    asked = [_same_weekday(plan.first, round(nr * every)) for nr in range(plan.times)]
    taken, found = set(asked), []
    for day in asked:
        reason = closed(day)
        near = (day + weeks * _WEEK for weeks in _TRIED)
        free = (one for one in near if one not in taken and not closed(one) and one >= plan.first)
        other = next(free, None) if reason else day
        taken |= {other} if other else set()
        found.append(YearDay(day, other, reason))
    return tuple(found)


def _same_weekday(first: date, days: int) -> date:
    return first + timedelta(weeks=round(days / 7))


def _weekly(plan: SessionPlan, house: str, weekday: int) -> Attachment:
    """One weekday of the plan in the words of the year of visits, which knows how weeks are counted.

    A weekday that lies before the first one's begins with the next week that is due.
    """
    begins = plan.first + timedelta(weekday - plan.first.weekday())
    begins += plan.number * _WEEK if begins < plan.first else timedelta(0)
    return Attachment(
        staff="", house=house, from_day=begins, rhythm=DayRhythm.UGER, number=plan.number,
        weekday=weekday, when_closed=WhenClosed.SPRING_OVER,
    )  # fmt: skip


def is_weekday(day: date) -> bool:
    return day.weekday() <= _FRIDAY


def next_status(start: date, held: Iterable[date], weeks: int) -> date | None:
    """So many weeks after the last one held, or after the start."""
    return max((start, *held)) + timedelta(weeks=weeks) if weeks else None
