"""Which papers of indsatser can be printed now, for the page Udskrifter: by effort, and by family in it."""

from __future__ import annotations

from dataclasses import dataclass

from tvaerfaglig.domain.efforts.records import Effort, EnrolmentState
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services.efforts import reading, rules, volunteers
from tvaerfaglig.services.efforts.shelf import kind_of
from tvaerfaglig.services.session import Session

_HERE = {EnrolmentState.MED, EnrolmentState.VENTER, EnrolmentState.AFSLUTTET}


@dataclass(frozen=True, slots=True)
class PrintableWho:
    """A family's place, or a volunteer. `child` is whose log the print stands in; a volunteer's has none."""

    id: str
    name: str
    child: str = ""


@dataclass(frozen=True, slots=True)
class PrintableEffort:
    id: str
    name: str
    under: str
    who: tuple[PrintableWho, ...]


def printable_efforts(session: Session) -> tuple[PrintableEffort, ...]:
    """Those one may see, running first, with the families one may print of and the house's volunteers."""
    rows = sorted(reading.efforts(session), key=lambda row: not row.effort.is_open)
    return tuple(
        PrintableEffort(
            row.id,
            row.effort.name,
            row.kind,
            (*_families(session, row.id), *_volunteers(session, row.effort)),
        )
        for row in rows
    )


def _families(session: Session, effort_id: str) -> tuple[PrintableWho, ...]:
    known, mine = session.children(), session.children_for(Action.PRINT)
    return tuple(
        PrintableWho(one.id, known[one.record.child].record.name, one.record.child)
        for one in rules.places(session, effort_id)
        if one.record.status in _HERE and one.record.child in mine
    )


def _volunteers(session: Session, effort: Effort) -> tuple[PrintableWho, ...]:
    """For the house's own staff, of an effort that has volunteers."""
    own = effort.house in session.actor.houses and not session.actor.role.visits
    if not own or not kind_of(session, effort).has_volunteers:
        return ()
    here = volunteers.volunteers(session, effort.house)
    return tuple(PrintableWho(one.id, one.record.name) for one in here)
