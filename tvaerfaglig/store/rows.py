"""How a question is put to the tables that pages read, and how a row becomes a record again."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from tvaerfaglig.domain.kinds import KINDS
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.stored import Brief, Stored
from tvaerfaglig.store import codec
from tvaerfaglig.store.drafts import moment
from tvaerfaglig.store.driver import spoken
from tvaerfaglig.store.vault import Vault

R = TypeVar("R", bound=Record)

THESE = "(SELECT value FROM json_each(:children))"
ABOUT = (
    "(c.children IN {0} OR (c.children > '' AND c.children < '!' AND EXISTS("
    "SELECT 1 FROM json_each(c.children) j WHERE j.value IN {0})))"
)
"""A record about any of these children; most are about one, and say so in the row itself."""
FIRST = "(SELECT min(place) FROM version WHERE record=?)"
"""A record's row lies at the place of its first event."""
EVERY_KIND = f"({','.join(repr(kind) for kind in sorted(KINDS))})"
"""Whom a record is about stands in the index behind its kind: who asks for all kinds names them."""
COLUMNS = (
    "c.record, c.kind, c.data, c.version, c.heads, c.written_at, c.written_by, c.changed_at, c.changed_by, "
    "c.versions"
)
"""What `read` makes a record of."""
SHORT = "c.record, c.kind, c.data, c.written_by"
"""As much as `briefly` needs: a third of the work where there are thousands."""


def ask(vault: Vault, query: str, values: Any = ()) -> list[tuple[Any, ...]]:
    """The answer at once: a half-read one would hold the vault open for reading."""
    with spoken():
        return list(vault.db.conn.execute(query, values))


def stored(vault: Vault, kind: type[R], query: str, values: Any) -> list[Stored[R]]:
    rows = ask(vault, query, values)
    found = [read(row, kind) for row in rows]
    return [stored for stored in found if stored]


def briefly(row: tuple[Any, ...], kind: type[R]) -> Brief[R] | None:
    record_id, word, data, written_by = row
    record = codec.decode(word, data)
    return Brief(record_id, record, written_by) if isinstance(record, kind) else None


def read(row: tuple[Any, ...], kind: type[R]) -> Stored[R] | None:
    record = codec.decode(row[1], row[2])
    if not isinstance(record, kind):
        return None
    record_id, _, _, version, heads, written_at, written_by, changed_at, changed_by, versions = row
    written = moment(written_at)
    return Stored(
        record_id,
        record,
        version,
        written,
        written_by,
        written if changed_at == written_at else moment(changed_at),
        changed_by,
        versions,
        (version,) if len(heads) == len(version) + 4 else tuple(json.loads(heads)),
    )
