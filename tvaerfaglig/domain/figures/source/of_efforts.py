"""What was said of efforts piece by piece, with the effort's own house, kind and project put to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tvaerfaglig.domain.efforts.kind import Direction as KindDirection
from tvaerfaglig.domain.efforts.kind import EffortKind, Subject
from tvaerfaglig.domain.efforts.rhythm import Every
from tvaerfaglig.domain.figures.facts import (
    Direction,
    Effort,
    GoalScored,
    Kind,
    Match,
    Place,
    Planned,
    Used,
)
from tvaerfaglig.domain.figures.source.pieces import (
    Begun,
    Day,
    Goaled,
    Helps,
    HouseVisit,
    Spent,
    Taken,
)

_DIRECTIONS = {
    KindDirection.FORAELDRE: Direction.FORAELDRE,
    KindDirection.BARN_FAMILIE: Direction.FAMILIE,
    KindDirection.BREDT: Direction.BREDT,
}


@dataclass(frozen=True)
class Known:
    """The efforts by id, their kinds by reference, and everyone's places in them."""

    begun: Mapping[str, Begun]
    references: Mapping[str, EffortKind]
    taken: tuple[Taken, ...]

    @cached_property
    def _families(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, set[str]] = {}
        for one in self.taken:
            if one.start is not None:
                found.setdefault(one.effort, set()).add(one.child)
        return {effort: tuple(sorted(heads)) for effort, heads in found.items()}

    def kind(self, effort: Begun) -> str:
        found = self.references.get(effort.kind)
        return found.id if found else effort.kind

    def direction(self, effort: Begun) -> Direction:
        found = self.references.get(effort.kind)
        return _DIRECTIONS[found.direction] if found else Direction.IKKE_SAGT

    def families(self, effort: str) -> tuple[str, ...]:
        """The children who ever began in it."""
        return self._families.get(effort, ())


def tags(effort: Begun) -> tuple[str, ...]:
    return (effort.tag,) if effort.tag else ()


def kinds(known: Known) -> tuple[Kind, ...]:
    """Those that some effort began by; of several versions of one the newest effort's says what is counted."""
    newest = sorted(known.begun.values(), key=lambda one: (one.start, one.id))
    read = (known.references.get(one.kind) for one in newest)
    found = {
        one.id: Kind(
            id=one.id,
            name=one.name,
            indicators=frozenset(one.indicators),
            least=one.rhythm.least if one.rhythm.every is not Every.INGEN else 0,
        )
        for one in read
        if one is not None
    }
    return tuple(found.values())


def of_families(known: Known) -> Iterator[Effort]:
    """An effort for a child begins the day she has her place."""
    for one in known.taken:
        effort = known.begun.get(one.effort)
        if effort is not None and one.start is not None:
            yield Effort(
                id=one.id,
                kind=known.kind(effort),
                house=effort.house,
                day=one.start,
                child=one.child,
                direction=known.direction(effort),
                tags=tags(effort),
            )


def of_houses(known: Known) -> Iterator[Effort]:
    """One that no family has a place in begins on its own first day."""
    for one in known.begun.values():
        if one.runs and not one.subject.has_families:
            yield Effort(
                id=one.id,
                kind=known.kind(one),
                house=one.house,
                day=one.start,
                direction=known.direction(one),
                tags=tags(one),
            )


def places(known: Known) -> Iterator[Place]:
    for one in known.taken:
        effort = known.begun.get(one.effort)
        if effort is not None:
            yield Place(
                id=one.id,
                kind=known.kind(effort),
                child=one.child,
                house=effort.house,
                wished=one.asked,
                start=one.start,
                planned_end=effort.planned_end,
                end=one.end,
                stopped=one.dropped,
                withdrawn=one.withdrawn,
                held=one.held,
                present=one.present,
                onward=one.onward,
                together=one.together,
                tags=tags(effort),
            )


def goals(found: Iterable[Goaled], known: Known) -> Iterator[GoalScored]:
    for one in found:
        effort = known.begun.get(one.effort)
        if effort is not None:
            yield GoalScored(
                id=one.id,
                kind=known.kind(effort),
                child=one.child,
                house=effort.house,
                day=one.day,
                change=one.change,
                tags=tags(effort),
            )


def planned(found: Iterable[Day], known: Known) -> Iterator[Planned]:
    for one in found:
        effort = known.begun.get(one.effort)
        if effort is not None:
            yield Planned(
                id=one.id,
                effort=one.effort,
                kind=known.kind(effort),
                house=effort.house,
                due=one.due,
                visit=one.visit,
                done=one.done,
                cancelled=one.cancelled,
                children=(one.child,) if one.child else known.families(one.effort),
                tags=tags(effort),
            )


def visited(
    found: Collection[HouseVisit], known: Known, visitors: Collection[str]
) -> Iterator[Planned]:
    """The house's visits from those who sit in an effort about it, while it lasts, as its own page shows them.

    `visitors` are staff who come from outside. One that two efforts of a kind share is counted once, in the newest.
    """
    seen: set[tuple[str, str]] = set()
    newest = sorted(known.begun.values(), key=lambda one: (one.start, one.id), reverse=True)
    for effort in (one for one in newest if one.subject is Subject.HUS):
        kind, last = known.kind(effort), effort.ended or effort.planned_end or date.max
        comes = {one for one in effort.seated if one in visitors}
        for one in found:
            here = one.house == effort.house and one.staff in comes
            if here and effort.start <= one.day <= last and (kind, one.id) not in seen:
                seen.add((kind, one.id))
                yield Planned(
                    id=f"{effort.id}/{one.id}",
                    effort=effort.id,
                    kind=kind,
                    house=effort.house,
                    due=one.due,
                    visit=True,
                    done=one.done,
                    cancelled=one.cancelled,
                    tags=tags(effort),
                )


def used(found: Iterable[Spent], known: Known) -> Iterator[Used]:
    for one in found:
        effort = known.begun.get(one.effort)
        if effort is not None:
            yield Used(
                kind=known.kind(effort),
                house=effort.house,
                day=one.day,
                minutes=one.minutes,
                went_to=one.went_to,
                children=known.families(one.effort),
                tags=tags(effort),
            )


def matches(found: Iterable[Helps], known: Known) -> Iterator[Match]:
    for one in found:
        effort = known.begun.get(one.effort)
        if effort is not None:
            yield Match(
                id=one.id,
                kind=known.kind(effort),
                house=effort.house,
                start=one.start,
                end=one.end,
                child=one.child,
                tags=tags(effort),
            )
