"""Begin an underretning: what is known already stands there, and nothing that anyone has to judge."""

from __future__ import annotations

from dataclasses import replace

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.people import Child, Dagtilbud
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Informed, Section, Stage, Underretning
from tvaerfaglig.services.children.guard import standing_guard
from tvaerfaglig.services.following.carrying import carried
from tvaerfaglig.services.letters.kept_under import section_id
from tvaerfaglig.services.letters.opening import find, steps_of
from tvaerfaglig.services.letters.page import hides
from tvaerfaglig.services.packs.shelf import in_use
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session


def begin(session: Session, child_id: str, follows: str = "") -> Saved:
    """Begin a letter about a child: what is known already is filled in, nothing else.

    `follows` is an earlier letter about the same child. Its text comes along as it was sent, and says so
    until somebody touches it; what must be asked anew is empty. While the guard hides the parents, nothing
    about them is prepared.
    """
    child = session.child(child_id, Action.UNDERRET).record
    earlier = find(session, follows) if follows else None
    guard = standing_guard(session, child_id)
    house = session.houses().get(child.dagtilbud)
    receiver, unit = office(child, house)
    head = Underretning(
        child=child_id,
        template=in_use(session),
        begun=session.today,
        writers=(session.my_id,),
        overgreb=guard.record.against.value if guard else "",
        relation=relation(session, child, house),
        known_since=known_since(session, child),
        interpreter=_interpreter(child),
        receiver=receiver,
        receiver_unit=unit,
        follows=follows,
    )
    if not hides(head, guard):
        holders = child.custody_holders or child.parents
        head = replace(head, informed=tuple(Informed(parent=one.id) for one in holders))
    sections: tuple[Section, ...] = ()
    if earlier is not None and earlier.record.child == child_id:
        head, sections = carried(session, earlier, _after(session, head, earlier))
    with session.write() as pen:
        letter = pen.put(head)
        for one in sections:
            pen.put(replace(one, underretning=letter), section_id(letter, one.section))
        return Saved(letter, pen.changes)


def office(child: Child, house: Dagtilbud | None) -> tuple[str, str]:
    """The municipality where the child lives, which may be another than the house's own, and its office if known."""
    municipality = child.municipality or (house.municipality if house else "")
    same = house is not None and municipality == house.municipality
    return municipality, house.receiver if house and same else ""


def relation(session: Session, child: Child, house: Dagtilbud | None) -> str:
    """What the actor is to the child, as a letter says it."""
    actor = session.actor
    if child.contact_person == session.my_id:
        return f"{actor.role.word} og barnets kontaktperson"
    if child.dagplejer == session.my_id:
        return "barnets dagplejer"
    stue = house.stue_name(child.stue) if house and child.stue in actor.stuer else ""
    return f"{actor.role.word} på {stue}" if stue else actor.role.word


def known_since(session: Session, child: Child) -> str:
    """Since when the actor has had the child in her days; empty where she only comes by."""
    daily = child.stue in session.actor.stuer or child.dagplejer == session.my_id
    if not daily or child.enrolled is None:
        return ""
    return f"{danish.MONTHS[child.enrolled.month - 1]} {child.enrolled.year}"


def _interpreter(child: Child) -> str:
    if child.interpreter:
        return child.interpreter
    need = [one for one in child.parents if one.interpreter]
    return danish.join_and([f"{one.language} ({one.relation})".strip() for one in need])


def _after(session: Session, head: Underretning, earlier: Stored[Underretning]) -> Underretning:
    before = earlier.record
    sent = next(
        (s.record.day for s in steps_of(session, earlier) if s.record.stage is Stage.AFSENDT), None
    )
    day = danish.day(sent or before.begun)
    said = f"Underretning fra os {'sendt' if sent else 'begyndt'} {day}."
    return replace(
        head,
        grounds=before.grounds,
        receiver=before.receiver or head.receiver,
        receiver_unit=before.receiver_unit or head.receiver_unit,
        earlier=" ".join(filter(None, (before.earlier, said))),
    )
