"""The copies we keep, here and at the second place, as the leader sees them: looked at, checked, thrown away."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tvaerfaglig.domain.acts import CopiesGone
from tvaerfaglig.domain.copies import How
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.progress import Tell, silent, within
from tvaerfaglig.services.copying.second_place import SecondPlace, leads
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.store.backup import FOLDER
from tvaerfaglig.store.errors import VaultError
from tvaerfaglig.store.manifest import is_as_written
from tvaerfaglig.store.shelf import OnShelf, copies_in, newest, throw_away


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One copy, wherever it lies. `fits` says that today's keys open it; `whole` that no file is missing."""

    name: str
    at: datetime
    events: int
    here: Path | None
    there: Path | None
    whole: bool
    fits: bool
    newest: bool
    opens_for: frozenset[str]

    @property
    def folder(self) -> Path:
        """The one that is nearest."""
        found = self.here or self.there
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Shelves:
    """Both shelves. `reached` is whether the second place could be; True where there is none."""

    copies: tuple[CopyRow, ...]
    second: SecondPlace | None
    reached: bool
    now: datetime


@dataclass(frozen=True, slots=True)
class Looked:
    """What a check of one copy found. `opened`: it was opened and read; else only its files were compared."""

    sound: bool
    opened: bool
    events: int


@dataclass(frozen=True, slots=True)
class ThrownAway:
    """How many copies went, and how many stayed because they could not be reached or let go."""

    gone: int
    left: int = 0


def shelves(session: Session, second: SecondPlace | None) -> Shelves:
    """Look on both shelves. Asks the disks: not on the vault's thread. For the leader."""
    leads(session)
    here = _on(session.vault.folder / FOLDER, session.opened.vault_id)
    there = _on(second.shelf, session.opened.vault_id) if second else []
    all_here, all_there = {one.name: one for one in here or ()}, {o.name: o for o in there or ()}
    best = newest([*all_here.values(), *all_there.values()], session.now)
    names = dict.fromkeys([*all_here, *all_there])
    rows = [
        _row(session, all_here.get(name), all_there.get(name), best.name if best else "")
        for name in names
    ]
    rows.sort(key=lambda row: (row.at, row.name), reverse=True)
    return Shelves(tuple(rows), second, there is not None, session.now)


def _on(shelf: Path, vault_id: str) -> list[OnShelf] | None:
    try:
        return copies_in(shelf, vault_id)
    except OSError:
        return None


def _row(session: Session, here: OnShelf | None, there: OnShelf | None, best: str) -> CopyRow:
    one = here or there
    assert one is not None
    keys = one.keys()
    generations = {keys.generation, keys.pending} if keys else set()
    people = {slot.person.person_id for slot in keys.people if slot.person} if keys else set()
    return CopyRow(
        name=one.name,
        at=one.manifest.at,
        events=one.manifest.events,
        here=here.folder if here else None,
        there=there.folder if there else None,
        whole=one.whole and keys is not None,
        fits=session.opened.generation in generations,
        newest=one.name == best,
        opens_for=frozenset(people),
    )


def look_through(session: Session, row: CopyRow, tell: Tell = silent) -> Looked:
    """Read one copy through: with today's keys as the vault itself is; with older ones, file by file."""
    leads(session)
    known = [one for one in copies_in(row.folder.parent) if one.folder == row.folder]
    if not known:
        raise Unclear("Kopien ligger der ikke mere.")
    manifest = known[0].manifest
    tell(0, "Læser filerne")
    as_written = manifest.files is None or is_as_written(row.folder, manifest)
    if not row.fits:
        return Looked(as_written, opened=False, events=manifest.events)
    try:
        report = keeping.verify(row.folder, session.opened, session.state, within(tell, 0.2, 1))
    except VaultError:
        return Looked(sound=False, opened=False, events=manifest.events)
    return Looked(as_written and report.sound, opened=True, events=report.events)


def throw_out(session: Session, second: SecondPlace | None, names: frozenset[str]) -> ThrownAway:
    """Take copies away, here and at the second place. Never the newest whole one. For the leader."""
    found = shelves(session, second)
    going = [one for one in found.copies if one.name in names]
    if any(one.newest for one in going):
        raise Unclear("Den nyeste gode kopi bliver liggende. Tag en ny først.")
    gone = sum(_is_out(row) for row in going)
    return ThrownAway(gone, len(going) - gone)


def _is_out(row: CopyRow) -> bool:
    out = True
    for folder in (row.here, row.there):
        if folder is not None:
            out = _taken_away(folder) and out
    return out


def _taken_away(folder: Path) -> bool:
    with contextlib.suppress(OSError):
        for one in copies_in(folder.parent):
            if one.folder == folder:
                throw_away(one)
                return True
    return False


def note_gone(session: Session, gone: ThrownAway, why: str = How.HAND) -> Changes:
    """Note that copies were taken away; how many, never which place."""
    leads(session)
    with session.write() as pen:
        if gone.gone or gone.left:
            at = session.now.isoformat(timespec="minutes")
            pen.put(CopiesGone(at=at, count=gone.gone, left=gone.left, why=why))
        return pen.changes
