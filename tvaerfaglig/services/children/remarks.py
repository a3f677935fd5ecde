"""Parents' remarks: what they can be about, and those that stand beside a record."""

from __future__ import annotations

from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.contact import ParentContact, ParentRemark
from tvaerfaglig.domain.efforts.sheets import Sheet
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationState
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.statusudtalelser.records import Statusudtalelse
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Underretning
from tvaerfaglig.printouts.papers.parts import Voice
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_KINDS: tuple[type[Record], ...] = (
    Observation,
    Konsultation,
    Underretning,
    Statusudtalelse,
    ParentContact,
    Sheet,
)
_MOST = 60


def targets(session: Session, child_id: str) -> tuple[Stored[Any], ...]:
    """What was written about the child and can be remarked on, the newest first."""
    session.child(child_id)
    found = [
        one
        for kind in _KINDS
        for one in queries.of_child(session.vault, kind, child_id, _MOST)
        if not _is_only_planned(one.record)
    ]
    return tuple(sorted(found, key=lambda one: one.record.happened(), reverse=True)[:_MOST])


def _is_only_planned(record: Record) -> bool:
    kept = {KonsultationState.I_GANG, KonsultationState.AFSLUTTET}
    return isinstance(record, Konsultation) and record.status not in kept


def of_record(session: Session, record_id: str) -> tuple[tuple[Stored[ParentRemark], str], ...]:
    """The remarks beside one record, with who made each, the oldest first; none while the guard hides the parents."""
    visible = session.children()
    found = [
        (one, relation(visible[child].record, one.record.by))
        for child in queries.children_of(session.vault, record_id)
        if child in visible and not hides_parents(session, child)
        for one in queries.of_child(session.vault, ParentRemark, child)
        if one.record.to == record_id
    ]
    return tuple(sorted(found, key=lambda pair: (pair[0].record.day, pair[0].id)))


def relation(child: Child, by: str) -> str:
    """Mor or far where it is one of the parents, else the name that was typed."""
    found = next((one for one in child.parents if one.id == by), None)
    return (found.relation or found.name) if found else by


def voices(session: Session, child_id: str, child: Child, *records: str) -> tuple[Voice, ...]:
    """The remarks to these records, to be set on their paper; none while the guard hides the parents."""
    if hides_parents(session, child_id):
        return ()
    found = queries.of_child(session.vault, ParentRemark, child_id)
    return tuple(said(child, one.record) for one in reversed(found) if one.record.to in records)


def said(child: Child, remark: ParentRemark) -> Voice:
    """Whose words, when and how they came, and the words."""
    who = danish.capital(relation(child, remark.by))
    return Voice(f"{who}, {danish.day_short(remark.day)}, {remark.form.word}", remark.text)
