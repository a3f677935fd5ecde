"""A child's places in indsatser, in a few words each: what stands on the child's own page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import (
    Effort,
    EffortSession,
    EffortState,
    Enrolment,
    EnrolmentState,
    Phase,
    SessionState,
)
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import sheets
from tvaerfaglig.services.efforts.sessions import sessions_of
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPlace:
    """One place. `next_day` and `next_status` only while the child is in it; `phase` the one it is in."""

    enrolment: str
    effort: str
    name: str
    kind: str
    place: Enrolment
    phase: str = ""
    next_day: date | None = None
    next_status: date | None = None


def places_of(session: Session, child_id: str) -> tuple[ChildPlace, ...]:
    """Every place the child has or had, those it is in first, then the newest first."""
    session.child(child_id)
    every = queries.of_child(session.vault, Enrolment, child_id)
    found = [made for one in every if (made := _place(session, one)) is not None]
    return tuple(sorted(found, key=lambda one: one.place.status is not EnrolmentState.MED))


def _place(session: Session, stored: Stored[Enrolment]) -> ChildPlace | None:
    effort = queries.one(session.vault, Effort, stored.record.effort)
    if effort is None or effort.record.status is EffortState.FJERNET:
        return None
    try:
        kind = kind_of(session, effort.record)
    except NotFound:  # a kind that was never brought in here: the place is told all the same
        return _told(effort, stored)
    if stored.record.status is not EnrolmentState.MED:
        return _told(effort, stored, kind=kind.name)
    return _told(
        effort, stored, kind=kind.name, phase=_phase(session, stored),
        next_day=next_day(session, effort, stored),
        next_status=sheets.next_status_of(session, stored, kind),
    )  # fmt: skip


def _told(
    effort: Stored[Effort],
    stored: Stored[Enrolment],
    *,
    kind: str = "",
    phase: str = "",
    next_day: date | None = None,
    next_status: date | None = None,
) -> ChildPlace:
    return ChildPlace(
        enrolment=stored.id, effort=effort.id, name=effort.record.name, kind=kind,
        place=stored.record, phase=phase, next_day=next_day, next_status=next_status,
    )  # fmt: skip


def _phase(session: Session, stored: Stored[Enrolment]) -> str:
    """The newest that was begun."""
    every = queries.of_child(session.vault, Phase, stored.record.child)
    mine = (one.record for one in every if one.record.enrolment == stored.id)
    return next((one.name for one in mine if one.first <= session.today), "")


def next_day(session: Session, effort: Stored[Effort], stored: Stored[Enrolment]) -> date | None:
    """Of the days and the visits planned from today on, the first."""
    every: list[EffortSession | VisitLog] = [one.record for one in sessions_of(session, effort)]
    visits = queries.of_child(session.vault, VisitLog, stored.record.child)
    every += [one.record for one in visits if one.record.enrolment == stored.id]
    ahead = (
        one.day for one in every if one.status is SessionState.PLANLAGT and one.day >= session.today
    )
    return min(ahead, default=None)
