"""Keeping the vault: a copy, a copy put back, a look at whether it is what was written, tables made anew."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.progress import Tell, silent, within
from tvaerfaglig.services.clock import Clock
from tvaerfaglig.services.erasing.acts import AGAIN, erase_again
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.lock.entering import open_vault
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import checking, keyring_head, keys
from tvaerfaglig.store.backup import copy_vault, opened_store
from tvaerfaglig.store.checking import Check, Flaw, Report
from tvaerfaglig.store.copy_notes import forget_copy_notes
from tvaerfaglig.store.device_key import retire
from tvaerfaglig.store.erased_list import remember_erased, remembered_erased
from tvaerfaglig.store.errors import NotACopy
from tvaerfaglig.store.everything import erased_ids, write_anew_if_owed
from tvaerfaglig.store.key_errors import BrokenStateFile, StateUnusable
from tvaerfaglig.store.manifest import MANIFEST, read_manifest
from tvaerfaglig.store.opened import Opened
from tvaerfaglig.store.remembered_head import RememberedHead, remember_head, remembered_head
from tvaerfaglig.store.shelf import prune
from tvaerfaglig.store.unpacking import erased_beside, unpack
from tvaerfaglig.store.vault import Vault

__all__ = [
    "Check",
    "Flaw",
    "Report",
    "Restored",
    "backup",
    "backup_vault",
    "keep_few",
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


def backup(session: Session, dest: Path, tell: Tell = silent) -> Path:
    """Copy the open vault into a folder of its own in `dest`; the answer is that folder.

    It is encrypted like the vault and opens with the same passwords, so anyone who can open the one
    may make the other.
    """
    return copy_vault(session.vault.folder, session.opened, dest, session.clock.now(), tell=tell)


def backup_vault(folder: Path, opened: Opened, dest: Path, clock: Clock) -> Path:
    """As `backup`, with the keys alone."""
    return copy_vault(folder, opened, dest, clock.now())


def keep_few(made: Path, clock: Clock) -> list[str]:
    """Take away what newer copies beside a fresh one cover; the answer is their names."""
    return prune(made.parent, made, clock.now())


def restore(
    copy: Path,
    folder: Path,
    opened: Opened,
    clock: Clock,
    state: Path,
    *,
    newer: Path | None = None,
    rehearsal: bool = False,
    tell: Tell = silent,
) -> Restored:
    """Put a copy back in an empty place, and erase again what was erased after it was taken.

    What was erased is known from this computer's own list, from the copies beside this one, and from
    `newer`, the newest manifest that somebody could find. The vault goes on under a new device key: the
    old one may have signed what the copy never saw. After a `rehearsal` the login's keyring still knows
    the real vault's head.
    """
    require_empty(folder)
    manifest = read_manifest(copy)
    erased = known_erased(copy, state, newer)
    place = folder.with_name(f"{folder.name}.under-opbygning")
    try:
        unpack(copy, opened, place, within(tell, 0, 0.9))
        tell(0.9, "Gør boksen klar")
        retire(state, opened.vault_id)
        with _opened(place, opened, clock, state) as vault:
            forget_copy_notes(vault.db)
            again = _erase_again(vault, opened, erased, state)
            known = RememberedHead(vault.log.count(), vault.log.head())
        with contextlib.suppress(FileNotFoundError):
            folder.rmdir()
        place.replace(folder)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    with contextlib.suppress(StateUnusable):
        remember_head(state, opened.vault_id, known.count, known.head)
    if not rehearsal and not keys.read(folder).is_demo:
        keyring_head.note(opened.vault_id, known)
    return Restored(folder, manifest.written_at, known.count, again)


def require_empty(folder: Path) -> None:
    """Raises Unclear where something lies already: a vault is never put on top of anything."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Unclear("Der ligger allerede noget i mappen. Vælg en, der er tom.")


def known_erased(copy: Path, state: Path, newer: Path | None = None) -> set[str]:
    """Ids of all that is known to be erased from the copy's vault. Raises NotACopy for another vault's note."""
    vault_id = read_manifest(copy).vault_id
    found = remembered_erased(state, vault_id) | erased_beside(copy, vault_id)
    if newer is not None:
        manifest = read_manifest(newer)
        if manifest.vault_id != vault_id:
            raise NotACopy("Den kopi er af en anden boks. Vælg en, der er taget af den samme.")
        found |= {
            *manifest.erased,
            *erased_beside(newer if newer.is_dir() else newer.parent, vault_id),
        }
    return found


def _erase_again(vault: Vault, opened: Opened, noted: set[str], state: Path) -> int:
    before = sum(map(len, vault.still_here(noted)))
    actor = opened.person_id or ""
    erase_again(vault, actor, noted)  # first, for it writes anew what others were in as well
    events, blobs = vault.still_here(noted)
    if events or blobs:
        decision = Erased(events=events, attachments=blobs, ground=AGAIN)
        with vault.write(actor) as pen:
            pen.erase(decision)
            pen.owe_empty_places()
    write_anew_if_owed(vault)
    with contextlib.suppress(StateUnusable):
        remember_erased(state, opened.vault_id, {*noted, *erased_ids(vault)})
    return before


def verify(folder: Path, opened: Opened, state: Path, tell: Tell = silent) -> Report:
    """Look at everything without writing: pages, chain, signatures, words, tables, and the noted head."""
    with opened_store(folder, opened) as (db, _):
        try:
            known = _known_head(folder, opened, state)
        except (BrokenStateFile, StateUnusable, NotACopy) as trouble:
            report = checking.examine(db, tell=tell)
            flaws = (*report.flaws, Flaw(Check.HEAD, str(trouble)))
            return replace(report, flaws=flaws, untried=report.untried - {Check.HEAD})
        return checking.examine(db, known, tell)


def _known_head(folder: Path, opened: Opened, state: Path) -> RememberedHead | None:
    """A copy is as old as its manifest says; the vault itself as new as this computer last saw it."""
    if (folder / MANIFEST).exists():
        manifest = read_manifest(folder)
        return RememberedHead(manifest.events, manifest.head)
    noted = remembered_head(state, opened.vault_id)
    if noted is not None or keys.read(folder).is_demo:
        return noted
    return keyring_head.recall(opened.vault_id)  # the state folder may have been cleared


@contextlib.contextmanager
def _opened(folder: Path, opened: Opened, clock: Clock, state: Path) -> Iterator[Vault]:
    vault, _ = open_vault(folder, opened, clock, state)
    try:
        yield vault
    finally:
        vault.close()


def rebuild(
    folder: Path,
    opened: Opened,
    clock: Clock,
    state: Path,
    said: Callable[[int, int], None] = lambda _done, _all: None,
) -> bool:
    """Make the tables anew from the log, telling `said` how far; the answer is whether they stood right before."""
    with _opened(folder, opened, clock, state) as vault:
        return vault.rebuild(said)
