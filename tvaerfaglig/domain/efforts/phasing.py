"""When phases and talks fall by rule: what is counted from a birth that has not been waits for it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tvaerfaglig.domain.efforts.rhythm import Anchor, PhaseRule, Point, TalkRule

EARLY = timedelta(weeks=6)
"""How long before its time a talk can be held and still be the one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """What is counted from. Before a birth the due day stands in for it, and `guessed` says so."""

    start: date
    due: date | None = None
    born: date | None = None


@dataclass(frozen=True, slots=True)
class PhaseDays:
    """A phase by rule. `first` is None where it cannot be told yet; `guessed` where it rests on the due day."""

    rule: PhaseRule
    first: date | None
    last: date | None
    guessed: bool


@dataclass(frozen=True, slots=True)
class TalkDay:
    rule: TalkRule
    day: date


def phase_days(phases: Iterable[PhaseRule], days: Days) -> tuple[PhaseDays, ...]:
    """Each phase from its own rule, or the day after the one before; it ends before the next begins."""
    found: list[PhaseDays] = []
    for rule in phases:
        before = found[-1].last if found else None
        first = _day(rule.begins, days, before)
        last = _day(rule.ends, days, before) if rule.ends else None
        if found and found[-1].last is None and first is not None:
            ahead = found[-1]
            found[-1] = PhaseDays(ahead.rule, ahead.first, first - timedelta(1), ahead.guessed)
        found.append(PhaseDays(rule, first, _not_before(first, last), _guessed(rule, days)))
    return tuple(found)


def phase_on(phases: Iterable[PhaseDays], day: date) -> PhaseDays | None:
    """The phase that a day lies in: the last that has begun and not ended."""
    begun = [one for one in phases if one.first is not None and one.first <= day]
    return next((one for one in reversed(begun) if one.last is None or day <= one.last), None)


def talk_days(talks: Iterable[TalkRule], days: Days, until: date) -> tuple[TalkDay, ...]:
    """Every talk that has its time until a day, the first first; one that comes back as often as it does."""
    found = [TalkDay(rule, day) for rule in talks for day in _each(rule, days, until)]
    return tuple(sorted(found, key=lambda one: one.day))


@dataclass(frozen=True, slots=True)
class TalkStand:
    """A talk by rule, and the day it was held; None where it was not yet."""

    rule: TalkRule
    day: date
    held: date | None


def talk_stands(
    talks: Iterable[TalkDay], known: Mapping[str, Iterable[date]]
) -> tuple[TalkStand, ...]:
    """Each talk with the first of the days `known` of its rule (by id), which may be somewhat before its time.

    A day long before the next of its sort belongs to the one before.
    """
    found: list[TalkStand] = []
    left = {rule: sorted(set(days)) for rule, days in known.items()}
    every = tuple(talks)
    for nr, one in enumerate(every):
        until = next((each.day - EARLY for each in every[nr + 1 :] if each.rule == one.rule), None)
        days = left.get(one.rule.id, [])
        mine = [day for day in days if until is None or day < until]
        left[one.rule.id] = days[len(mine) :]
        found.append(TalkStand(one.rule, one.day, mine[0] if mine else None))
    return tuple(found)


def _each(rule: TalkRule, days: Days, until: date) -> Iterator[date]:
    first = _day(rule.at, days, None)
    if first is None:
        return
    nr = 0
    while (day := _months_on(first, nr * rule.again_months)) <= until:
        yield day
        nr += 1
        if not rule.again_months:
            return


def _day(point: Point, days: Days, before: date | None) -> date | None:
    anchors = {
        Anchor.START: days.start,
        Anchor.TERMIN: days.due or days.born,
        Anchor.FOEDSEL: days.born or days.due,
        Anchor.FORRIGE: before + timedelta(1) if before else None,
    }
    day = anchors[point.anchor]
    return _months_on(day, point.months) + timedelta(weeks=point.weeks) if day else None


def _not_before(first: date | None, last: date | None) -> date | None:
    return max(first, last) if first and last else last


def _guessed(rule: PhaseRule, days: Days) -> bool:
    points = (rule.begins, rule.ends)
    return days.born is None and any(one and one.anchor is Anchor.FOEDSEL for one in points)


def _months_on(day: date, months: int) -> date:
    """The same day of a later month, or its last where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
