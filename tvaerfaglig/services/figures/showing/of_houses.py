"""The house itself in numbers: how many it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tvaerfaglig.domain.figures.facts import Spoken
from tvaerfaglig.domain.figures.house import InHouse
from tvaerfaglig.services.figures.showing import answers
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
    some = [(one.group, _briefly(one)) for one in found if one.children]
    hides = any(one.children is None for one in found)
    answer = answers.by_group(some, in_time=laid.in_time) or (
        answers.FEW if hides else answers.NOBODY
    )
    yield Variant(answer=answer, pieces=(Piece(table=NumberTable(heads, rows)),))


def _briefly(one: InHouse) -> str:
    """»64 børn, 20 med ny indsats«; what is hidden stands in the table."""
    helped = "" if one.helped is None else f", {one.helped} med ny indsats"
    return f"{one.children} børn{helped}"


def counts(one: InHouse) -> tuple[int | None, ...]:
    return (one.children, *(one.spoken(sort) for sort in TALKS), one.helped, one.letters)


def said(count: int | None) -> str:
    return HIDDEN if count is None else str(count)
