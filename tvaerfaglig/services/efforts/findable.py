"""What the search may find of indsatser that is about no child: the efforts one sees, with their days and sheets."""

from __future__ import annotations

from typing import Final

from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import Effort, EffortSession, EffortState, Enrolment
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.record import Record
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

KINDS: Final[tuple[type[Record], ...]] = (Effort, EffortSession, Enrolment, Sheet, VisitLog)
"""What it depends on, beside who may see which child."""

_OF_EFFORTS: Final[tuple[type[EffortSession | Sheet | VisitLog], ...]] = (
    EffortSession,
    Sheet,
    VisitLog,
)


def of_nobody(session: Session) -> frozenset[str]:
    """Their ids. One that was laid away is not found, nor anything in it."""
    every = queries.all_of(session.vault, Effort)
    seen = {
        one.id
        for one in every
        if one.record.status is not EffortState.FJERNET and rules.sees(session, one)
    }
    if not seen:
        return frozenset()
    inside = {
        one.id
        for kind in _OF_EFFORTS
        for one in queries.about_nobody(session.vault, kind)
        if one.record.effort in seen
    }
    return frozenset(seen | inside)
