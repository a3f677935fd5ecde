"""How a question is put to the tables that pages read, and how a row becomes a record again."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from tvaerfaglig.domain.kinds import KINDS
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.stored import Stored
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


def ask(vault: Vault, query: str, values: Any = ()) -> list[tuple[Any, ...]]:
    """The answer at once: a half-read one would hold the vault open for reading."""
    with spoken():
        return list(vault.db.conn.execute(query, values))


def stored(vault: Vault, kind: type[R], query: str, values: Any) -> list[Stored[R]]:
    rows = ask(vault, query, values)
    found = [read(row, kind) for row in rows]
    return [stored for stored in found if stored]


def read(row: tuple[Any, ...], kind: type[R]) -> Stored[R] | None:
    record = codec.decode(row[1], row[2])
    if not isinstance(record, kind):
        return None
    return Stored(
        id=row[0],
        record=record,
        version=row[3],
        heads=_heads(row[4]),
        written_at=moment(row[5]),
        written_by=row[6],
        changed_at=moment(row[7]),
        changed_by=row[8],
        versions=row[9],
    )


def _heads(stored: str) -> tuple[str, ...]:
    """One head is the rule, and by far the quicker to read."""
    return (stored[2:-2],) if stored.count('"') == 2 else tuple(json.loads(stored))
