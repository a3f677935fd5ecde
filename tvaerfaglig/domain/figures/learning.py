"""The house's own learning curve: its letters, and its wait from concern to konsultation, quarter by quarter.

Of the house, never of who wrote. A quarter with letters on fewer than five children shows nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tvaerfaglig.domain.figures.course import Course, funnel
from tvaerfaglig.domain.figures.cut import ByPeriod, Cut
from tvaerfaglig.domain.figures.facts import Facts, Letter, Step
from tvaerfaglig.domain.figures.letters import letters_in
from tvaerfaglig.domain.figures.spread import Spread, spread
from tvaerfaglig.domain.figures.times import Times
from tvaerfaglig.domain.suppression import shown_groups


@dataclass(frozen=True, slots=True)
class Quarter:
    """`coverage` in per cent of the items asked. `to_konsultation` is of the concerns that began in it."""

    name: str
    coverage: Spread | None
    dated: Spread | None
    quotes: Spread | None
    to_konsultation: Times


def learning_curve(
    facts: Facts, cut: Cut, quarters: ByPeriod, concerns: Iterable[Course]
) -> tuple[Quarter, ...]:
    """`concerns` are the `courses` of the same facts and the same cut."""
    rows: list[list[Letter]] = [[] for _ in quarters.names]
    for group, letter in letters_in(facts, cut, quarters):
        rows[group].append(letter)
    some = [at for at, row in enumerate(rows) if row]
    heads = [{one.child for one in row} for row in rows]
    seen = shown_groups([heads[at] for at in some], cut.least)
    apart = cut.tell.apart("laeringskurve", heads)
    told = {at for at, shown in zip(some, seen, strict=True) if shown and apart[at]}
    waits = funnel(cut, quarters, concerns, "laeringskurve/konsultation").of(Step.KONSULTATION)
    return tuple(
        _quarter(name, row if at in told else [], wait, cut.least)
        for at, (name, row, wait) in enumerate(zip(quarters.names, rows, waits, strict=True))
    )


def _quarter(name: str, row: list[Letter], wait: Times, least: int) -> Quarter:
    asked = [one for one in row if one.asked]
    enough = len({one.child for one in asked}) >= least and len(asked) == len(row)
    return Quarter(
        name,
        spread([_coverage(one) for one in asked]) if enough else None,
        spread([one.dated_sentences for one in row]) if row else None,
        spread([one.quotes for one in row]) if row else None,
        wait,
    )


def _coverage(one: Letter) -> float:
    return 100 * len(set(one.met) & set(one.asked)) / len(set(one.asked))
