"""While the overgreb guard hides the parents, no paper for them is made: the leader asks the municipality first."""

from __future__ import annotations

from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.session import Session


def advice(first_name: str) -> str:
    """What the leader reads instead of the paper."""
    return (
        f"Værnet er sat for {first_name}, så der laves ikke papirer til forældrene. "
        "Beder de om noget, så spørg kommunen, før nogen svarer dem."
    )


def stop_if_guarded(session: Session, child_id: str, first_name: str) -> None:
    """Raises NotAllowed, with the advice, while the parents are not to be told."""
    if hides_parents(session, child_id):
        raise NotAllowed(advice(first_name))
