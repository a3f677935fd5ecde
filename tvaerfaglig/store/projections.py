"""The tables that pages read, kept in step with the log in the same transaction and rebuildable from it.

One table holds the newest version of every record and says whom it is about, one names the children of those
about several, one holds the folded words that search reads; a view says of each child what is about her. A new
question of a page is a query, not a new table.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from tvaerfaglig import __version__
from tvaerfaglig.domain.acts import Link
from tvaerfaglig.domain.danish import fold
from tvaerfaglig.domain.events import Event
from tvaerfaglig.domain.staff_case import Sealed
from tvaerfaglig.store import codec, counted
from tvaerfaglig.store.driver import Database
from tvaerfaglig.store.event_log import COLUMNS, count, event_of, events

_TABLES = {
    "current": "place, record, kind, case_id, children, version, heads, data, happened, state, written_at, "
    "written_by, changed_at, changed_by, versions",
    "several": "kind, child, happened, place",
}
Said = Callable[[int, int], None]
"""Told how many events of how many are done."""
_SAYS_EVERY = 500
_ANCESTORS = """
    WITH RECURSIVE older(id) AS (
        SELECT value FROM json_each(?)
        UNION SELECT j.value FROM older JOIN event e ON e.id = older.id, json_each(e.parents) j
    ) SELECT id FROM older
"""


class Began(NamedTuple):
    """How a record began: the place and the id of its first event, when (milliseconds since 1970) and by whom."""

    place: int
    event: str
    at: int
    by: str


def project(db: Database, event: Event, data: str | None, began: Began | None = None) -> None:
    """Take one event into the tables. `data` is None when its body has been erased.

    `began` is looked up unless it is known. What is sealed stays out: its parties read it from the log.
    """
    if data is None or event.kind == Sealed.KIND:
        return
    began = began or _began(db, event.record)
    before = _before(db, began.place) if began.event != event.id else None
    heads = _heads(db, event, before.heads if before else [])
    shown, changed_by, changed_at = (data, event.actor, event.ms)
    if heads[-1] != event.id:
        shown, changed_by, changed_at = _version(db, heads[-1])
    record = codec.decode(event.kind, shown)
    children = () if record is None or isinstance(record, Link) else record.about()
    values: dict[str, Any] = {
        "place": began.place,
        "record": event.record,
        "kind": event.kind,
        "case_id": event.case_id,
        "children": together(children),
        "version": heads[-1],
        "heads": json.dumps(heads),
        "data": shown,
        "happened": record.happened() if record else "",
        "state": record.state() if record else "",
        "written_at": began.at,
        "written_by": began.by,
        "changed_at": changed_at,
        "changed_by": changed_by,
        "versions": before.versions + 1 if before else 1,
    }
    if before:
        _take_out(db, began.place, before)
    _store(db, values, children, record.words() if record else "")


def together(children: Sequence[str]) -> str:
    """Whom a record is about, as its row says it: nothing, the one child's id, or all of them as JSON.

    A space before the JSON puts several below every id, so that a look at the first sign tells them apart.
    """
    return children[0] if len(children) == 1 else f" {json.dumps(children)}" if children else ""


def apart(children: str) -> tuple[str, ...]:
    """The children again, out of the row."""
    return tuple(json.loads(children)) if children[:1] == " " else (children,) if children else ()


@dataclass(frozen=True, slots=True)
class _Before:
    """What the tables said of the record until now."""

    heads: list[str]
    versions: int
    children: tuple[str, ...]
    kind: str
    happened: str


def _before(db: Database, place: int) -> _Before | None:
    row = db.conn.execute(
        "SELECT heads, versions, children, kind, happened FROM current WHERE place=?", (place,)
    ).fetchone()
    return _Before(json.loads(row[0]), row[1], apart(row[2]), row[3], row[4]) if row else None


def _heads(db: Database, event: Event, before: list[str]) -> list[str]:
    """The versions nobody has built on, in order; the last of them is the one shown.

    A parent that is no head was replaced or erased meanwhile: then what it came from counts as
    replaced too, so that erasing a version in the middle makes no conflict out of nothing.
    """
    parents = set(event.parents)
    if not parents <= set(before):
        older = db.conn.execute(_ANCESTORS, (json.dumps(event.parents),))
        parents = {row[0] for row in older}
    return sorted({*before, event.id} - parents)


def _version(db: Database, version: str) -> tuple[str, str, int]:
    row = db.conn.execute(
        "SELECT data, actor, hlc FROM event JOIN body ON body.event = event.place WHERE id=?",
        (version,),
    ).fetchone()
    return row[0], row[1], int(row[2][:13])


def _began(db: Database, record: str) -> Began:
    """The log knows it also when the first words are erased."""
    row = db.conn.execute(
        "SELECT place, id, hlc, actor FROM event WHERE place="
        "(SELECT min(place) FROM version WHERE record=?)",
        (record,),
    ).fetchone()
    return Began(row[0], row[1], int(row[2][:13]), row[3])


def _store(db: Database, values: dict[str, Any], children: tuple[str, ...], words: str) -> None:
    marks = ",".join("?" * len(values))
    db.conn.execute(
        f"INSERT INTO current({','.join(values)}) VALUES({marks})", tuple(values.values())
    )
    for child in children if len(children) > 1 else ():
        db.conn.execute(
            "INSERT INTO several VALUES(?,?,?,?)",
            (values["kind"], child, values["happened"], values["place"]),
        )
    if words:
        db.conn.execute(
            "INSERT INTO words(rowid, folded) VALUES(?,?)", (values["place"], fold(words))
        )


def _take_out(db: Database, place: int, before: _Before) -> None:
    db.conn.execute("DELETE FROM words WHERE rowid=?", (place,))
    for child in before.children if len(before.children) > 1 else ():
        db.conn.execute(
            "DELETE FROM several WHERE kind=? AND child=? AND happened=? AND place=?",
            (before.kind, child, before.happened, place),
        )
    db.conn.execute("DELETE FROM current WHERE place=?", (place,))


def forget(db: Database, erased: Iterable[str]) -> None:
    """Take versions whose bodies are gone out of the tables; a record stands on with what is left."""
    named = json.dumps(list(erased))
    counted.forget(db, named)
    records = db.conn.execute(
        "SELECT DISTINCT record FROM event WHERE id IN (SELECT value FROM json_each(?))", (named,)
    ).fetchall()
    for (record,) in records:
        _drop(db, record)
        rows = db.conn.execute(
            f"SELECT {COLUMNS}, data FROM event JOIN body ON body.event=event.place "
            "WHERE event.place IN (SELECT place FROM version WHERE record=?) ORDER BY event.place",
            (record,),
        ).fetchall()
        for row in rows:
            project(db, event_of(row), row[13])


def _drop(db: Database, record: str) -> None:
    place = _began(db, record).place
    before = _before(db, place)
    if before:
        _take_out(db, place, before)


def are_ours(db: Database) -> bool:
    """Whether the tables were made by this version of the program, which knows what it reads out of a record."""
    row = db.conn.execute("SELECT value FROM vault WHERE name='tables'").fetchone()
    return row is not None and row[0] == __version__


def rebuild(db: Database, said: Said = lambda _done, _all: None) -> None:
    """Make the tables anew from the log, and say now and then how far. Call inside a write transaction."""
    _empty(db)
    _fill(db, said)
    counted.forget_all(db)
    db.conn.execute("INSERT OR REPLACE INTO vault VALUES('tables', ?)", (__version__,))


def _empty(db: Database) -> None:
    """The words' table is made anew: to take the words out one by one takes seven times as long as putting them in."""
    for table in ("several", "current"):
        db.conn.execute(f"DELETE FROM {table}")
    ((made,),) = db.conn.execute("SELECT sql FROM sqlite_master WHERE name='words'").fetchall()
    db.conn.execute("DROP TABLE words")
    db.conn.execute(made)
    db.conn.execute("INSERT INTO words(words, rank) VALUES('secure-delete', 1)")


