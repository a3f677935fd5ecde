"""All the pieces put together: what they name by id is looked up, and it becomes facts to count."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from itertools import chain
from operator import attrgetter
from typing import Any

from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.figures.facts import (
    Attached,
    Facts,
    Happened,
    Letter,
    Promise,
    Standing,
    Step,
    Talk,
)
from tvaerfaglig.domain.figures.source import of_efforts
from tvaerfaglig.domain.figures.source.of_efforts import Known
from tvaerfaglig.domain.figures.source.pieces import Comes, Meeting, Piece, RoundHeld, Sent, Stood
from tvaerfaglig.domain.people import Dagtilbud, DagtilbudKind, Role, Staff


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What pieces name and do not hold. `kinds` by reference; `talks` are the kinds of meeting that are talks
    with parents, and so no konsultation; `topics` are the names of main topics by id.
    """

    staff: Mapping[str, Staff] = field(default_factory=dict)
    kinds: Mapping[str, EffortKind] = field(default_factory=dict)
    talks: Collection[str] = ()
    houses: Mapping[str, Dagtilbud] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)


def put_together(pieces: Iterable[Piece], beside: Beside) -> Facts:
    every = _columns(pieces)
    begun = {one.id: one for one in every["begun"]}
    meetings = every["meetings"]
    known = Known(begun, beside.kinds, every["taken"])
    return Facts(
        children=every["children"],
        concerns=every["concerns"],
        happened=(*every["happened"], *_konsultationer(meetings, beside)),
        efforts=(*of_efforts.of_families(known), *of_efforts.of_houses(known)),
        letters=tuple(_letters(every["letters"], beside)),
        promises=tuple(_in_houses(every["promises"], meetings)),
        standings=tuple(_standings(every["rounds"], every["stood"])),
        levels=every["levels"],
        places=tuple(of_efforts.places(known)),
        goals=tuple(of_efforts.goals(every["goals"], known)),
        planned=(
            *of_efforts.planned(every["days"], known),
            *of_efforts.visited(every["visits"], known, _from_outside(beside)),
        ),
        used=tuple(of_efforts.used(every["spent"], known)),
        matches=tuple(of_efforts.matches(every["helps"], known)),
        talks=tuple(_talks(meetings, beside)),
        stays=every["stays"],
        kinds=of_efforts.kinds(known),
        attached=tuple(_attached(every["comes"], beside)),
    )


_PARTS = tuple(one.name for one in fields(Piece))


def _columns(pieces: Iterable[Piece]) -> dict[str, tuple[Any, ...]]:
    """Of all pieces together what each part holds."""
    rows = list(map(attrgetter(*_PARTS), pieces))
    columns = zip(*rows, strict=True) if rows else ((),) * len(_PARTS)
    return {
        name: tuple(chain.from_iterable(column))
        for name, column in zip(_PARTS, columns, strict=True)
    }


def _from_outside(beside: Beside) -> frozenset[str]:
    """The staff who come to houses and belong to none."""
    return frozenset(one for one, card in beside.staff.items() if card.role.visits)


def _konsultationer(meetings: Iterable[Meeting], beside: Beside) -> Iterator[Happened]:
    from_outside = _from_outside(beside)
    for one in meetings:
        if one.child and one.form not in beside.talks:
            yield Happened(
                step=Step.KONSULTATION,
                child=one.child,
                house=one.house,
                day=one.day,
                outside=one.guests or not from_outside.isdisjoint(one.staff),
            )


def _talks(meetings: Iterable[Meeting], beside: Beside) -> Iterator[Talk]:
    """Every konsultation that was held, with and without a name; a talk with parents is none."""
    for one in meetings:
        if one.form not in beside.talks:
            yield Talk(house=one.house, day=one.day, sort=one.sort, child=one.child)


def _letters(sent: Iterable[Sent], beside: Beside) -> Iterator[Letter]:
    """A child whose card names no municipality lives where her house lies, as a letter takes it."""
    for one in sent:
        letter = one.letter
        house = beside.houses.get(letter.house)
        yield replace(
            letter,
            relation=_relation(one.writers, house, beside),
            reasons=tuple(sorted({beside.topics.get(each, each) for each in letter.reasons})),
            municipality=letter.municipality or (house.municipality if house else ""),
        )


def _relation(writers: Iterable[str], house: Dagtilbud | None, beside: Beside) -> str:
    """As the statistics have it: the house, unless only somebody who comes there wrote it."""
    cards = [beside.staff[one] for one in writers if one in beside.staff]
    if cards and all(card.role.visits for card in cards):
        return min(card.role.word for card in cards)
    if house is None:
        return ""
    return "dagpleje" if house.kind is DagtilbudKind.DAGPLEJE else "daginstitution"


def _in_houses(promises: Iterable[Promise], meetings: Iterable[Meeting]) -> Iterator[Promise]:
    """What was agreed about nobody was agreed in the house of the note; without one it is nobody's to count."""
    houses = {one.id: one.house for one in meetings if not one.child}
    for one in promises:
        yield one._replace(house=houses[one.house]) if one.house in houses else one


def _standings(held: Iterable[RoundHeld], stood: Iterable[Stood]) -> Iterator[Standing]:
    """A house's rounds are numbered in the order in which they began."""
    rounds = sorted(held, key=lambda one: (one.house, one.first, one.id))
    order = {one.id: (one.house, nr) for nr, one in enumerate(rounds, 1)}
    for one in stood:
        if one.round in order:
            house, nr = order[one.round]
            yield Standing(
                child=one.child, house=house, day=one.day, order=nr, position=one.position
            )


def _attached(comes: Iterable[Comes], beside: Beside) -> Iterator[Attached]:
    for one in comes:
        card = beside.staff.get(one.staff)
        if card is not None and card.role is Role.SOCIALRAADGIVER:
            yield Attached(house=one.house, since=one.since, until=one.until)
