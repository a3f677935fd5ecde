"""A house's own kinds of indsats: made out of another, put right, put away, given on and brought in. For the leader.

An effort keeps the kind it began by, as it was then: putting one right or away touches none that runs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from tvaerfaglig.domain.efforts.kind import EffortKind, EffortKindsPutAway, KeptEffortKind
from tvaerfaglig.domain.efforts.reading import parse_kind, parse_kind_bytes, reference
from tvaerfaglig.domain.efforts.writing import kind_toml
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.kind_files.reading import LARGEST
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.services.efforts.shelf import PUT_AWAY, OnShelf, shelf
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries
from tvaerfaglig.store.files import write_atomically

OWN_NR = 99


@dataclass(frozen=True, slots=True)
class Offered:
    """A kind from a file, before anybody has said yes."""

    kind: EffortKind
    text: str
    known: bool


def keep_own(session: Session, kind: EffortKind, ref: str = "") -> Saved:
    """The house's own kind, new or put right (`ref`); what cannot be read again is refused in words."""
    _leads(session)
    if not kind.name.strip():
        raise Unclear("Hvad skal indsatsen hedde?")
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
    """It is not offered when an indsats is begun. Those that began by it keep it."""
    _leads(session)
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
    try:
        write_atomically(file, _on_shelf(session, ref).text.encode())
    except OSError as trouble:
        raise Unclear(
            f"»{file.name}« kunne ikke gemmes der. Vælg et andet sted, og prøv igen."
        ) from trouble


def _keep(session: Session, kind: EffortKind, text: str) -> Saved:
    ref = reference(kind, text)
    known = queries.one(session.vault, KeptEffortKind, ref)
    made = KeptEffortKind(name=kind.name, text=text)
    with session.write() as pen:
        if known is None or known.record != made:
            pen.put(made, ref)
        return Saved(ref, pen.changes)


def _use(session: Session, ref: str, *, used: bool) -> Saved:
    one = _on_shelf(session, ref)
    if not one.shipped:
        return Saved(ref, _set_gone(session, ref, gone=not used))
    found = queries.one(session.vault, EffortKindsPutAway, PUT_AWAY)
    ids = set(found.record.ids if found else ()) - {one.kind.id}
    ids |= set() if used else {one.kind.id}
    with session.write() as pen:
        pen.put(EffortKindsPutAway(ids=tuple(sorted(ids))), PUT_AWAY)
        return Saved(ref, pen.changes)


def _set_gone(session: Session, ref: str, *, gone: bool) -> Changes:
    found = queries.one(session.vault, KeptEffortKind, ref)
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
        raise NotFound("Indsatsen er her ikke længere. Åbn siden igen.")
    return found


def _free_id(session: Session, name: str) -> str:
    """An id of its own, read off the name; no other kind's is taken."""
    plain = name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    words = "".join(one if one.isascii() and one.isalnum() else " " for one in plain).split()
    wanted = "-".join(words)[:34].strip("-") or "vores-egen"
    taken = {one.kind.id for one in shelf(session)}
    free = (wanted, *(f"{wanted}-{n}" for n in range(2, 100)))
    return next(one for one in free if one not in taken)


def _leads(session: Session) -> None:
    if not session.actor.role.leads:
        raise NotAllowed("Lederen vælger indsatser. Bed hende om det.")
