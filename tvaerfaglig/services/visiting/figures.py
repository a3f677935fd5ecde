"""Planned against held, and the time that was used: what a yearly statement draws."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.visiting.visit import VisitState, WasAbout
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting import listing


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFigures:
    """One colleague in one house. `minutes` were used, `planned_minutes` are those of the same visits as planned.

    `timed` is at how many of the held ones the time is known. `planned` counts every visit there was to be.
    """

    staff: str
    who: str
    house: str
    where: str
    planned: int
    held: int
    cancelled: int
    moved: int
    about_children: int
    about_theme: int
    timed: int
    minutes: int
    planned_minutes: int


def visit_figures(session: Session, first: date, last: date) -> tuple[VisitFigures, ...]:
    """Of the houses whose visits the actor may see, by house and colleague."""
    found: dict[tuple[str, str], list[listing.VisitRow]] = {}
    for row in listing.visits(session, first):
        visit = row.stored.record
        if visit.day <= last:
            found.setdefault((visit.house, visit.staff), []).append(row)
    made = (_figures(rows) for rows in found.values())
    return tuple(sorted(made, key=lambda one: (one.where, one.who)))


def _figures(rows: list[listing.VisitRow]) -> VisitFigures:
    visits = [row.stored.record for row in rows]
    held = [one for one in visits if one.status is VisitState.HOLDT]
    timed = [one for one in held if one.minutes is not None]
    return VisitFigures(
        staff=visits[0].staff,
        who=rows[0].who,
        house=visits[0].house,
        where=rows[0].house,
        planned=len(visits),
        held=len(held),
        cancelled=sum(one.status is VisitState.AFLYST for one in visits),
        moved=sum(one.moved_from is not None for one in visits),
        about_children=sum(WasAbout.BARN in one.was_about for one in held),
        about_theme=sum(WasAbout.TEMA in one.was_about for one in held),
        timed=len(timed),
        minutes=sum(one.minutes or 0 for one in timed),
        planned_minutes=sum(one.planned_minutes() or 0 for one in timed),
    )
