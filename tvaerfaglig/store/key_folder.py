"""``vault.keys`` and its backup on disk: which of the two is used, and how one becomes the next.

The backup is the header before the last change. After a change that takes something from
someone (a password, a code, a place) it is the new one instead: an old copy in the same folder
would let the old password in.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tvaerfaglig.store.files import write_atomically
from tvaerfaglig.store.key_errors import (
    BrokenKeyFile,
    KdfRefused,
    KeysError,
    KeysNotSaved,
    StaleKeys,
)
from tvaerfaglig.store.key_file import MAX_FILE, KeyFile, check_seal, parse, stamped, to_bytes
from tvaerfaglig.store.opened import Opened

KEY_FILE, BACKUP, SET_ASIDE = "vault.keys", "vault.keys.bak", "vault.keys.broken"

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Loaded:
    file: KeyFile
    from_backup: bool


def first_sound(folder: Path, enter: Callable[[Loaded], T]) -> T:
    """``enter`` the file, or its backup where the file is missing, torn or tampered with.

    A wrong password is an answer, not a reason to try the backup.
    """
    try:
        return enter(Loaded(_load(folder / KEY_FILE), from_backup=False))
    except (BrokenKeyFile, KdfRefused) as trouble:
        try:
            backup = _load(folder / BACKUP)
        except KeysError:
            raise trouble from None
        try:
            return enter(Loaded(backup, from_backup=True))
        except (BrokenKeyFile, KdfRefused):
            raise trouble from None


def verified(folder: Path, opened: Opened) -> KeyFile:
    """The file as ``opened`` can vouch for it; a change is only ever made to such a one."""

    def enter(loaded: Loaded) -> KeyFile:
        if loaded.file.vault_id != opened.vault_id:
            raise foreign()
        if loaded.file.newest != opened.generation:
            raise StaleKeys
        check_seal(loaded.file, opened)
        return loaded.file

    return first_sound(folder, enter)


def save(
    folder: Path, file: KeyFile, opened: Opened, *, previous: KeyFile | None, withdraws: bool
) -> KeyFile:
    """Put ``file`` in place, sealed by ``opened``; killed anywhere, one whole header stands."""
    sealed = stamped(file, opened)
    content = to_bytes(sealed)
    try:
        if previous is None:
            folder.mkdir(parents=True, exist_ok=True)
        else:
            write_atomically(folder / BACKUP, to_bytes(previous))
        write_atomically(folder / KEY_FILE, content)
    except OSError as trouble:
        raise KeysNotSaved from trouble
    if withdraws:
        twin(folder, sealed)
    return sealed


def twin(folder: Path, sealed: KeyFile) -> None:
    """Make the backup the same as the file; where it cannot be written it goes.

    The change itself has happened by then, so a full disk is no reason to say that it failed.
    """
    content, backup = to_bytes(sealed), folder / BACKUP
    try:
        if (folder / KEY_FILE).read_bytes() == content:
            write_atomically(backup, content)
    except OSError:
        with contextlib.suppress(OSError):
            backup.unlink(missing_ok=True)


def mend(folder: Path, sound: KeyFile) -> bool:
    """Put the backup, now proven, in the broken file's place; say whether that went well.

    The broken one is kept aside for whoever wants to know what happened to it.
    """
    broken = folder / KEY_FILE
    with contextlib.suppress(OSError):
        if broken.exists():
            write_atomically(folder / SET_ASIDE, broken.read_bytes()[:MAX_FILE])
        write_atomically(broken, to_bytes(sound))
        return True
    return False


def exists(folder: Path) -> bool:
    return (folder / KEY_FILE).exists() or (folder / BACKUP).exists()


def foreign() -> BrokenKeyFile:
    return BrokenKeyFile(
        "Nøglefilen vault.keys hører til en anden boks. "
        "Læg boksens egen nøglefil tilbage fra den seneste sikkerhedskopi."
    )


def _load(path: Path) -> KeyFile:
    try:
        with path.open("rb") as handle:
            content = handle.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise BrokenKeyFile(
            "Nøglefilen vault.keys mangler i boksens mappe, og uden den kan boksen ikke åbnes. "
            "Læg den tilbage fra den seneste sikkerhedskopi."
        ) from None
    except OSError as trouble:
        raise BrokenKeyFile(
            "Nøglefilen vault.keys kan ikke læses lige nu. Se, om mappen er til at få fat i, "
            "og om du må åbne den på denne computer."
        ) from trouble
    return parse(content)
