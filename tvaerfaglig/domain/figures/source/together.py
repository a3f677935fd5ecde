"""All the pieces put together: what they name by id is looked up, and it becomes facts to count."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from operator import attrgetter

from tvaerfaglig.domain.efforts.kind import Direction as KindDirection
from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.figures.facts import (
    Attached,
    Direction,
    Effort,
    Facts,
    Happened,
    Letter,
    Place,
    Promise,
    Standing,
    Step,
)
from tvaerfaglig.domain.figures.source.pieces import Begun, Meeting, Piece, Taken
from tvaerfaglig.domain.people import Role, Staff

_DIRECTIONS = {
    KindDirection.FORAELDRE: Direction.FORAELDRE,
    KindDirection.BARN_FAMILIE: Direction.FAMILIE,
    KindDirection.BREDT: Direction.BREDT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What pieces name and do not hold. `kinds` by reference; `talks` are the kinds of meeting that are talks
    with parents, and so no konsultation; `municipalities` by house.
    """

    staff: Mapping[str, Staff] = field(default_factory=dict)
    kinds: Mapping[str, EffortKind] = field(default_factory=dict)
    talks: Collection[str] = ()
    municipalities: Mapping[str, str] = field(default_factory=dict)


def put_together(pieces: Iterable[Piece], beside: Beside) -> Facts:
    every = tuple(pieces)
    begun = {one.id: one for one in _all(every, "begun")}
    meetings = tuple(_all(every, "meetings"))
    taken = tuple(_all(every, "taken"))
    return Facts(
        children=tuple(_all(every, "children")),
        concerns=tuple(_all(every, "concerns")),
        happened=(*_all(every, "happened"), *_konsultationer(meetings, beside)),
        efforts=(*_of_families(taken, begun, beside), *_of_houses(begun, beside)),
        letters=tuple(_with_municipality(_all(every, "letters"), beside)),
        promises=tuple(_in_houses(_all(every, "promises"), meetings)),
        standings=tuple(_standings(every)),
        levels=tuple(_all(every, "levels")),
        places=tuple(_places(taken, begun, beside)),
        attached=tuple(_attached(every, beside)),
    )


def _all(pieces: Iterable[Piece], what: str) -> Iterator:  # type: ignore[type-arg]
    return chain.from_iterable(map(attrgetter(what), pieces))


def _konsultationer(meetings: Iterable[Meeting], beside: Beside) -> Iterator[Happened]:
    from_outside = {one for one, card in beside.staff.items() if card.role.visits}
    for one in meetings:
        if one.child and one.form not in beside.talks:
            yield Happened(
                step=Step.KONSULTATION,
                child=one.child,
                house=one.house,
                day=one.day,
                outside=one.guests or not from_outside.isdisjoint(one.staff),
            )


def _of_families(
    taken: Iterable[Taken], begun: Mapping[str, Begun], beside: Beside
) -> Iterator[Effort]:
    """An effort for a child begins the day she has her place."""
    for one in taken:
        effort = begun.get(one.effort)
        if effort is not None and one.start is not None:
            kind = beside.kinds.get(effort.kind)
            yield Effort(
                id=one.id,
                kind=kind.id if kind else effort.kind,
                house=effort.house,
                day=one.start,
                child=one.child,
                direction=_DIRECTIONS[kind.direction] if kind else Direction.IKKE_SAGT,
                tags=(effort.tag,) if effort.tag else (),
            )


def _of_houses(begun: Mapping[str, Begun], beside: Beside) -> Iterator[Effort]:
    """One that no family has a place in begins on its own first day."""
    for one in begun.values():
        if one.runs and not one.subject.has_families:
            kind = beside.kinds.get(one.kind)
            yield Effort(
                id=one.id,
                kind=kind.id if kind else one.kind,
                house=one.house,
                day=one.start,
                direction=_DIRECTIONS[kind.direction] if kind else Direction.IKKE_SAGT,
                tags=(one.tag,) if one.tag else (),
            )


def _with_municipality(letters: Iterable[Letter], beside: Beside) -> Iterator[Letter]:
    """A child whose card names none lives where her house lies, as a letter takes it."""
    for one in letters:
        known = one.municipality or beside.municipalities.get(one.house, "")
        yield one if known == one.municipality else replace(one, municipality=known)


def _in_houses(promises: Iterable[Promise], meetings: Iterable[Meeting]) -> Iterator[Promise]:
    """What was agreed about nobody was agreed in the house of the note; without one it is nobody's to count."""
    houses = {one.id: one.house for one in meetings if not one.child}
    for one in promises:
        yield replace(one, house=houses[one.house]) if one.house in houses else one


def _standings(pieces: Iterable[Piece]) -> Iterator[Standing]:
    """A house's rounds are numbered in the order in which they began."""
    rounds = sorted(_all(pieces, "rounds"), key=lambda one: (one.house, one.first, one.id))
    order = {one.id: (one.house, nr) for nr, one in enumerate(rounds, 1)}
    for one in _all(pieces, "stood"):
        if one.round in order:
            house, nr = order[one.round]
            yield Standing(
                child=one.child, house=house, day=one.day, order=nr, position=one.position
            )


def _places(taken: Iterable[Taken], begun: Mapping[str, Begun], beside: Beside) -> Iterator[Place]:
    for one in taken:
        effort = begun.get(one.effort)
        if effort is not None:
            kind = beside.kinds.get(effort.kind)
            yield Place(
                id=one.id,
                kind=kind.id if kind else effort.kind,
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
                tags=(effort.tag,) if effort.tag else (),
            )


def _attached(pieces: Iterable[Piece], beside: Beside) -> Iterator[Attached]:
    for one in _all(pieces, "comes"):
        card = beside.staff.get(one.staff)
        if card is not None and card.role is Role.SOCIALRAADGIVER:
            yield Attached(house=one.house, since=one.since, until=one.until)
