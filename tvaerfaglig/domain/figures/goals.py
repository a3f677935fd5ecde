"""How far goals were come: each in the steps it was given itself, from its first score to its latest."""

from __future__ import annotations

from enum import IntEnum

from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.facts import Facts, GoalScored
from tvaerfaglig.domain.figures.shares import Counted, Parts


class Moved(IntEnum):
    FREM = 0
    SAMME = 1
    TILBAGE = 2
    ENDNU_IKKE = 3


def goals_moved(facts: Facts, cut: Cut, split: Split) -> tuple[Parts, ...]:
    """A goal counts by the day and the house of its first score, followed until today.

    A goal of three steps and one of six are not added up: only which way each went is counted.
    """
    counted = []
    for one in facts.goals:
        if not cut.takes(one.house, one.day) or not cut.wants(one.kind, one.tags):
            continue
        group = split.of(one.house, one.day)
        if group is not None:
            counted.append(Counted(group, one.child, moved(one)))
    return cut.tell.parts("maal", split.names, len(Moved), counted)


def moved(one: GoalScored) -> Moved:
    if one.change is None:
        return Moved.ENDNU_IKKE
    if one.change == 0:
        return Moved.SAMME
    return Moved.FREM if one.change > 0 else Moved.TILBAGE
