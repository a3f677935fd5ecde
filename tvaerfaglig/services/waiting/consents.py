"""Samtykker that are about to run out, and talks whose samtykke holds no longer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.consent.places import places_on
from tvaerfaglig.services.consent.rests import why_talk_stops
from tvaerfaglig.services.waiting.things import Morning, Waiting
from tvaerfaglig.store import queries

_EXPIRES_SOON = timedelta(days=30)


def samtykker(morning: Morning) -> Iterator[Waiting]:
    """Those that end within a month. Whoever visits the house does not ask the parents anew."""
    session = morning.session
    if session.actor.role.visits:
        return
    told: set[tuple[str, date | None]] = set()
    every = queries.of_children(session.vault, Samtykke, morning.children)
    resting = places_on(session) if every else {}
    for one in every:
        child, until = one.record.child, one.record.until
        soon = until is not None and session.today <= until <= session.today + _EXPIRES_SOON
        seen = (child, until) in told
        if soon and one.record.withdrawn_on is None and not seen:
            if hides_parents(morning.session, child):
                continue
            told.add((child, until))
            what = f"Samtykke for {morning.short(child)} udløber"
            place = f"Pladsen i {resting[one.id]} hviler på det" if one.id in resting else ""
            why = ". ".join(filter(None, (one.record.purpose.rstrip("."), place)))
            yield Waiting("samtykke", what, why, until, "boern", child, child)


def grounds(morning: Morning) -> Iterator[Waiting]:
    """Talks ahead that ask for a new basis before more is written: one's own, and for a leader the house's."""
    session = morning.session
    resting = [
        row
        for row in morning.meetings
        if row.stored.record.samtykke and (row.mine or session.actor.role.leads)
    ]
    for row in resting:
        note = row.stored.record
        if why_talk_stops(session, note):
            what = f"Vælg et nyt grundlag: {morning.short(note.child) or row.heading}"
            why = "Konsultationen hviler ikke på noget længere"
            yield Waiting(
                "samtykke", what, why, note.day, "konsultationer", row.stored.id, note.child
            )
