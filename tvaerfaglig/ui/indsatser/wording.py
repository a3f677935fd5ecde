"""An effort, its days and its families in words."""

from __future__ import annotations

from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.records import Effort, EffortSession, EffortState

STATES = {
    EffortState.I_GANG: "I gang",
    EffortState.PLANLAGT: "Planlagt",
    EffortState.AFSLUTTET: "Afsluttet",
    EffortState.FJERNET: "Lagt væk",
}


def lasts(made: Effort, today: date) -> str:
    """How long it has run, or when it begins; over when it is."""
    if made.status is EffortState.AFSLUTTET:
        last = made.ended_on or made.end or made.start
        return f"{danish.day_span(made.start, last)} {last.year}"
    if made.status is EffortState.PLANLAGT:
        return f"begynder {danish.day_near(made.start, today).lower()}"
    until = f", slutter {danish.day_and_month(made.end)}" if made.end else ""
    return f"siden {danish.day(made.start)}{until}"


def families(count: int, waiting: int, been: int) -> str:
    """»4 familier · 2 venter«; of one that is over, those who were in it."""
    if been and not count:
        said = f"{danish.count(been, 'familie', 'familier')} har været med"
    else:
        said = danish.count(count, "familie", "familier") if count else "Ingen familier endnu"
    return f"{said} · {waiting} venter" if waiting else said


def when(day: EffortSession | None, today: date) -> str:
    """»Torsdag 19. nov., 15.30–17.00«, of the next day."""
    if day is None:
        return ""
    near = danish.capital(danish.day_near(day.day, today))
    return f"{near}, {danish.span(day.at, day.to)}" if day.at else near
