"""A copy of the vault that opens by itself: the file, its keys, and a manifest that names nobody.

Written beside its place, opened and looked through, and only then given its name: a copy that can be
seen is a copy that can be used.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tvaerfaglig.domain.progress import Tell, silent, within
from tvaerfaglig.store import migrations
from tvaerfaglig.store.checking import check_copy
from tvaerfaglig.store.driver import Database, open_store, spoken
from tvaerfaglig.store.errors import CannotOpen, DiskFull, NotCopied
from tvaerfaglig.store.event_log import count, head
from tvaerfaglig.store.files import sync_folder, write_atomically
from tvaerfaglig.store.key_errors import KeysError
from tvaerfaglig.store.key_file import parse
from tvaerfaglig.store.key_folder import BACKUP, KEY_FILE
from tvaerfaglig.store.manifest import Manifest, files_of, seal, write_manifest
from tvaerfaglig.store.opened import Opened
from tvaerfaglig.store.sealed_notes import FOLDER as NOTES
from tvaerfaglig.store.sealed_notes import notes_in
from tvaerfaglig.store.vault import FILE

FOLDER = "backups"
_NOT_SOUND = "Kopien blev ikke, som den skulle, så den er ikke gemt. Kør en kontrol af boksen."
_PAGES = 1000  # copied at a time, so that others get a word in
_COPIED, _READ = 0.55, 0.95  # how far along the work is then
_SPARE = 32 << 20  # a disk that is left without any room stops more than the copy


@dataclass(frozen=True, slots=True)
class Signed:
    """How far the signatures are known to be good: so many events, with this head."""

    events: int = 0
    head: str = ""


def copy_vault(
    folder: Path,
    opened: Opened,
    dest: Path,
    at: datetime,
    *,
    signed: Signed | None = None,
    tell: Tell = silent,
) -> Path:
    """Copy the vault into a new folder in `dest`; the answer is that folder.

    Works beside a window that writes. Raises NotCopied in words, and then leaves nothing behind.
    """
    name = f"tvaerfaglig-{at:%Y-%m-%d-%H%M%S}"
    part = dest / f"{name}{part_ending(opened.vault_id)}"
    try:
        dest.mkdir(parents=True, exist_ok=True)
        clear_parts(dest, opened.vault_id)
        require_room(dest, _size(folder))
        part.mkdir()
        _fill(folder, opened, part, at, signed or Signed(), tell)
        return give_name(part, dest / name)
    except (OSError, DiskFull) as trouble:
        raise NotCopied from trouble
    finally:
        shutil.rmtree(part, ignore_errors=True)


def copy_before_steps(folder: Path, opened: Opened) -> None:
    """The copy that is taken before the vault gets a new shape."""
    copy_vault(folder, opened, folder / FOLDER, datetime.now(UTC).astimezone())


def part_ending(vault_id: str) -> str:
    return f"-{vault_id[:8]}.part"


def clear_parts(dest: Path, vault_id: str) -> None:
    """Take away what a copy left that was cut off, or one that was on its way out."""
    for left in dest.glob(f"tvaerfaglig-*{part_ending(vault_id)}"):
        shutil.rmtree(left)


def require_room(dest: Path, size: int) -> None:
    """Raises NotCopied where the copy would fill the disk: said before, not half-way."""
    with contextlib.suppress(OSError):
        if shutil.disk_usage(dest).free < size + min(size, _SPARE):
            raise NotCopied


def _size(folder: Path) -> int:
    files = (folder / FILE, folder / f"{FILE}-wal")
    return sum(one.stat().st_size for one in files if one.exists())


def _fill(
    folder: Path, opened: Opened, part: Path, at: datetime, signed: Signed, tell: Tell
) -> None:
    _copy_notes(folder, part)
    key = _copy_file(folder, opened, part / FILE, within(tell, 0, _COPIED))
    _copy_beside(folder, part, opened)
    with contextlib.closing(open_store(part / FILE, key).conn) as connection:
        db = Database(connection, execute_plugins=False)
        events = count(db)
        known = signed.events if _still(db, signed) else 0
        if check_copy(db, signed_upto=known, tell=within(tell, _COPIED, _READ)):
            raise NotCopied(_NOT_SOUND)
        manifest = partial(
            Manifest,
            vault_id=opened.vault_id,
            events=events,
            head=head(db),
            schema=migrations.applied(db),
            written_at=at.isoformat(timespec="seconds"),
            erased=tuple(r[0] for r in db.conn.execute("SELECT what FROM erased ORDER BY what")),
            signed=events - known,
        )
        db.conn.execute("PRAGMA journal_mode=DELETE")  # one file, also readable where none is made
    tell(_READ, "Skriver, hvad kopien er")
    files = {name: seal(part / name) for name in files_of(part)}
    write_manifest(part, manifest(files=files))


def _still(db: Database, signed: Signed) -> bool:
    return 0 < signed.events <= count(db) and head(db, signed.events) == signed.head


def _copy_file(folder: Path, opened: Opened, target: Path, tell: Tell) -> bytes:
    """From one moment of the vault, through a connection of its own; the answer is the key it has."""

    def moved(_status: int, remaining: int, total: int) -> None:
        tell(1 - remaining / max(total, 1), "Kopierer boksen")

    with opened_store(folder, opened) as (source, key), spoken():
        source.conn.execute("BEGIN")
        moment = count(source), head(source)
        copy = open_store(target, key, create=True)
        try:
            copy.conn.execute("PRAGMA journal_mode=DELETE")
            source.conn.backup(copy.conn, pages=_PAGES, progress=moved)
            if (count(copy), head(copy)) != moment:
                raise NotCopied("Kopien nåede ikke det hele med. Prøv igen.")
        finally:
            copy.conn.close()
    return key


@contextlib.contextmanager
def opened_store(folder: Path, opened: Opened) -> Iterator[tuple[Database, bytes]]:
    """The vault's file for reading only, with the key it has: the one before, where a rekey was cut off."""
    if not (folder / FILE).exists():
        raise CannotOpen("Der ligger ingen boks i mappen.")
    ways = [one.subkey("sqlcipher") for one in (opened, opened.older) if one is not None]
    for key in ways:
        try:
            db = open_store(folder / FILE, key, only_read=True)
        except CannotOpen:
            if key is ways[-1]:
                raise
            continue
        try:
            yield db, key
        finally:
            db.conn.close()
        return


