"""Which papers of visits can be printed: the next day lists, and the reports of those that were held."""

from __future__ import annotations

from datetime import timedelta

from tvaerfaglig.domain.visiting.visit import VisitState
from tvaerfaglig.services.printing.printable import PrintableRecord
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting import listing

_BACK = timedelta(days=400)
_FIRST = 2


def printable_visits(session: Session) -> tuple[PrintableRecord, ...]:
    """The next two that come, then the held ones, the newest first, then the rest: a visitor's are her own."""
    every = listing.visits(session, session.today - _BACK)
    rows = [row for row in every if row.mine or not session.actor.role.visits]
    coming = [row for row in rows if row.stored.record.status is VisitState.PLANLAGT]
    coming = [row for row in coming if row.stored.record.day >= session.today]
    held = [row for row in reversed(rows) if row.stored.record.status is VisitState.HOLDT]
    ordered = [*coming[:_FIRST], *held, *coming[_FIRST:]]
    return tuple(
        PrintableRecord(
            row.stored.id,
            "",
            f"{row.who} · {row.house}",
            row.stored.record.day,
            "besøgsrapport" if row.stored.record.status is VisitState.HOLDT else "dagsliste",
        )
        for row in ordered
    )
