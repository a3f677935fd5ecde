"""Konsultationer that were held, with who sat there from outside, and the numbers that were said at the table."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

from tvaerfaglig.domain import people
from tvaerfaglig.domain.figures.facts import Level, Spoken
from tvaerfaglig.domain.figures.source.pieces import Bundle, Meeting
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationState, Participant
from tvaerfaglig.domain.meetings.kind import Side
from tvaerfaglig.domain.stored import Stored

_HELD = {KonsultationState.AFSLUTTET, KonsultationState.I_GANG}
_FAMILY = {"mor", "far", "forælder", "forældre", "mormor", "morfar", "farmor", "farfar"} | {
    "bedsteforælder",
    "papfar",
    "papmor",
    "plejemor",
    "plejefar",
    "barnet",
}
_PRIVATE = {Side.FAMILIE.value, Side.PRIVAT.value}
_MOST = 10


def held(bundle: Bundle) -> Iterator[Stored[Konsultation]]:
    return (one for one in bundle.all(Konsultation) if one.record.status in _HELD)


def meetings_held(bundle: Bundle, card: people.Child | None = None) -> tuple[Meeting, ...]:
    """Those that were begun or ended. What is only planned has not happened."""
    family = (
        {one.name for one in card.parents} | {one.name for one in card.siblings} if card else set()
    )
    return tuple(_meeting(one, family) for one in held(bundle))


def _meeting(stored: Stored[Konsultation], family: set[str]) -> Meeting:
    note = stored.record
    there = [one for one in note.participants if not one.absent]
    return Meeting(
        id=stored.id,
        child=note.child if note.about() else "",
        house=note.dagtilbud,
        day=note.day,
        sort=Spoken(note.kind.value),
        form=note.form,
        staff=tuple(sorted({one.staff for one in there if one.staff})),
        guests=any(not one.staff and not _is_family(one, family) for one in there),
    )


def _is_family(one: Participant, family: set[str]) -> bool:
    role = one.role.casefold().split()
    return one.side in _PRIVATE or one.name in family or bool(_FAMILY & set(role))


def said_at_table(bundle: Bundle, scale_parts: Callable[[str], frozenset[str]]) -> Iterator[Level]:
    """What each gave on the scale from 0 to 10, where 10 is safe: told as worry, it is turned round.

    A guest is told from the others by her name, of which nothing is kept but that it is another's.
    """
    for stored in held(bundle):
        note = stored.record
        parts = scale_parts(note.form)
        for answer in note.own if note.about() else ():
            for line in answer.lines if answer.part in parts else ():
                if line.number is not None and line.who:
                    yield Level(
                        child=note.child,
                        house=note.dagtilbud,
                        who=hashlib.sha256(line.who.encode()).hexdigest()[:12],
                        day=note.day,
                        level=_MOST - line.number,
                    )
