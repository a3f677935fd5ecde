"""The tables that pages read, kept in step with the log in the same transaction and rebuildable from it.

One table holds the newest version of every record, one says which children it is about, one holds the
folded words that search reads. A new question of a page is a query, not a new table.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from tvaerfaglig.domain.acts import Erased, Link
from tvaerfaglig.domain.danish import fold
from tvaerfaglig.domain.events import Event
from tvaerfaglig.domain.record import Record
from tvaerfaglig.store import codec
from tvaerfaglig.store.driver import Database
from tvaerfaglig.store.event_log import COLUMNS, EventLog, event_of

_TABLES = {
    "current": "record, kind, case_id, version, heads, data, happened, state, written_at, written_by, "
    "changed_at, changed_by, versions",
    "about": "child, kind, happened, record",
}


def project(db: Database, event: Event, data: str | None) -> None:
    """Take one event into the tables. `data` is None when its body has been erased."""
    if event.kind == Erased.KIND and data is not None:
        _forget(db, codec.decode(event.kind, data))
        return
    before = db.conn.execute(
        "SELECT place, heads, data, version, versions, written_at, written_by, changed_at, changed_by "
        "FROM current WHERE record=?",
        (event.record,),
    ).fetchone()
    if data is None:
        return
    heads = (
        sorted({*json.loads(before[1]), event.id} - set(event.parents)) if before else [event.id]
    )
    newest = before is None or before[3] not in heads or event.id > before[3]
    shown = data if newest else before[2]
    record = codec.decode(event.kind, shown)
    values: dict[str, Any] = {
        "record": event.record,
        "kind": event.kind,
        "case_id": event.case_id,
        "version": event.id if newest else before[3],
        "heads": json.dumps(heads),
        "data": shown,
        "happened": record.happened() if record else "",
        "state": record.state() if record else "",
        "written_at": before[5] if before else event.ms,
        "written_by": before[6] if before else event.actor,
        "changed_at": event.ms if newest else before[7],
        "changed_by": event.actor if newest else before[8],
        "versions": before[4] + 1 if before else 1,
    }
    _store(db, before[0] if before else None, values, record)


def _store(db: Database, place: int | None, values: dict[str, Any], record: Record | None) -> None:
    if place is None:
        names = ",".join(values)
        marks = ",".join("?" * len(values))
        place = db.conn.execute(
            f"INSERT INTO current({names}) VALUES({marks})", tuple(values.values())
        ).lastrowid
    else:
        sets = ",".join(f"{name}=?" for name in values)
        db.conn.execute(f"UPDATE current SET {sets} WHERE place=?", (*values.values(), place))
        db.conn.execute("DELETE FROM about WHERE record=?", (values["record"],))
        db.conn.execute("DELETE FROM words WHERE rowid=?", (place,))
    if record is None:
        return
    children = () if isinstance(record, Link) else record.about()
    db.conn.executemany(
        "INSERT INTO about(child, kind, happened, record) VALUES(?,?,?,?)",
        [(child, values["kind"], values["happened"], values["record"]) for child in children],
    )
    if words := record.words():
        db.conn.execute("INSERT INTO words(rowid, folded) VALUES(?,?)", (place, fold(words)))


def _forget(db: Database, decision: Record | None) -> None:
    """Take erased versions out of the tables; a record stands on with what is left of it."""
    if not isinstance(decision, Erased):
        return
    marks = ",".join("?" * len(decision.events))
    records = db.conn.execute(
        f"SELECT DISTINCT record FROM event WHERE id IN ({marks})", decision.events
    ).fetchall()
    for (record,) in records:
        _drop(db, record)
        rows = db.conn.execute(
            f"SELECT {COLUMNS}, data FROM event JOIN body ON body.event=event.id WHERE record=? ORDER BY place",
            (record,),
        ).fetchall()
        for row in rows:
            if row[0] not in decision.events:
                project(db, event_of(row), row[13])


def _drop(db: Database, record: str) -> None:
    row = db.conn.execute("SELECT place FROM current WHERE record=?", (record,)).fetchone()
    if row:
        db.conn.execute("DELETE FROM words WHERE rowid=?", row)
        db.conn.execute("DELETE FROM about WHERE record=?", (record,))
        db.conn.execute("DELETE FROM current WHERE place=?", row)


def rebuild(db: Database, log: EventLog) -> None:
    """Make the tables anew from the log. Call inside a write transaction."""
    for table in ("words", "about", "current"):
        db.conn.execute(f"DELETE FROM {table}")
    for event, data in log.events():
        project(db, event, data)


def digest(db: Database) -> str:
    """A fingerprint of what the tables say, the same for the same log however they came about."""
    total = hashlib.sha256()
    for table, columns in _TABLES.items():
        for row in db.conn.execute(f"SELECT {columns} FROM {table} ORDER BY {columns}"):
            total.update(repr(row).encode())
    rows = db.conn.execute(
        "SELECT record, folded FROM words JOIN current ON current.place = words.rowid ORDER BY record"
    )
    for row in rows:
        total.update(repr(tuple(row)).encode())
    return total.hexdigest()
