"""Notes that wait for words: a line to be written out, a meeting to be ended, one's own view of it."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain.konsultation import KonsultationState
from tvaerfaglig.domain.observation import SHORT, Observation
from tvaerfaglig.services.konsultation.listing import KonsultationRow
from tvaerfaglig.services.waiting.things import Morning, Waiting
from tvaerfaglig.store import queries


def short_notes(morning: Morning) -> Iterator[Waiting]:
    """My own one-line observations, to be written out while one remembers: today, whenever it was begun."""
    who, today = morning.who, morning.session.today
    for one in queries.in_state(morning.session.vault, Observation, SHORT):
        here = [child for child in one.record.about() if child in who.children]
        if one.written_by == morning.session.my_id and here:
            what = f"Skriv om {who.of_child(here[0]).split()[0]} færdig"
            yield Waiting("kort", what, who.said(one.record.text), today, "observation", one.id)


def unfinished(morning: Morning) -> Iterator[Waiting]:
    """Meetings of an earlier day whose note I began and never ended."""
    for row in _begun(morning):
        mine = morning.session.my_id in {row.stored.written_by, row.stored.changed_by}
        if mine and row.stored.record.day < morning.session.today:
            yield _meeting(f"Afslut notatet: {row.heading}", row)


def views(morning: Morning) -> Iterator[Waiting]:
    """A note that is begun and waits for one's own view of it."""
    me = morning.session.my_id
    for row in (one for one in _begun(morning) if one.asks_views):
        note = row.stored.record
        own = [view for view in note.perspectives if view.staff == me]
        seated = any(one.staff == me for one in note.participants)
        asked = bool(own) or (seated and morning.session.actor.role.visits)
        if asked and not any(view.text.strip() for view in own):
            yield _meeting(f"Skriv dit syn: {row.heading}", row)


def _begun(morning: Morning) -> Iterator[KonsultationRow]:
    for row in morning.meetings:
        if row.stored.record.status is KonsultationState.I_GANG:
            yield row


def _meeting(what: str, row: KonsultationRow) -> Waiting:
    note = row.stored
    return Waiting("konsultation", what, "Konsultation", note.record.day, "konsultationer", note.id)
