"""What visits leave that is about nobody: questions and contributions without a name, and the days themselves.

A child can be known by more than a name. A question that became a konsultation goes with its note.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.visiting.contribution import Contribution
from tvaerfaglig.domain.visiting.question import VisitQuestion
from tvaerfaglig.domain.visiting.visit import Visit
from tvaerfaglig.store import queries
from tvaerfaglig.store.vault import Vault

SAID, DAYS = "besoeg", "besoegsdag"
Reached = Callable[[str, date], bool]


@dataclass(frozen=True, slots=True)
class Left:
    """What is over in one house, by period."""

    period: str
    house: str
    what: str
    first: date
    last: date
    records: tuple[str, ...]
    title: str = "Besøg"


def left_by_visits(vault: Vault, houses: Collection[str], reached: Reached) -> Iterator[Left]:
    """House by house; `reached` says whether a period is over for what happened on a day."""
    notes = {one.id for one in queries.about_nobody(vault, Konsultation)}
    asked = [
        one for one in queries.all_of(vault, VisitQuestion) if one.record.konsultation not in notes
    ]
    nameless: list[Stored[Any]] = [*asked, *queries.about_nobody(vault, Contribution)]
    held = queries.all_of(vault, Visit)
    for house in sorted(houses):
        said = [
            one for one in nameless
            if one.record.house == house and reached(SAID, one.record.day)
        ]  # fmt: skip
        days = [one for one in held if one.record.house == house and reached(DAYS, one.record.day)]
        if said:
            yield _left(SAID, house, _said(said), said)
        if days:
            yield _left(DAYS, house, danish.count(len(days), "besøg", "besøg"), days)


def _left(period: str, house: str, what: str, over: Sequence[Stored[Any]]) -> Left:
    happened = [one.record.day for one in over]
    return Left(period, house, what, min(happened), max(happened), tuple(one.id for one in over))


def _said(over: Sequence[Stored[Any]]) -> str:
    asked = sum(isinstance(one.record, VisitQuestion) for one in over)
    given = len(over) - asked
    parts = [
        danish.count(asked, "spørgsmål", "spørgsmål") if asked else "",
        danish.count(given, "bidrag", "bidrag") if given else "",
    ]
    return f"{danish.join_and([one for one in parts if one])} uden navn"


def asked_before(vault: Vault) -> dict[str, list[str]]:
    """For each konsultation, the questions that it was taken up from: the same words stand in them."""
    found: dict[str, list[str]] = {}
    for one in queries.all_of(vault, VisitQuestion):
        if one.record.konsultation:
            found.setdefault(one.record.konsultation, []).append(one.id)
    return found
