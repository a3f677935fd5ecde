"""What was to be done by a day: agreements, and the days on which one looks again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta

from tvaerfaglig.domain.concern import Concern, NotNow, PositionSet
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.figures.facts import Promise, Promised
from tvaerfaglig.domain.figures.source.homes import Homes
from tvaerfaglig.domain.figures.source.pieces import Bundle
from tvaerfaglig.domain.follow_up import LookAgain
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationState,
)
from tvaerfaglig.domain.stored import Stored

_HELD = {KonsultationState.AFSLUTTET, KonsultationState.I_GANG}
_EARLY = timedelta(days=7)
"""So much before its day it is looked at again, and not still the time before."""


def agreed(bundle: Bundle, homes: Homes | None = None) -> Iterator[Promise]:
    """Agreements with a day. The day that was first agreed decides: a moved one is not held by being moved.

    Without a child (`homes`) the house is that of the note it was made in, which stands in its place.
    """
    for one in bundle.all(Agreement):
        made = one.record
        due = made.first_due or made.due
        if due is None or made.status is AgreementState.FJERNET:
            continue
        yield Promise(
            id=one.id,
            kind=Promised.AFTALE,
            house=homes.on(made.made_on) if homes else made.konsultation,
            due=due,
            done=made.done_on if made.status is AgreementState.GJORT else None,
            cancelled=_given_up(one),
            child=made.child,
        )


def _given_up(stored: Stored[Agreement]) -> date | None:
    made = stored.record
    if made.status is AgreementState.OPGIVET:
        return made.done_on or stored.changed_at.date()
    return stored.changed_at.date() if made.status is AgreementState.JUSTERET else None


def looked_again(child_id: str, bundle: Bundle, homes: Homes) -> Iterator[Promise]:
    """A note's follow-up, a letter's own day, and the day on which one looks at not having notified."""
    yield from _follow_ups(child_id, bundle)
    for letter in bundle.all(LookAgain):
        yield from _of_letter(letter.id, child_id, bundle, homes)
    for decision in bundle.all(NotNow):
        first = bundle.history(NotNow, decision.id)
        made = decision.record
        yield Promise(
            id=decision.id,
            kind=Promised.OPFOELGNING,
            house=homes.on(made.day),
            due=first[0][1].seen_again_on if first else made.seen_again_on,
            done=made.seen_again,
            child=child_id,
        )


def _follow_ups(child_id: str, bundle: Bundle) -> Iterator[Promise]:
    """The day that a konsultation set for looking at the child again. One about nobody says nothing of whom."""
    signs = sorted(_looked_at(bundle))
    for one in bundle.all(Konsultation):
        note = one.record
        if note.follow_up_on is None or note.status not in _HELD or not note.about():
            continue
        first = max(note.follow_up_on - _EARLY, note.day + timedelta(1))
        at = bisect_left(signs, first)
        yield Promise(
            id=one.id,
            kind=Promised.OPFOELGNING,
            house=note.dagtilbud,
            due=note.follow_up_on,
            done=signs[at] if at < len(signs) else None,
            child=child_id,
        )


def _looked_at(bundle: Bundle) -> Iterator[date]:
    """Days on which somebody looked at how she was: talked of, talked with the parents, placed, or closed."""
    for note in bundle.all(Konsultation):
        if note.record.status in _HELD:
            yield note.record.day
    yield from (one.record.day for one in bundle.all(ParentContact))
    yield from (one.record.day for one in bundle.all(PositionSet))
    for concern in bundle.all(Concern):
        if concern.record.closed_on is not None:
            yield concern.record.closed_on


def _of_letter(record: str, child_id: str, bundle: Bundle, homes: Homes) -> Iterator[Promise]:
    """Each day that was set, with the day on which it was seen to; a moved day is the day first set."""
    due: date | None = None
    rows: list[tuple[date, date | None]] = []
    for _, said in bundle.history(LookAgain, record):
        if due is None:
            due = said.on
            rows.append((due, None))
        if said.done_on is not None:
            rows[-1] = (due, said.done_on)
            due = None
    for nr, (day, done) in enumerate(rows):
        yield Promise(
            id=f"{record}/{nr}",
            kind=Promised.OPFOELGNING,
            house=homes.on(day),
            due=day,
            done=done,
            child=child_id,
        )
