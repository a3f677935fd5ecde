"""Konsultationer: planned, held and followed up; anonymous by default, named only on a recorded basis."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.concern import PositionSet
from tvaerfaglig.domain.cpr import find_cprs
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    KonsultationState,
    Participant,
)
from tvaerfaglig.domain.masking import typed_names
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.domain.roles import Action, Tie, may
from tvaerfaglig.domain.stored import Stored, Version
from tvaerfaglig.services.children import standing_guard
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class KonsultationRow:
    """One konsultation in the list."""

    stored: Stored[Konsultation]
    heading: str
    agreements_open: int


@dataclass(frozen=True, slots=True)
class KonsultationPage:
    """One konsultation with what it rests on and what came of it."""

    stored: Stored[Konsultation]
    child: Stored[Child] | None
    samtykker: tuple[Stored[Samtykke], ...]
    agreements: tuple[Stored[Agreement], ...]
    earlier_agreements: tuple[Stored[Agreement], ...]
    observations: tuple[Stored[Observation], ...]
    hides_parents: bool
    mine: bool
    names: Names
    today: date

    @property
    def note(self) -> Konsultation:
        return self.stored.record


def rows(session: Session) -> list[KonsultationRow]:
    """Those the actor may see: she was there, it is about a child of hers, or it is her house's."""
    visible = session.children()
    open_count: dict[str, int] = {}
    for agreement in queries.all_of(session.vault, Agreement):
        if agreement.record.status is AgreementState.AABEN:
            key = agreement.record.konsultation
            open_count[key] = open_count.get(key, 0) + 1
    return [
        KonsultationRow(one, heading(one.record, visible), open_count.get(one.id, 0))
        for one in queries.all_of(session.vault, Konsultation)
        if may(session.actor, Action.CONSULT, _ties(session, one, visible))
    ]


def heading(note: Konsultation, visible: dict[str, Stored[Child]]) -> str:
    """Whom or what it is about, in the words of the list."""
    if note.kind is KonsultationKind.NAVNGIVET:
        return visible[note.child].record.name if note.child in visible else "Et barn"
    if note.kind is KonsultationKind.TEMA:
        return note.title or "Generelt tema"
    return f"Et barn på {note.age_band}" if note.age_band else "Et barn, anonymt"


def _ties(
    session: Session, stored: Stored[Konsultation], visible: dict[str, Stored[Child]]
) -> frozenset[Tie]:
    note, found = stored.record, set()
    if stored.written_by == session.my_id:
        found.add(Tie.WRITER)
    if (
        any(one.staff == session.my_id for one in note.participants)
        or note.raised_by == session.my_id
    ):
        found.add(Tie.PRESENT)
    if note.kind is KonsultationKind.NAVNGIVET and note.child in visible:
        found.add(Tie.HOUSE)
    if note.kind is not KonsultationKind.NAVNGIVET and session.actor.role.leads:
        found |= {Tie.HOUSE} if note.dagtilbud in session.actor.houses else set()
    return frozenset(found)


def open_konsultation(session: Session, konsultation_id: str) -> KonsultationPage:
    """A konsultation's page. Opening it is noted when it is about a named child."""
    stored = _found(session, konsultation_id)
    note, visible = stored.record, session.children()
    child = visible.get(note.child) if note.about() else None
    if child:
        session.looked(child=child.id, record=konsultation_id, what="konsultation")
    own = [one for one in queries.all_of(session.vault, Agreement) if one.record.konsultation]
    guard = standing_guard(session, note.child) if child else None
    observations = queries.of_child(session.vault, Observation, child.id) if child else []
    return KonsultationPage(
        stored=stored,
        child=child,
        samtykker=tuple(queries.of_child(session.vault, Samtykke, child.id)) if child else (),
        agreements=tuple(reversed([a for a in own if a.record.konsultation == konsultation_id])),
        earlier_agreements=tuple(_earlier(session, own, note)),
        observations=tuple(observations),
        hides_parents=guard is not None and guard.record.hides_parents,
        mine=stored.written_by == session.my_id,
        names=names(session),
        today=session.today,
    )


def _earlier(
    session: Session, own: list[Stored[Agreement]], note: Konsultation
) -> list[Stored[Agreement]]:
    """What was agreed last time: a follow-up begins with it."""
    if note.follows:
        return [one for one in own if one.record.konsultation == note.follows]
    if not note.about():
        return []
    of_child = queries.of_child(session.vault, Agreement, note.child)
    return [
        a
        for a in of_child
        if a.record.made_on < note.day and a.record.status is AgreementState.AABEN
    ]


def _found(session: Session, konsultation_id: str) -> Stored[Konsultation]:
    stored = queries.one(session.vault, Konsultation, konsultation_id)
    if stored is None:
        raise NotFound("Konsultationen findes ikke længere.")
    session.require(
        Action.CONSULT, _ties(session, stored, session.children()), "notatet fra konsultationen"
    )
    return stored


def plan(session: Session, note: Konsultation) -> Saved:
    """A new konsultation, planned or begun; the one who writes it down takes part unless others do."""
    if not note.participants:
        me = Participant(name=session.actor.name, role=session.actor.role.word, staff=session.my_id)
        note = replace(note, participants=(replace(me, writes=True),))
    if not note.dagtilbud and session.actor.houses:
        note = replace(note, dagtilbud=session.actor.houses[0])
    return save(session, note)


