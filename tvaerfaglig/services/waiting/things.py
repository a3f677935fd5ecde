"""One thing that waits, and what is read once for every kind of waiting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.ladder import Ladder
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.retention import Retention
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.konsultationer import KonsultationRow
from tvaerfaglig.services.names import Names
from tvaerfaglig.services.session import Session

WHY = 90
"""So much of a reason stands on Overblik; the rest where it was written."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: which kind, about whom, until when (None: whenever), and where it is done."""

    kind: str
    what: str
    about: str
    due: date | None
    place: str
    argument: str
    child: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Morning:
    """Who looks, and what she may see: the children still here, the meetings, the names."""

    session: Session
    children: dict[str, Stored[Child]]
    meetings: list[KonsultationRow]
    who: Names
    retention: Retention | None
    ladder: Ladder | None

    def short(self, child: str) -> str:
        """What a child is called; nothing for one the looker may not see."""
        return self.children[child].record.short_name if child in self.children else ""
