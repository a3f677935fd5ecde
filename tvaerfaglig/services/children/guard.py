"""The overgreb guard that stands on a child."""

from __future__ import annotations

from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


def standing_guard(session: Session, child_id: str) -> Stored[Guard] | None:
    """The overgreb guard that stands on the child today, if any."""
    guards = queries.of_child(session.vault, Guard, child_id)
    return next((guard for guard in guards if guard.record.lifted_on is None), None)
