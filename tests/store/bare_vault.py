"""A vault with a raw key and no people: what the store's tests write in, and tools to look under it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.observation import Involved, Observation
from tvaerfaglig.domain.record import Record
from tvaerfaglig.store import migrations
from tvaerfaglig.store.device_key import DeviceKey
from tvaerfaglig.store.driver import Database, open_store
from tvaerfaglig.store.vault import FILE, Vault

KEY = bytes(range(32))
VAULT_ID = "0197f3a0-1111-7222-8333-944445555666"
START = 1_794_470_400_000  # 12 November 2026, 8.00 in Denmark
DAY = date(2026, 11, 12)


@dataclass
class Ticking:
    """A clock that goes one second for each time it is asked, and can be set."""

    ms: int = START
    step: int = 1000

    def __call__(self) -> int:
        self.ms += self.step
        return self.ms


def hand(device: str = "a1b2c3d4", seed: int = 7) -> DeviceKey:
    return DeviceKey(device_id=device, private=bytes([seed]) * 32)


def make(folder: Path, clock: Callable[[], int] | None = None) -> Vault:
    return Vault.create(folder, KEY, hand(), clock or Ticking(), VAULT_ID)


def reopen(
    folder: Path, clock: Callable[[], int] | None = None, signer: DeviceKey | None = None
) -> Vault:
    return Vault.open(folder, KEY, signer or hand(), clock or Ticking())


def seen(text: str, *children: str, day: date = DAY, **more: Any) -> Observation:
    involved = tuple(Involved(child=child) for child in children or ("alma",))
    return Observation(day=day, involved=involved, text=text, **more)


def put(vault: Vault, record: Record, record_id: str | None = None, **more: Any) -> str:
    with vault.write("mette") as pen:
        return pen.put(record, record_id, **more)


def erase(vault: Vault, *events: str, **more: Any) -> None:
    with vault.write("hanne") as pen:
        pen.erase(Erased(events=events, ground="prøve", **more))


def version_of(vault: Vault, record: str) -> str:
    row = vault.db.conn.execute("SELECT version FROM current WHERE record=?", (record,)).fetchone()
    return str(row[0])


def loosened(vault: Vault, to: Path) -> Database:
    """A copy as one with the key and every tool could have it: no triggers, no foreign keys."""
    vault.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    to.mkdir()
    shutil.copyfile(vault.folder / FILE, to / FILE)
    db = open_store(to / FILE, KEY)
    db.conn.execute("PRAGMA foreign_keys=OFF")
    for (name,) in db.conn.execute(
        "SELECT name FROM sqlite_master WHERE type='trigger'"
    ).fetchall():
        db.conn.execute(f'DROP TRIGGER "{name}"')
    return db


def everything_in(vault: Vault) -> str:
    """All that a connection can read: every row of every table, the search index's own among them."""
    tables = vault.db.conn.execute(
        "SELECT name FROM sqlite_master WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    out = []
    for (name,) in tables:
        for row in vault.db.conn.execute(f'SELECT * FROM "{name}"'):
            out += [bytes(v).decode("latin-1") if isinstance(v, bytes) else str(v) for v in row]
    words = vault.db.conn.execute("SELECT folded FROM words").fetchall()
    return "\n".join([*out, *(row[0] for row in words)])


def decrypted(file: Path, key: bytes = KEY, page: int = 4096) -> bytes:
    """The file's bytes as they lie under the cipher: also what no table points to any more.

    SQLCipher 4 with a raw key: AES-256-CBC a page, its IV in the last 80 bytes, salt before page one.
    """
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    raw, out = file.read_bytes(), []
    for at in range(0, len(raw), page):
        sealed = raw[at : at + page]
        first = 16 if at == 0 else 0
        iv = sealed[page - 80 : page - 64]
        opener = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        out.append(opener.update(sealed[first : page - 80]) + opener.finalize())
    return b"".join(out)


@dataclass
class Steps:
    """The migration steps, so that a test can add one and take it away again."""

    before: list[tuple[str, str]] = field(default_factory=lambda: list(migrations.STEPS))

    def add(self, name: str, script: str) -> None:
        migrations.STEPS.append((name, script))

    def restore(self) -> None:
        migrations.STEPS[:] = self.before


def headers(vault: Vault) -> Iterator[dict[str, Any]]:
    names = [row[1] for row in vault.db.conn.execute("PRAGMA table_info(event)")]
    for row in vault.db.conn.execute("SELECT * FROM event ORDER BY place"):
        yield dict(zip(names, row, strict=True))


def heads_in_table(vault: Vault, record: str) -> list[str]:
    row = vault.db.conn.execute("SELECT heads FROM current WHERE record=?", (record,)).fetchone()
    return list(json.loads(row[0])) if row else []
