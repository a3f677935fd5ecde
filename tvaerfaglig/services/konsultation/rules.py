"""Who may read and write a konsultation's note, and what a note without a name may not hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tvaerfaglig.domain.konsultation import (
    Agreement,
    Konsultation,
    KonsultationKind,
    KonsultationState,
)
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.protection import Basis
from tvaerfaglig.domain.roles import Action, Tie, may
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.consent import rests
from tvaerfaglig.services.errors import NotFound, Unclear
from tvaerfaglig.services.meetings.rules import check_kind
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.writing.known_people import told_in
from tvaerfaglig.store import queries

_SAID_IN_WORDS = frozenset({Basis.SAMTYKKE, Basis.ANDET})


class NamesSomeone(Unclear):
    """A note without a name tells who it is about. `words` are the words that do, as they stand."""

    def __init__(self, message: str, words: tuple[str, ...]) -> None:
        super().__init__(message)
        self.words = words


def ties(
    session: Session, stored: Stored[Konsultation], visible: dict[str, Stored[Child]]
) -> frozenset[Tie]:
    """What binds the actor to the note: the child, the table, or the house she leads."""
    note, found_ties = stored.record, set()
    if stored.written_by == session.my_id:
        found_ties.add(Tie.WRITER)
    if sits_at(note, session.my_id) and not _is_told_no_more(session, note, visible):
        found_ties.add(Tie.PRESENT)
    if note.kind is KonsultationKind.NAVNGIVET and note.child in visible:
        found_ties.add(Tie.HOUSE)
    if note.kind is not KonsultationKind.NAVNGIVET and session.actor.role.leads:
        found_ties |= {Tie.HOUSE} if note.dagtilbud in session.actor.houses else set()
    return frozenset(found_ties)


def _is_told_no_more(
    session: Session, note: Konsultation, visible: dict[str, Stored[Child]]
) -> bool:
    """A guest of a meeting that is still to be held on what the family took back: she hears no name.

    What was told at a meeting that was begun stays told.
    """
    guest = session.actor.role.visits and note.child not in visible
    planned = note.status is KonsultationState.PLANLAGT
    return guest and planned and bool(rests.why_talk_stops(session, note))


def sits_at(note: Konsultation, staff: str) -> bool:
    """Is she at the table, or was it she who brought it there?"""
    return note.raised_by == staff or any(one.staff == staff for one in note.participants)


def may_open(
    session: Session, stored: Stored[Konsultation], visible: dict[str, Stored[Child]]
) -> bool:
    return may(session.actor, Action.CONSULT, ties(session, stored, visible))


def found(
    session: Session, konsultation_id: str, action: Action = Action.CONSULT
) -> Stored[Konsultation]:
    """The konsultation, if the actor may do this with its note."""
    stored = queries.one(session.vault, Konsultation, konsultation_id)
    if stored is None:
        raise NotFound("Konsultationen findes ikke længere.")
    bound = ties(session, stored, session.children())
    session.require(action, bound, "notatet fra konsultationen")
    return stored


def child_of(
    session: Session, stored: Stored[Konsultation], visible: dict[str, Stored[Child]]
) -> Stored[Child] | None:
    """The child of a named konsultation: whole for whoever may see her, else by name and age.

    Who sits at the table hears the name on the basis that the note records; her file stays closed.
    """
    note = stored.record
    if not note.about():
        return None
    if note.child in visible:
        return visible[note.child]
    known = queries.one(session.vault, Child, note.child)
    if known is None or not may_open(session, stored, visible):
        return None
    whole = known.record
    little = Child(
        name=whole.name,
        born=whole.born,
        due=whole.due,
        sex=whole.sex,
        dagtilbud=whole.dagtilbud,
        stue=whole.stue,
        protected=whole.protected,
        hide_house=whole.hide_house,
    )
    return Stored(
        known.id,
        little,
        known.version,
        known.written_at,
        known.written_by,
        known.changed_at,
        known.changed_by,
    )


def check(
    session: Session,
    note: Konsultation,
    before: Konsultation | None = None,
    agreements: Iterable[Agreement] = (),
) -> None:
    """Raises Unclear, in words, when the note cannot be kept as it stands; the text stays in its field."""
    if before is not None and (note.kind, note.child) != (before.kind, before.child):
        raise Unclear(
            "En drøftelse skifter ikke fra anonym til navngivet. Brug »Få navn på«: "
            "så begynder et nyt notat, og dette bliver stående, som det er."
        )
    kind = check_kind(session, note, before)
    if note.kind is KonsultationKind.NAVNGIVET:
        _names_a_child(session, note, before)
        _rests_on_something(session, note, before, needs_basis=kind.needs_basis)
    else:
        made = tuple(agreements)
        keep_anonymous(session, note, *(f"{one.words()}\n{one.line}" for one in made))
        _agreed_about_nobody(made)


def _names_a_child(session: Session, note: Konsultation, before: Konsultation | None) -> None:
    if not note.child:
        raise Unclear("Hvilket barn handler det om?")
    if before is None:
        session.child(note.child, Action.WRITE)
    _follows_a_name(session, note)


def _rests_on_something(
    session: Session, note: Konsultation, before: Konsultation | None, *, needs_basis: bool
) -> None:
    if not note.basis and needs_basis:
        raise Unclear(
            "Hvad er grundlaget for at tale om barnet med navn? Vælg det, eller gør den anonym."
        )
    if before is None or _ground(before) != _ground(note):
        _new_ground_holds(session, note)
        rests.require_talk(session, replace(note, status=KonsultationState.I_GANG))
    if note.status is not KonsultationState.AFLYST:
        rests.require_talk(session, note)


def words_missing(note: Konsultation) -> str:
    """What is asked of a basis that must be said in words and is not; else nothing."""
    if note.basis not in _SAID_IN_WORDS or note.basis_text.strip():
        return ""
    if note.basis == Basis.SAMTYKKE:
        return "Hvem har givet samtykket, og hvornår?"
    return "Hvilket grundlag er det? Skriv det med få ord."


def _new_ground_holds(session: Session, note: Konsultation) -> None:
    """A basis that was just chosen is said in words where it needs them, and asks nothing of guarded parents."""
    hides = hides_parents(session, note.child)
    if hides and note.basis == Basis.SAMTYKKE:
        raise Unclear("Værnet er sat, så forældrene spørges ikke. Vælg et andet grundlag.")
    if missing := words_missing(note):
        raise Unclear(missing)
    if note.samtykke and rests.of_child(session, note.child, note.samtykke) is None:
        raise Unclear("Hvilket samtykke? Vælg et, der står på barnets side.")


def _ground(note: Konsultation) -> tuple[str, str, str]:
    return note.basis, note.basis_text, note.samtykke


def _follows_a_name(session: Session, note: Konsultation) -> None:
    earlier = queries.one(session.vault, Konsultation, note.follows) if note.follows else None
    if earlier is not None and earlier.record.kind is KonsultationKind.ANONYM:
        raise Unclear(
            "En drøftelse med navn følger ikke op på en anonym: så ville den ikke være anonym mere. "
            "Brug »Få navn på« i den anonyme."
        )


def keep_anonymous(session: Session, note: Konsultation, *more: str) -> None:
    """Raises NamesSomeone, with the words, when a note without a name holds one."""
    if note.child:
        raise Unclear(
            "En anonym drøftelse har intet barn på sig. Vælg »om et barn«, hvis der er grundlag."
        )
    _leads_nowhere(session, note)
    words = telling_words(session, note, *more)
    if not words:
        return
    said = "«, »".join(words)
    instead = "Skriv »barnet« i stedet, så drøftelsen er anonym."
    if note.kind is KonsultationKind.TEMA:
        instead = "Et tema handler ikke om et bestemt barn. Skriv det uden navn."
    raise NamesSomeone(f"Her står »{said}«. {instead}", words)


def _agreed_about_nobody(agreements: Iterable[Agreement]) -> None:
    """A parent, a concern or an observation that an agreement names would lead to one child's file."""
    for one in agreements:
        if one.parents or one.concern or one.evidence or one.source not in {"", one.konsultation}:
            raise Unclear(
                "En aftale fra en anonym drøftelse hører ikke til et barn. "
                "Skriv, hvem der gør hvad, uden forældre, bekymring og observation."
            )


