"""Who comes to which house, how often and until when; and when the house is closed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.visiting.attachment import Attachment, HouseClosed, Rhythm
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.visiting import rules
from tvaerfaglig.store import queries

_FRIDAY = 4
_MOST = {Rhythm.MAANED: 4, Rhythm.UGER: 26}


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """One colleague at one house, with her name, role and house in words."""

    stored: Stored[Attachment]
    who: str
    role: str
    house: str
    may_keep: bool


@dataclass(frozen=True, slots=True)
class Round:
    """What one may choose from: colleagues who come as (id, name and role), houses, and their closing times."""

    rows: tuple[AttachmentRow, ...]
    visitors: tuple[tuple[str, str], ...]
    houses: tuple[tuple[str, str], ...]
    closed: dict[str, HouseClosed]
    may_add: bool
    me: str
    today: date


def attachments(session: Session) -> Round:
    """Those of the actor's houses: standing ones first, those that ended last."""
    houses, staff = session.houses(), session.staff()
    mine = [one for one in session.actor.houses if one in houses]
    rows = tuple(
        AttachmentRow(
            one,
            staff[one.record.staff].name,
            staff[one.record.staff].role.word,
            houses[one.record.house].name,
            rules.may_with(session, Action.PLAN_VISITS, one.record),
        )
        for one in queries.all_of(session.vault, Attachment)
        if one.record.house in houses
        and one.record.staff in staff
        and rules.may_with(session, Action.SEE_VISITS, one.record)
    )
    ended = session.today
    leads = session.actor.role.leads
    return Round(
        rows=tuple(
            sorted(rows, key=lambda row: (_is_over(row.stored.record, ended), row.who, row.house))
        ),
        visitors=tuple(
            (one, f"{who.name}, {who.role.word}")
            for one, who in sorted(staff.items(), key=lambda pair: pair[1].name)
            if who.active and who.role.visits and (leads or one == session.my_id)
        ),
        houses=tuple((one, houses[one].name) for one in mine),
        closed={one: closed(session, one) for one in mine},
        may_add=leads or session.actor.role.visits,
        me=session.my_id,
        today=session.today,
    )


def _is_over(attachment: Attachment, today: date) -> bool:
    return attachment.until is not None and attachment.until < today


def closed(session: Session, house: str) -> HouseClosed:
    """When the house is closed; one without a word of it is always open."""
    found = _closed(session, house)
    return found.record if found else HouseClosed(house=house)


def _closed(session: Session, house: str) -> Stored[HouseClosed] | None:
    every = queries.all_of(session.vault, HouseClosed)
    return next((one for one in every if one.record.house == house), None)


def save_attachment(
    session: Session,
    attachment: Attachment,
    attachment_id: str | None = None,
    *,
    house_closed: HouseClosed | None = None,
) -> Saved:
    """A colleague at a house, and with it when the house is closed. By the leader, or by herself."""
    if attachment_id:
        before = rules.attachment(session, attachment_id, Action.PLAN_VISITS).record
        if (before.staff, before.house) != (attachment.staff, attachment.house):
            raise Unclear("En tilknytning skifter ikke person eller hus. Afslut den, og lav en ny.")
    rules.require(session, Action.PLAN_VISITS, attachment)
    rules.check_visitor(session, attachment.staff, attachment.house)
    _check(attachment)
    rules.keep_nameless(session, attachment.place)
    with session.write() as pen:
        saved = pen.put(attachment, attachment_id)
        if house_closed is not None and house_closed != closed(session, attachment.house):
            known = _closed(session, attachment.house)
            pen.put(replace(house_closed, house=attachment.house), known.id if known else None)
        return Saved(saved, pen.changes)


def _check(attachment: Attachment) -> None:
    if attachment.until is not None and attachment.until < attachment.from_day:
        raise Unclear("Den sidste dag ligger før den første.")
    if not 0 <= attachment.weekday <= _FRIDAY:
        raise Unclear("Vælg en hverdag.")
    if not 1 <= attachment.number <= _MOST[attachment.rhythm]:
        raise Unclear("Hvor tit er det? Vælg et tal.")
    if attachment.at and attachment.to and attachment.to <= attachment.at:
        raise Unclear("Besøget slutter, før det begynder. Se på klokkeslættene.")
