"""Who may see and keep visits, and that nothing about them names a child."""

from __future__ import annotations

from typing import TypeVar

from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.people import Staff
from tvaerfaglig.domain.roles import Action, may, ties_to_visits
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.visiting.attachment import Attachment
from tvaerfaglig.domain.visiting.visit import Visit
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.konsultation import rules as konsultation_rules
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

Of = TypeVar("Of", Attachment, Visit)


def may_with(session: Session, action: Action, one: Attachment | Visit) -> bool:
    ties = ties_to_visits(session.my_id, session.actor, one.house, one.staff)
    return may(session.actor, action, ties)


def require(session: Session, action: Action, one: Attachment | Visit) -> None:
    ties = ties_to_visits(session.my_id, session.actor, one.house, one.staff)
    session.require(action, ties, "de besøg")


def attachment(
    session: Session, attachment_id: str, action: Action = Action.SEE_VISITS
) -> Stored[Attachment]:
    return _allowed(
        session, queries.one(session.vault, Attachment, attachment_id), action, "Tilknytningen"
    )


def visit(session: Session, visit_id: str, action: Action = Action.SEE_VISITS) -> Stored[Visit]:
    return _allowed(session, queries.one(session.vault, Visit, visit_id), action, "Besøget")


def _allowed(session: Session, found: Stored[Of] | None, action: Action, what: str) -> Stored[Of]:
    if found is None:
        raise NotFound(f"{what} findes ikke længere.")
    require(session, action, found.record)
    return found


def check_visitor(session: Session, staff: str, house: str) -> Staff:
    """The colleague, if she is one who comes to that house. Raises Unclear in words."""
    person = session.staff().get(staff)
    if person is None or not person.active:
        raise Unclear("Hvem kommer? Vælg en kollega.")
    if not person.role.visits:
        raise Unclear(f"{person.name} hører til i huset. Vælg en, der kommer på besøg.")
    if house not in person.houses:
        raise Unclear(
            f"{person.name} har ikke adgang til det hus. Lederen giver den under Indstillinger, Mennesker."
        )
    return person


def keep_nameless(session: Session, text: str) -> None:
    """Raises NamesSomeone, with the words, when a text that others read names a child."""
    konsultation_rules.keep_anonymous(session, Konsultation(day=session.today, question=text))
