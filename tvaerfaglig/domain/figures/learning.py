"""The house's own learning curve: its letters, and its wait from concern to konsultation, quarter by quarter.

Of the house, never of who wrote. A quarter with letters on fewer than five children shows nothing; and how many
letters and konsultationer there were is told here as it is under the questions about them, or hidden as it is there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tvaerfaglig.domain.figures.apart import Apart
from tvaerfaglig.domain.figures.census import Census
from tvaerfaglig.domain.figures.course import Course, funnel
from tvaerfaglig.domain.figures.cut import ByPeriod, Cut
from tvaerfaglig.domain.figures.facts import Facts, Letter, Step
from tvaerfaglig.domain.figures.letters import answers, letters_in
from tvaerfaglig.domain.figures.quarterly import beside_years
from tvaerfaglig.domain.figures.spread import Spread, spread
from tvaerfaglig.domain.figures.times import Times


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
    if not quarters.names or isinstance(cut.telling, Census):
        return ()
    rows: list[list[Letter]] = [[] for _ in quarters.names]
    for group, letter in letters_in(facts, cut, quarters):
        rows[group].append(letter)
    if isinstance(cut.telling, Apart):
        laid = replace(cut, telling=cut.telling.laid(quarters)[0])
        waits = funnel(laid, quarters, concerns).of(Step.KONSULTATION)
        letters = answers(facts, laid, quarters).receipt
    else:
        waits, letters = beside_years(facts, cut, quarters, concerns)
    return tuple(
        _quarter(name, row if one.total else [], wait, cut.least)
        for name, row, one, wait in zip(quarters.names, rows, letters, waits, strict=True)
    )


def _quarter(name: str, row: list[Letter], wait: Times, least: int) -> Quarter:
    asked = [one for one in row if one.asked]
    enough = len({one.child for one in asked}) >= least and len(asked) == len(row)
    return Quarter(
        name,
        spread([_coverage(one) for one in asked]) if row and enough else None,
        spread([one.dated_sentences for one in row]) if row else None,
        spread([one.quotes for one in row]) if row else None,
        wait,
    )


def _coverage(one: Letter) -> float:
    return 100 * len(set(one.met) & set(one.asked)) / len(set(one.asked))
