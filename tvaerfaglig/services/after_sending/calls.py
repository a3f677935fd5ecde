"""Calls and other words with the municipality, and the house's own day: written down in a moment, put right openly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tvaerfaglig.domain.follow_up import Contacted, LookAgain, look_again_id
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.after_sending.course import may_correct
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.letters.opening import find
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

NOT_YET = (
    "Det er ikke sket endnu. Skriv dagen, du talte med dem, eller sæt jeres egen dag i stedet."
)


def note(session: Session, contact: Contacted) -> Saved:
    """Write down a call. It may have been yesterday; it cannot be tomorrow."""
    letter = find(session, contact.underretning, Action.UNDERRET)
    made = _checked(session, replace(contact, child=letter.record.child, by=session.my_id))
    with session.write() as pen:
        return Saved(pen.put(made), pen.changes)


def correct(session: Session, contact_id: str, contact: Contacted) -> Saved:
    """Put a call right: a new version, and the first one stays. For whoever wrote it, and the leader."""
    before = _contact(session, contact_id)
    find(session, before.record.underretning, Action.UNDERRET)
    if not may_correct(session, before):
        raise NotAllowed("Kun den, der skrev det, og lederen kan rette det.")
    kept = before.record
    made = _checked(
        session, replace(contact, underretning=kept.underretning, child=kept.child, by=kept.by)
    )
    with session.write() as pen:
        return Saved(pen.put(made, contact_id, replaces=before.heads), pen.changes)


def _contact(session: Session, contact_id: str) -> Stored[Contacted]:
    found = queries.one(session.vault, Contacted, contact_id)
    if found is None:
        raise NotFound("Opkaldet findes ikke længere.")
    return found


def _checked(session: Session, contact: Contacted) -> Contacted:
    if contact.day > session.today:
        raise Unclear(NOT_YET)
    now = session.now.time()
    if contact.day == session.today and contact.at and contact.at > now:
        raise Unclear("Klokken er ikke så mange endnu. Hvornår var det?")
    if contact.promised_on and contact.promised_on < contact.day:
        raise Unclear("De kan ikke have lovet noget til en dag før opkaldet. Hvilken dag sagde de?")
    return replace(
        contact,
        whom=contact.whom.strip(),
        number=contact.number.strip(),
        said=contact.said.strip(),
        promised=contact.promised.strip(),
    )


def set_day(session: Session, letter_id: str, on: date, why: str = "") -> Saved:
    """The day the house looks again. Moving a day that stands asks why."""
    letter = find(session, letter_id, Action.UNDERRET)
    before = queries.one(session.vault, LookAgain, look_again_id(letter_id))
    stands = before is not None and before.record.done_on is None
    if on <= session.today:
        raise Unclear("Vælg en dag, der kommer.")
    if stands and not why.strip():
        raise Unclear("Skriv kort, hvorfor dagen flyttes.")
    made = LookAgain(
        underretning=letter_id,
        child=letter.record.child,
        on=on,
        why=why.strip(),
        by=session.my_id,
        set_on=session.today,
    )
    return _put_day(session, made, before)


def seen_to(session: Session, letter_id: str, outcome: str) -> Saved:
    """The day is seen to: what there was to see."""
    find(session, letter_id, Action.UNDERRET)
    before = queries.one(session.vault, LookAgain, look_again_id(letter_id))
    if before is None or before.record.done_on is not None:
        raise NotFound("Der er ingen dag at se på.")
    if not outcome.strip():
        raise Unclear("Skriv kort, hvad I så. Én linje er nok.")
    made = replace(before.record, done_on=session.today, outcome=outcome.strip())
    return _put_day(session, made, before)


def _put_day(session: Session, made: LookAgain, before: Stored[LookAgain] | None) -> Saved:
    with session.write() as pen:
        record = look_again_id(made.underretning)
        return Saved(pen.put(made, record, replaces=before.heads if before else None), pen.changes)
