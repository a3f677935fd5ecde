"""Which page a timeline's entry has of its own; most have none and unfold in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.records import Enrolment, Phase
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.follow_up import Contacted, Journalled, LookAgain, Reminder
from tvaerfaglig.domain.konsultation import Agreement, Konsultation
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.statusudtalelser.records import (
    StatusFinished,
    StatusStep,
    Statusudtalelse,
)
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Finished, Step, Underretning

Way = tuple[str, str]
"""A place and its argument."""

_Lead = Callable[[Any, str], Way]

_LETTERS: tuple[type[Record], ...] = (Finished, Step, Contacted, Reminder, LookAgain, Journalled)
_IN_EFFORTS: tuple[type[Record], ...] = (Sheet, Phase, VisitLog)

_LEADS: dict[type[Record], _Lead] = {
    Konsultation: lambda _, own: ("konsultationer", own),
    ParentContact: lambda made, _: ("konsultationer", made.konsultation),
    Agreement: lambda made, _: ("konsultationer", made.konsultation),
    Underretning: lambda _, own: ("underretninger", own),
    Statusudtalelse: lambda _, own: ("statusudtalelser", own),
    StatusFinished: lambda made, _: ("statusudtalelser", made.status),
    StatusStep: lambda made, _: ("statusudtalelser", made.status),
    Enrolment: lambda made, own: ("indsatser", f"{made.effort}:familie:{own}"),
    **dict.fromkeys(_LETTERS, lambda made, _: ("underretninger", made.underretning)),
    **dict.fromkeys(
        _IN_EFFORTS, lambda made, _: ("indsatser", f"{made.effort}:familie:{made.enrolment}")
    ),
}


def way_to(stored: Stored[Any]) -> Way | None:
    """Where it is opened; None for what unfolds on the timeline, as a talk that came of no meeting."""
    record = stored.record
    if isinstance(record, ParentContact) and not record.konsultation:
        return None
    lead = _LEADS.get(type(record))
    return lead(record, stored.id) if lead else None
