"""The house's learning curve: one small drawing for each thing that may grow, quarter by quarter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from tvaerfaglig.domain.figures.learning import Quarter
from tvaerfaglig.domain.figures.spread import Spread
from tvaerfaglig.printouts.figure_charts.kinds import Columns
from tvaerfaglig.services.figures.showing.measures import (
    COUNT,
    DAYS,
    PER_CENT,
    Row,
    Unit,
    drawn,
    middle,
    spread_cells,
    times_table,
)
from tvaerfaglig.services.figures.showing.shown import HIDDEN, NumberTable, Piece, Variant

_KVARTAL = "Kvartal"
_NO_LETTER = "–"


def learning(quarters: Sequence[Quarter], *, letters: bool) -> Iterable[Variant]:
    """Four curves on one row of quarters. A quarter without letters and one that is hidden look alike.

    `letters`: some were sent, so where nothing is told of any quarter it is hidden and not nothing.
    """
    if not quarters:
        yield Variant(answer="Ingen endnu.")
        return
    curve = partial(_curve, quarters, why=HIDDEN if letters else _NO_LETTER)
    waits = [Row("Til konsultation", tuple(one.to_konsultation for one in quarters))]
    days = drawn(waits, DAYS, in_time=True)
    yield Variant(
        answer=_answer(quarters) if letters else "Ingen underretninger endnu.",
        pieces=(
            curve([q.coverage for q in quarters], "Punkter på listen, der var med", PER_CENT, 100),
            curve([q.dated for q in quarters], "Sætninger med dato", COUNT, 0),
            curve([q.quotes for q in quarters], "Citater fra barnet", COUNT, 0),
            Piece(
                title="Fra bekymring til konsultation",
                chart=days[0][1] if days else None,
                table=times_table(waits, DAYS, "", _KVARTAL, ended="Lukket uden"),
            ),
        ),
    )


def _answer(quarters: Sequence[Quarter]) -> str:
    told = [one for one in quarters if one.coverage is not None]
    if not told:
        return "For få underretninger i hvert kvartal til, at der kan stå et tal."
    last = told[-1]
    median = PER_CENT.said(last.coverage.median) if last.coverage else ""
    return f"{last.name}: {median} % af punkterne var med (median)"


def _curve(
    quarters: Sequence[Quarter],
    spreads: Sequence[Spread | None],
    title: str,
    unit: Unit,
    top: float,
    *,
    why: str,
) -> Piece:
    """`why` there is nothing, where there is nothing at all."""
    middles = tuple(
        middle(one.name, made, _NO_LETTER, unit)
        for one, made in zip(quarters, spreads, strict=True)
    )
    told = any(made is not None for made in spreads)
    rows = tuple(
        (one.name, _NO_LETTER if made is None else str(made.n), *spread_cells(made, unit, 0))
        for one, made in zip(quarters, spreads, strict=True)
    )
    if not told:
        rows = tuple((one.name, *(why,) * 4) for one in quarters)
    heads = (_KVARTAL, "n", f"Median, {unit.word}", "Gennemsnit", "Midterste halvdel")
    note = f"– er et kvartal uden underretninger, eller {HIDDEN}, fordi de er få." if told else ""
    return Piece(
        title=title,
        chart=Columns(unit=unit.word, middles=middles, top=top) if told else None,
        table=NumberTable(heads, rows),
        note=note,
    )
