"""From a concern's first day to what it led to: four waits side by side, of the very same concerns.

A step is the first of its kind on or after the first day. A concern opened again is one concern: its first
day stands, and the days it lay closed are days the child waited. One that was closed and stayed closed
without the step has ended; what came after that belongs to no concern.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.facts import Facts, Step
from tvaerfaglig.domain.figures.times import State, Times, new_cases

STEPS = tuple(Step)
StepDays = Mapping[Step, Mapping[str, list[date]]]
"""For each step each child's days, in any order."""


class Course(NamedTuple):
    """One concern: for every step, whether it was taken, and the days until it was or until one looks."""

    child: str
    house: str
    day: date
    led_to: tuple[tuple[State, int], ...]


@dataclass(frozen=True, slots=True)
class Funnel:
    """Each step's groups, in the order of the steps. The steps need not follow one another."""

    steps: tuple[tuple[Step, tuple[Times, ...]], ...]

    def of(self, step: Step) -> tuple[Times, ...]:
        return dict(self.steps)[step]


def funnel(
    cut: Cut, split: Split, courses: Iterable[Course], figure: str = "fra_bekymring"
) -> Funnel:
    """Concerns whose first day is in the period, followed until today: the later the period, the shorter."""
    steps = [new_cases(split.names) for _ in STEPS]
    rows = [[step[at] for step in steps] for at in range(len(split.names))]
    for child, house, day, led_to in courses:
        group = split.of(house, day)
        if group is not None:
            for cases, (state, days) in zip(rows[group], led_to, strict=True):
                cases.add(state, child, days)
    told = cut.tell.times(figure, split.names, steps)
    return Funnel(tuple(zip(STEPS, told, strict=True)))


def courses(facts: Facts, cut: Cut, days: StepDays | None = None) -> tuple[Course, ...]:
    """What each concern that is asked for has led to, ready to be laid into groups.

    `days` are `step_days` of the same facts and the same day, where they are at hand.
    """
    today, days = cut.today, days or step_days(facts, cut.today)
    steps = [days[step] for step in STEPS]
    wanted = children_of_efforts(facts, cut) if cut.by_effort else None
    found = []
    for one in facts.concerns:
        child, day = one.child, one.day
        if not cut.takes(one.house, day) or (wanted is not None and child not in wanted):
            continue
        ended = one.ended(today)
        led_to = tuple([_led_to(day, each.get(child, ()), ended, today) for each in steps])
        found.append(Course(child, one.house, day, led_to))
    return tuple(found)


def _led_to(
    first: date, days: Iterable[date], ended: date | None, today: date
) -> tuple[State, int]:
    reached = first_from(days, first)
    if reached is not None and (ended is None or reached <= ended):
        return State.REACHED, (reached - first).days
    if ended is not None:
        return State.ENDED, (ended - first).days
    return State.OPEN, (today - first).days


def first_from(days: Iterable[date], start: date) -> date | None:
    """The first of them on or after a day. They are few, so looking through them is the quickest."""
    first = None
    for day in days:
        if day >= start and (first is None or day < first):
            first = day
    return first


def step_days(facts: Facts, today: date) -> StepDays:
    """An effort begun is an action, a letter sent is an underretning: neither has to be told twice."""
    found: dict[Step, defaultdict[str, list[date]]] = {step: defaultdict(list) for step in STEPS}
    for one in facts.happened:
        if one.day <= today:
            found[one.step][one.child].append(one.day)
    acts, letters = found[Step.HANDLING], found[Step.UNDERRETNING]
    for effort in facts.efforts:
        if effort.child and effort.day <= today:
            acts[effort.child].append(effort.day)
    for letter in facts.letters:
        if letter.day <= today:
            letters[letter.child].append(letter.day)
    return found


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
