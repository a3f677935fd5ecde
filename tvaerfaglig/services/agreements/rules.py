"""Who may do something to an agreement, and what one without a name may not hold."""

from __future__ import annotations

from dataclasses import replace

from tvaerfaglig.domain.konsultation import Agreement
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services import konsultation_rules
from tvaerfaglig.services.children import standing_guard
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

_PARENTS_HIDDEN = (
    "Værnet er sat, så der aftales ikke noget med forældrene nu. Vælg en af jer, eller vent."
)


def found(session: Session, agreement_id: str) -> Stored[Agreement]:
    """The agreement, if the actor may do something to it."""
    stored = queries.one(session.vault, Agreement, agreement_id)
    if stored is None:
        raise NotFound("Aftalen findes ikke længere.")
    may_settle(session, stored.record)
    return stored


def may_settle(session: Session, made: Agreement) -> None:
    """Whoever does it, whoever may open the konsultation it was made at, whoever may write about its child."""
    if session.my_id in made.who:
        return
    if made.child and made.child in session.children():
        session.child(made.child, Action.WRITE)
    elif made.konsultation:
        konsultation_rules.found(session, made.konsultation)
    elif made.child:
        session.child(made.child, Action.WRITE)


def checked(session: Session, made: Agreement, before: Agreement | None = None) -> Agreement:
    """As it may be written. Raises Unclear, in words, for what cannot stand so."""
    if made.konsultation:
        note = konsultation_rules.found(session, made.konsultation).record
        konsultation_rules.check(session, note, note, (made,))
        made = replace(made, child=note.child)
    elif made.child:
        session.child(made.child, Action.WRITE)
    if not made.what.strip():
        raise Unclear("Hvad er aftalt? Skriv det med få ord.")
    if made.start_on and made.due and made.start_on > made.due:
        raise Unclear("Den begynder efter den dag, den skal være gjort. Hvilken af dagene passer?")
    if made.every and made.due is None:
        raise Unclear("En aftale, der gentages, skal have en første dag.")
    if made.until and made.due and made.until < made.due:
        raise Unclear("Gentagelsen slutter før den første dag. Hvilken af dagene passer?")
    if made.parents and (before is None or before.parents != made.parents):
        _parents_may_be_asked(session, made)
    return made


def _parents_may_be_asked(session: Session, made: Agreement) -> None:
    """Nothing new is agreed with parents while the guard hides them."""
    guard = standing_guard(session, made.child) if made.child else None
    if guard is not None and guard.record.hides_parents:
        raise Unclear(_PARENTS_HIDDEN)
