"""A copy found, looked at, and brought back: at the first start of a new machine, or tried beside the vault."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.domain.progress import Stopped, Tell, silent, within
from tvaerfaglig.services.clock import Clock
from tvaerfaglig.services.copying.second_place import FOLDER as SECOND_FOLDER
from tvaerfaglig.services.copying.second_place import leads
from tvaerfaglig.services.errors import Unclear
from tvaerfaglig.services.lock import door as lock_door
from tvaerfaglig.services.lock import founding
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.vault import keeping
from tvaerfaglig.services.vault.keeping import Report, Restored
from tvaerfaglig.store import keys
from tvaerfaglig.store.backup import FOLDER
from tvaerfaglig.store.erased_list import remember_erased, remembered_erased
from tvaerfaglig.store.errors import NotACopy
from tvaerfaglig.store.key_errors import KeysError
from tvaerfaglig.store.key_folder import verified
from tvaerfaglig.store.manifest import MANIFEST, Manifest, read_manifest
from tvaerfaglig.store.opened import Opened
from tvaerfaglig.store.shelf import copies_in
from tvaerfaglig.store.vault import FILE

_NONE_HERE = (
    "Der ligger ingen sikkerhedskopi i mappen. Vælg den mappe, der hedder tvaerfaglig- og en dato, "
    "eller den, der ligger om den."
)


@dataclass(frozen=True, slots=True)
class FoundCopy:
    """A copy as it presents itself: nothing of it is vouched for until it is opened."""

    folder: Path
    at: datetime
    events: int
    house: str
    people: tuple[lock_door.PersonAtDoor, ...]
    has_recovery: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Erasures:
    """How many texts and files were erased after the copy was taken, as far as anyone here knows.

    `newest` is when the newest note of it was written: a later erasure than that is unknown.
    """

    since: int
    newest: datetime


@dataclass(frozen=True, slots=True)
class Way:
    """How the copy is opened: a person and her password from then, or the code from the recovery sheet."""

    person: str = ""
    password: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Tried:
    """A copy that was brought back to another place and read through there."""

    restored: Restored
    sound: bool
    flaws: tuple[str, ...]


def find_copies(folder: Path) -> tuple[FoundCopy, ...]:
    """The copies in a folder that a person pointed at: it, in it, or one step further down. Newest first."""
    if (folder / MANIFEST).is_file():
        found = [one for one in copies_in(folder.parent) if one.folder == folder]
        if not found:
            read_manifest(folder)  # says why
    else:
        found = []
        for place in (folder, folder / SECOND_FOLDER, folder / FOLDER):
            with contextlib.suppress(OSError):
                found += copies_in(place)
    made = [_found(one.folder, one.manifest, whole=one.whole) for one in found]
    sound = sorted((one for one in made if one), key=lambda one: one.at, reverse=True)
    if not sound:
        raise NotACopy(_NONE_HERE)
    return tuple(sound)


def _found(folder: Path, manifest: Manifest, *, whole: bool) -> FoundCopy | None:
    try:
        door = lock_door.look(folder)
    except KeysError:
        return None
    if door.vault_id != manifest.vault_id:
        return None
    return FoundCopy(
        folder, manifest.at, manifest.events, door.house, door.people, door.has_recovery, whole
    )


def erasures(copy: Path, state: Path, newer: Path | None = None) -> Erasures:
    """What has been erased since. Raises NotACopy where `newer` is no copy, or one of another vault."""
    manifest = read_manifest(copy)
    known = keeping.known_erased(copy, state, newer)
    notes = [manifest.at, *([read_manifest(newer).at] if newer else [])]
    return Erasures(len(known - set(manifest.erased)), max(notes))


def newer_in(folder: Path, copy: Path) -> Path:
    """The newest copy of the same vault that lies where somebody pointed, whole or not: its note is what counts."""
    vault_id = read_manifest(copy).vault_id
    if (folder / MANIFEST).is_file():
        keeping.known_erased(copy, folder, folder)  # refuses another vault's, in words
        return folder
    found = []
    for place in (folder, folder / SECOND_FOLDER, folder / FOLDER):
        with contextlib.suppress(OSError):
            found += copies_in(place, vault_id)
    if not found:
        raise NotACopy("Der ligger ingen kopi af den samme boks i mappen.")
    return max(found, key=lambda one: one.manifest.at).folder


def free_place(folder: Path) -> Path:
    """Where a vault can be brought to: the folder itself, or the first beside it that holds nothing."""
    number, place = 1, folder
    while place.exists() and (not place.is_dir() or any(place.iterdir())):
        number += 1
        place = folder.with_name(f"{folder.name}-{number}")
    return place


def bring_back(
    copy: Path,
    folder: Path,
    way: Way,
    clock: Clock,
    state: Path,
    *,
    newer: Path | None = None,
    tell: Tell = silent,
) -> Restored:
    """Open the copy as somebody and put it back in an empty folder. Every refusal is in words.

    The next start of the program finds the vault there.
    """
    keeping.require_empty(folder)
    tell(0, "Åbner kopien")
    opened = _opened(copy, way)
    done = keeping.restore(
        copy, folder, opened, clock, state, newer=newer, tell=within(tell, 0.02, 1)
    )
    founding.remember_vault(state, folder)
    return done


def _opened(copy: Path, way: Way) -> Opened:
    if way.code:
        return keys.unlock_with_code(copy, way.code)
    if not way.person:
        raise Unclear("Hvem er du?")
    return keys.unlock(copy, way.person, way.password)


def try_out(
    session: Session, copy: Path, folder: Path, password: str = "", tell: Tell = silent
) -> Tried:
    """Bring a copy back beside the vault, with nothing of the vault touched, and read it through.

    It gets notes of its own that are thrown away afterwards, so this computer's device key and what it
    remembers of the real vault stay as they are. A manifest is left in it, so that nobody opens it to
    write: two vaults would then go on under one device. For the leader.
    """
    leads(session)
    keeping.require_empty(folder)
    opened = _opened_for(session, copy, password)
    with tempfile.TemporaryDirectory(prefix="tvaerfaglig-") as aside:
        state = Path(aside)
        remember_erased(state, opened.vault_id, remembered_erased(session.state, opened.vault_id))
        newer = _newest_beside(session)
        restored = keeping.restore(
            copy,
            folder,
            opened,
            session.clock,
            state,
            newer=newer,
            rehearsal=True,
            tell=within(tell, 0, 0.8),
        )
        report = _read_through(folder, opened, state, within(tell, 0.8, 1))
        shutil.copyfile(copy / MANIFEST, folder / MANIFEST)
    return Tried(restored, report.sound, tuple(flaw.what for flaw in report.flaws[:5]))


def _read_through(folder: Path, opened: Opened, state: Path, tell: Tell) -> Report:
    try:
        return keeping.verify(folder, opened, state, tell)
    except Stopped:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _opened_for(session: Session, copy: Path, password: str) -> Opened:
    if password:
        return keys.unlock(copy, session.my_id, password)
    try:
        verified(copy, session.opened)
    except KeysError:
        raise Unclear(
            "Kopien er fra før, boksen fik en ny nøgle. Skriv den adgangskode, du havde dengang."
        ) from None
    return session.opened


def _newest_beside(session: Session) -> Path | None:
    try:
        found = copies_in(session.vault.folder / FOLDER, session.opened.vault_id)
    except (OSError, ForPeople):
        return None
    return found[0].folder if found else None


def remove_trial(session: Session, tried: Tried) -> None:
    """Take a trial away again: what was brought back there, and nothing else."""
    leads(session)
    folder = tried.restored.folder
    if not (folder / FILE).is_file() or folder.resolve() == session.vault.folder.resolve():
        raise Unclear("Prøven ligger der ikke mere.")
    try:
        shutil.rmtree(folder)
    except OSError as trouble:
        raise Unclear("Noget i mappen er i brug. Luk det, og prøv igen.") from trouble
