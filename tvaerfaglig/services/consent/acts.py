"""Keep a consent, withdraw it at once, and undo a slip the same day as a new consent.

Withdrawing closes every sharing that rests on it in the same act. Talks that were planned on it are left
as they are and ask for a new basis (`rests`), places in indsatser pause (`places`); nothing that was told is
called back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.protection import Basis, Samtykke, Sharing
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.consent import places, rests
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

NOT_WHILE_GUARDED = (
    "Her spørges forældrene ikke: værnet er sat. En underretning kræver ikke samtykke."
)
_GONE = "Samtykket findes ikke længere."


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What was closed with it, by whom it was shared to, how many talks ask for a new basis, which indsatser pause."""

    changes: Changes
    closed: tuple[str, ...]
    talks: int
    places: tuple[str, ...] = ()


def save(
    session: Session, samtykke: Samtykke, samtykke_id: str | None = None, *, draft: str = ""
) -> Saved:
    """Keep a consent. While the guard hides the parents none is asked for, and none is needed.

    A correction that makes it shorter shortens the sharings that rest on it.
    """
    session.child(samtykke.child, Action.SHARE)
    before = queries.one(session.vault, Samtykke, samtykke_id) if samtykke_id else None
    if before is not None:
        session.child(before.record.child, Action.SHARE)
    _clear(samtykke)
    if hides_parents(session, samtykke.child) and before is None:
        raise Unclear(NOT_WHILE_GUARDED)
    if before is not None and before.record.withdrawn_on != samtykke.withdrawn_on:
        raise NotAllowed(
            "Et samtykke trækkes tilbage for sig. Det bliver ikke til noget andet ved at rettes."
        )
    kept = (
        replace(samtykke, taken_by=samtykke.taken_by or session.my_id)
        if before is None
        else samtykke
    )
    with session.write() as pen:
        saved = pen.put(kept, samtykke_id)
        for shared in _outlasting(session, saved, kept) if before else ():
            pen.put(replace(shared.record, until=kept.until), shared.id)
        if draft:
            pen.drop_draft(draft)
        return Saved(saved, pen.changes)


def withdraw(session: Session, samtykke_id: str, by: str = "") -> Withdrawn:
    """Withdrawn from today; what rested on it is shared no longer. `by` is who withdrew it."""
    stored = _found(session, samtykke_id)
    given, names = stored.record, session.staff()
    if given.withdrawn_on is not None:
        raise Unclear(f"Samtykket blev trukket tilbage {danish.day(given.withdrawn_on)}.")
    closing = rests.sharings_on(session, samtykke_id, given.child)
    talks = rests.talks_on(session, samtykke_id, given.child)
    paused = places.called(session, places.of_consent(session, samtykke_id, given.child))
    after = replace(given, withdrawn_on=session.today, withdrawn_by=by)
    with session.write() as pen:
        pen.put(after, samtykke_id)
        for shared in closing:
            pen.put(_closed(shared, samtykke_id, session.today), shared.id)
        closed = [names[one.record.staff].name for one in closing if one.record.staff in names]
        return Withdrawn(pen.changes, tuple(dict.fromkeys(closed)), len(talks), paused)


def undo_withdrawal(session: Session, samtykke_id: str) -> Saved:
    """A slip, mended the same day: a new consent with the same words, and what closed with the old opens on it."""
    stored = _found(session, samtykke_id)
    given = stored.record
    if given.withdrawn_on != session.today:
        raise Unclear(
            "Det blev ikke trukket tilbage i dag. Siger familien ja igen, så skriv et nyt samtykke."
        )
    if hides_parents(session, given.child):
        raise Unclear(NOT_WHILE_GUARDED)
    if any(
        one.record.again == samtykke_id
        for one in queries.of_child(session.vault, Samtykke, given.child)
    ):
        raise Unclear("Der står allerede et nyt samtykke i stedet.")
    closed = [
        one.record
        for one in queries.of_child(session.vault, Sharing, given.child)
        if one.record.samtykke == samtykke_id and one.record.withdrawn_on == session.today
    ]
    talks = rests.talks_on(session, samtykke_id, given.child)
    paused = places.of_consent(session, samtykke_id, given.child)
    with session.write() as pen:
        again = pen.put(replace(given, withdrawn_on=None, withdrawn_by="", again=samtykke_id))
        for shared in closed:
            pen.put(replace(shared, withdrawn_on=None, samtykke=again, from_day=session.today))
        for talk in talks:
            pen.put(replace(talk.record, samtykke=again), talk.id)
        for place in paused:
            pen.put(replace(place.record, samtykke=again), place.id)
        return Saved(again, pen.changes)


def _closed(shared: Stored[Sharing], samtykke_id: str, today: date) -> Sharing:
    """One that named no consent is told from now on which one it went with."""
    return replace(shared.record, withdrawn_on=today, samtykke=samtykke_id)


def _outlasting(session: Session, samtykke_id: str, given: Samtykke) -> list[Stored[Sharing]]:
    if given.until is None:
        return []
    return [
        one
        for one in rests.sharings_on(session, samtykke_id, given.child)
        if one.record.samtykke == samtykke_id
        and one.record.basis is Basis.SAMTYKKE
        and (one.record.until is None or one.record.until > given.until)
    ]


def _found(session: Session, samtykke_id: str) -> Stored[Samtykke]:
    stored = queries.one(session.vault, Samtykke, samtykke_id)
    if stored is None:
        raise NotFound(_GONE)
    session.child(stored.record.child, Action.SHARE)
    return stored


def _clear(samtykke: Samtykke) -> None:
    if not samtykke.given_by:
        raise Unclear("Vælg, hvem der har givet samtykket.")
    if samtykke.until is not None and samtykke.until < samtykke.given_on:
        raise Unclear("Samtykket udløber, før det blev givet. Hvilken dag er rigtig?")
