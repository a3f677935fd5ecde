"""Which page a timeline's entry has of its own; most have none and unfold in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tvaerfaglig.domain.contact import ParentContact
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
from tvaerfaglig.ui.indsatser import PLACE
from tvaerfaglig.ui.indsatser.leading import argument_of

Way = tuple[str, str]
"""A place and its argument."""

_Lead = Callable[[Any, str], Way]

_LETTERS: tuple[type[Record], ...] = (Finished, Step, Contacted, Reminder, LookAgain, Journalled)

_LEADS: dict[type[Record], _Lead] = {
    Konsultation: lambda _, own: ("konsultationer", own),
    ParentContact: lambda made, _: ("konsultationer", made.konsultation),
    Agreement: lambda made, _: ("konsultationer", made.konsultation),
    Underretning: lambda _, own: ("underretninger", own),
    Statusudtalelse: lambda _, own: ("statusudtalelser", own),
    StatusFinished: lambda made, _: ("statusudtalelser", made.status),
    StatusStep: lambda made, _: ("statusudtalelser", made.status),
    **dict.fromkeys(_LETTERS, lambda made, _: ("underretninger", made.underretning)),
}


def way_to(stored: Stored[Any]) -> Way | None:
    """Where it is opened; None for what unfolds on the timeline, as a talk that came of no meeting."""
    record = stored.record
    if isinstance(record, ParentContact) and not record.konsultation:
        return None
    in_effort = argument_of(stored)
    if in_effort is not None:
        return PLACE, in_effort
    lead = _LEADS.get(type(record))
    return lead(record, stored.id) if lead else None