def _fill(db: Database, said: Said = lambda _done, _all: None) -> None:
    total = count(db)
    for done, (event, data) in enumerate(events(db)):
        if done % _SAYS_EVERY == 0:
            said(done, total)
        project(db, event, data)
    said(total, total)


def rebuilt_digest(db: Database) -> str:
    """What `digest` would say after a rebuild; nothing of the vault is touched. Call inside a transaction.

    The tables are made in the temporary schema, where their names stand before the vault's own: in
    memory, without a lock that others wait for, and also where the vault may only be read.
    """
    tables = db.conn.execute(
        "SELECT sql FROM main.sqlite_master WHERE name IN ('current', 'several', 'words')"
    ).fetchall()
    try:
        for (sql,) in tables:
            db.conn.execute(re.sub(r'TABLE\s+"?(\w+)"?', r"TABLE temp.\1", sql, count=1))
        _fill(db)
        return digest(db, "temp")
    finally:
        for table in ("words", "several", "current"):
            db.conn.execute(f"DROP TABLE IF EXISTS temp.{table}")


def digest(db: Database, schema: str = "main") -> str:
    """A fingerprint of what the tables say, the same for the same log however they came about."""
    total = hashlib.sha256()
    for table, columns in _TABLES.items():
        for row in db.conn.execute(f"SELECT {columns} FROM {schema}.{table} ORDER BY {columns}"):
            total.update(repr(row).encode())
    rows = db.conn.execute(
        f"SELECT c.record, w.folded FROM {schema}.words w LEFT JOIN {schema}.current c ON c.place = w.rowid "
        "ORDER BY c.record, w.folded"
    )
    for row in rows:
        total.update(repr(tuple(row)).encode())
    return total.hexdigest()
