"""Text not yet saved: private to its writer, in the same encrypted file, gone once it is an event."""

from __future__ import annotations

from datetime import UTC, datetime

from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.store.codec import whole
from tvaerfaglig.store.driver import Database


def moment(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)


def save(db: Database, owner: str, draft: Draft) -> None:
    db.conn.execute(
        "INSERT INTO draft VALUES(?,?,?,?,?) ON CONFLICT(owner, key) DO UPDATE SET "
        "kind=excluded.kind, content=excluded.content, at=excluded.at",
        (owner, draft.key, draft.kind, whole(draft.content), int(draft.at.timestamp() * 1000)),
    )


def drop(db: Database, owner: str, key: str) -> None:
    db.conn.execute("DELETE FROM draft WHERE owner=? AND key=?", (owner, key))


def of(db: Database, owner: str) -> list[Draft]:
    """One person's drafts, the newest first."""
    rows = db.conn.execute(
        "SELECT key, kind, content, at FROM draft WHERE owner=? ORDER BY at DESC", (owner,)
    ).fetchall()
    return [Draft(row[0], row[1], row[2], moment(row[3])) for row in rows]
