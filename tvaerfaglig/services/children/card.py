"""A child's card: enrolled, changed, its versions, and the CPR number that is shown to nobody unasked."""

from __future__ import annotations

from dataclasses import replace

from tvaerfaglig.domain.acts import CprShown
from tvaerfaglig.domain.ages import name_until_born
from tvaerfaglig.domain.cpr import mask, parse_cpr, why_not_cpr
from tvaerfaglig.domain.people import Child, Controller, Dagtilbud
from tvaerfaglig.domain.roles import Action, may, ties_to_house
from tvaerfaglig.domain.stored import Version
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries


def masked(child: Child) -> Child:
    """The child as pages get her: the number in clear is a service of its own, and noted."""
    number = parse_cpr(child.cpr)
    return replace(child, cpr=mask(number) if number else "")


def _called(child: Child) -> Child:
    if child.name.strip():
        return child
    if not child.is_expected:
        raise Unclear("Hvad hedder barnet?")
    return replace(child, name=name_until_born(child))


def _check_birth(session: Session, child: Child) -> None:
    if child.born is None and child.due is None:
        raise Unclear("Skriv fødselsdagen, eller terminen, hvis barnet ikke er født endnu.")
    if child.born is not None and child.born > session.today:
        raise Unclear("Fødselsdagen ligger i fremtiden. Er barnet på vej, så skriv den som termin.")
    if child.is_expected and child.cpr:
        raise Unclear("Et barn på vej har intet CPR-nummer endnu. Skriv det, når barnet er født.")


def save_child(
    session: Session,
    child: Child,
    child_id: str | None = None,
    *,
    replaces: tuple[str, ...] | None = None,
    draft: str = "",
) -> Saved:
    """Enrol a child, or change her facts. A masked CPR in an edit keeps the one that stands; "" removes it.

    One who is expected may come without a name: she is »Barnet« until her mother wishes for another.
    """
    _check_birth(session, child)
    child = _called(child)
    if child_id is None:
        if not may(session.actor, Action.ENROL, ties_to_house(session.actor, child.dagtilbud)):
            raise NotAllowed(
                "Lederen indmelder børn. Bed lederen om det, eller skriv navnet i en kladde."
            )
    else:
        standing = session.child(child_id, Action.EDIT_CHILD)
        if child.cpr and child.cpr == masked(standing.record).cpr:
            child = replace(child, cpr=standing.record.cpr)
    if why_not := why_not_cpr(child.cpr):
        raise Unclear(why_not)
    _cpr_allowed(session, child)
    with session.write() as pen:
        saved = pen.put(child, child_id, replaces=replaces)
        if draft:
            pen.drop_draft(draft)
        return Saved(saved, pen.changes)


def may_keep_cpr(house: Dagtilbud | None) -> bool:
    """A private house needs a basis of its own for CPR numbers."""
    return house is None or house.controller is not Controller.PRIVAT or bool(house.cpr_basis)


def _cpr_allowed(session: Session, child: Child) -> None:
    house = queries.one(session.vault, Dagtilbud, child.dagtilbud)
    if child.cpr and not may_keep_cpr(house.record if house else None):
        raise Unclear(
            "Et privat dagtilbud må kun gemme CPR-numre med et grundlag. Skriv det i Indstillinger."
        )


def reveal_cpr(session: Session, child_id: str, reason: str = "") -> str:
    """The CPR number in clear. That it was shown is noted."""
    stored = session.child(child_id, Action.REVEAL_CPR)
    if not stored.record.cpr:
        raise NotFound("Der står ikke noget CPR-nummer.")
    with session.write() as pen:
        pen.put(CprShown(child=child_id, reason=reason))
    return stored.record.cpr


def child_versions(session: Session, child_id: str) -> list[Version[Child]]:
    """Every version of her facts, the oldest first, with the number masked in each."""
    session.child(child_id)
    return [
        replace(one, record=masked(one.record)) if one.record else one
        for one in past.versions(session.vault, Child, child_id)
    ]
