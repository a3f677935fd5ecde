"""Observations: one opened, what was seen before, what waits to be completed, and its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from tvaerfaglig.domain.observation import Observation, Part
from tvaerfaglig.domain.people import Child, Dagtilbud
from tvaerfaglig.domain.stored import Stored, Version
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries, word_search


@dataclass(frozen=True, slots=True)
class Opened:
    """One observation with its earlier versions, and the names it needs."""

    stored: Stored[Observation]
    versions: tuple[Version[Observation], ...]
    names: Names
    mine: bool


@dataclass(frozen=True, slots=True)
class SeenBefore:
    """What was written about a child lately: how often in each category, and the entries."""

    child: Child
    since: date
    by_category: tuple[tuple[str, int], ...]
    entries: tuple[Stored[Observation], ...]
    names: Names


@dataclass(frozen=True, slots=True)
class WhoToChoose:
    """Children and colleagues one can choose while writing, by name."""

    children: tuple[tuple[str, str, str], ...]
    staff: tuple[tuple[str, str], ...]
    places: tuple[str, ...]


def open_observation(session: Session, record_id: str) -> Opened:
    """One observation, when the actor may see one of its children. Opening it is noted with each of them."""
    stored = queries.one(session.vault, Observation, record_id)
    if stored is None:
        raise NotFound("Observationen findes ikke længere.")
    visible = session.children()
    children = [one for one in stored.record.about() if one in visible]
    if not children and stored.written_by != session.my_id:
        session.child(stored.record.about()[0] if stored.record.about() else "")
    for child in children or [""]:
        session.looked(child=child, record=record_id, what="observation")
    history = past.versions(session.vault, Observation, record_id)
    return Opened(stored, tuple(history), names(session), stored.written_by == session.my_id)


def seen_before(session: Session, child_id: str, weeks: int = 6) -> SeenBefore:
    """What has been written about the child in the last weeks, counted by category, most first.

    Seeing it is noted with the child.
    """
    stored = session.child(child_id)
    session.looked(child=child_id, what="det, der er set før")
    since = session.today - timedelta(weeks=weeks)
    entries = tuple(
        one
        for one in queries.of_child(session.vault, Observation, child_id)
        if one.record.day >= since and one.record.part_of(child_id) is Part.HANDLER_OM
    )
    counts: dict[str, int] = {}
    for one in entries:
        for category in one.record.categories:
            counts[category] = counts.get(category, 0) + 1
    ranked = sorted(counts.items(), key=lambda pair: -pair[1])
    return SeenBefore(stored.record, since, tuple(ranked), entries, names(session))


def who_to_choose(session: Session) -> WhoToChoose:
    """The children (id, name, stue) and colleagues (id, name) one may name, and places used before."""
    houses = session.houses()
    children = [
        (one, stored.record.name, _place(houses, stored.record))
        for one, stored in session.children().items()
        if not stored.record.left
    ]
    staff = [(one, person.name) for one, person in session.staff().items() if person.active]
    places = word_search.places_used(session.vault, session.my_id)
    return WhoToChoose(
        tuple(sorted(children, key=lambda c: c[1])),
        tuple(sorted(staff, key=lambda s: s[1])),
        tuple(places),
    )


def _place(houses: dict[str, Dagtilbud], child: Child) -> str:
    house = houses.get(child.dagtilbud)
    return house.stue_name(child.stue) if house else ""
