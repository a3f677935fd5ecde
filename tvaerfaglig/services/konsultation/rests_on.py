"""What a konsultation begins from: earlier agreements, what lies on the table, where the child stood."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tvaerfaglig.domain.concern import PositionSet
from tvaerfaglig.domain.consent import early
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationState,
)
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.tovholder.holding import current
from tvaerfaglig.store import queries


def note_before(session: Session, note: Konsultation) -> Konsultation | None:
    """Where the follow-up's scale begins: the note it follows, when that is of the same kind."""
    found = queries.one(session.vault, Konsultation, note.follows) if note.follows else None
    if found is None or found.record.form.partition("@")[0] != note.form.partition("@")[0]:
        return None
    return found.record if found.record.child == note.child else None


def agreed(
    session: Session, child: Stored[Child] | None, *, whole: bool
) -> list[Stored[Agreement]]:
    """What was agreed about the child; for the table's guests, and without a child, only at konsultationer."""
    vault = session.vault
    every = (
        queries.of_child(vault, Agreement, child.id)
        if child
        else queries.about_nobody(vault, Agreement)
    )
    found = [one for one in every if one.record.konsultation or whole]
    return [one for one in found if one.record.status is not AgreementState.FJERNET]


def tovholder_now(session: Session, child: str) -> str:
    """Who holds on to the child's course today."""
    now = current(session, child)
    return now.record.who if now else ""


def early_talks(session: Session, stored: Stored[Konsultation]) -> str:
    """Counted by day; one on another basis would come after those there are."""
    talks = [
        one.id
        for one in early.meetings(
            queries.of_child(session.vault, Konsultation, stored.record.child)
        )
    ]
    return early.said(talks.index(stored.id) + 1 if stored.id in talks else len(talks) + 1)


def observations_of(
    session: Session, note: Konsultation, *, whole: bool
) -> list[Stored[Observation]]:
    """All of the child's for whoever may see her; only those that lie on the table for its guests."""
    if not note.about():
        return []
    if whole:
        every = queries.of_child(session.vault, Observation, note.child)
        return [_heard(one, note.child) for one in every]
    chosen = (queries.one(session.vault, Observation, one) for one in note.observations)
    return [
        _heard(one, note.child)
        for one in chosen
        if one is not None and note.child in one.record.about()
    ]


def _heard(one: Stored[Observation], child: str) -> Stored[Observation]:
    return replace(one, record=one.record.heard_for(child))


def position_before(session: Session, stored: Stored[Konsultation]) -> Stored[PositionSet] | None:
    """Where the child stood when this konsultation began."""
    every = queries.of_child(session.vault, PositionSet, stored.record.child)
    before = (
        one
        for one in every
        if one.record.origin != stored.id and one.record.day <= stored.record.day
    )
    return next(before, None)


def earlier_agreements(
    session: Session, every: Iterable[Stored[Agreement]], stored: Stored[Konsultation]
) -> list[Stored[Agreement]]:
    """What was agreed before: a follow-up begins with it, and what is still open comes along."""
    note, found = stored.record, []
    before = set(_before(session, note))
    for one in every:
        made = one.record
        if made.konsultation == stored.id:
            continue
        still_open = made.status is AgreementState.AABEN and made.made_on < note.day
        linked = made.konsultation in before or (bool(note.child) and made.child == note.child)
        last_time = bool(note.follows) and made.konsultation == note.follows
        waits = linked and still_open and note.status is not KonsultationState.AFSLUTTET
        if last_time or made.seen_in == stored.id or waits:
            found.append(one)
    return sorted(found, key=lambda one: (one.record.made_on, one.id))


def _before(session: Session, note: Konsultation) -> Iterable[str]:
    """The konsultationer that this one follows, the nearest first."""
    seen: set[str] = set()
    while note.follows and note.follows not in seen:
        seen.add(note.follows)
        yield note.follows
        before = queries.one(session.vault, Konsultation, note.follows)
        if before is None:
            return
        note = before.record