def _copy_notes(folder: Path, part: Path) -> None:
    """The notes that wait at the door, sealed as they are, and before the vault itself is copied.

    One that becomes a draft meanwhile is then in the copy twice, and the vault knows to take it once; the
    other way round it would be in neither.
    """
    for note in notes_in(folder):
        with contextlib.suppress(FileNotFoundError):
            content = note.read_bytes()
            (part / NOTES).mkdir(exist_ok=True)
            write_atomically(part / NOTES / note.name, content)


def _copy_beside(folder: Path, part: Path, opened: Opened) -> None:
    """The keys, and what lies in clear beside the vault, such as the local numbers."""
    for name in (KEY_FILE, BACKUP):
        with contextlib.suppress(OSError, KeysError):
            content = (folder / name).read_bytes()
            if opened.generation in {(keys := parse(content)).generation, keys.pending}:
                write_atomically(part / KEY_FILE, content)
                break
    else:
        raise NotCopied("Nøglefilen vault.keys passer ikke til boksen lige nu. Prøv igen om lidt.")
    for beside in folder.glob("*.toml"):
        write_atomically(part / beside.name, beside.read_bytes())


def give_name(part: Path, wanted: Path) -> Path:
    """Step into view, beside whatever already has that name."""
    place, number = wanted, 1
    while place.exists():
        number += 1
        place = wanted.with_name(f"{wanted.name}-{number}")
    moved = part.rename(place)
    sync_folder(place.parent)
    return moved
