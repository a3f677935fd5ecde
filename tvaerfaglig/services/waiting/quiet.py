"""Children of whom nothing new has been written for longer than is usual: for them, or in this house."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.concern import Position, PositionSet
from tvaerfaglig.domain.course.rhythm import Rhythm, rhythm
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services.waiting.things import Morning
from tvaerfaglig.store import queries

THING = "stille"


@dataclass(frozen=True, slots=True)
class Quiet:
    """A child without a new observation for some time. Quiet is not the same as well.

    `usual` says in words what »some time« is measured by.
    """

    id: str
    child: Child
    weeks: int
    position: Position | None
    usual: str = ""


def quiet(morning: Morning) -> list[Quiet]:
    """The quietest first. Those who visit the house are not asked to write every week."""
    session, children = morning.session, morning.children
    if session.actor.role.visits:
        return []
    house = session.settings().quiet_weeks
    days = queries.newest_days(session.vault, Observation, children, Rhythm.NOTES)
    positions = queries.latest_of_children(session.vault, PositionSet, children)
    found = []
    for one, stored in children.items():
        own = rhythm(_days(days.get(one, ())), stored.record.enrolled, house, session.today)
        if own is None or not stored.record.born or not own.is_quiet:
            continue
        position = positions[one].record.position if one in positions else None
        found.append(Quiet(one, stored.record, own.silent // 7, position, own.words))
    return sorted(found, key=lambda one: -one.weeks)


def _days(found: Iterable[str]) -> list[date]:
    return [date.fromisoformat(day) for day in found]
