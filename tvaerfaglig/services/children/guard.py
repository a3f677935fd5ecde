"""The overgreb guard that stands on a child: here alone it is said whether it hides the parents."""

from __future__ import annotations

from collections.abc import Collection

from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


def standing_guard(session: Session, child_id: str) -> Stored[Guard] | None:
    """The overgreb guard that stands on the child today, if any."""
    guards = queries.of_child(session.vault, Guard, child_id)
    return next((guard for guard in guards if guard.record.lifted_on is None), None)


def hides_parents(session: Session, child_id: str) -> bool:
    """The guard stands so that nothing may tell the parents, and they are asked nothing."""
    guards = queries.of_child(session.vault, Guard, child_id)
    return any(one.record.hides_parents for one in guards)


def hidden_among(session: Session, children: Collection[str]) -> frozenset[str]:
    """Those of them whose parents a guard hides; one question for all."""
    guards = queries.of_children(session.vault, Guard, children) if children else []
    return frozenset(one.record.child for one in guards if one.record.hides_parents)
