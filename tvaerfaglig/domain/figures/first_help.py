"""Alder ved første hjælp: from birth to the first effort that counts as help, one figure for each way of counting.

Copenhagen counted two events and found 4 and 7½ months; so which one it is belongs to the figure.
A child helped before birth was helped at the age of nought, and is counted. One with an open concern and no
such effort yet is still waiting, as old as she is on the last day of the group she is looked for in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.facts import Child, Concern, Effort, Facts
from tvaerfaglig.domain.figures.times import Cases, State, Times, new_cases


class Looked(NamedTuple):
    """A child whose concern was open on a day one looked: in which group, and how old she was, in days."""

    child: str
    day: date
    group: int
    age: int


def first_help(
    facts: Facts,
    cut: Cut,
    split: Split,
    counting: frozenset[str] = frozenset(),
    looked: Iterable[Looked] | None = None,
) -> tuple[Times, ...]:
    """Ages in days. `counting` are the kinds of effort that count as help; all of them when empty.

    A child's first help is her first anywhere; where and when it began decides whether and where she is
    counted. So help in one house is never her first again in the next. `looked` are `with_open_concern`
    of the same facts, where they are at hand.
    """
    children = {one.id: one for one in facts.children}
    looked = with_open_concern(facts, cut, split) if looked is None else looked
    first = _first(facts.efforts, counting, cut.today)
    cases = new_cases(split.names)
    for child_id, effort in first.items():
        child = children.get(child_id)
        group = split.of(effort.house, effort.day)
        if child is None or group is None or not _asked_for(effort, cut):
            continue
        cases[group].add(State.REACHED, child_id, _age(child, effort.day))
    if not cut.by_effort:
        _lay_waiting(cases, first, looked)
    figure = f"foerste_hjaelp/{','.join(sorted(counting))}"
    return cut.tell.times(figure, split.names, [cases], looked=True)[0]


def _lay_waiting(
    cases: Sequence[Cases], first: Mapping[str, Effort], looked: Iterable[Looked]
) -> None:
    """Those who were not helped by the day one looked: most never were, so they are laid in at once."""
    rows: list[list[Looked]] = [[] for _ in cases]
    for one in looked:
        rows[one[2]].append(one)
    for group, row in zip(cases, rows, strict=True):
        waits = [one for one in row if one[0] not in first or first[one[0]].day > one[1]]
        group.add_all(State.OPEN, [one[0] for one in waits], [one[3] for one in waits])


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


def with_open_concern(facts: Facts, cut: Cut, split: Split) -> tuple[Looked, ...]:
    """Every child once for each day on which one looks, whichever of her concerns is the open one."""
    children = {one.id: one for one in facts.children}
    looks = split.looks(cut.until)
    seen: set[tuple[str, date]] = set()
    found = []
    for one in sorted(facts.concerns, key=attrgetter("day", "id")):
        child = children.get(one.child)
        if child is None or (cut.houses and one.house not in cut.houses):
            continue
        for day in _open_on(one, looks):
            group = split.of(one.house, day)
            if group is not None and (one.child, day) not in seen:
                seen.add((one.child, day))
                found.append(Looked(one.child, day, group, _age(child, day)))
    return tuple(found)


def _open_on(one: Concern, looks: tuple[date, ...]) -> tuple[date, ...]:
    """The days on which it was open. Until its first closing that is nothing to look for day by day."""
    begun = looks[bisect_left(looks, one.day) :]
    if not one.closed or not begun:
        return begun
    closing = min(one.closed)
    if not one.reopened:
        return begun[: bisect_left(begun, closing)]
    return tuple(day for day in begun if day < closing or one.ended(day) is None)


def _age(child: Child, day: date) -> int:
    return (day - child.born).days if day > child.born else 0
