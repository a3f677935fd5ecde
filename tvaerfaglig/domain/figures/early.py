"""How early parents were with it, and whom the efforts turned to."""

from __future__ import annotations

from tvaerfaglig.domain.figures.course import children_of_efforts
from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.facts import Direction, Facts, Happened, Step
from tvaerfaglig.domain.figures.shares import Counted, Parts

DIRECTIONS = (Direction.FORAELDRE, Direction.FAMILIE, Direction.BREDT, Direction.IKKE_SAGT)
BEFORE_OTHERS, AFTER_OTHERS = 0, 1


def parents_early(facts: Facts, cut: Cut, split: Split) -> tuple[Parts, ...]:
    """Children by whether a talk with parents came no later than the first outside konsultation by name.

    A child counts by that konsultation; one never spoken of outside by name counts in neither part.
    """
    talked: dict[str, Happened] = {}
    outside: dict[str, Happened] = {}
    for one in facts.happened:
        if one.day > cut.today:
            continue
        if one.step is Step.SAMTALE:
            _keep_first(talked, one)
        elif one.step is Step.KONSULTATION and one.outside:
            _keep_first(outside, one)
    wanted = children_of_efforts(facts, cut) if cut.by_effort else None
    counted = []
    for child, first in outside.items():
        group = split.of(first.house, first.day)
        if group is None or not cut.takes(first.house, first.day):
            continue
        if wanted is not None and child not in wanted:
            continue
        talk = talked.get(child)
        early = talk is not None and talk.day <= first.day
        counted.append(Counted(group, child, BEFORE_OTHERS if early else AFTER_OTHERS))
    return cut.tell.parts("foraeldre_tidligt", split.names, 2, counted)


def _keep_first(found: dict[str, Happened], one: Happened) -> None:
    held = found.get(one.child)
    if held is None or (one.day, one.house) < (held.day, held.house):
        found[one.child] = one


def directions(facts: Facts, cut: Cut, split: Split) -> tuple[Parts, ...]:
    """Efforts begun, by whom they turned to. Those nobody said it of are a part of their own, never left out."""
    counted = []
    for one in facts.efforts:
        if not cut.takes(one.house, one.day) or not cut.wants(one.kind, one.tags):
            continue
        group = split.of(one.house, one.day)
        if group is not None:
            head = one.child or f"indsats {one.id}"
            counted.append(Counted(group, head, DIRECTIONS.index(one.direction)))
    return cut.tell.parts("retning", split.names, len(DIRECTIONS), counted)
