"""The kinds of meeting there are: the program's own and the house's; and the one a note was written by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from tvaerfaglig.domain.konsultation import Konsultation
from tvaerfaglig.domain.meetings.kind import (
    KONSULTATION,
    KeptMeetingKind,
    MeetingKind,
    MeetingKindsPutAway,
    Parents,
)
from tvaerfaglig.domain.meetings.reading import kept_kind
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.domain.roles import Action
from tvaerfaglig.services import library
from tvaerfaglig.services.children.guard import hides_parents
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

PUT_AWAY = "moedeformer-fra"
"""The id of the one record that says which of the program's own are not in use."""


@dataclass(frozen=True, slots=True)
class OnShelf:
    """One kind. `ref` is what a note keeps of it; `text` its file, for one that the house has of its own."""

    ref: str
    kind: MeetingKind
    shipped: bool
    in_use: bool
    text: str = ""


@dataclass(frozen=True, slots=True)
class Choices:
    """The kinds that one may plan. `gone` says, in words, why some are not among them."""

    kinds: tuple[OnShelf, ...]
    gone: tuple[str, ...] = ()


def shelf(session: Session) -> tuple[OnShelf, ...]:
    """All of them, also those that are put away: the program's own first, in their order."""
    away = _put_away(session)
    shipped = [
        OnShelf(one.id, one, shipped=True, in_use=one.id not in away) for one in library.meetings()
    ]
    own = [
        OnShelf(
            one.id,
            kept_kind(one.record.text),
            shipped=False,
            in_use=not one.record.gone,
            text=one.record.text,
        )
        for one in queries.all_of(session.vault, KeptMeetingKind)
        if _readable(one.record.text)
    ]
    return (*shipped, *sorted(own, key=lambda one: one.kind.name))


def choices(session: Session, child: str = "") -> Choices:
    """What the actor may plan (about this child). Under the guard those with parents are gone, with the reason."""
    if child:
        session.child(child, Action.WRITE)
    hides = bool(child) and hides_parents(session, child)
    here = [one for one in shelf(session) if one.in_use]
    mine = [one for one in here if one.kind.may_be_held_by(session.actor.role)]
    kept = [one for one in mine if not (hides and one.kind.parents is Parents.ALTID)]
    said = []
    if len(kept) < len(mine):
        said.append(
            "Værnet er sat, så møder med forældrene kan ikke vælges her. Spørg kommunen, før nogen taler med dem."
        )
    others = [one.kind.name for one in here if one not in mine]
    if others:
        said.append(f"Kun lederen indkalder til: {', '.join(others)}.")
    return Choices(tuple(kept), tuple(said))


def kind_of(session: Session, note: Konsultation) -> MeetingKind:
    """The kind that the note was written by, as it was then; a konsultation where it is not known here.

    What was written in parts that nobody knows is kept and shown by its own heading.
    """
    shipped = {one.id: one for one in library.meetings()}
    known = shipped.get(note.form or KONSULTATION)
    if known is not None:
        return known
    own = session.while_unchanged("moedeformer", (KeptMeetingKind,), partial(_kept, session))
    return own.get(note.form, shipped[KONSULTATION])


def _kept(session: Session) -> Mapping[str, MeetingKind]:
    """The house's own by their references: read once, for a whole list asks for each of its notes."""
    return {
        one.id: kept_kind(one.record.text)
        for one in queries.all_of(session.vault, KeptMeetingKind)
        if _readable(one.record.text)
    }


def meeting_name(note: Konsultation) -> str:
    """What the note's kind is called: as it was then, for a house may put it right later."""
    shipped = (one.name for one in library.meetings() if one.id == (note.form or KONSULTATION))
    return note.meeting or next(shipped, "Møde")


def _readable(text: str) -> bool:
    try:
        kept_kind(text)
    except ResourceError:
        return False
    return True


def _put_away(session: Session) -> frozenset[str]:
    found = queries.one(session.vault, MeetingKindsPutAway, PUT_AWAY)
    return frozenset(found.record.ids) if found else frozenset()
