"""Konsultationer: planned, held and followed up; anonymous by default, named only on a recorded basis."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from tvaerfaglig.domain.concern import PositionSet
from tvaerfaglig.domain.consent import early
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.konsultation import (
    Agreement,
    AgreementState,
    Konsultation,
    KonsultationKind,
    KonsultationState,
    Participant,
)
from tvaerfaglig.domain.meetings.kind import MeetingKind
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Authority, Child, Role, Staff
from tvaerfaglig.domain.protection import Samtykke
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.domain.stored import Stored, Version
from tvaerfaglig.services.children import masked, standing_guard
from tvaerfaglig.services.consent import rests
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.konsultation import rests_on as rest
from tvaerfaglig.services.konsultation import rules
from tvaerfaglig.services.konsultation import sitting as konsultation_sitting
from tvaerfaglig.services.konsultation.rules import keep_anonymous
from tvaerfaglig.services.konsultation.sitting import Sitting
from tvaerfaglig.services.meetings import shelf
from tvaerfaglig.services.meetings.rules import tidied
from tvaerfaglig.services.meetings.shelf import Choices
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import WHO_SEES, Session
from tvaerfaglig.store import past, queries

__all__ = ["keep_anonymous"]

WHAT_OPENS = (Konsultation, Staff)
"""What else it depends on which konsultationer the actor may open, beside who sees whom."""


@dataclass(frozen=True, slots=True)
class KonsultationRow:
    """One konsultation in the list; `question` is said, with the names that the asker may see.

    `asks_views` where its kind of meeting has each profession write its own.
    """

    stored: Stored[Konsultation]
    heading: str
    agreements_open: int
    question: str = ""
    mine: bool = False
    asks_views: bool = True


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone of the staff, for the table: her id, her name and her role, and whether she is an authority."""

    id: str
    name: str
    role: Role
    authority: Authority = Authority.UKENDT


@dataclass(frozen=True, slots=True)
class KonsultationPage:
    """One konsultation with what it rests on and what came of it.

    `meeting` is the kind it is written by, `before` the note that this one follows up, by the same kind.
    `whole_child` is False for those at the table who may not open the child's own page. `kept` is what
    the asker wrote and never saved. `stops` says why nothing more can rest on its samtykke, `only_right` why
    a finished note is corrected and no more; `early` which
    meeting on the early cooperation it is, or would be.
    """

    stored: Stored[Konsultation]
    meeting: MeetingKind
    before: Konsultation | None
    child: Stored[Child] | None
    samtykker: tuple[Stored[Samtykke], ...]
    agreements: tuple[Stored[Agreement], ...]
    earlier_agreements: tuple[Stored[Agreement], ...]
    observations: tuple[Stored[Observation], ...]
    hides_parents: bool
    mine: bool
    names: Names
    today: date
    whole_child: bool = False
    position_before: Stored[PositionSet] | None = None
    colleagues: tuple[Colleague, ...] = ()
    kept: Sitting | None = None
    kept_at: str = ""
    stops: str = ""
    only_right: str = ""
    early: str = ""
    tovholder: str = ""

    @property
    def note(self) -> Konsultation:
        return self.stored.record

    @property
    def id(self) -> str:
        return self.stored.id

    @property
    def is_closed(self) -> bool:
        """Finished or cancelled: it is read, and written in only as a correction."""
        return self.note.status in {KonsultationState.AFSLUTTET, KonsultationState.AFLYST}


@dataclass(frozen=True, slots=True)
class Planning:
    """What one may choose from when a konsultation is planned: children as (id, name, stue).

    `kept` is what was begun and never saved, `meetings` the kinds that the asker may plan.
    """

    colleagues: tuple[Colleague, ...]
    children: tuple[tuple[str, str, str], ...]
    places: tuple[str, ...]
    me: str
    today: date
    meetings: Choices
    kept: Konsultation | None = None


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a named talk about this child could rest on today; no samtykke is offered while parents are hidden.

    `early` says which meeting on the early cooperation this one would be.
    """

    child: Stored[Child]
    samtykker: tuple[Stored[Samtykke], ...]
    hides_parents: bool
    meetings: Choices
    early: str = ""


def rows(session: Session) -> list[KonsultationRow]:
    """Those the actor may see: she was there, it is about a child of hers, or it is her house's."""
    return _rows(session, queries.all_of(session.vault, Konsultation))


def coming(session: Session) -> list[KonsultationRow]:
    """Of these the ones that are planned, under way, or today's: what was ended before is not read."""
    vault, today = session.vault, session.today.isoformat()
    begun = queries.in_state(
        vault, Konsultation, KonsultationState.PLANLAGT, KonsultationState.I_GANG
    )
    found = {one.id: one for one in (*queries.since_day(vault, Konsultation, today), *begun)}
    return _rows(session, sorted(found.values(), key=_newest, reverse=True))


def rows_of(session: Session, found: list[Stored[Konsultation]]) -> list[KonsultationRow]:
    """Of these the ones that the actor may see."""
    return _rows(session, found)


def _newest(stored: Stored[Konsultation]) -> tuple[str, str]:
    return stored.record.happened(), stored.id


def anonymous(session: Session) -> frozenset[str]:
    """The ids of those about no child that the actor may open: search asks with every letter typed."""
    return session.while_unchanged(
        "anonymous", (*WHO_SEES, *WHAT_OPENS), partial(_anonymous, session)
    )


def _anonymous(session: Session) -> frozenset[str]:
    visible = session.children()
    found = queries.about_nobody(session.vault, Konsultation)
    return frozenset(one.id for one in found if rules.may_open(session, one, visible))


