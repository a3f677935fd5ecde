"""A house's own kinds of meeting: made out of another, put right, put away, given on and brought in. For the leader.

A note keeps the kind it was written by, as it was then: putting one right or away touches no note.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.meetings.kind import (
    KONSULTATION,
    KeptMeetingKind,
    MeetingKind,
    MeetingKindsPutAway,
)
from tvaerfaglig.domain.meetings.reading import LARGEST, parse_kind, parse_kind_bytes, reference
from tvaerfaglig.domain.meetings.writing import kind_toml
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.services import library
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.meetings.shelf import PUT_AWAY, OnShelf, shelf
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries
from tvaerfaglig.store.files import write_atomically

OWN_NR = 99


@dataclass(frozen=True, slots=True)
class Offered:
    """A kind from a file, before anybody has said yes."""

    kind: MeetingKind
    text: str
    known: bool


def standing(session: Session) -> tuple[OnShelf, ...]:
    """Every kind there is, also those that are put away."""
    return shelf(session)


def keep_own(session: Session, kind: MeetingKind, ref: str = "") -> Saved:
    """The house's own kind, new or put right (`ref`); what cannot be read again is refused in words."""
    _leads(session)
    if not kind.name.strip():
        raise Unclear("Hvad skal mødeformen hedde?")
    before = _own(session, ref) if ref else None
    made = replace(kind, nr=OWN_NR, id=before.kind.id if before else _free_id(session, kind.name))
    text = kind_toml(made)
    try:
        read = parse_kind(text, f"»{kind.name}«")
    except ResourceError as reason:
        raise Unclear(str(reason)) from reason
    if read != made:
        raise Unclear("Der er tegn i teksten, som ikke kan gemmes. Skriv den ind igen uden dem.")
    saved = _keep(session, made, text)
    changes = saved.changes
    if before is not None and saved.id != ref:
        changes += _set_gone(session, before.ref, gone=True)
    return Saved(saved.id, changes)


def put_away(session: Session, ref: str) -> Saved:
    """It is not offered when a meeting is planned. Notes that are written by it keep it."""
    _leads(session)
    if ref == KONSULTATION:
        raise Unclear("Konsultation bruges, når intet andet er valgt. Den kan ikke lægges væk.")
    return _use(session, ref, used=False)


def bring_back(session: Session, ref: str) -> Saved:
    """It is offered again."""
    _leads(session)
    return _use(session, ref, used=True)


def look_at_file(session: Session, file: Path) -> Offered:
    """What a file holds. Nothing is kept yet. Raises ResourceError or Unclear in words."""
    _leads(session)
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)
    except OSError as reason:
        raise Unclear(f"»{file.name}« kan ikke læses. Ligger den der endnu?") from reason
    kind, text = parse_kind_bytes(content, file.name)
    known = any(one.ref == reference(kind, text) and one.in_use for one in shelf(session))
    return Offered(kind, text, known)


def take_in(session: Session, offered: Offered) -> Saved:
    """Keep a kind that was looked at; it is offered from now on."""
    _leads(session)
    return _keep(session, offered.kind, offered.text)


def give_on(session: Session, ref: str, file: Path) -> None:
    """The kind as a file, to be read elsewhere or edited by hand."""
    _leads(session)
    one = _on_shelf(session, ref)
    try:
        write_atomically(file, (one.text or kind_toml(one.kind)).encode())
    except OSError as trouble:
        raise Unclear(
            f"»{file.name}« kunne ikke gemmes der. Vælg et andet sted, og prøv igen."
        ) from trouble


def _keep(session: Session, kind: MeetingKind, text: str) -> Saved:
    ref = reference(kind, text)
    known = queries.one(session.vault, KeptMeetingKind, ref)
    made = KeptMeetingKind(name=kind.name, text=text)
    with session.write() as pen:
        if known is None or known.record != made:
            pen.put(made, ref)
        return Saved(ref, pen.changes)


def _use(session: Session, ref: str, *, used: bool) -> Saved:
    one = _on_shelf(session, ref)
    if not one.shipped:
        return Saved(ref, _set_gone(session, ref, gone=not used))
    found = queries.one(session.vault, MeetingKindsPutAway, PUT_AWAY)
    ids = set(found.record.ids if found else ()) - {ref} | (set() if used else {ref})
    with session.write() as pen:
        pen.put(MeetingKindsPutAway(ids=tuple(sorted(ids))), PUT_AWAY)
        return Saved(ref, pen.changes)


def _set_gone(session: Session, ref: str, *, gone: bool) -> Changes:
    found = queries.one(session.vault, KeptMeetingKind, ref)
    with session.write() as pen:
        if found is not None and found.record.gone is not gone:
            pen.put(replace(found.record, gone=gone), ref)
        return pen.changes


def _own(session: Session, ref: str) -> OnShelf:
    one = _on_shelf(session, ref)
    if one.shipped:
        raise Unclear("Programmets egen kan ikke rettes. Lav jeres egen ud fra den.")
    return one


def _on_shelf(session: Session, ref: str) -> OnShelf:
    found = next((one for one in shelf(session) if one.ref == ref), None)
    if found is None:
        raise NotFound("Mødeformen er her ikke længere. Åbn siden igen.")
    return found


def _free_id(session: Session, name: str) -> str:
    """An id of its own, read off the name; the program's own ids are never taken."""
    plain = name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    words = "".join(one if one.isascii() and one.isalnum() else " " for one in plain).split()
    wanted = "-".join(words)[:34].strip("-") or "vores-eget"
    taken = {one.kind.id for one in shelf(session)} | {one.id for one in library.meetings()}
    free = (wanted, *(f"{wanted}-{n}" for n in range(2, 100)))
    return next(one for one in free if one not in taken)


def _leads(session: Session) -> None:
    if not session.actor.role.leads:
        raise NotAllowed("Lederen vælger mødeformer. Bed hende om det.")
