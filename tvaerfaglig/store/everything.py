"""All that is written, as it lies: what an erasure goes through, and what looks for it afterwards."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tvaerfaglig.domain.acts import Erased
from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.store.drafts import moment
from tvaerfaglig.store.driver import fold_in, spoken, write
from tvaerfaglig.store.errors import VaultError
from tvaerfaglig.store.vault import OWED, Vault

_SAMPLE = 48


@dataclass(frozen=True, slots=True)
class Lying:
    """The words of one version, as JSON, and where they lie in the log."""

    event: str
    record: str
    kind: str
    case_id: str
    data: str


def bodies(vault: Vault) -> Iterator[Lying]:
    """Every version whose words are here, the oldest first."""
    with spoken():
        rows = vault.db.conn.execute(
            "SELECT e.id, e.record, e.kind, e.case_id, b.data FROM event e JOIN body b ON b.event=e.place "
            "ORDER BY e.place"
        )
        for row in rows:
            yield Lying(*row)


def all_drafts(vault: Vault) -> list[tuple[str, Draft]]:
    """What nobody has saved yet, of everybody, with its writer: to be erased, never to be read."""
    with spoken():
        rows = vault.db.conn.execute(
            "SELECT owner, key, kind, content, at FROM draft ORDER BY owner, key"
        ).fetchall()
    return [(row[0], Draft(row[1], row[2], row[3], moment(row[4]))) for row in rows]


def blobs_among(vault: Vault, ids: Iterable[str]) -> tuple[str, ...]:
    """Which of these are attachments that lie here."""
    return vault.still_here(ids)[1]


def blob_sample(vault: Vault, blob: str) -> bytes:
    """Some bytes out of the middle of an attachment's beginning, to look for afterwards."""
    with spoken():
        row = vault.db.conn.execute(
            "SELECT substr(chunk, length(chunk) / 2, ?) FROM blob WHERE id=? AND n=0",
            (_SAMPLE, blob),
        ).fetchone()
    return bytes(row[0]) if row else b""


def kinds_of(vault: Vault, events: Iterable[str]) -> tuple[dict[str, int], int]:
    """How many records of each kind were erased with these events, and how many others were only cut.

    The log says so when the words are gone: a record that went on has a later event.
    """
    with spoken():
        rows = vault.db.conn.execute(
            "WITH last(kind, record, place) AS (SELECT kind, record, max(place) FROM event "
            "WHERE id IN (SELECT value FROM json_each(?)) GROUP BY record) "
            "SELECT kind, EXISTS(SELECT 1 FROM version v WHERE v.record=last.record AND v.place > last.place) "
            "FROM last",
            (json.dumps(list(events)),),
        ).fetchall()
    gone = Counter(kind for kind, went_on in rows if not went_on)
    return dict(gone), sum(bool(went_on) for _, went_on in rows)


def erased_children(vault: Vault) -> frozenset[str]:
    """The children of whom nothing is left but the log's headers."""
    with spoken():
        rows = vault.db.conn.execute(
            "SELECT data ->> '$.d.child' FROM current WHERE kind=? AND data ->> '$.d.whole'",
            (Erased.KIND,),
        ).fetchall()
    return frozenset(str(row[0]) for row in rows)


def erased_ids(vault: Vault) -> tuple[str, ...]:
    """Everything that was ever erased here."""
    with spoken():
        rows = vault.db.conn.execute("SELECT what FROM erased ORDER BY what").fetchall()
    return tuple(row[0] for row in rows)


def write_anew(vault: Vault) -> None:
    """Write the whole file anew, so that its empty places are empty. Takes as long as a copy."""
    with spoken():
        vault.db.conn.execute("VACUUM")
        with write(vault.db):
            vault.db.conn.execute("DELETE FROM vault WHERE name=?", (OWED,))
        fold_in(vault.db)


def write_anew_if_owed(vault: Vault) -> None:
    """After an erasure that nobody looked behind: what a page held before its rows were moved stands in it still.

    A disk that is too full for it leaves it owed.
    """
    row = vault.db.conn.execute("SELECT 1 FROM vault WHERE name=?", (OWED,)).fetchone()
    if row is not None:
        with contextlib.suppress(VaultError):
            write_anew(vault)
