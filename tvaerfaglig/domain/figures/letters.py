"""What came back on the letters, and what the letters had in them: item by item, never a grade of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tvaerfaglig.domain.figures.course import children_of_efforts
from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.facts import Facts, Letter
from tvaerfaglig.domain.figures.shares import Counted, Parts
from tvaerfaglig.domain.figures.times import (
    Cases,
    State,
    Times,
    new_cases,
)


@dataclass(frozen=True, slots=True)
class Answers:
    """From the day a letter was sent to its receipt, and to what it led to was told."""

    receipt: tuple[Times, ...]
    outcome: tuple[Times, ...]


def letters_in(facts: Facts, cut: Cut, split: Split) -> Iterator[tuple[int, Letter]]:
    """Those sent in the period, with their groups."""
    wanted = children_of_efforts(facts, cut) if cut.by_effort else None
    for one in facts.letters:
        if cut.takes(one.house, one.day) and (wanted is None or one.child in wanted):
            group = split.of(one.house, one.day)
            if group is not None:
                yield group, one


def answers(facts: Facts, cut: Cut, split: Split) -> Answers:
    """A letter is never given up: it has its answer or waits for it."""
    receipts, outcomes = new_cases(split.names), new_cases(split.names)
    for group, one in letters_in(facts, cut, split):
        for cases, day in ((receipts, one.receipt), (outcomes, one.outcome)):
            _lay(cases[group], one, (day - one.day).days if day and day <= cut.today else None, cut)
    told = cut.tell.times("svar", split.names, [receipts, outcomes], deeds=True)
    return Answers(*told)


def _lay(cases: Cases, one: Letter, days: int | None, cut: Cut) -> None:
    if days is None:
        cases.add(State.OPEN, one.child, (cut.today - one.day).days)
    else:
        cases.add(State.REACHED, one.child, max(0, days))


def completeness(facts: Facts, cut: Cut, split: Split) -> tuple[tuple[str, tuple[Parts, ...]], ...]:
    """For each item of the checklist the letters that met it and those that did not, of those it was asked of."""
    every = list(letters_in(facts, cut, split))
    items = sorted({item for _, one in every for item in one.asked})
    return tuple(
        (
            item,
            cut.tell.parts(
                f"fuldstaendighed/{item}",
                split.names,
                2,
                (
                    Counted(group, one.child, int(item not in one.met))
                    for group, one in every
                    if item in one.asked
                ),
            ),
        )
        for item in items
    )
