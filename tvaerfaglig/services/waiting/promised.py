"""What was promised and not done: a talk with the parents that nobody has held, a meeting whose day has passed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationState
from tvaerfaglig.domain.protection import Guard
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.waiting.things import Morning, Waiting, mine_or_late
from tvaerfaglig.store import queries

TALK = "foraeldresamtale"
_LOOKS_BACK = timedelta(days=180)
_WITHIN = timedelta(days=14)
"""A talk that was decided is held within two weeks, where nobody wrote another day."""


def talks(morning: Morning) -> Iterator[Waiting]:
    """A meeting decided that somebody talks with the parents, and no talk came after. Never under the guard."""
    decided = _decided(morning)
    if not decided:
        return
    guarded = _guarded(morning)
    held = _talked(morning, decided)
    for child, note in decided.items():
        when = note.record.day
        if child in guarded or held.get(child, "") >= when.isoformat():
            continue
        due = note.record.follow_up_on or when + _WITHIN
        if mine_or_late(morning, _whose(note), due):
            what = f"Tal med {morning.possessive(child)} forældre"
            about = "Aftalt på et møde. Der er ikke skrevet en samtale siden"
            yield Waiting(
                "samtale_lovet", what, about, due, "boern", child, child, note.id,
                f"samtale_lovet:{note.id}",
            )  # fmt: skip


def _decided(morning: Morning) -> dict[str, Stored[Konsultation]]:
    """The newest such decision for each child."""
    words = {one.word for one in morning.decisions if one.id == TALK} | {TALK}
    since = (morning.session.today - _LOOKS_BACK).isoformat()
    found: dict[str, Stored[Konsultation]] = {}
    for note in queries.since_day(morning.session.vault, Konsultation, since):
        ended = note.record.status is KonsultationState.AFSLUTTET
        for child in note.record.about() if ended and note.record.decision in words else ():
            if child in morning.children:
                found.setdefault(child, note)
    return found


def _talked(morning: Morning, children: dict[str, Stored[Konsultation]]) -> dict[str, str]:
    """The newest talk of each: written as one, or held as a meeting of that kind."""
    held = queries.last_day(morning.session.vault, ParentContact, children)
    first = min((note.record.day for note in children.values()), default=date.max)
    for note in queries.since_day(morning.session.vault, Konsultation, first.isoformat()):
        if note.record.form != TALK or note.record.status not in _HELD:
            continue
        for child in note.record.about():
            held[child] = max(held.get(child, ""), note.record.day.isoformat())
    return held


_HELD = frozenset({KonsultationState.I_GANG, KonsultationState.AFSLUTTET})


def _guarded(morning: Morning) -> set[str]:
    found = queries.of_children(morning.session.vault, Guard, morning.children)
    return {
        one.record.child
        for one in found
        if one.record.lifted_on is None and one.record.hides_parents
    }


def _whose(note: Stored[Konsultation]) -> set[str]:
    seated = {one.staff for one in note.record.participants if one.staff}
    return {note.record.tovholder} if note.record.tovholder else {note.written_by, *seated}


def meetings(morning: Morning) -> Iterator[Waiting]:
    """A planned meeting whose day has passed: was it held?"""
    for row in morning.meetings:
        note = row.stored.record
        late = note.day < morning.session.today
        if note.status is not KonsultationState.PLANLAGT or not late:
            continue
        if mine_or_late(morning, {row.stored.written_by, *_whose(row.stored)}, note.day):
            child = next((one for one in note.about() if one in morning.children), "")
            yield Waiting(
                "ikke_holdt", f"Blev mødet holdt? {row.heading}", "Planlagt, ikke begyndt", note.day,
                "konsultationer", row.stored.id, child, row.stored.id,
                f"ikke_holdt:{row.stored.id}" if child else "",
            )  # fmt: skip
