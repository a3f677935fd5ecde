"""*Fortryd* of one act on a record that stood before: from the very version it made to the one it replaced.

Whatever was written since, by oneself too, is not wiped away with it: then the act stands, and words say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past
from tvaerfaglig.store.vault import Pen

R = TypeVar("R", bound=Record)
WRITTEN_SINCE = "Der er skrevet videre siden, så det kan ikke fortrydes herfra. Ret det i stedet."


@dataclass(frozen=True, slots=True)
class Step:
    """One act on a record: the version it found and the one it made."""

    record: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Stepped(Saved):
    """What an act did, and the step that takes it back."""

    step: Step


def put(session: Session, pen: Pen, stored: Stored[R], made: R) -> Step:
    """Write it as the next version of what stands."""
    pen.put(made, stored.id)
    (after,) = session.vault.heads(stored.id)
    return Step(stored.id, stored.version, after)


def require_last(session: Session, kind: type[R], step: Step) -> R:
    """What stood before the step. Raises NotFound where it is not the last that was written, or not one's own."""
    versions = {one.id: one for one in past.versions(session.vault, kind, step.record)}
    before, after = versions.get(step.before), versions.get(step.after)
    if after is None or after.by != session.my_id or before is None or before.record is None:
        raise NotFound("Det kan ikke fortrydes herfra længere.")
    if session.vault.heads(step.record) != (step.after,):
        raise NotFound(WRITTEN_SINCE)
    return before.record
