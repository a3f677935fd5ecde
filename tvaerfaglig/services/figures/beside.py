"""Which questions need to be held up against all the others, so that nobody is found by subtraction."""

from __future__ import annotations

from tvaerfaglig.domain.figures.asking import Asking, Helps, Offered
from tvaerfaglig.domain.figures.cut import Cut
from tvaerfaglig.domain.figures.facts import Facts
from tvaerfaglig.domain.figures.period import ALWAYS, calendar_year, quarters, school_year
from tvaerfaglig.services.figures.page import Choices, SplitBy, Wanted

__all__ = ["Asking", "asking", "stands_alone"]


def stands_alone(wanted: Wanted, offered: Choices) -> bool:
    """Everything, school year by school year: what all else is held up against."""
    return (
        wanted.period == ALWAYS
        and wanted.split is SplitBy.SKOLEAAR
        and wanted.houses == {one.id for one in offered.houses}
        and not wanted.kinds
        and not wanted.tag
    )


def asking(facts: Facts, everything: Cut, offered: Choices, helps: Helps) -> Asking:
    periods = [one for one in offered.periods if one != ALWAYS]
    years = tuple(one for one in periods if school_year(one.first) == one)
    calendar = tuple(one for one in periods if calendar_year(one.first) == one)
    first = min(one.first for one in periods)
    return Asking(
        facts,
        everything,
        Offered(
            houses=tuple(one.id for one in offered.houses),
            years=years[::-1],
            calendar=calendar[::-1],
            quarters=quarters(first, everything.today),
            kinds=tuple(one.id for one in offered.kinds),
            tags=offered.tags,
        ),
        helps,
    )