def _rows(session: Session, found: list[Stored[Konsultation]]) -> list[KonsultationRow]:
    visible = session.children()
    who = names(session)
    open_count = Counter(
        one.record.konsultation
        for one in queries.in_state(session.vault, Agreement, AgreementState.AABEN)
    )
    return [
        KonsultationRow(
            one,
            _heading(session, one, visible),
            open_count[one.id],
            who.said(one.record.question or one.record.title),
            _is_mine(session, one),
            shelf.kind_of(session, one.record).part("faglighed") is not None,
        )
        for one in found
        if rules.may_open(session, one, visible)
    ]


def _is_mine(session: Session, stored: Stored[Konsultation]) -> bool:
    note, me = stored.record, session.my_id
    return me in {stored.written_by, note.tovholder} or rules.sits_at(note, me)


def _heading(
    session: Session, stored: Stored[Konsultation], visible: dict[str, Stored[Child]]
) -> str:
    child = rules.child_of(session, stored, visible)
    about = heading(stored.record, {child.id: child} if child else {})
    return f"{about} · {shelf.meeting_name(stored.record)}" if stored.record.form else about


def heading(note: Konsultation, visible: dict[str, Stored[Child]]) -> str:
    """Whom or what it is about, in the words of the list."""
    if note.kind is KonsultationKind.NAVNGIVET:
        return visible[note.child].record.name if note.child in visible else "Et barn"
    if note.kind is KonsultationKind.TEMA:
        return note.title or "Generelt tema"
    return f"Et barn på {note.age_band}" if note.age_band else "Et barn, anonymt"


def colleagues(session: Session) -> tuple[Colleague, ...]:
    """Everyone active, by name."""
    found = [
        Colleague(one, who.name, who.role, who.authority)
        for one, who in session.staff().items()
        if who.active
    ]
    return tuple(sorted(found, key=lambda one: one.name))


def _by_id(stored: Stored[Agreement]) -> str:
    return stored.id


def open_konsultation(session: Session, konsultation_id: str) -> KonsultationPage:
    """A konsultation's page. Opening it is noted when it is about a named child."""
    stored = rules.found(session, konsultation_id)
    note, visible = stored.record, session.children()
    meeting = shelf.kind_of(session, note)
    child = rules.child_of(session, stored, visible)
    whole = child is not None and child.id in visible
    if child:
        session.looked(child=child.id, record=konsultation_id, what="konsultation")
    every = rest.agreed(session, child, whole=whole)
    guard = standing_guard(session, note.child) if child else None
    kept, kept_at = konsultation_sitting.kept(session, konsultation_id)
    who = names(session)
    if child and not whole:
        who = replace(who, children={**who.children, child.id: child.record.name})
    return KonsultationPage(
        stored=stored,
        meeting=meeting,
        before=rest.note_before(session, note),
        child=replace(child, record=masked(child.record)) if child else None,
        samtykker=tuple(queries.of_child(session.vault, Samtykke, child.id))
        if child and whole
        else (),
        agreements=tuple(
            sorted((a for a in every if a.record.konsultation == stored.id), key=_by_id)
        ),
        earlier_agreements=tuple(rest.earlier_agreements(session, every, stored)),
        observations=tuple(rest.observations_of(session, note, whole=whole)),
        hides_parents=guard is not None and guard.record.hides_parents,
        mine=stored.written_by == session.my_id,
        names=who,
        today=session.today,
        whole_child=whole,
        position_before=rest.position_before(session, stored) if child else None,
        colleagues=colleagues(session),
        kept=kept,
        kept_at=kept_at,
        stops=rests.why_talk_stops(session, note),
        only_right=rests.why_only_right(session, note),
        early=rest.early_talks(session, stored) if child else "",
        tovholder=rest.tovholder_now(session, child.id) if child and whole else "",
    )


def to_plan(session: Session, child_id: str = "", kept_as: str = "") -> Planning:
    """Who and what one may choose when one plans a konsultation (about this child).

    `kept_as` is where what was begun lies, when it is not with the child.
    """
    houses = session.houses()
    children = [
        (one, stored.record.name, houses[stored.record.dagtilbud].stue_name(stored.record.stue))
        for one, stored in session.children().items()
        if not stored.record.left and stored.record.dagtilbud in houses
    ]
    used = (one.record.place for one in queries.all_of(session.vault, Konsultation))
    return Planning(
        colleagues(session),
        tuple(sorted(children, key=lambda one: one[1])),
        tuple(dict.fromkeys(place for place in used if place)),
        session.my_id,
        session.today,
        shelf.choices(session, child_id),
        konsultation_sitting.kept_plan(session, kept_as or child_id),
    )


def grounds(session: Session, child_id: str) -> Grounds:
    """The standing samtykker of a child that one wishes to talk about by name."""
    child = session.child(child_id, Action.WRITE)
    guard = standing_guard(session, child_id)
    hides = guard is not None and guard.record.hides_parents
    given = queries.of_child(session.vault, Samtykke, child_id)
    holding = tuple(one for one in given if one.record.holds_on(session.today) and not hides)
    before = early.meetings(queries.of_child(session.vault, Konsultation, child_id))
    return Grounds(
        replace(child, record=masked(child.record)),
        holding,
        hides,
        shelf.choices(session, child_id),
        early.said(len(before) + 1),
    )


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


def history(session: Session, konsultation_id: str) -> list[Version[Konsultation]]:
    """Every version of the note, the oldest first."""
    stored = rules.found(session, konsultation_id)
    if stored.record.about():
        session.looked(
            child=stored.record.child,
            record=konsultation_id,
            what="konsultation, tidligere udgaver",
        )
    return past.versions(session.vault, Konsultation, konsultation_id)
