"""A copy of the vault that opens by itself: the file, its keys, and a manifest that names nobody.

Written beside its place, opened and looked through, and only then given its name: a copy that can be
seen is a copy that can be used.
"""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from tvaerfaglig.store import migrations
from tvaerfaglig.store.checking import check_log, check_pages
from tvaerfaglig.store.driver import Database, open_store, spoken, sql
from tvaerfaglig.store.erased_list import ids_in
from tvaerfaglig.store.errors import CannotOpen, DiskFull, NotACopy, NotCopied
from tvaerfaglig.store.event_log import count, head
from tvaerfaglig.store.files import write_atomically
from tvaerfaglig.store.key_errors import KeysError
from tvaerfaglig.store.key_file import parse
from tvaerfaglig.store.key_folder import BACKUP, KEY_FILE
from tvaerfaglig.store.opened import Opened
from tvaerfaglig.store.vault import FILE

MANIFEST, FOLDER = "manifest.json", "backups"
_FORMAT, _VERSION = "tvaerfaglig-backup", 1
_PAGES = 2000  # copied at a time, so that others get a word in


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the copy is of, and how far its log goes. `erased` are ids."""

    format: str = _FORMAT
    version: int = _VERSION
    vault_id: str
    events: int
    head: str
    schema: int
    written_at: str
    erased: tuple[str, ...] = ()


def copy_vault(folder: Path, opened: Opened, dest: Path, at: datetime) -> Path:
    """Copy the vault into a new folder in `dest`; the answer is that folder.

    Works beside a window that writes. Raises NotCopied in words, and then leaves nothing behind.
    """
    name = f"tvaerfaglig-{at:%Y-%m-%d-%H%M%S}"
    part = dest / f"{name}-{opened.vault_id[:8]}.part"
    try:
        dest.mkdir(parents=True, exist_ok=True)
        for left in dest.glob(f"tvaerfaglig-*-{opened.vault_id[:8]}.part"):
            shutil.rmtree(left)  # from a copy that was cut off
        part.mkdir()
        _fill(folder, opened, part, at)
        return _give_name(part, dest / name)
    except (OSError, DiskFull) as trouble:
        raise NotCopied from trouble
    finally:
        shutil.rmtree(part, ignore_errors=True)


def copy_before_steps(folder: Path, opened: Opened) -> None:
    """The copy that is taken before the vault gets a new shape."""
    copy_vault(folder, opened, folder / FOLDER, datetime.now(UTC).astimezone())


def _fill(folder: Path, opened: Opened, part: Path, at: datetime) -> None:
    key = _copy_file(folder, opened, part / FILE)
    _copy_beside(folder, part)
    with contextlib.closing(open_store(part / FILE, key).conn) as connection:
        db = Database(connection, execute_plugins=False)
        if check_pages(db) or check_log(db, signatures=False):
            raise NotCopied(
                "Kopien blev ikke, som den skulle, så den er ikke gemt. Kør en kontrol af boksen."
            )
        manifest = Manifest(
            vault_id=opened.vault_id,
            events=count(db),
            head=head(db),
            schema=migrations.applied(db),
            written_at=at.isoformat(timespec="seconds"),
            erased=tuple(r[0] for r in db.conn.execute("SELECT what FROM erased ORDER BY what")),
        )
        db.conn.execute("PRAGMA journal_mode=DELETE")  # one file, also readable where none is made
    write_atomically(part / MANIFEST, json.dumps(asdict(manifest), indent=1).encode())


def _copy_file(folder: Path, opened: Opened, target: Path) -> bytes:
    """From one moment of the vault, through a connection of its own; the answer is the key it has."""
    with opened_store(folder, opened) as (source, key), spoken():
        source.conn.execute("BEGIN")
        moment = count(source), head(source)
        copy = open_store(target, key, create=True)
        try:
            copy.conn.execute("PRAGMA journal_mode=DELETE")
            source.conn.backup(copy.conn, pages=_PAGES)
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


def _copy_beside(folder: Path, part: Path) -> None:
    """The keys, and what lies in clear beside the vault, such as the local numbers."""
    for name in (KEY_FILE, BACKUP):
        with contextlib.suppress(OSError, KeysError):
            content = (folder / name).read_bytes()
            parse(content)
            write_atomically(part / KEY_FILE, content)
            break
    else:
        raise NotCopied("Nøglefilen vault.keys kan ikke læses, og uden den åbner en kopi ikke.")
    for beside in folder.glob("*.toml"):
        write_atomically(part / beside.name, beside.read_bytes())


def _give_name(part: Path, wanted: Path) -> Path:
    place, number = wanted, 1
    while place.exists():
        number += 1
        place = wanted.with_name(f"{wanted.name}-{number}")
    return part.rename(place)


def read_manifest(copy: Path) -> Manifest:
    """Raises NotACopy, in words, for a folder that is none."""
    try:
        note = json.loads((copy / MANIFEST).read_bytes())
        if note["format"] != _FORMAT or note["version"] > _VERSION:
            raise NotACopy(
                "Sikkerhedskopien er skrevet af en nyere Tværfaglig. Opdatér programmet først."
            )
        return Manifest(
            vault_id=str(note["vault_id"]),
            events=int(note["events"]),
            head=str(note["head"]),
            schema=int(note["schema"]),
            written_at=datetime.fromisoformat(note["written_at"]).isoformat(),
            erased=tuple(sorted(ids_in(note["erased"]))),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise NotACopy from None


def erased_beside(copy: Path, vault_id: str) -> set[str]:
    """Everything that this copy and the others beside it know to be erased from the vault."""
    found: set[str] = set()
    for other in copy.resolve().parent.glob(f"*/{MANIFEST}"):
        with contextlib.suppress(NotACopy):
            manifest = read_manifest(other.parent)
            found |= set(manifest.erased) if manifest.vault_id == vault_id else set()
    return found


def unpack(copy: Path, opened: Opened, place: Path) -> None:
    """Bring a copy to a new place and prove that it is what its manifest says. Raises NotACopy."""
    manifest = read_manifest(copy)
    try:
        shutil.rmtree(place, ignore_errors=True)  # from a time it was cut off
        place.mkdir(parents=True)
        for one in (FILE, KEY_FILE, *(each.name for each in copy.glob("*.toml"))):
            shutil.copyfile(copy / one, place / one)
    except FileNotFoundError:
        raise NotACopy from None
    except OSError as trouble:
        raise NotCopied("Der er ikke plads til boksen dér. Vælg et andet sted.") from trouble
    with opened_store(place, opened) as (db, _):
        try:
            whole = (count(db), head(db)) == (manifest.events, manifest.head)
            whole = whole and not check_pages(db) and not check_log(db)
        except sql.Error:
            whole = False
    if not whole or manifest.vault_id != opened.vault_id:
        raise NotACopy(
            "Sikkerhedskopien er ikke, som den blev skrevet, så den bruges ikke. Tag en anden."
        )
