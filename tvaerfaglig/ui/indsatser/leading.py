"""Which page of an indsats holds a record, for whoever found it elsewhere: a timeline, the search."""

from __future__ import annotations

from typing import Any

from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import Effort, EffortSession, Enrolment, Phase
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.ui.indsatser import FAMILY, way

DAYS = "dage"


def argument_of(stored: Stored[Any]) -> str | None:
    """The argument that leads there; None for what is no part of an indsats."""
    record = stored.record
    if isinstance(record, Effort):
        return stored.id
    if isinstance(record, EffortSession):
        return way(record.effort, DAYS, stored.id)
    if isinstance(record, Enrolment):
        return way(record.effort, FAMILY, stored.id)
    if isinstance(record, Sheet | Phase | VisitLog | Goal):
        inside = (FAMILY, record.enrolment) if record.enrolment else ()
        return way(record.effort, *inside)
    return None
