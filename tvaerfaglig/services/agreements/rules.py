"""Who may do something to an agreement, and what one without a name may not hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tvaerfaglig.domain.konsultation import Agreement
from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.rounds.records import Doing
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.konsultation import rules as konsultation_rules
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
    may_settle(session, stored)
    return stored


def may_settle(session: Session, stored: Stored[Agreement]) -> None:
    """Whoever does it, whoever may open the konsultation it was made at, whoever may write about its child.

    What is about nobody and from no konsultation is between whoever wrote it and whoever does it.
    """
    made = stored.record
    if session.my_id in made.who:
        return
    if made.child and made.child in session.children():
        session.child(made.child, Action.WRITE)
    elif made.konsultation:
        konsultation_rules.found(session, made.konsultation)
    elif made.child:
        session.child(made.child, Action.WRITE)
    elif stored.written_by != session.my_id:
        session.require(Action.CONSULT, frozenset(), "den aftale")


def checked(session: Session, made: Agreement, before: Agreement | None = None) -> Agreement:
    """As it may be written. Raises Unclear, in words, for what cannot stand so.

    Where it was agreed never changes: an agreement from a talk without a name is never a child's.
    """
    if before is not None:
        made = replace(made, konsultation=before.konsultation)
    if made.konsultation:
        note = konsultation_rules.found(session, made.konsultation).record
        konsultation_rules.check(session, note, note, (made,))
        made = replace(made, child=note.child)
    elif made.child:
        session.child(made.child, Action.WRITE)
    _follows_one_of_its_own(session, made)
    if not made.what.strip():
        raise Unclear("Hvad er aftalt? Skriv det med få ord.")
    if made.start_on and made.due and made.start_on > made.due:
        raise Unclear("Den begynder efter den dag, den skal være gjort. Hvilken af dagene passer?")
    if made.every and made.due is None:
        raise Unclear("En aftale, der gentages, skal have en første dag.")
    if made.until and made.due and made.until < made.due:
        raise Unclear("Gentagelsen slutter før den første dag. Hvilken af dagene passer?")
    parents_may_be_asked(session, made, before)
    return made


def without_hidden(
    session: Session, agreements: Iterable[Stored[Agreement]]
) -> list[Stored[Agreement]]:
    """All but those with parents whom the guard hides: nobody is reminded to talk with them. Lifted, all are back."""
    every = list(agreements)
    theirs = {one.record.child for one in every if _is_with_parents(one)} - {""}
    if not theirs:
        return every
    guards = queries.of_children(session.vault, Guard, theirs)
    hidden = {one.record.child for one in guards if one.record.hides_parents}
    return [one for one in every if not (one.record.child in hidden and _is_with_parents(one))]


def _is_with_parents(one: Stored[Agreement]) -> bool:
    """One that they do, or a round's »Tal med hendes forældre«, which is known by where it lies."""
    return bool(one.record.parents) or one.id.endswith(f"/aftale-{Doing.FORAELDRE.value}")


def _follows_one_of_its_own(session: Session, made: Agreement) -> None:
    earlier = queries.one(session.vault, Agreement, made.follows) if made.follows else None
    if earlier is not None and earlier.record.child != made.child:
        raise Unclear(
            "Den, der justeres, hører ikke til det samme barn. Skriv en ny aftale i stedet."
        )


def parents_may_be_asked(session: Session, made: Agreement, before: Agreement | None) -> None:
    """Nothing new is agreed with parents while the guard hides them."""
    if not made.parents or (before is not None and before.parents == made.parents):
        return
    if asks_hidden_parents(session, made):
        raise Unclear(_PARENTS_HIDDEN)


def asks_hidden_parents(session: Session, made: Agreement) -> bool:
    """Whether it is agreed with parents whom the guard hides today."""
    return bool(made.child and made.parents) and hides_parents(session, made.child)
