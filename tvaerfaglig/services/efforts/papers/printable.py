"""Which papers of indsatser can be printed now, for the page Udskrifter: by effort, and by family in it."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.efforts.records import EnrolmentState
from tvaerfaglig.domain.roles import Action, may
from tvaerfaglig.services.efforts import reading, rules
from tvaerfaglig.services.efforts.papers import looking
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.session import Session

_HERE = {EnrolmentState.MED, EnrolmentState.VENTER, EnrolmentState.AFSLUTTET}


@dataclass(frozen=True, slots=True)
class PrintableFamily:
    """A family's place; `child` is whose log the print stands in."""

    enrolment: str
    child: str
    name: str


@dataclass(frozen=True, slots=True)
class PrintableEffort:
    id: str
    name: str
    papers: tuple[EffortPaper, ...]
    families: tuple[PrintableFamily, ...]


def printable_efforts(session: Session) -> tuple[PrintableEffort, ...]:
    """Those one may see, running first, with the families one may print of."""
    rows = sorted(reading.efforts(session), key=lambda row: not row.effort.is_open)
    made = (
        PrintableEffort(
            row.id,
            row.effort.name,
            looking.offered_to_effort(session, row.id),
            _families(session, row.id),
        )
        for row in rows
    )
    return tuple(one for one in made if one.papers or one.families)


def _families(session: Session, effort_id: str) -> tuple[PrintableFamily, ...]:
    known = session.children()
    return tuple(
        PrintableFamily(one.id, one.record.child, known[one.record.child].record.name)
        for one in rules.places(session, effort_id)
        if one.record.status in _HERE
        and may(session.actor, Action.PRINT, session.ties(known[one.record.child]))
    )
