"""Keeping the vault: a copy, a copy put back, a look at whether it is what was written, tables made anew."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.services.clock import Clock
from tvaerfaglig.services.entering import open_vault
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import backup as copies
from tvaerfaglig.store import checking, keys
from tvaerfaglig.store.checking import Check, Flaw, Report
from tvaerfaglig.store.device_key import retire
from tvaerfaglig.store.erased_list import remember_erased, remembered_erased
from tvaerfaglig.store.errors import NotACopy
from tvaerfaglig.store.key_errors import BrokenStateFile, StateUnusable
from tvaerfaglig.store.opened import Opened
from tvaerfaglig.store.remembered_head import RememberedHead, remember_head, remembered_head
from tvaerfaglig.store.vault import Vault

__all__ = [
    "Check",
    "Flaw",
    "Report",
    "Restored",
    "backup",
    "backup_vault",
    "open_keys",
    "rebuild",
    "restore",
    "verify",
]


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the vault now lies, how far its log goes, and how much had to be erased once more."""

    folder: Path
    written_at: str
    events: int
    erased_again: int


def open_keys(folder: Path, person_id: str, password: str) -> Opened:
    """The keys alone, for work on a vault that is not opened to be read."""
    return keys.unlock(folder, person_id, password)


def backup(session: Session, dest: Path) -> Path:
    """Copy the open vault into a folder of its own in `dest`; the answer is that folder.

    It is encrypted like the vault and opens with the same passwords, so anyone who can open the one
    may make the other.
    """
    return backup_vault(session.vault.folder, session.opened, dest, session.clock)


def backup_vault(folder: Path, opened: Opened, dest: Path, clock: Clock) -> Path:
    return copies.copy_vault(folder, opened, dest, clock.now())


def restore(copy: Path, folder: Path, opened: Opened, clock: Clock, state: Path) -> Restored:
    """Put a copy back in an empty place, and erase again what was erased after it was taken.

    The vault goes on under a new device key: the old one may have signed what the copy never saw.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Unclear("Der ligger allerede noget i mappen. Vælg en, der er tom.")
    manifest = copies.read_manifest(copy)
    place = folder.with_name(f"{folder.name}.under-opbygning")
    try:
        copies.unpack(copy, opened, place)
        retire(state, opened.vault_id)
        with _opened(place, opened, clock, state) as vault:
            again = _erase_again(vault, opened, copy, state)
            known = RememberedHead(vault.log.count(), vault.log.head())
        with contextlib.suppress(FileNotFoundError):
            folder.rmdir()
        place.replace(folder)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    with contextlib.suppress(StateUnusable):
        remember_head(state, opened.vault_id, known.count, known.head)
    return Restored(folder, manifest.written_at, known.count, again)


def _erase_again(vault: Vault, opened: Opened, copy: Path, state: Path) -> int:
    noted = remembered_erased(state, opened.vault_id)
    noted |= copies.erased_beside(copy, opened.vault_id)
    events, blobs = vault.still_here(noted)
    if not events and not blobs:
        return 0
    decision = Erased(events=events, attachments=blobs, ground="slettet igen efter gendannelse")
    with vault.write(opened.person_id or "") as pen:
        pen.erase(decision)
    with contextlib.suppress(StateUnusable):
        remember_erased(state, opened.vault_id, noted)
    return len(events) + len(blobs)


def verify(folder: Path, opened: Opened, state: Path) -> Report:
    """Look at everything without writing: pages, chain, signatures, words, tables, and the noted head."""
    with copies.opened_store(folder, opened) as (db, _):
        try:
            known = _known_head(folder, opened, state)
        except (BrokenStateFile, StateUnusable, NotACopy) as trouble:
            report = checking.examine(db)
            flaws = (*report.flaws, Flaw(Check.HEAD, str(trouble)))
            return replace(report, flaws=flaws, untried=report.untried - {Check.HEAD})
        return checking.examine(db, known)


def _known_head(folder: Path, opened: Opened, state: Path) -> RememberedHead | None:
    """A copy is as old as its manifest says; the vault itself as new as this computer last saw it."""
    if (folder / copies.MANIFEST).exists():
        manifest = copies.read_manifest(folder)
        return RememberedHead(manifest.events, manifest.head)
    return remembered_head(state, opened.vault_id)


@contextlib.contextmanager
def _opened(folder: Path, opened: Opened, clock: Clock, state: Path) -> Iterator[Vault]:
    vault, _ = open_vault(folder, opened, clock, state)
    try:
        yield vault
    finally:
        vault.close()


def rebuild(folder: Path, opened: Opened, clock: Clock, state: Path) -> bool:
    """Make the tables anew from the log; the answer is whether they stood right before."""
    with _opened(folder, opened, clock, state) as vault:
        return vault.rebuild()
