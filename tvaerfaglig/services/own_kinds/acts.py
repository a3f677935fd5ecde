"""A house's own kinds, of meeting or of indsats: made out of another, put right, put away, given on and brought in.

Both are files, kept word for word and known by the fingerprint of their words: what was written by one keeps it
as it was then, so putting one right or away touches nothing that was. All of it is the leader's. Those in use
have each a name of their own, or nobody who chooses could tell which is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from tvaerfaglig.domain.efforts.kind import EffortKind
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.kind_files.kept import KeptKind, KindsPutAway
from tvaerfaglig.domain.meetings.kind import MeetingKind
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.services.errors import NotAllowed, NotFound, Unclear
from tvaerfaglig.services.own_kinds.files import brought, given, id_of
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

K = TypeVar("K", MeetingKind, EffortKind)
S_co = TypeVar("S_co", MeetingKind, EffortKind, covariant=True)

OWN_NR = 99
"""Behind all of the program's own."""
_MOST_OF_A_NAME = 50
_IN_THE_FILE = "Læg den væk først, eller ret navnet i filen, og hent den igen."


class NameTaken(Unclear):
    """Another kind in use bears the name. `free` is one like it that nobody has."""

    def __init__(self, message: str, free: str) -> None:
        super().__init__(message)
        self.free = free


class Shelved(Protocol[S_co]):
    """One kind on its shelf; `ref` is what is kept of it where something is written by it."""

    @property
    def ref(self) -> str: ...
    @property
    def kind(self) -> S_co: ...
    @property
    def shipped(self) -> bool: ...
    @property
    def in_use(self) -> bool: ...
    @property
    def text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Offered(Generic[K]):
    """A kind from a file, before anybody has said yes. `known` is offered here already.

    `taken` says that another bears its name, and what to do.
    """

    kind: K
    text: str
    known: bool
    taken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort(Generic[K]):
    """One sort of kinds: its file, its shelf, the records that keep it, and what it is called when refused."""

    kept: type[KeptKind]
    away: type[KindsPutAway]
    away_id: str
    shelf: Callable[[Session], Iterable[Shelved[K]]]
    parse: Callable[[str, str], K]
    parse_bytes: Callable[[bytes, str], tuple[K, str]]
    toml: Callable[[K], str]
    reference: Callable[[K, str], str]
    unnamed: str
    unknown: str
    not_yours: str
    nameless_id: str

    def require_leader(self, session: Session) -> None:
        if not session.actor.role.leads:
            raise NotAllowed(self.not_yours)

    def on_shelf(self, session: Session, ref: str) -> Shelved[K]:
        found = next((one for one in self.shelf(session) if one.ref == ref), None)
        if found is None:
            raise NotFound(self.unknown)
        return found


def keep_own(session: Session, sort: Sort[K], kind: K, ref: str = "") -> Saved:
    """The house's own kind, new or put right (`ref`); what cannot be read again is refused in words."""
    sort.require_leader(session)
    if not kind.name.strip():
        raise Unclear(sort.unnamed)
    before = _own(session, sort, ref) if ref else None
    id_ = before.kind.id if before else _free_id(session, sort, kind.name)
    made = replace(kind, nr=OWN_NR, id=id_)
    _require_free_name(
        session, sort, made.name, "Giv den et andet navn, eller læg den anden væk først.", ref
    )
    return _keep(session, sort, made, _readable_text(sort, made), instead_of=ref)


def put_away(session: Session, sort: Sort[K], ref: str) -> Saved:
    """It is not offered any more. What was written by it keeps it."""
    sort.require_leader(session)
    return _use(session, sort, ref, used=False)


def bring_back(session: Session, sort: Sort[K], ref: str) -> Saved:
    """It is offered again."""
    sort.require_leader(session)
    name = sort.on_shelf(session, ref).kind.name
    _require_free_name(session, sort, name, "Ret navnet på den, eller læg den væk først.", ref)
    return _use(session, sort, ref, used=True)


def look_at_file(session: Session, sort: Sort[K], file: Path) -> Offered[K]:
    """What a file holds. Nothing is kept yet. Raises ResourceError or Unclear in words."""
    sort.require_leader(session)
    kind, text = sort.parse_bytes(brought(file), file.name)
    ref = sort.reference(kind, text)
    known = any(one.ref == ref and one.in_use for one in sort.shelf(session))
    try:
        _require_free_name(session, sort, kind.name, _IN_THE_FILE, ref)
    except NameTaken as reason:
        return Offered(kind, text, known, str(reason))
    return Offered(kind, text, known)


