"""What was to be done by a day: held in time, held late, still outstanding, or called off."""

from __future__ import annotations

from datetime import date, timedelta
from enum import IntEnum

from tvaerfaglig.domain.figures.course import children_of_efforts
from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.facts import Facts, Promise, Promised
from tvaerfaglig.domain.figures.shares import Counted, Parts
from tvaerfaglig.domain.figures.telling import Telling

_A_WEEK, _NONE = timedelta(days=7), timedelta()


class Kept(IntEnum):
    I_TIDE = 0
    SENERE = 1
    ENDNU_IKKE = 2
    AFLYST = 3


def kept(one: Promise, today: date) -> Kept | None:
    """None while its day has not passed. Done is done, also when it was called off after.

    A visit that was moved within its week was held: what was planned is the rhythm, not the weekday.
    """
    slack = _A_WEEK if one.kind is Promised.BESOEG else _NONE
    if one.done is not None and one.done <= today:
        return Kept.I_TIDE if one.done <= one.due + slack else Kept.SENERE
    if one.cancelled is not None and one.cancelled <= today:
        return Kept.AFLYST
    return Kept.ENDNU_IKKE if one.due + slack < today else None


def held(facts: Facts, cut: Cut, split: Split) -> dict[Promised, tuple[Parts, ...]]:
    """Those whose day is in the period. What was called off is a part of the whole, so nothing goes missing.

    A visit names no child, so nothing of visits is hidden. Where some efforts are asked for, only what
    was promised for the children in them is counted.
    """
    wanted = children_of_efforts(facts, cut) if cut.by_effort else None
    counted: dict[Promised, list[Counted]] = {kind: [] for kind in Promised}
    for one in facts.promises:
        if not cut.takes(one.house, one.due) or (wanted is not None and one.child not in wanted):
            continue
        group, state = split.of(one.house, one.due), kept(one, cut.today)
        if group is not None and state is not None:
            head = one.child or f"aftale {one.id}"
            counted[one.kind].append(Counted(group, head, state))
    return {
        kind: _telling(kind, cut).parts(f"holdt/{kind}", split.names, len(Kept), rows)
        for kind, rows in counted.items()
    }


def _telling(kind: Promised, cut: Cut) -> Telling:
    return Telling(1) if kind is Promised.BESOEG else cut.tell
