"""Who came when, for those who may see the families; and how many of the planned days were held.

The overview holds the families one may see and nobody else, so its shares are of those.
"""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.efforts import attendance as counted
from tvaerfaglig.domain.efforts.attendance import Grid, Kept
from tvaerfaglig.domain.efforts.records import EffortSession, Enrolment, Presence
from tvaerfaglig.domain.efforts.roll_call import on_the_roll
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.sessions import sessions_of
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """`names` are first names by enrolment, `unseen` how many families are left out of it."""

    effort: str
    grid: Grid
    names: dict[str, str]
    unseen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysPage:
    """The days of an effort: `answered` is, by day, how many of how many families have an answer.

    `came` is how many of those one may see that were answered for: else one could count out the others.
    """

    days: tuple[Stored[EffortSession], ...]
    kept: Kept
    answered: dict[str, tuple[int, int]]
    came: dict[str, tuple[int, int]]


def attendance(session: Session, effort_id: str) -> Attendance:
    """Families by days; that it was looked at stands in each child's log."""
    stored = rules.found(session, effort_id)
    visible = session.children()
    places, every = rules.places(session, effort_id), rules.every_place(session, effort_id)
    days = sessions_of(session, stored)
    grid = counted.grid(days, places, _said(session, effort_id, places))
    by_id = {one.id: one.record for one in places}
    for one in grid.families:
        session.looked(child=by_id[one].child, record=one, what=Enrolment.KIND)
    seen = {one.id for one in places}
    hidden = {
        one.id
        for day in grid.days
        for one in on_the_roll(list(every), day.record.day)
        if one.id not in seen
    }
    names = {one: visible[by_id[one].child].record.first_name for one in grid.families}
    return Attendance(effort=effort_id, grid=grid, names=names, unseen=len(hidden))


def days_page(session: Session, effort_id: str) -> DaysPage:
    """The days with what was answered; of families one may not see only that they are there and have an answer."""
    stored = rules.found(session, effort_id)
    days = sessions_of(session, stored)
    every, visible = rules.every_place(session, effort_id), session.children()
    said = _said(session, effort_id, every)
    answers: dict[str, list[Presence]] = {}
    for one in said:
        answers.setdefault(one.session, []).append(one)
    answered, came = {}, {}
    for day in days:
        given = answers.get(day.id, [])
        here = on_the_roll(list(every), day.record.day)
        answered[day.id] = (len(given), max(len(here), len(given)))
        seen = [one for one in given if one.child in visible]
        came[day.id] = (sum(one.came for one in seen), len(seen))
    kept = counted.kept((one.record for one in days), session.today)
    return DaysPage(days=days, kept=kept, answered=answered, came=came)


def _said(
    session: Session, effort_id: str, places: tuple[Stored[Enrolment], ...]
) -> list[Presence]:
    children = {one.record.child for one in places}
    every = queries.of_children(session.vault, Presence, children)
    return [one.record for one in every if one.record.effort == effort_id]
