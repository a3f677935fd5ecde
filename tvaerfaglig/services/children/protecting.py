"""Acts that open or guard a child: sharing her, and the overgreb guard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.people import Staff
from tvaerfaglig.domain.protection import Against, Basis, Guard, Sharing
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services.children.guard import standing_guard
from tvaerfaglig.services.consent import rests
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


def share_child(
    session: Session,
    child_id: str,
    staff: str,
    basis: Basis,
    *,
    basis_text: str = "",
    samtykke: str = "",
    from_day: date | None = None,
    until: date | None = None,
    draft: str = "",
) -> Saved:
    """Del barn: open the child to one visiting colleague on a recorded basis, from today unless told otherwise."""
    session.child(child_id, Action.SHARE)
    if staff not in session.staff():
        raise NotFound("Vælg, hvem barnet deles med.")
    begins = from_day or session.today
    if until is not None and until < begins:
        raise Unclear("Den sidste dag ligger før den første. Hvilken er rigtig?")
    if basis is Basis.ANDET and not basis_text.strip():
        raise Unclear("Skriv med få ord, hvilket grundlag der deles på.")
    if basis is Basis.SAMTYKKE:
        until = rests.until(session, child_id, samtykke, begins, until)
    sharing = Sharing(
        child=child_id,
        staff=staff,
        basis=basis,
        basis_text=basis_text.strip(),
        samtykke=samtykke if basis is Basis.SAMTYKKE else "",
        from_day=begins,
        until=until,
        by=session.my_id,
    )
    with session.write() as pen:
        saved = pen.put(sharing)
        if draft:
            pen.drop_draft(draft)
        return Saved(saved, pen.changes)


def colleagues_to_share_with(session: Session) -> list[tuple[str, Staff]]:
    """Those who come to the house and see only what is shared with them, by name."""
    found = [(one, who) for one, who in session.staff().items() if who.role.visits and who.active]
    return sorted(found, key=lambda pair: pair[1].name)


def withdraw_sharing(session: Session, sharing_id: str) -> Changes:
    """Close the child again, at once."""
    stored = queries.one(session.vault, Sharing, sharing_id)
    if stored is None:
        raise NotFound("Delingen findes ikke længere.")
    session.child(stored.record.child, Action.SHARE)
    with session.write() as pen:
        pen.put(replace(stored.record, withdrawn_on=session.today), sharing_id)
        return pen.changes


def set_guard(
    session: Session,
    child_id: str,
    against: Against,
    note: str = "",
    siblings: tuple[str, ...] = (),
    *,
    draft: str = "",
) -> Changes:
    """Set the overgreb guard on the child and on the siblings chosen."""
    for one in (child_id, *siblings):
        session.child(one, Action.GUARD)
    with session.write() as pen:
        if draft:
            pen.drop_draft(draft)
        for one in dict.fromkeys((child_id, *siblings)):
            standing = standing_guard(session, one)
            guard = Guard(
                child=one,
                since=standing.record.since if standing else session.today,
                by=session.my_id,
                against=against,
                note=note.strip(),
                siblings_too=siblings if one == child_id else (),
            )
            pen.put(guard, standing.id if standing else None)
        return pen.changes


def lift_guard(session: Session, child_id: str, because: str, *, draft: str = "") -> Changes:
    """Lift it, with a reason; that it stood stays in the history."""
    session.child(child_id, Action.GUARD)
    standing = standing_guard(session, child_id)
    if standing is None:
        raise NotFound("Der er ikke sat et værn på barnet.")
    if not because.strip():
        raise Unclear("Skriv, hvorfor værnet løftes, og hvem det er aftalt med.")
    with session.write() as pen:
        pen.put(
            replace(standing.record, lifted_on=session.today, lifted_because=because.strip()),
            standing.id,
        )
        if draft:
            pen.drop_draft(draft)
        return pen.changes
