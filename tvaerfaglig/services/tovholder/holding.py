"""Who holds on to a child's course, handed over with a note and said yes to by the one who takes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.people import Child, Dagtilbud, Staff
from tvaerfaglig.domain.protection import Sharing
from tvaerfaglig.domain.roles import Action, may, ties_to
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.tovholder import NOT_TAKEN, Tovholder
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries
from tvaerfaglig.store.vault import Pen


@dataclass(frozen=True, slots=True)
class Holding:
    """Who it is now, who it was before (the newest first), and who may be chosen, as (id, name)."""

    child: str
    name: str
    now: Stored[Tovholder] | None
    before: tuple[Stored[Tovholder], ...]
    people: tuple[tuple[str, str], ...]
    names: Names


def holding(session: Session, child: str) -> Holding:
    """The child's tovholder and the course of it."""
    record = session.child(child).record
    every = queries.of_child(session.vault, Tovholder, child)
    people = [
        (one, person.name) for one, person in session.staff().items() if _sees(session, one, child)
    ]
    return Holding(
        child,
        record.first_name,
        next(iter(every), None),
        tuple(every[1:]),
        tuple(sorted(people, key=lambda one: one[1])),
        names(session),
    )


def hand_over(session: Session, made: Tovholder, *, draft: str = "") -> Saved:
    """From the one who has it to another, with what she should know. To oneself it is said yes to at once."""
    child = session.child(made.child, Action.WRITE)
    now = current(session, made.child)
    before = now.record.who if now else ""
    if made.who == before:
        raise Unclear(_is_it_already(session, made.who, child.record))
    if made.who and not _sees(session, made.who, made.child):
        first = session.staff()[made.who].first_name if made.who in session.staff() else "Kollegaen"
        raise Unclear(
            f"{first} kan ikke se {child.record.first_name} endnu. Del barnet først, og giv det så videre."
        )
    mine = made.who == session.my_id
    record = replace(
        made, before=before, by=session.my_id, taken_on=session.today if mine else None
    )
    with session.write() as pen:
        saved = pen.put(record)
        if draft:
            pen.drop_draft(draft)
        return Saved(saved, pen.changes)


def take_on(session: Session, record: str) -> Changes:
    """The one it was given to has seen it, and holds on to it from now."""
    stored = queries.one(session.vault, Tovholder, record)
    if stored is None:
        raise NotFound("Det findes ikke længere.")
    session.child(stored.record.child)
    if stored.record.who != session.my_id:
        raise NotAllowed("Det er den nye tovholder selv, der bekræfter.")
    with session.write() as pen:
        pen.put(replace(stored.record, taken_on=session.today), record)
        return pen.changes


def current(session: Session, child: str) -> Stored[Tovholder] | None:
    """The newest handing over; None where nobody has ever had it."""
    return next(iter(queries.of_child(session.vault, Tovholder, child, 1)), None)


def standing(session: Session, children: Iterable[str]) -> dict[str, Stored[Tovholder]]:
    """For each child the handing over that stands."""
    return queries.latest_of_children(session.vault, Tovholder, children)


def waits_for_yes(session: Session) -> list[Stored[Tovholder]]:
    """What was given to me and I have not said yes to, of children that I may see."""
    visible = session.children()
    given = queries.in_state(session.vault, Tovholder, NOT_TAKEN)
    mine = {one.record.child for one in given if one.record.who == session.my_id} & set(visible)
    now = standing(session, mine)
    return [one for one in now.values() if one.record.who == session.my_id and one in given]


def left_behind(session: Session) -> list[Stored[Tovholder]]:
    """For the leader: children in her houses whose tovholder is not here any more."""
    if not session.actor.role.leads:
        return []
    here = {one for one, stored in session.children().items() if not stored.record.left}
    staff = session.staff()
    return [
        one
        for one in standing(session, here).values()
        if one.record.who and not (one.record.who in staff and staff[one.record.who].active)
    ]


def follow_note(pen: Pen, session: Session, konsultation: str, note: Konsultation) -> None:
    """A finished note that names another: it is handed over, unless she may not see the child."""
    if not note.about() or not note.tovholder:
        return
    now = current(session, note.child)
    if now is not None and note.tovholder in {now.record.who, ""}:
        return
    of_note = [
        one
        for one in queries.of_child(session.vault, Tovholder, note.child)
        if one.record.konsultation == konsultation and one.record.who == note.tovholder
    ]
    if of_note or not _sees(session, note.tovholder, note.child):
        return
    mine = note.tovholder == session.my_id
    made = Tovholder(
        child=note.child,
        who=note.tovholder,
        before=now.record.who if now else "",
        by=session.my_id,
        day=session.today,
        note="Aftalt ved konsultationen.",
        konsultation=konsultation,
        taken_on=session.today if mine else None,
    )
    pen.put(made)


def _is_it_already(session: Session, who: str, child: Child) -> str:
    if not who:
        return f"{child.first_name} har ingen tovholder."
    staff = session.staff()
    first = staff[who].first_name if who in staff else "Kollegaen"
    return f"{first} er tovholder for {child.first_name} allerede."


def _sees(session: Session, staff: str, child: str) -> bool:
    """Whether somebody may see the child today: one cannot hold on to what is closed to her."""
    person = queries.one(session.vault, Staff, staff)
    record = queries.one(session.vault, Child, child)
    if person is None or record is None or not person.record.active:
        return False
    house = queries.one(session.vault, Dagtilbud, record.record.dagtilbud)
    sharings = [one.record for one in queries.of_child(session.vault, Sharing, child)]
    ties = ties_to(
        staff, person.record, record.record, house.record if house else None, sharings,
        session.today,
    )  # fmt: skip
    return may(person.record, Action.SEE, ties)
