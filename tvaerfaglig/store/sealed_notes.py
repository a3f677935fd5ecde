"""Notes sealed at the door: small age files beside the vault, and the keys to them inside it.

The public key stands in ``vault.keys`` under the header's seal. The private one lies in the vault alone and
belongs to one generation of the master key, so that whoever was removed cannot read what is written later.
"""

from __future__ import annotations

import contextlib
import json
import secrets
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.store import drafts, keys
from tvaerfaglig.store.driver import write
from tvaerfaglig.store.files import write_atomically
from tvaerfaglig.store.key_folder import KEY_FILE
from tvaerfaglig.store.opened import Opened
from tvaerfaglig.store.vault import Vault

FOLDER, ASIDE = "hurtige", "lagt-til-side"
MOST_WAITING = 200
_ENDS = ".age"
_MOST_BYTES = 8192
_KEY, _TAKEN = "hurtig-noegle:", "hurtig-hentet:"


class NoKeyYet(Exception):
    """Nobody has unlocked since notes could be sealed."""


class Full(Exception):
    """More notes wait than anyone can have meant."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file in the folder, and what was in it; None where it cannot be opened."""

    path: Path
    content: bytes | None


# at the door


def leave(folder: Path, content: bytes) -> None:
    """Seal and write, all or nothing. Raises NoKeyYet, Full or OSError."""
    import pyrage

    recipient = keys.read(folder).notes
    if not recipient:
        raise NoKeyYet
    place = folder / FOLDER
    if not place.exists():
        place.mkdir()
        shutil.copymode(folder, place)  # a folder shared by several logins stays shared
    if sum(1 for _ in _files(place)) >= MOST_WAITING:
        raise Full
    sealed = pyrage.encrypt(content, [pyrage.x25519.Recipient.from_str(recipient)])
    path = place / f"{secrets.token_hex(16)}{_ENDS}"
    write_atomically(path, sealed)
    with contextlib.suppress(OSError):
        shutil.copymode(folder / KEY_FILE, path)


# in the open vault


def ready(vault: Vault, opened: Opened) -> None:
    """See that the public key at the door is one whose other half lies in here, of this generation.

    Killed half-way a private key is left that nothing is sealed to; the next opening takes it up.
    """
    if opened.older is not None:
        return  # the new key has to settle first
    at_door = keys.read(vault.folder).notes
    held = _keys(vault)
    if at_door in held and held[at_door][1] == opened.generation:
        return
    ours = [one for one, (_, generation) in held.items() if generation == opened.generation]
    recipient = ours[0] if ours else _make(vault, opened.generation)
    keys.set_notes_key(vault.folder, opened, recipient)


def waiting(vault: Vault) -> list[Sealed]:
    """Every note in the folder, opened where one of our keys fits; keys that nothing waits for go."""
    files = sorted(_files(vault.folder / FOLDER))[:MOST_WAITING]
    held = _keys(vault)
    if not files:
        _forget_old(vault, held)
        return []
    import pyrage

    identities = [pyrage.x25519.Identity.from_str(secret) for secret, _ in held.values()]
    found = []
    for path in files:
        with contextlib.suppress(OSError):  # not to be read just now: it waits
            found.append(Sealed(path, _opened(path, identities)))
    return found


def take(vault: Vault, owner: str, draft: Draft, note_id: str) -> bool:
    """Make it a draft, once; whether it was new. Only after this may the file go."""
    with write(vault.db):
        name = f"{_TAKEN}{note_id}"
        if vault.db.conn.execute("SELECT 1 FROM vault WHERE name=?", (name,)).fetchone():
            return False
        vault.db.conn.execute("INSERT INTO vault VALUES(?, '')", (name,))
        drafts.save(vault.db, owner, draft)
    return True


def remove(sealed: Sealed) -> None:
    """The note is in the vault, or was before: where the file cannot go it is never taken again."""
    with contextlib.suppress(OSError):
        sealed.path.unlink()


def set_aside(sealed: Sealed) -> None:
    """What cannot be opened is kept for whoever wants to know, and not tried again."""
    aside = sealed.path.parent / ASIDE
    with contextlib.suppress(OSError):
        aside.mkdir(exist_ok=True)
        sealed.path.replace(aside / sealed.path.name)


def notes_in(folder: Path) -> list[Path]:
    """The sealed files that wait beside a vault."""
    return sorted(_files(folder / FOLDER))[:MOST_WAITING]


def _files(place: Path) -> Iterator[Path]:
    """Plain small files in a real folder: nothing is followed out of it."""
    with contextlib.suppress(OSError):
        if not stat.S_ISDIR(place.lstat().st_mode):
            return
        for path in place.iterdir():
            if path.name.endswith(_ENDS) and stat.S_ISREG(path.lstat().st_mode):
                yield path


def _opened(path: Path, identities: list[Any]) -> bytes | None:
    import pyrage

    with path.open("rb") as file:
        sealed = file.read(_MOST_BYTES + 1)
    if len(sealed) > _MOST_BYTES or not identities:
        return None
    try:
        content: bytes = pyrage.decrypt(sealed, identities)
    except (pyrage.DecryptError, ValueError):
        return None
    return content


def _keys(vault: Vault) -> dict[str, tuple[str, int]]:
    """Secret and generation by public key."""
    rows = vault.db.conn.execute(
        "SELECT substr(name, ?), value FROM vault WHERE name GLOB ?", (len(_KEY) + 1, f"{_KEY}*")
    )
    found = ((name, json.loads(value)) for name, value in rows)
    return {name: (str(secret), int(generation)) for name, (secret, generation) in found}


def _make(vault: Vault, generation: int) -> str:
    import pyrage

    identity = pyrage.x25519.Identity.generate()
    recipient = str(identity.to_public())
    with write(vault.db):
        vault.db.conn.execute(
            "INSERT INTO vault VALUES(?, ?)",
            (f"{_KEY}{recipient}", json.dumps([str(identity), generation])),
        )
    return recipient


def _forget_old(vault: Vault, held: dict[str, tuple[str, int]]) -> None:
    now = keys.read(vault.folder).notes
    old = [(f"{_KEY}{one}",) for one in held if one != now]
    if old and now in held:
        with write(vault.db):
            vault.db.conn.executemany("DELETE FROM vault WHERE name=?", old)
