"""Visits that nobody has noted as held or cancelled, and those that come in the next weeks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.visiting.visit import Visit, VisitState
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.waiting.things import Morning, Waiting
from tvaerfaglig.store import queries

PLACE, WAY = "konsultationer", "besoeg"


def unsettled(morning: Morning) -> Iterator[Waiting]:
    """One's own visits whose day is over: held, or not?"""
    session = morning.session
    if not session.actor.role.visits:
        return
    houses = session.houses()
    for one in queries.in_state(session.vault, Visit, VisitState.PLANLAGT):
        visit = one.record
        if visit.staff == session.my_id and visit.day < session.today and visit.house in houses:
            what = f"Blev besøget {danish.day_short(visit.day)} holdt?"
            where = f"{WAY}:{one.id}"
            yield Waiting(
                "besoeg", what, houses[visit.house].name, visit.day, PLACE, where, record=one.id
            )


@dataclass(frozen=True, slots=True)
class Coming:
    """Who comes to which house on a day."""

    id: str
    day: date
    who: str
    house: str
    mine: bool


def coming(session: Session, within: timedelta) -> Iterator[Coming]:
    """Planned visits after today: a visitor's own, else those of one's houses."""
    me, staff, houses = session.actor, session.staff(), session.houses()
    for one in queries.since_day(session.vault, Visit, session.today.isoformat()):
        visit = one.record
        if visit.status is not VisitState.PLANLAGT:
            continue
        mine = visit.staff == session.my_id
        if visit.house not in me.houses or (me.role.visits and not mine):
            continue
        if session.today < visit.day <= session.today + within and visit.staff in staff:
            name = staff[visit.staff].name
            yield Coming(one.id, visit.day, name, houses[visit.house].name, mine)