def _leads_nowhere(session: Session, note: Konsultation) -> None:
    """Nothing that lies in a child's file hangs on a note without a name, and it hangs on nothing there."""
    if note.samtykke:
        raise Unclear("En anonym drøftelse hviler ikke på et samtykke. Der er ingen navne i den.")
    if note.observations or note.preparation.left_out:
        raise Unclear(
            "En anonym drøftelse har ingen observationer på sig. Skriv det, I ved, uden navn."
        )
    before = queries.one(session.vault, Konsultation, note.follows) if note.follows else None
    if before is not None and before.record.kind is KonsultationKind.NAVNGIVET:
        raise Unclear(
            "En anonym drøftelse følger ikke op på en med navn: så kunne man se, hvem den handler om. "
            "Begynd en ny, eller følg op med navn."
        )


def telling_words(session: Session, note: Konsultation, *more: str) -> tuple[str, ...]:
    """The words of the note that tell who it is about, as far as the vault knows."""
    staff = session.staff()
    guests = [
        f"{one.name}\n{one.role}"
        for one in note.participants
        if one.staff not in staff or one.name != staff[one.staff].name
    ]
    named = [line.who for one in note.own for line in one.lines if line.who not in staff]
    said_over = [one.heading for one in note.own]
    said_over += [f"{line.column}\n{line.under}" for one in note.own for line in one.lines]
    text = "\n".join(
        (
            note.words(),
            note.age_band,
            note.place,
            note.basis_text,
            note.cancelled_because,
            note.meeting,
            note.for_parents.given_to,
            *(one.profession for one in note.perspectives),
            *guests,
            *named,
            *said_over,
            *more,
        )
    )
    here = {note.raised_by, note.tovholder, *(one.staff for one in note.participants)}
    return told_in(session, text, here)
