"""Which quarters may be told beside the school years: those that leave nobody few in any year.

The learning curve stands on the page whatever is asked, beside the years of two other figures. So its quarters are
weighed first of all questions, by the same rule here, where nothing else is asked, and in `Asking`, where all is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from tvaerfaglig.domain.figures.apart import Apart, Chains
from tvaerfaglig.domain.figures.asked import Asked, Known
from tvaerfaglig.domain.figures.census import Census
from tvaerfaglig.domain.figures.course import STEPS, Course, funnel
from tvaerfaglig.domain.figures.cut import ByPeriod, Cut, Split
from tvaerfaglig.domain.figures.facts import Facts, Step
from tvaerfaglig.domain.figures.letters import answers
from tvaerfaglig.domain.figures.period import Period, school_year, school_years
from tvaerfaglig.domain.figures.times import Cases, State, Times

Waits = tuple[Times, ...]
"""Quarter by quarter."""


def beside_years(
    facts: Facts, cut: Cut, quarters: ByPeriod, concerns: Iterable[Course]
) -> tuple[Waits, Waits]:
    """Concerns by their konsultation, and letters by their receipt, where the question itself is told by itself.

    There is at least one quarter. The pieces are laid once, and put together into quarters.
    """
    pieces = ByPeriod(_pieces(quarters.periods))
    census = Census(pieces)
    laid = replace(cut, telling=census)
    funnel(laid, pieces, concerns)
    answers(facts, laid, pieces)

    def asked(split: Split) -> tuple[Asked, ...]:
        firsts = [one.first for one in pieces.periods]
        return tuple(
            Asked(
                frozenset(nr for nr, day in enumerate(firsts) if split.of("", day) == group),
                frozenset(),
            )
            for group, _ in enumerate(split.names)
        )

    years = ByPeriod(school_years(pieces.periods[0].first, pieces.periods[-1].last))
    told = asked(quarters)
    known = Known(
        least=cut.least, years=asked(years), others=(), quarters=told, everything=census.found
    )
    tell = Apart(Chains(known), told, asked)

    def waits(figure: str, step: int) -> Waits:
        steps, deeds, _ = census.found.times[figure]
        joined = [[_joined(step, one.counted) for one in told] for step in steps]
        return tell.step(figure, quarters.names, joined, step, deeds=deeds)

    return waits("fra_bekymring", STEPS.index(Step.KONSULTATION)), waits("svar", 0)


def _joined(step: Sequence[Cases], pieces: Iterable[int]) -> Cases:
    found = Cases()
    for one in pieces:
        found.take(step[one], State)
    return found


def _pieces(quarters: Iterable[Period]) -> Iterator[Period]:
    """A quarter in which a school year begins is two."""
    for one in quarters:
        before = school_year(one.first)
        if before.last < one.last:
            yield Period(one.name, one.first, before.last)
            yield Period(one.name, before.last + timedelta(days=1), one.last)
        else:
            yield one
