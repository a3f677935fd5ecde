"""The house itself in numbers: how many it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tvaerfaglig.domain.figures.facts import Spoken
from tvaerfaglig.domain.figures.house import InHouse
from tvaerfaglig.services.figures.showing.laying import ALL, Laying
from tvaerfaglig.services.figures.showing.shown import HIDDEN, NumberTable, Piece, Variant

TALKS = {
    Spoken.NAVNGIVET: "Konsultationer med navn",
    Spoken.ANONYM: "Anonyme konsultationer",
    Spoken.TEMA: "Temaer",
}


def in_house(found: Sequence[InHouse], laid: Laying) -> Iterable[Variant]:
    """Counts alone: nothing is drawn of them."""
    rows = tuple((one.group or ALL, *map(said, counts(one))) for one in found)
    heads = (laid.group, "Børn", *TALKS.values(), "Børn med ny indsats", "Underretninger")
    last = found[-1]
    words = f"{said(last.children)} børn, {said(last.helped)} med ny indsats"
    answer = f"{last.group}: {words}" if last.group else words
    yield Variant(answer=answer, pieces=(Piece(table=NumberTable(heads, rows)),))


def counts(one: InHouse) -> tuple[int | None, ...]:
    return (one.children, *(one.spoken(sort) for sort in TALKS), one.helped, one.letters)


def said(count: int | None) -> str:
    return HIDDEN if count is None else str(count)