def take_in(session: Session, sort: Sort[K], offered: Offered[K]) -> Saved:
    """Keep a kind that was looked at; it is offered from now on."""
    sort.require_leader(session)
    ref = sort.reference(offered.kind, offered.text)
    _require_free_name(session, sort, offered.kind.name, _IN_THE_FILE, ref)
    return _keep(session, sort, offered.kind, offered.text)


def give_on(session: Session, sort: Sort[K], ref: str, file: Path) -> None:
    """The kind as a file, to be read elsewhere or edited by hand."""
    sort.require_leader(session)
    one = sort.on_shelf(session, ref)
    given(file, one.text or sort.toml(one.kind))


def _require_free_name(
    session: Session, sort: Sort[K], name: str, what_to_do: str, ref: str
) -> None:
    """Raises NameTaken where another than `ref` is in use by that name, however its letters are written."""
    names = {
        _plain(one.kind.name): one.kind.name
        for one in sort.shelf(session)
        if one.in_use and one.ref != ref
    }
    if other := names.get(_plain(name)):
        free = (f"{name.strip()[:_MOST_OF_A_NAME]} {nr}" for nr in range(2, 1000))
        raise NameTaken(
            f"I har allerede en »{other}« i brug, og to kan ikke hedde det samme. {what_to_do}",
            next(one for one in free if _plain(one) not in names),
        )


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _readable_text(sort: Sort[K], kind: K) -> str:
    """The kind's file, when the same kind is read out of it again."""
    text = sort.toml(kind)
    try:
        read = sort.parse(text, f"»{kind.name}«")
    except ResourceError as reason:
        raise Unclear(str(reason)) from reason
    if read != kind:
        raise Unclear("Der er tegn i teksten, som ikke kan gemmes. Skriv den ind igen uden dem.")
    return text


def _keep(session: Session, sort: Sort[K], kind: K, text: str, instead_of: str = "") -> Saved:
    """In one act with putting away the one that it stands instead of: never are both offered."""
    ref = sort.reference(kind, text)
    known = queries.one(session.vault, sort.kept, ref)
    older = queries.one(session.vault, sort.kept, instead_of) if instead_of != ref else None
    made = sort.kept(name=kind.name, text=text)
    with session.write() as pen:
        if known is None or known.record != made:
            pen.put(made, ref)
        if older is not None and not older.record.gone:
            pen.put(replace(older.record, gone=True), older.id)
        return Saved(ref, pen.changes)


def _use(session: Session, sort: Sort[K], ref: str, *, used: bool) -> Saved:
    one = sort.on_shelf(session, ref)
    if not one.shipped:
        return Saved(ref, _set_gone(session, sort, ref, gone=not used))
    found = queries.one(session.vault, sort.away, sort.away_id)
    ids = set(found.record.ids if found else ()) - {one.kind.id}
    ids |= set() if used else {one.kind.id}
    with session.write() as pen:
        pen.put(sort.away(ids=tuple(sorted(ids))), sort.away_id)
        return Saved(ref, pen.changes)


def _set_gone(session: Session, sort: Sort[K], ref: str, *, gone: bool) -> Changes:
    found = queries.one(session.vault, sort.kept, ref)
    with session.write() as pen:
        if found is not None and found.record.gone is not gone:
            pen.put(replace(found.record, gone=gone), ref)
        return pen.changes


def _own(session: Session, sort: Sort[K], ref: str) -> Shelved[K]:
    one = sort.on_shelf(session, ref)
    if one.shipped:
        raise Unclear("Programmets egen kan ikke rettes. Lav jeres egen ud fra den.")
    return one


def _free_id(session: Session, sort: Sort[K], name: str) -> str:
    """An id of its own, read off the name; no other kind's is taken."""
    wanted: str = id_of(name, 34) or sort.nameless_id
    taken = {one.kind.id for one in sort.shelf(session)}
    free = chain([wanted], (f"{wanted}-{n}" for n in count(2)))
    return next(one for one in free if one not in taken)
