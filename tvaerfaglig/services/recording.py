"""Write something down about a child, and take the last act back: the common road for every small record."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.roles import Action, Tie
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class Saved:
    """Where it was written, and what changed."""

    id: str
    changes: Changes


def save(
    session: Session,
    record: Record,
    record_id: str | None = None,
    *,
    replaces: tuple[str, ...] | None = None,
    draft: str = "",
) -> Saved:
    """Write a record about children, new or as a new version; its draft goes in the same transaction.

    Raises NotAllowed when the actor may not write about one of the children. A version of somebody
    else's record needs the right to correct; a correction of one's own does not.
    """
    for child in record.about():
        session.child(child, Action.WRITE)
    if record_id:
        _may_correct(session, record, record_id)
    with session.write() as pen:
        saved = pen.put(record, record_id, replaces=replaces)
        if draft:
            pen.drop_draft(draft)
        return Saved(saved, pen.changes)


def _may_correct(session: Session, record: Record, record_id: str) -> None:
    before = queries.one(session.vault, type(record), record_id)
    if before is None:
        return
    ties = {Tie.WRITER} if before.written_by == session.my_id else set()
    for child in before.record.about():
        session.require(
            Action.CORRECT, frozenset(ties) | session.ties(session.child(child)), "at rette den"
        )


def correct_observation(
    session: Session,
    observation: Observation,
    record_id: str,
    *,
    replaces: tuple[str, ...],
    reason: str,
) -> Saved:
    """A correction is a new version with a reason; the earlier one stays. Filling in a short one needs none."""
    before = queries.one(session.vault, Observation, record_id)
    if before is None:
        raise NotFound("Observationen findes ikke længere.")
    if before.record.complete and not reason.strip():
        raise Unclear(
            "Skriv kort, hvorfor du retter. Den første tekst bliver stående i historikken."
        )
    return save(
        session, replace(observation, correction=reason.strip()), record_id, replaces=replaces
    )


def move_to_right_child(session: Session, record_id: str, wrong: str, right: str) -> Saved:
    """It was written with the wrong child: write it with the right one, erase the wrong one's words."""
    before = queries.one(session.vault, Observation, record_id)
    if before is None:
        raise NotFound("Observationen findes ikke længere.")
    _may_correct(session, before.record, record_id)
    session.child(right, Action.WRITE)
    involved = tuple(
        Involved(child=right, part=one.part) if one.child == wrong else one
        for one in before.record.involved
    )
    all_versions = tuple(v.id for v in queries.versions(session.vault, Observation, record_id))
    with session.write() as pen:
        moved = pen.put(replace(before.record, involved=involved))
        pen.erase(Erased(events=all_versions, ground="forkert barn", child=wrong))
        return Saved(moved, pen.changes)


def take_back(session: Session, record_id: str) -> Changes:
    """*Fortryd* right after saving: erase what was just written by oneself, today, and nobody has built on."""
    kind = queries.kind_of(session.vault, record_id)
    rows = session.vault.versions_of(record_id)
    if not rows or any(by != session.my_id for _, by in rows):
        raise NotFound("Det kan ikke fortrydes herfra længere. Ret det i stedet.")
    last, _ = rows[-1]
    with session.write() as pen:
        pen.erase(Erased(events=(last,), ground=f"fortrudt straks ({kind})"))
        return pen.changes
