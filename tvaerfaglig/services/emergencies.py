"""Nødadgang: who may open whom in need, that it is told, and that it is seen.

Names are given only to whoever has written why, only those of her own house, and only as one would say
them across the room: first name and stue. Search and lists know nothing of a child she may not see.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.emergency import Emergency, EmergencySeen, is_a_reason, until_when
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.roles import Action, Tie, may
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children.register import place_of
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

NOT_YOURS = (
    "Nødadgang er for dem, der arbejder i barnets hus, og for husets socialrådgiver. "
    "Du kan altid underrette uden at se barnets side: brug Akut."
)
_WHY = "Skriv en hel sætning: Hvad er sket, og hvorfor skal du se barnet nu?"
_LOOKED = "navne i nødadgang"


@dataclass(frozen=True, slots=True)
class NearChild:
    """A child of the house one may not see: as she is called there, and no more."""

    id: str
    first_name: str
    place: str


@dataclass(frozen=True, slots=True)
class Told:
    """One emergency as the leader hears of it."""

    id: str
    child: str
    child_name: str
    who: str
    reason: str
    at: datetime
    until: date
    closed: bool = False


def may_use(session: Session) -> bool:
    """Whether there can be any need: a leader sees every child of her houses in any case."""
    return may(session.actor, Action.BREAK_GLASS, {Tie.NEAR})


def whom(session: Session, reason: str) -> tuple[NearChild, ...]:
    """The names to choose among, once there is a reason. That they were shown is noted."""
    _reason(session, reason)
    houses, staff = session.houses(), {one: who.name for one, who in session.staff().items()}
    found = [
        NearChild(
            one.id,
            one.record.first_name,
            place_of(one.record, houses.get(one.record.dagtilbud), staff),
        )
        for one in queries.all_of(session.vault, Child)
        if not one.record.left and _near(session, one)
    ]
    session.looked(record="noedadgang", what=_LOOKED)
    return tuple(sorted(found, key=lambda one: (one.first_name, one.place)))


def _near(session: Session, child: Stored[Child]) -> bool:
    """Of the house, and not to be seen without it."""
    ties = session.ties(child)
    return may(session.actor, Action.BREAK_GLASS, ties) and not may(session.actor, Action.SEE, ties)


def _reason(session: Session, reason: str) -> str:
    if not may_use(session):
        raise NotAllowed(NOT_YOURS)
    if not is_a_reason(reason):
        raise Unclear(_WHY)
    return reason.strip()


def open_in_need(session: Session, child_id: str, reason: str, *, draft: str = "") -> Saved:
    """Open the child to oneself until the day's end. It stands in her stream, and the leader is told."""
    why = _reason(session, reason)
    found = queries.one(session.vault, Child, child_id)
    if found is None or not may(session.actor, Action.BREAK_GLASS, session.ties(found)):
        raise NotFound("Barnet findes ikke i dit hus.")
    if may(session.actor, Action.SEE, session.ties(found)):
        raise Unclear("Du kan allerede se barnet. Find det under Børn.")
    emergency = Emergency(
        child=child_id,
        staff=session.my_id,
        reason=why,
        at=session.now.isoformat(timespec="minutes")[:16],
        until=until_when(session.now),
    )
    with session.write() as pen:
        saved = pen.put(emergency)
        if draft:
            pen.drop_draft(draft)
        return Saved(saved, pen.changes)


def not_seen_yet(session: Session) -> tuple[Told, ...]:
    """What the leader of the house has not answered with *Set*, the oldest first."""
    if not session.actor.role.leads:
        return ()
    seen = {one.record.emergency for one in queries.all_of(session.vault, EmergencySeen)}
    visible = session.children()
    waiting = [
        one
        for one in queries.all_of(session.vault, Emergency)
        if one.id not in seen and one.record.child in visible
    ]
    return tuple(_told(session, one, visible) for one in reversed(waiting))


def of_child(session: Session, child_id: str) -> tuple[Told, ...]:
    """Every emergency of one child, the newest first."""
    child = session.child(child_id)
    found = queries.of_child(session.vault, Emergency, child_id)
    answers = [one.record for one in queries.of_child(session.vault, EmergencySeen, child_id)]
    shut = {one.emergency for one in answers if one.closed}
    return tuple(
        replace(_told(session, one, {child_id: child}), closed=one.id in shut) for one in found
    )


def _told(session: Session, one: Stored[Emergency], visible: dict[str, Stored[Child]]) -> Told:
    record, staff = one.record, session.staff()
    return Told(
        id=one.id,
        child=record.child,
        child_name=visible[record.child].record.first_name,
        who=staff[record.staff].name if record.staff in staff else record.staff,
        reason=record.reason,
        at=datetime.fromisoformat(record.at),
        until=record.until,
    )


def mark_seen(session: Session, emergency_id: str, *, close: bool = False) -> Changes:
    """*Set*: the leader has read it; with `close` the child is shut again at once."""
    found = queries.one(session.vault, Emergency, emergency_id)
    if found is None:
        raise NotFound("Nødadgangen findes ikke længere.")
    session.child(found.record.child, Action.SEE_LOG)
    seen = EmergencySeen(
        child=found.record.child,
        emergency=emergency_id,
        at=session.now.isoformat(timespec="minutes")[:16],
        closed=close,
    )
    with session.write() as pen:
        pen.put(seen)
        return pen.changes


def standing(session: Session, child_id: str) -> Emergency | None:
    """The emergency by which the actor sees this child just now, where nothing else opens her."""
    ties = session.ties(session.child(child_id))
    if Tie.IN_NEED not in ties or may(session.actor, Action.SEE, ties - {Tie.IN_NEED}):
        return None
    return next((one for one in session.in_need() if one.child == child_id), None)


def until_words(emergency: Emergency, today: date) -> str:
    """When it shuts, as one says it: i aften, i morgen aften, or the day."""
    days = (emergency.until - today).days
    return {0: "i aften", 1: "i morgen aften"}.get(days, danish.day(emergency.until))
