"""Alder ved første hjælp: from birth to the first effort that counts as help, one figure for each way of counting.

Copenhagen counted two events and found 4 and 7½ months; so which one it is belongs to the figure.
A child helped before birth was helped at the age of nought, and is counted. One with an open concern and no
such effort yet is still waiting, as old as she is on the last day of the group she is looked for in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from operator import attrgetter

from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.facts import Child, Concern, Effort, Facts
from tvaerfaglig.domain.figures.times import (
    Cases,
    State,
    Times,
    new_cases,
    told_times,
)


def first_help(
    facts: Facts, cut: Cut, split: Split, counting: frozenset[str] = frozenset()
) -> tuple[Times, ...]:
    """Ages in days. `counting` are the kinds of effort that count as help; all of them when empty.

    A child's first help is her first anywhere; where and when it began decides whether and where she is
    counted. So help in one house is never her first again in the next.
    """
    children = {one.id: one for one in facts.children}
    first = _first(facts.efforts, counting, cut.today)
    cases = new_cases(split.names)
    for child_id, effort in first.items():
        child = children.get(child_id)
        group = split.of(effort.house, effort.day)
        if child is None or group is None or not _asked_for(effort, cut):
            continue
        cases[group].add(State.REACHED, child_id, _age(child, effort.day))
    if not cut.by_effort:
        _waiting(facts.concerns, children, first, cut, split, cases)
    return told_times(split.names, [cases], cut.least)[0]


def _asked_for(effort: Effort, cut: Cut) -> bool:
    return cut.takes(effort.house, effort.day) and cut.wants(effort.kind, effort.tags)


def _first(efforts: Iterable[Effort], counting: frozenset[str], today: date) -> dict[str, Effort]:
    """Of two begun on one day the one with the first id, so that the order they come in is nothing."""
    found: dict[str, Effort] = {}
    for one in efforts:
        if not one.child or one.day > today or (counting and one.kind not in counting):
            continue
        held = found.get(one.child)
        if held is None or one.day < held.day or (one.day == held.day and one.id < held.id):
            found[one.child] = one
    return found


def _waiting(
    concerns: Iterable[Concern],
    children: dict[str, Child],
    first: dict[str, Effort],
    cut: Cut,
    split: Split,
    cases: list[Cases],
) -> None:
    """Those who wait, once for each group in which one looks, whichever of their concerns is the open one."""
    looks = split.looks(cut.until)
    seen: set[tuple[str, date]] = set()
    for one in sorted(concerns, key=attrgetter("day", "id")):
        child = children.get(one.child)
        if child is None or (cut.houses and one.house not in cut.houses):
            continue
        helped = first.get(one.child)
        until = len(looks) if helped is None else bisect_left(looks, helped.day)
        for day in looks[bisect_left(looks, one.day) : until]:
            group = split.of(one.house, day)
            if group is None or (one.child, day) in seen or one.ended(day) is not None:
                continue
            seen.add((one.child, day))
            cases[group].add(State.OPEN, one.child, _age(child, day))


def _age(child: Child, day: date) -> int:
    return (day - child.born).days if day > child.born else 0
