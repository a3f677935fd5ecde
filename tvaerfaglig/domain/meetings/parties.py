"""Those who sit at a netværksmøde, each with a view: the family first, whoever spoke first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from tvaerfaglig.domain.meetings.answers import OwnAnswer

_FIRST = {"familie": 0, "privat": 1}


class AtTable(Protocol):
    """What is asked of a participant."""

    @property
    def name(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def staff(self) -> str: ...
    @property
    def side(self) -> str: ...
    @property
    def absent(self) -> bool: ...


P = TypeVar("P", bound=AtTable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    who: str
    role: str = ""
    side: str = ""
    absent: bool = False
    view: str = ""


def in_order(people: Iterable[P]) -> list[P]:
    """Family, then their own network, then professionals; as they were put down within each."""
    return sorted(people, key=lambda one: _FIRST.get(one.side, 2))


def parties(people: Iterable[AtTable], answer: OwnAnswer) -> tuple[Party, ...]:
    """Everyone at the table, then whoever has a view and sits there no longer: no view is lost."""
    views = {one.who: one.text for one in answer.lines}
    here = [
        Party(
            who=one.staff or one.name,
            role=one.role,
            side=one.side,
            absent=one.absent,
            view=views.get(one.staff or one.name, ""),
        )
        for one in in_order(people)
    ]
    seated = {one.who for one in here}
    gone = [Party(who=who, view=view) for who, view in views.items() if who not in seated and view]
    return (*here, *gone)
