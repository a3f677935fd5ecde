"""A child's indsatser on the sagsresumé: a row each, and the days they began and ended among what happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.tried import Tried
from tvaerfaglig.printouts.papers.summary import ChronologyRow, EffortRow

Masked = Callable[[str], str]
SOURCE = "indsats"


def rows(tried: Iterable[Tried], masked: Masked) -> tuple[EffortRow, ...]:
    return tuple(
        EffortRow(
            what=masked(one.name),
            when=_when(one),
            attendance=one.attendance().rstrip(".") or "–",
            outcome=masked(one.effect()) or danish.capital(one.stands),
        )
        for one in tried
    )


def _when(one: Tried) -> str:
    if one.last is None:
        return f"fra {danish.day_table(one.first)}"
    year = f" {one.last.year}" if one.first.year == one.last.year else ""
    return f"{danish.day_span(one.first, one.last)}{year}"


def happened(
    tried: Iterable[Tried], first: date, last: date, who: Callable[[str], str], masked: Masked
) -> Iterator[tuple[date, ChronologyRow]]:
    """The days of the period on which one began or ended."""
    for one in tried:
        run = danish.join_and([who(each) for each in one.who])
        said = [(one.first, f"Begyndte i {one.name}.")]
        if one.last is not None:
            said.append((one.last, f"{one.name}: {one.stands}. {one.attendance()}".strip()))
        for day, words in said:
            if first <= day <= last:
                yield (
                    day,
                    ChronologyRow(
                        date=danish.day_table(day), what=masked(words), who=run, source=SOURCE
                    ),
                )
