"""Everything about one child in the order it happened, newest first; planned things on top."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from tvaerfaglig.domain.concern import Concern, NotNow, PositionSet
from tvaerfaglig.domain.contact import Absence, FamilyEvent, ParentContact
from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.protection import Guard, Samtykke, Sharing
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Finished, Step, Underretning
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

SHOWN: tuple[type[Record], ...] = (
    Observation,
    ParentContact,
    Konsultation,
    Absence,
    FamilyEvent,
    Underretning,
    Finished,
    Step,
    Concern,
    PositionSet,
    NotNow,
    Samtykke,
    Sharing,
    Guard,
)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The entries with the newest first, and the names that their words need."""

    child: str
    entries: tuple[Stored[Any], ...]
    names: Names
    today: date

    def of(self, kind: type[Record]) -> tuple[Stored[Any], ...]:
        return tuple(entry for entry in self.entries if isinstance(entry.record, kind))


def timeline(session: Session, child_id: str) -> Timeline:
    """The child's whole timeline. Opening it is noted with her page."""
    session.child(child_id)
    entries = [entry for kind in SHOWN for entry in queries.of_child(session.vault, kind, child_id)]
    entries.sort(key=lambda entry: (entry.record.happened(), entry.id), reverse=True)
    return Timeline(child_id, tuple(entries), names(session), session.today)
