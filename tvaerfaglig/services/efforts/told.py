"""What a child's indsatser came to, for her timeline, her course, a letter and a sagsresumé."""

from __future__ import annotations

from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.efforts.records import Effort, Enrolment, Presence
from tvaerfaglig.domain.efforts.tried import Tried, tried
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


def of_child(session: Session, child_id: str) -> tuple[Tried, ...]:
    """Each place that has begun, with her days and goals; nothing of another family. One query where there is none."""
    session.child(child_id)
    places = queries.of_child(session.vault, Enrolment, child_id)
    if not places:
        return ()
    return tried(
        places,
        names_of(session, places),
        (one.record for one in queries.of_child(session.vault, Presence, child_id)),
        (one.record for one in reversed(queries.of_child(session.vault, Goal, child_id))),
    )


def names_of(session: Session, places: list[Stored[Enrolment]]) -> dict[str, Effort]:
    """The efforts that these places are in, by id."""
    found = {one.record.effort: None for one in places}
    kept = ((one, queries.one(session.vault, Effort, one)) for one in found)
    return {one: stored.record for one, stored in kept if stored is not None}
