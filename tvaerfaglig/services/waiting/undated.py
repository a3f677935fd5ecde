"""Nothing is watched without a date: a position of concern nobody has a day for, an agreement nobody has."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.concern import NOT_SEEN_AGAIN, OPEN, Concern, NotNow, Position, PositionSet
from tvaerfaglig.domain.konsultation import Agreement, AgreementState, KonsultationState
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.waiting.things import Morning, Waiting, mine_or_late
from tvaerfaglig.store import queries


def positions(morning: Morning) -> Iterator[Waiting]:
    """A child in bekymring: its own day has come, or there is none and nothing else about her has one."""
    session = morning.session
    found = queries.latest_of_children(session.vault, PositionSet, morning.children)
    dated = _dated(morning)
    for child, stored in found.items():
        stand = stored.record
        if stand.position is Position.TRIVES or (stand.next_on is None and child in dated):
            continue
        if stand.next_on and stand.next_on > session.today:
            continue
        if mine_or_late(morning, _whose(morning, stored), stand.next_on):
            what = (
                f"Se på {morning.possessive(child)} position igen"
                if stand.next_on
                else f"Hvornår ser I på {morning.short(child)} igen?"
            )
            about = f"{_WORDS[stand.position]} siden {danish.day(stand.day)}"
            thing = f"position:{stored.id}"
            yield Waiting(
                "position", what, about, stand.next_on, "boern", child, child, stored.id, thing
            )


_WORDS = {Position.BEKYMRING: "Bekymring", Position.STAERK: "Stærk bekymring"}


def _whose(morning: Morning, stored: Stored[PositionSet]) -> set[str]:
    child = morning.children[stored.record.child].record
    return {*stored.record.set_by, stored.written_by, child.contact_person}


def _dated(morning: Morning) -> set[str]:
    """The children about whom something has a day, come or to come; it waits by itself."""
    vault, children = morning.session.vault, morning.children
    own = {one.record.child for one in queries.of_children(vault, Concern, children, OPEN)}
    own |= {
        one.record.child for one in queries.of_children(vault, NotNow, children, NOT_SEEN_AGAIN)
    }
    for row in morning.meetings:
        if row.stored.record.status is KonsultationState.PLANLAGT:
            own |= set(row.stored.record.about())
    return own


def agreements(morning: Morning) -> Iterator[Waiting]:
    """An agreement that nobody is to do: no staff, no parent, no guest."""
    for one in queries.in_state(morning.session.vault, Agreement, AgreementState.AABEN):
        made = one.record
        if made.who or made.parents or made.who_else or made.child not in morning.children:
            continue
        if mine_or_late(morning, {one.written_by}, made.due):
            yield Waiting(
                "uden_person", f"Hvem gør det? {morning.who.said(made.what)}",
                f"Aftale om {morning.short(made.child)}", made.due, "konsultationer",
                f"aftaler:{one.id}", made.child, one.id, f"uden_person:{one.id}",
            )  # fmt: skip
