"""The lists that came in, and each of them taken back as one, as long as nobody has built on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.acts import Erased, ListBroughtIn
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.people import Child, Dagtilbud
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.lists.opening import CHILDREN, leads
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries

GROUND = "listen blev fortrudt"


@dataclass(frozen=True, slots=True)
class BroughtLine:
    """One list: when it came, who brought it, how much. `stays` says why it cannot be taken back."""

    id: str
    what: str
    at: datetime
    who: str
    house: str
    new: int
    changed: int
    undone: datetime | None
    stays: str
    children: int


def lines(session: Session) -> tuple[BroughtLine, ...]:
    """The lists of the leader's own houses, the newest first."""
    leads(session)
    staff, houses = session.staff(), session.houses()
    found = []
    for stored in queries.all_of(session.vault, ListBroughtIn):
        one = stored.record
        if one.house not in session.actor.houses:
            continue
        found.append(
            BroughtLine(
                stored.id,
                one.what,
                datetime.fromisoformat(one.at),
                staff[stored.written_by].name if stored.written_by in staff else "",
                houses[one.house].name if one.house in houses else "",
                len(one.new),
                len(one.changed),
                datetime.fromisoformat(one.undone) if one.undone else None,
                "" if one.undone else _stays(session, one),
                len({record.split(":", 1)[0] for record, _ in (*one.new, *one.changed)}),
            )
        )
    return tuple(found)


def _stays(session: Session, one: ListBroughtIn) -> str:
    """Why the list stays: someone has written on a child it brought, or changed what it changed."""
    vault = session.vault
    touched = {
        record for record, version in (*one.new, *one.changed) if vault.heads(record) != (version,)
    }
    if one.what == CHILDREN:
        touched |= set(past.written_about(vault, [record for record, _ in one.new]))
    if not touched:
        return ""
    many = danish.count(len(touched), "barn", "børn", spelled=True, neuter=True)
    if one.what != CHILDREN:
        return f"{danish.capital(many)} har fået nye dage siden. Så bliver listen stående."
    return f"Der er skrevet på {many} siden. Så bliver listen stående."


def take_back(session: Session, brought: str) -> Changes:
    """All of it in one step: what was new is erased, what was changed stands as it stood before."""
    found = queries.one(session.vault, ListBroughtIn, brought)
    if found is None:
        raise NotFound("Listen findes ikke længere.")
    leads(session, found.record.house)
    if found.record.undone:
        raise Unclear("Listen er allerede fortrudt.")
    if stays := _stays(session, found.record):
        raise Unclear(stays)
    with session.write() as pen:
        gone = [version for _, version in (*found.record.new, *found.record.changed)]
        gone += _stuer(session, found)
        if gone:
            pen.erase(Erased(events=tuple(gone), ground=GROUND))
        at = session.now.isoformat(timespec="minutes")
        pen.put(replace(found.record, undone=at), brought)
        return pen.changes


def _stuer(session: Session, found: Stored[ListBroughtIn]) -> list[str]:
    """The version that made new stuer goes too, unless the house was changed or somebody moved in."""
    one = found.record
    if not one.stuer or session.vault.heads(one.house) != (one.stuer,):
        return []
    house = queries.one(session.vault, Dagtilbud, one.house)
    versions = past.versions(session.vault, Dagtilbud, one.house)
    before = next((v.record for v in reversed(versions[:-1]) if v.record is not None), None)
    if house is None or before is None:
        return []
    made = {stue.id for stue in house.record.stuer} - {stue.id for stue in before.stuer}
    ours = {record for record, _ in (*one.new, *one.changed)}
    others = (c for c in queries.all_of(session.vault, Child) if c.id not in ours)
    return [] if any(child.record.stue in made for child in others) else [one.stuer]
