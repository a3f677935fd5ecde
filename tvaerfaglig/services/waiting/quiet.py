"""Children of whom nothing new has been written for some weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.concern import Position, PositionSet
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services.waiting.things import Morning
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class Quiet:
    """A child without a new observation for some weeks. Quiet is not the same as well."""

    id: str
    child: Child
    weeks: int
    position: Position | None


def quiet(morning: Morning) -> list[Quiet]:
    """The quietest first. Those who visit the house are not asked to write every week."""
    session, children = morning.session, morning.children
    if session.actor.role.visits:
        return []
    weeks = session.settings().quiet_weeks
    last = queries.last_day(session.vault, Observation, children)
    positions = queries.latest_of_children(session.vault, PositionSet, children)
    found = []
    for one, stored in children.items():
        began = stored.record.enrolled or stored.record.born
        seen = date.fromisoformat(last[one]) if one in last else began
        if seen and stored.record.born and (session.today - seen).days >= weeks * 7:
            position = positions[one].record.position if one in positions else None
            found.append(Quiet(one, stored.record, (session.today - seen).days // 7, position))
    return sorted(found, key=lambda one: -one.weeks)
