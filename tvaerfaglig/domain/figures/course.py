"""From a concern's first day to what it led to: four waits side by side, of the very same concerns.

A step is the first of its kind on or after the first day. A concern opened again is one concern: its first
day stands, and the days it lay closed are days the child waited. One that was closed and stayed closed
without the step has ended; what came after that belongs to no concern.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.facts import Concern, Facts, Step
from tvaerfaglig.domain.figures.times import Cases, State, Times, new_cases, told_times

STEPS = tuple(Step)


@dataclass(frozen=True, slots=True)
class Funnel:
    """Each step's groups, in the order of the steps. The steps need not follow one another."""

    steps: tuple[tuple[Step, tuple[Times, ...]], ...]

    def of(self, step: Step) -> tuple[Times, ...]:
        return dict(self.steps)[step]


def funnel(facts: Facts, cut: Cut, split: Split) -> Funnel:
    """Concerns whose first day is in the period, followed until today: the later the period, the shorter."""
    days = step_days(facts, cut.today)
    wanted = children_of_efforts(facts, cut) if cut.by_effort else None
    steps = [new_cases(split.names) for _ in STEPS]
    for one in facts.concerns:
        if not cut.takes(one.house, one.day) or (wanted is not None and one.child not in wanted):
            continue
        group = split.of(one.house, one.day)
        if group is None:
            continue
        ended = one.ended(cut.today)
        for step, cases in zip(STEPS, steps, strict=True):
            _lay(cases[group], one, days[step].get(one.child), ended, cut.today)
    told = told_times(split.names, steps, cut.least)
    return Funnel(tuple(zip(STEPS, told, strict=True)))


def _lay(
    cases: Cases, one: Concern, days: list[date] | None, ended: date | None, today: date
) -> None:
    reached = first_from(days, one.day)
    if reached is not None and (ended is None or reached <= ended):
        cases.add(State.REACHED, one.child, (reached - one.day).days)
    elif ended is not None:
        cases.add(State.ENDED, one.child, (ended - one.day).days)
    else:
        cases.add(State.OPEN, one.child, (today - one.day).days)


def first_from(days: list[date] | None, start: date) -> date | None:
    """The first of them on or after a day."""
    if not days or days[-1] < start:
        return None
    return days[0] if days[0] >= start else days[bisect_left(days, start)]


def step_days(facts: Facts, today: date) -> dict[Step, dict[str, list[date]]]:
    """For each step each child's days, the earliest first.

    An effort begun is an action, a letter sent is an underretning: neither has to be told twice.
    """
    found: dict[Step, dict[str, list[date]]] = {step: {} for step in STEPS}
    for step, child, day in _taken(facts):
        if day <= today:
            found[step].setdefault(child, []).append(day)
    for of_children in found.values():
        for days in of_children.values():
            days.sort()
    return found


def _taken(facts: Facts) -> Iterator[tuple[Step, str, date]]:
    for happened in facts.happened:
        yield happened.step, happened.child, happened.day
    for effort in facts.efforts:
        if effort.child:
            yield Step.HANDLING, effort.child, effort.day
    for letter in facts.letters:
        yield Step.UNDERRETNING, letter.child, letter.day


def children_of_efforts(facts: Facts, cut: Cut) -> frozenset[str]:
    """Those who had an effort, or a place, of the kind and in the project that are asked for."""
    efforts = {
        one.child for one in facts.efforts if one.day <= cut.today and cut.wants(one.kind, one.tags)
    }
    places = {
        one.child
        for one in facts.places
        if one.start is not None and one.start <= cut.today and cut.wants(one.kind, one.tags)
    }
    return frozenset(efforts | places) - {""}
