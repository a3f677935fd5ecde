"""Put a step right: the day a receipt came, the number that was on it. The first version stays in the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from tvaerfaglig.domain.roles import Action, may
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Stage, Step
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.letters.opening import find
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

CORRECTABLE = frozenset({Stage.AFSENDT, Stage.KVITTERET, Stage.ORIENTERET, Stage.LUKKET})


def may_correct(session: Session, step: Stored[Step]) -> bool:
    """Whoever registered it, and the leader of the house."""
    if step.record.stage not in CORRECTABLE:
        return False
    if step.written_by == session.my_id:
        return True
    return may(session.actor, Action.CORRECT, session.ties(session.child(step.record.child)))


def correct(
    session: Session,
    step_id: str,
    day: date,
    at: time | None = None,
    *,
    channel: str = "",
    receiver: str = "",
    number: str = "",
    note: str = "",
    journal: str = "",
) -> Saved:
    """Another day or other words for the same step; every deadline is counted from them."""
    before = queries.one(session.vault, Step, step_id)
    if before is None:
        raise NotFound("Det findes ikke længere.")
    find(session, before.record.underretning, Action.UNDERRET)
    if not may_correct(session, before):
        raise NotAllowed("Kun den, der registrerede det, og lederen kan rette det.")
    if day > session.today:
        raise Unclear("Den dag er ikke kommet endnu. Hvilken dag var det?")
    made = replace(
        before.record,
        day=day,
        at=at,
        channel=channel,
        receiver=receiver.strip(),
        number=number.strip(),
        note=note.strip(),
        journal=journal.strip(),
    )
    with session.write() as pen:
        return Saved(pen.put(made, step_id, replaces=before.heads), pen.changes)
