"""Places in groups and matches with volunteers: the wait for one, how many came, how many stopped before the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.facts import Facts, Place
from tvaerfaglig.domain.figures.shares import Counted, Parts
from tvaerfaglig.domain.figures.spread import Spread, spread
from tvaerfaglig.domain.figures.times import State, Times, new_cases
from tvaerfaglig.domain.suppression import shown_groups


class Course(IntEnum):
    GENNEMFOERT = 0
    STOPPET_FOER = 1
    I_GANG = 2


@dataclass(frozen=True, slots=True)
class Came:
    """`each` is the family's own share of the meetings held, in per cent; `present` of `held` is all together."""

    group: str
    each: Spread | None
    present: int | None
    held: int | None


@dataclass(frozen=True, slots=True)
class Places:
    waiting: tuple[Times, ...]
    came: tuple[Came, ...]
    ended: tuple[Parts, ...]


def places(facts: Facts, cut: Cut, split: Split) -> Places:
    """Waiting counts by the day of the wish; attendance and ends by the day of the start."""
    return Places(_waiting(facts, cut, split), _came(facts, cut, split), _ended(facts, cut, split))


def _waiting(facts: Facts, cut: Cut, split: Split) -> tuple[Times, ...]:
    cases = new_cases(split.names)
    for one in facts.places:
        group = split.of(one.house, one.wished)
        if group is None or not _asked_for(one, one.wished, cut):
            continue
        state, until = _wait(one, cut.today)
        cases[group].add(state, one.child, max(0, (until - one.wished).days))
    return cut.tell.times("pladser/ventetid", split.names, [cases])[0]


def _wait(one: Place, today: date) -> tuple[State, date]:
    """A wish withdrawn before anything began has ended; after that it is a stop, not a wait."""
    if one.start is not None and one.start <= today:
        return State.REACHED, one.start
    if one.withdrawn is not None and one.withdrawn <= today:
        return State.ENDED, one.withdrawn
    return State.OPEN, today


def _came(facts: Facts, cut: Cut, split: Split) -> tuple[Came, ...]:
    found: list[list[Place]] = [[] for _ in split.names]
    for group, one in _begun(facts, cut, split):
        if one.held:
            found[group].append(one)
    some = [at for at, row in enumerate(found) if row]
    heads = [{one.child for one in row} for row in found]
    seen = shown_groups([heads[at] for at in some], cut.least)
    apart = cut.tell.apart("pladser/fremmoede", heads)
    told = {at for at, shown in zip(some, seen, strict=True) if shown and apart[at]}
    return tuple(
        Came(
            name,
            spread([100 * one.present / one.held for one in row]),
            sum(one.present for one in row),
            sum(one.held for one in row),
        )
        if at in told
        else Came(name, None, None, None)
        for at, (name, row) in enumerate(zip(split.names, found, strict=True))
    )


def _ended(facts: Facts, cut: Cut, split: Split) -> tuple[Parts, ...]:
    counted = [
        Counted(group, one.child, course(one, cut.today))
        for group, one in _begun(facts, cut, split)
    ]
    return cut.tell.parts("pladser/slut", split.names, len(Course), counted)


def course(one: Place, today: date) -> Course:
    """Stopped is what was said to be; where nobody said, what ended before the planned end."""
    if one.end is None or one.end > today:
        return Course.I_GANG
    early = one.stopped
    if early is None:
        early = one.planned_end is not None and one.end < one.planned_end
    return Course.STOPPET_FOER if early else Course.GENNEMFOERT


def _begun(facts: Facts, cut: Cut, split: Split) -> Iterator[tuple[int, Place]]:
    for one in facts.places:
        if one.start is None or not _asked_for(one, one.start, cut):
            continue
        group = split.of(one.house, one.start)
        if group is not None:
            yield group, one


def _asked_for(one: Place, day: date, cut: Cut) -> bool:
    return cut.takes(one.house, day) and cut.wants(one.kind, one.tags)
