"""Nothing is watched without a date: a position of concern nobody has a day for, an agreement nobody has."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import Position, PositionSet
from tvaerfaglig.domain.konsultation import Agreement, KonsultationState
from tvaerfaglig.domain.stored import Brief, Stored
from tvaerfaglig.services.waiting.things import Later, Morning, Waiting, mine_or_late
from tvaerfaglig.store import queries


def positions(morning: Morning) -> Iterator[Later]:
    """A child in bekymring: its own day has come, or there is none and nothing else about her has one."""
    session = morning.session
    found = queries.brief_latest_of_children(session.vault, PositionSet, morning.children, *_WORDS)
    dated = _dated(morning)
    for stored in found:
        stand, child = stored.record, stored.record.child
        if stand.next_on is None and child in dated:
            continue
        if stand.next_on and stand.next_on > morning.today:
            continue
        if mine_or_late(morning, _whose(morning, stored), stand.next_on):
            words = partial(_position, morning, stored)
            yield Later(stand.next_on, child, f"position:{stored.id}", words)


def _position(morning: Morning, stored: Brief[PositionSet]) -> Waiting:
    stand, child = stored.record, stored.record.child
    what = (
        f"Se på {morning.possessive(child)} position igen"
        if stand.next_on
        else f"Hvornår ser I på {morning.short(child)} igen?"
    )
    about = f"{_WORDS[stand.position]} siden {danish.day(stand.day)}"
    thing = f"position:{stored.id}"
    return Waiting("position", what, about, stand.next_on, "boern", child, child, stored.id, thing)


_WORDS = {Position.BEKYMRING: "Bekymring", Position.STAERK: "Stærk bekymring"}


def _whose(morning: Morning, stored: Brief[PositionSet]) -> set[str]:
    child = morning.children[stored.record.child].record
    return {*stored.record.set_by, stored.written_by, child.contact_person}


def _dated(morning: Morning) -> set[str]:
    """The children about whom something has a day, come or to come; it waits by itself."""
    own = {one.record.child for one in morning.concerns}
    own |= {one.record.child for one in morning.not_now}
    for row in morning.meetings:
        if row.stored.record.status is KonsultationState.PLANLAGT:
            own |= set(row.stored.record.about())
    return own


def agreements(morning: Morning) -> Iterator[Later]:
    """An agreement that nobody is to do: no staff, no parent, no guest."""
    for one in morning.agreements:
        made = one.record
        if made.who or made.parents or made.who_else or made.child not in morning.children:
            continue
        if mine_or_late(morning, {one.written_by}, made.due):
            words = partial(_agreement, morning, one)
            yield Later(made.due, made.child, f"uden_person:{one.id}", words)


def _agreement(morning: Morning, one: Stored[Agreement]) -> Waiting:
    made = one.record
    return Waiting(
        "uden_person", f"Hvem gør det? {morning.who.said(made.what)}",
        f"Aftale om {morning.short(made.child)}", made.due, "konsultationer",
        f"aftaler:{one.id}", made.child, one.id, f"uden_person:{one.id}",
    )  # fmt: skip
