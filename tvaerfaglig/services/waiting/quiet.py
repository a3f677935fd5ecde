"""Children of whom nothing new has been written for longer than is usual: for them, or in this house."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.concern import Position, PositionSet
from tvaerfaglig.domain.course.rhythm import Rhythm, rhythm
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services.waiting.things import Morning
from tvaerfaglig.store import queries

THING = "stille"
MOST = 24
"""More than anybody looks for in one morning: of the others nothing is read."""


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


def quiet(morning: Morning, asleep: Collection[str] = ()) -> list[Quiet]:
    """The quietest first, but those that are put off. Those who visit the house are not asked to write every week."""
    session, children = morning.session, morning.children
    if session.actor.role.visits:
        return []
    house = session.settings().quiet_weeks
    days = queries.newest_days(session.vault, Observation, children, Rhythm.NOTES)
    found: list[tuple[str, Child, Rhythm]] = []
    for one, stored in children.items():
        own = rhythm(_days(days.get(one, ())), stored.record.enrolled, house, morning.today)
        if own and own.is_quiet and stored.record.born and one not in asleep:
            found.append((one, stored.record, own))
    longest = heapq.nsmallest(MOST, found, key=lambda each: -(each[2].silent // 7))
    stand = queries.latest_of_children(session.vault, PositionSet, [one for one, _, _ in longest])
    return [
        Quiet(
            one,
            child,
            own.silent // 7,
            stand[one].record.position if one in stand else None,
            own.words,
        )
        for one, child, own in longest
    ]


def _days(found: Iterable[str]) -> list[date]:
    return [date.fromisoformat(day) for day in found]
