"""Put off what waits, to a day and with a reason; and take it up before its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.snooze import FARTHEST, Snoozed
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.waiting.things import Morning
from tvaerfaglig.store import queries

NO_REASON = "Skriv kort, hvorfor det kan vente. Det læser I, når dagen kommer."
NO_DAY = "Hvilken dag ser I på det igen? Vælg en dag, der kommer."


def snooze(
    session: Session, child: str, thing: str, *, what: str, until: date | None, because: str
) -> Saved:
    """For everybody it waits for: they all read why, and it comes back for all of them on the day."""
    session.child(child, Action.WRITE)
    if until is None or until <= session.today:
        raise Unclear(NO_DAY)
    if until > session.today + FARTHEST:
        last = danish.day(session.today + FARTHEST)
        raise Unclear(f"Det er længe for et barn. Vælg en dag senest {last}.")
    if not because.strip():
        raise Unclear(NO_REASON)
    made = Snoozed(
        child=child,
        thing=thing,
        what=what,
        day=session.today,
        until=until,
        because=because.strip(),
        by=session.my_id,
    )
    with session.write() as pen:
        return Saved(pen.put(made), pen.changes)


def wake(session: Session, snooze_id: str) -> Saved:
    """Take it up now; that it was put off, and why, stays in its history."""
    found = queries.one(session.vault, Snoozed, snooze_id)
    if found is None:
        raise NotFound("Det er ikke udskudt længere.")
    session.child(found.record.child, Action.WRITE)
    woken = replace(found.record, woken=session.today)
    with session.write() as pen:
        return Saved(pen.put(woken, snooze_id, replaces=found.heads), pen.changes)


def sleeping(morning: Morning) -> dict[tuple[str, str], Stored[Snoozed]]:
    """What is put off today, by child and thing; the newest decision holds."""
    found: dict[tuple[str, str], Stored[Snoozed]] = {}
    for one in queries.of_children(morning.session.vault, Snoozed, morning.children):
        found.setdefault((one.record.child, one.record.thing), one)
    today = morning.session.today
    return {key: one for key, one in found.items() if one.record.sleeps_on(today)}
