"""A konsultation is planned, written down, cancelled and taken up; anonymous until a recorded basis names the child."""

from __future__ import annotations

from dataclasses import replace

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    KonsultationState,
    Participant,
)
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.konsultation import rules
from tvaerfaglig.services.konsultation import sitting as konsultation_sitting
from tvaerfaglig.services.meetings import shelf
from tvaerfaglig.services.meetings.rules import tidied
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


def plan(session: Session, note: Konsultation, *, draft: str = "") -> Saved:
    """A new konsultation, planned or begun; the one who writes it down takes part unless others do."""
    if not note.participants:
        me = Participant(name=session.actor.name, role=session.actor.role.word, staff=session.my_id)
        note = replace(note, participants=(replace(me, writes=True),))
    if not note.dagtilbud and session.actor.houses:
        note = replace(note, dagtilbud=session.actor.houses[0])
    return save(session, note, draft=draft)


def save(
    session: Session,
    note: Konsultation,
    konsultation_id: str | None = None,
    *,
    replaces: tuple[str, ...] | None = None,
    draft: str = "",
) -> Saved:
    """Write the note. An anonymous one is refused, in words, while it names a known child or a CPR number."""
    before = rules.found(session, konsultation_id).record if konsultation_id else None
    note = tidied(shelf.kind_of(session, note), note)
    rules.check(session, note, before)
    apart = konsultation_sitting.apart_of(session, note)
    with session.write() as pen:
        saved = pen.put(note, konsultation_id, replaces=replaces)
        for one in (draft, *apart) if draft else ():
            pen.drop_draft(one)
        return Saved(saved, pen.changes)


def cancel(session: Session, konsultation_id: str, because: str) -> Changes:
    """It came to nothing, and why. What was prepared stays."""
    stored = rules.found(session, konsultation_id)
    if stored.record.status is KonsultationState.AFSLUTTET:
        raise Unclear("Notatet er afsluttet. Et møde, der er holdt, kan ikke aflyses.")
    if not because.strip():
        raise Unclear("Hvorfor bliver den ikke til noget? Få ord er nok.")
    after = replace(
        stored.record, status=KonsultationState.AFLYST, cancelled_because=because.strip()
    )
    rules.check(session, after, stored.record)
    with session.write() as pen:
        pen.put(after, konsultation_id)
        return pen.changes


def take_up(session: Session, konsultation_id: str) -> Changes:
    """A cancelled one is planned again."""
    stored = rules.found(session, konsultation_id)
    if stored.record.status is not KonsultationState.AFLYST:
        raise Unclear("Konsultationen er ikke aflyst.")
    after = replace(stored.record, status=KonsultationState.PLANLAGT, cancelled_because="")
    with session.write() as pen:
        pen.put(after, konsultation_id)
        return pen.changes


def name_the_child(
    session: Session,
    konsultation_id: str,
    child: str,
    basis: str,
    basis_text: str,
    *,
    samtykke: str = "",
) -> Saved:
    """From an anonymous talk to a named one: a new note on a recorded basis, the anonymous one stands as it was.

    The new note cites what was agreed; nothing leads from it to the anonymous one, and the child's page
    never shows that (decisions.md no. 23).
    """
    before = rules.found(session, konsultation_id).record
    if before.kind is not KonsultationKind.ANONYM:
        raise Unclear("Kun en anonym drøftelse kan få navn på.")
    agreed = [
        one.record.what
        for one in queries.about_nobody(session.vault, Agreement)
        if one.record.konsultation == konsultation_id
        and one.record.status is not AgreementState.FJERNET
    ]
    kind = shelf.kind_of(session, before)
    named = KonsultationKind.NAVNGIVET in kind.kinds
    note = Konsultation(
        form=before.form if named else "",
        note_type=before.note_type if named else "",
        kind=KonsultationKind.NAVNGIVET,
        status=KonsultationState.I_GANG,
        dagtilbud=before.dagtilbud,
        day=session.today,
        participants=before.participants,
        child=child,
        basis=basis,
        basis_text=basis_text.strip(),
        samtykke=samtykke,
        tovholder=before.tovholder,
    )
    earlier = "\n".join(f"- Aftalt tidligere: {what}" for what in reversed(agreed))
    has_place = not named or kind.part("proevet") is not None
    return save(
        session, replace(note, tried=earlier) if has_place else replace(note, why_now=earlier)
    )
