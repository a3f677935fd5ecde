"""What a kind of meeting allows: whom it may be about, who may hold it, and that it is gone under the guard."""

from __future__ import annotations

from dataclasses import replace

from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind
from tvaerfaglig.domain.meetings.answers import OwnAnswer
from tvaerfaglig.domain.meetings.kind import MeetingKind, Parents
from tvaerfaglig.domain.meetings.lines import unattributed
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.meetings.shelf import kind_of
from tvaerfaglig.services.session import Session

_ABOUT = {
    KonsultationKind.ANONYM: "uden navn",
    KonsultationKind.NAVNGIVET: "om et barn med navn",
    KonsultationKind.TEMA: "om et generelt tema",
}


def check_kind(session: Session, note: Konsultation, before: Konsultation | None) -> MeetingKind:
    """The note's kind; raises Unclear or NotAllowed, in words, where it may not be held like this."""
    kind = kind_of(session, note)
    if before is not None and before.form != note.form:
        raise Unclear("Et notat skifter ikke mødeform. Planlæg et nyt, og skriv videre der.")
    if before is None:
        _may_begin(session, note, kind)
    if note.kind not in kind.kinds and (before is None or before.kind is not note.kind):
        can = " eller ".join(_ABOUT[one] for one in kind.kinds)
        raise Unclear(f"{kind.name} holdes {can}. Vælg det, eller en anden mødeform.")
    return kind


def _may_begin(session: Session, note: Konsultation, kind: MeetingKind) -> None:
    if not kind.may_be_held_by(session.actor.role) and not note.follows:
        raise NotAllowed(f"{kind.name} indkaldes af lederen. Bed lederen om at planlægge det.")
    hides = bool(note.child) and hides_parents(session, note.child)
    if hides and kind.parents is Parents.ALTID:
        raise Unclear(
            "Værnet er sat, så der planlægges ikke møder med forældrene. "
            "Spørg kommunen, før nogen taler med dem."
        )


def tidied(kind: MeetingKind, note: Konsultation) -> Konsultation:
    """The own parts as they are kept: nothing empty, and nobody's name where none is to stand."""
    kept = tuple(_tidied(kind, one) for one in note.own)
    known = bool(note.form) and kind.id == note.form.partition("@")[0]
    return replace(
        note,
        own=tuple(one for one in kept if not one.is_empty),
        meeting=kind.name if known else note.meeting,
    )


def _tidied(kind: MeetingKind, answer: OwnAnswer) -> OwnAnswer:
    part = kind.part(answer.part)
    lines = tuple(one for one in answer.lines if not one.is_empty)
    answer = replace(answer, lines=lines)
    if part is None or part.own is None:
        return answer
    return replace(answer, heading=part.name, lines=unattributed(part.own, answer))
