"""How long volunteers stay: over half a year, shorter, or not for so long yet."""

from __future__ import annotations

from datetime import date, timedelta
from enum import IntEnum

from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.facts import Facts, Match
from tvaerfaglig.domain.figures.shares import Counted, Parts

HALF_A_YEAR = timedelta(days=183)


class Lasted(IntEnum):
    OVER = 0
    KORTERE = 1
    ENDNU_IKKE = 2


def lasting(facts: Facts, cut: Cut, split: Split) -> tuple[Parts, ...]:
    """Matches by the day they began. One in an activity is of no child, and counts as one of its own."""
    counted = []
    for one in facts.matches:
        if not cut.takes(one.house, one.start) or not cut.wants(one.kind, one.tags):
            continue
        group = split.of(one.house, one.start)
        if group is not None:
            head = one.child or f"frivillig {one.id}"
            counted.append(Counted(group, head, lasted(one, cut.today)))
    return cut.tell.parts("varighed", split.names, len(Lasted), counted)


def lasted(one: Match, today: date) -> Lasted:
    until = one.end if one.end is not None and one.end <= today else None
    if (until or today) - one.start > HALF_A_YEAR:
        return Lasted.OVER
    return Lasted.KORTERE if until else Lasted.ENDNU_IKKE
