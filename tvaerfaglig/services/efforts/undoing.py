"""*Fortryd* of one act inside an indsats: every record it wrote goes back to what it was, or goes away."""

from __future__ import annotations

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.records import Phase
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.errors import NotAllowed, NotFound
from tvaerfaglig.services.recording import just_written
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_KINDS: tuple[type[Goal | Sheet | Phase], ...] = (Goal, Sheet, Phase)


def take_back(session: Session, *record_ids: str) -> Changes:
    """A goal, a sheet, a phase: what oneself wrote to them today and nobody has built on; all of it or nothing."""
    children = {_require(session, one) for one in record_ids}
    if len(children) != 1:
        raise NotAllowed("Det kan ikke fortrydes på den måde.")
    versions = tuple(just_written(session, one) for one in record_ids)
    ground = "fortrudt straks (indsats)"
    with session.write() as pen:
        pen.erase(Erased(events=versions, ground=ground, child=children.pop()))
        return pen.changes


def _require(session: Session, record_id: str) -> str:
    """The child it is about; Raises NotAllowed where it is none that is taken back so."""
    kind = next((k for k in _KINDS if queries.kind_of(session.vault, record_id) == k.KIND), None)
    if kind is None:
        raise NotAllowed("Det kan ikke fortrydes på den måde.")
    stored = queries.one(session.vault, kind, record_id)
    if stored is None:
        raise NotFound("Det findes ikke længere.")
    if stored.record.child:
        session.child(stored.record.child, Action.WRITE)
    else:
        rules.require_run(session, stored.record.effort)
    return stored.record.child
