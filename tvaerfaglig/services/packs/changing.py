"""Bring a pack in, see what it changes first, take one into use, make one's own of it, give it on. For the leader."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.packs.comparing import Difference, differences
from tvaerfaglig.domain.packs.pack import OWN, KeptPack, Pack, PackChosen
from tvaerfaglig.domain.packs.reading import parse_pack, parse_pack_bytes, reference
from tvaerfaglig.domain.packs.writing import pack_toml
from tvaerfaglig.domain.template import Template
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.own_kinds.files import brought, given, id_of
from tvaerfaglig.services.packs.shelf import CHOSEN, OnShelf, in_use, on_shelf, shelf
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class Offered:
    """A pack from a file, before anybody has said yes: what would be otherwise than what is in use."""

    pack: Pack
    text: str
    known: bool
    changes: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the page shows: every pack there is, and the one in use."""

    packs: tuple[OnShelf, ...]

    @property
    def used(self) -> OnShelf:
        return next((one for one in self.packs if one.in_use), self.packs[0])


def standing(session: Session) -> Standing:
    return Standing(shelf(session))


def compare(
    session: Session, first: str, second: str, template: Template
) -> tuple[Difference, ...]:
    """Two of them side by side, only where they differ."""
    return differences(template, on_shelf(session, first).pack, on_shelf(session, second).pack)


def look_at_file(session: Session, file: Path, template: Template) -> Offered:
    """What a file holds and would change. Nothing is kept yet. Raises ResourceError or Unclear in words."""
    _leads(session)
    pack, text = parse_pack_bytes(brought(file), file.name)
    used = next((one for one in shelf(session) if one.in_use), None)
    ref = reference(pack, text)
    known = any(one.ref == ref for one in shelf(session))
    return Offered(pack, text, known, differences(template, used.pack if used else None, pack))


def take_in(session: Session, offered: Offered) -> Saved:
    """Keep a pack that was looked at. It is not in use until somebody chooses it."""
    _leads(session)
    return _keep(session, offered.pack, offered.text)


def choose(session: Session, ref: str) -> Saved:
    """New letters begin with it. Letters that are begun keep what they were begun with."""
    _leads(session)
    found = on_shelf(session, ref)
    if found.shipped and found.pack is not None:
        _keep(session, found.pack, found.text)
    with session.write() as pen:
        if ref != in_use(session):
            pen.put(PackChosen(pack=ref), CHOSEN)
        return Saved(ref, pen.changes)


def make_own(session: Session, ref: str, name: str) -> Saved:
    """A copy under the house's own name, to be given on as a file, edited there, and brought in again."""
    _leads(session)
    if not name.strip():
        raise Unclear("Hvad skal den hedde? Skriv fx kommunens navn.")
    found = on_shelf(session, ref)
    made = replace(
        found.pack or _empty(session),
        id=id_of(name, 40) or "vores-egen",
        name=" ".join(name.split())[:80],
        edition=f"{session.today:%Y-%m-%d}",
        checked_on=session.today,
        checked_by=session.actor.name,
    )
    return _keep(session, made, pack_toml(made))


def put_right(session: Session, ref: str, made: Pack) -> Saved:
    """One's own put right: a new edition in the place of the old one, in use if that was.

    Letters begun with the old one keep it.
    """
    _leads(session)
    found = on_shelf(session, ref)
    if found.shipped or found.pack is None:
        raise Unclear("Den kan ikke rettes. Lav jeres egen ud fra den først.")
    if made == found.pack:
        return Saved(ref, Changes())
    made = replace(
        made,
        edition=f"{session.today:%Y-%m-%d}",
        checked_on=session.today,
        checked_by=session.actor.name,
    )
    text = pack_toml(made)
    if parse_pack(text) != made:
        raise Unclear("Der er tegn i teksten, som ikke kan gemmes. Skriv den ind igen uden dem.")
    saved = _keep(session, made, text)
    changes = saved.changes
    if found.in_use:
        changes += choose(session, saved.id).changes
    if saved.id != ref:
        changes += put_away(session, ref).changes
    return Saved(saved.id, changes)


def put_away(session: Session, ref: str) -> Saved:
    """It is not offered any longer. Letters that were begun with it keep it."""
    _leads(session)
    found = queries.one(session.vault, KeptPack, ref)
    if found is None or ref == in_use(session):
        raise Unclear("Den kan ikke lægges væk, mens den er i brug. Vælg en anden først.")
    with session.write() as pen:
        pen.put(replace(found.record, gone=True), ref)
        return Saved(ref, pen.changes)


def bring_back(session: Session, ref: str) -> Saved:
    """*Fortryd* right after it was put away."""
    _leads(session)
    found = queries.one(session.vault, KeptPack, ref)
    if found is None:
        raise Unclear("Den er her ikke længere.")
    with session.write() as pen:
        pen.put(replace(found.record, gone=False), ref)
        return Saved(ref, pen.changes)


def give_on(session: Session, ref: str, file: Path) -> None:
    """The pack as a file, word for word; the program's own as an empty pack to begin from."""
    _leads(session)
    found = on_shelf(session, ref)
    given(file, found.text or pack_toml(_empty(session)))


def _keep(session: Session, pack: Pack, text: str) -> Saved:
    ref = reference(pack, text)
    known = queries.one(session.vault, KeptPack, ref)
    if known is not None and not known.record.gone:
        return Saved(ref, Changes())
    with session.write() as pen:
        pen.put(KeptPack(name=pack.name, edition=pack.edition, text=text), ref)
        return Saved(ref, pen.changes)


def _empty(session: Session) -> Pack:
    return Pack(
        id=OWN,
        name="Vores egen",
        edition=f"{session.today:%Y-%m-%d}",
        about="",
        source="",
        checked_on=session.today,
        checked_by=session.actor.name,
    )


def _leads(session: Session) -> None:
    if not session.actor.role.leads:
        raise NotAllowed("Lederen vælger skabelon. Bed lederen om det.")