def save(
    session: Session,
    note: Konsultation,
    konsultation_id: str | None = None,
    *,
    replaces: tuple[str, ...] | None = None,
    draft: str = "",
) -> Saved:
    """Write the note. An anonymous one is refused, in words, while it names a known child or a CPR number."""
    if konsultation_id:
        _found(session, konsultation_id)
    if note.kind is KonsultationKind.NAVNGIVET:
        session.child(note.child, Action.WRITE)
        if not note.basis:
            raise Unclear(
                "Hvad er grundlaget for at tale om barnet med navn? Vælg det, eller gør den anonym."
            )
    else:
        keep_anonymous(session, note)
    with session.write() as pen:
        saved = pen.put(note, konsultation_id, replaces=replaces)
        if draft:
            pen.drop_draft(draft)
        return Saved(saved, pen.changes)


def keep_anonymous(session: Session, note: Konsultation) -> None:
    """Raises Unclear, naming the words, when a note without a name holds one."""
    if note.child:
        raise Unclear(
            "En anonym drøftelse har intet barn på sig. Vælg »om et barn«, hvis der er grundlag."
        )
    text = note.words()
    known = [(one.id, one.record.name) for one in queries.all_of(session.vault, Child)]
    named = [one.name for one in typed_names(text, known)]
    if named:
        said = "«, »".join(dict.fromkeys(named))
        raise Unclear(f"Her står »{said}«. Skriv »barnet« i stedet, så drøftelsen er anonym.")
    if find_cprs(text):
        raise Unclear("Her står et CPR-nummer. Tag det ud, så drøftelsen er anonym.")


def finish(session: Session, konsultation_id: str) -> Changes:
    """Close the note: its position becomes the child's, its follow-up a planned konsultation."""
    stored = _found(session, konsultation_id)
    note = stored.record
    with session.write() as pen:
        pen.put(
            replace(note, status=KonsultationState.AFSLUTTET, finished_at=session.now.isoformat()),
            konsultation_id,
        )
        if note.position and note.about():
            who = tuple(one.staff for one in note.participants if one.staff)
            pen.put(
                PositionSet(
                    child=note.child,
                    day=note.day,
                    position=note.position,
                    because=note.shared_understanding,
                    set_by=who,
                    origin=konsultation_id,
                )
            )
        if note.follow_up_on and not _planned_after(session, konsultation_id):
            pen.put(_next_one(note, konsultation_id))
        return pen.changes


def _planned_after(session: Session, konsultation_id: str) -> bool:
    every = queries.all_of(session.vault, Konsultation)
    return any(one.record.follows == konsultation_id for one in every)


def _next_one(note: Konsultation, konsultation_id: str) -> Konsultation:
    assert note.follow_up_on is not None
    return Konsultation(
        kind=note.kind,
        dagtilbud=note.dagtilbud,
        day=note.follow_up_on,
        at=note.follow_up_at,
        place=note.place,
        participants=note.participants,
        child=note.child,
        age_band=note.age_band,
        title=note.title,
        basis=note.basis,
        basis_text=note.basis_text,
        question="Opfølgning. Virker det, vi aftalte?",
        tovholder=note.tovholder,
        follows=konsultation_id,
    )


def name_the_child(
    session: Session, konsultation_id: str, child: str, basis: str, basis_text: str
) -> Saved:
    """From an anonymous talk to a named one: a new note on a recorded basis, the anonymous one stands as it was.

    The new note cites what was agreed; the child's page never shows the anonymous one (decisions.md no. 23).
    """
    before = _found(session, konsultation_id).record
    agreed = [
        one.record.what
        for one in queries.all_of(session.vault, Agreement)
        if one.record.konsultation == konsultation_id
    ]
    note = Konsultation(
        kind=KonsultationKind.NAVNGIVET,
        status=KonsultationState.I_GANG,
        dagtilbud=before.dagtilbud,
        day=session.today,
        participants=before.participants,
        child=child,
        basis=basis,
        basis_text=basis_text,
        tried="\n".join(f"- Aftalt tidligere: {what}" for what in agreed),
        tovholder=before.tovholder,
    )
    return save(session, note)


def save_agreement(
    session: Session, agreement: Agreement, agreement_id: str | None = None
) -> Saved:
    """Who does what by when; it becomes a task with everyone who is named."""
    if agreement.konsultation:
        _found(session, agreement.konsultation)
    elif agreement.child:
        session.child(agreement.child, Action.WRITE)
    if not agreement.what.strip():
        raise Unclear("Hvad er aftalt? Skriv det med få ord.")
    with session.write() as pen:
        return Saved(pen.put(agreement, agreement_id), pen.changes)


def settle_agreement(
    session: Session, agreement_id: str, status: AgreementState, outcome: str = ""
) -> Changes:
    """Done or given up, and how it went. Opening it again clears the day."""
    stored = queries.one(session.vault, Agreement, agreement_id)
    if stored is None:
        raise NotFound("Aftalen findes ikke længere.")
    mine = session.my_id in stored.record.who
    if not mine and stored.record.konsultation:
        _found(session, stored.record.konsultation)
    done = None if status is AgreementState.AABEN else session.today
    after = replace(
        stored.record, status=status, done_on=done, outcome=outcome.strip() or stored.record.outcome
    )
    with session.write() as pen:
        pen.put(after, agreement_id)
        return pen.changes


def history(session: Session, konsultation_id: str) -> list[Version[Konsultation]]:
    _found(session, konsultation_id)
    return queries.versions(session.vault, Konsultation, konsultation_id)
