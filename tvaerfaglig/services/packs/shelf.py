"""The packs there are: the program's own letter, those that came with it, and those that somebody brought in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tvaerfaglig import paths
from tvaerfaglig.domain.packs.pack import OWN, KeptPack, Pack, PackChosen
from tvaerfaglig.domain.packs.reading import kept_pack, parse_pack_bytes, reference
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries

CHOSEN = "skabelonvalg"


@dataclass(frozen=True, slots=True)
class OnShelf:
    """One pack that can be taken into use. `shipped` came with the program; `pack` is None for its own letter."""

    ref: str
    pack: Pack | None
    text: str = ""
    shipped: bool = False
    in_use: bool = False

    @property
    def name(self) -> str:
        return self.pack.name if self.pack else "Programmets egen"


def in_use(session: Session) -> str:
    """What new letters begin with."""
    found = queries.one(session.vault, PackChosen, CHOSEN)
    return found.record.pack if found else OWN


def pack_of(session: Session, ref: str) -> Pack | None:
    """The pack that a letter was begun with, as it was then; None for the program's own.

    One that cannot be read any longer leaves the letter with the program's own words: nothing in it is lost.
    """
    if ref == OWN:
        return None
    found = queries.one(session.vault, KeptPack, ref)
    if found is None:
        return None
    try:
        return kept_pack(found.record.text)
    except ResourceError:
        return None


def shelf(session: Session) -> tuple[OnShelf, ...]:
    """All of them: the program's own first, then those that came with it, then the house's."""
    chosen = in_use(session)
    shipped = tuple(_shipped())
    here = {one.ref for one in shipped}
    brought = [
        OnShelf(one.id, kept_pack(one.record.text), one.record.text)
        for one in queries.all_of(session.vault, KeptPack)
        if one.id not in here and (not one.record.gone or one.id == chosen)
    ]
    found = (OnShelf(OWN, None), *shipped, *brought)
    return tuple(
        OnShelf(one.ref, one.pack, one.text, one.shipped, one.ref == chosen) for one in found
    )


def on_shelf(session: Session, ref: str) -> OnShelf:
    found = next((one for one in shelf(session) if one.ref == ref), None)
    if found is None:
        raise NotFound("Skabelonen er her ikke længere. Åbn siden igen.")
    return found


def _shipped(folder: Path | None = None) -> list[OnShelf]:
    found = []
    for file in sorted(((folder or paths.resources()) / "templates" / "pakker").glob("*.toml")):
        pack, text = parse_pack_bytes(file.read_bytes(), file.name)
        found.append(OnShelf(reference(pack, text), pack, text, shipped=True))
    return found
