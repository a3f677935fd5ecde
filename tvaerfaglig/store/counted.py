"""What figures are counted from, kept beside the log: for each child, and each kind of the house's own records.

Unlike the other tables this one is not kept in step by a save, which has no time for it: it is caught up when
somebody looks at figures, with what was written and erased since. What is erased leaves it in the same act.
A unit is a child's id, or a slash and the word of a kind. What its row says is the caller's affair; `shape`
names how it is said, and another shape begins anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tvaerfaglig.store.driver import Database, spoken, write

if TYPE_CHECKING:
    from tvaerfaglig.store.vault import Vault

_MARK = "tal"
_KIND = "/"
_OF_RECORDS = """
    SELECT DISTINCT e.case_id, e.kind FROM version v CROSS JOIN event e ON e.place = v.place
        WHERE v.record IN ({0})
"""
_TOUCHED = _OF_RECORDS.format(
    "SELECT record FROM event WHERE place > :since AND kind IN (SELECT value FROM json_each(:kinds))"
)
_GONE = """
    SELECT gone.record FROM event d CROSS JOIN erased x ON x.event = d.id
        CROSS JOIN event gone ON gone.id = x.what WHERE d.place > :since AND d.kind = 'slettet'
"""
_ERASED = f"""
    {_OF_RECORDS.format(_GONE)}
    UNION SELECT l.case_id, '' FROM (SELECT DISTINCT record FROM ({_GONE})) g
        CROSS JOIN event l INDEXED BY event_record ON l.record <> l.id
        AND l.record >= g.record || ':' AND l.record < g.record || ';' WHERE l.kind = 'henvisning'
"""
"""A record of several children lies in a stream of its own, and a link to it in each of theirs."""


@dataclass(frozen=True, slots=True)
class Behind:
    """Units whose rows must be made again; with all of them made the table stands as the log did at `upto`."""

    units: tuple[str, ...]
    upto: int


@dataclass(frozen=True, slots=True)
class _Mark:
    """How far the table has come; not `whole` while it is made for the first time."""

    shape: str
    upto: int
    whole: bool


def of_kind(kind: str) -> str:
    """The unit of a kind's records that are about nobody."""
    return f"{_KIND}{kind}"


def kind_of(unit: str) -> str:
    """The kind of a unit; empty for a child's."""
    return unit.removeprefix(_KIND) if unit.startswith(_KIND) else ""


def behind(vault: Vault, shape: str, of_children: Iterable[str], of_house: Iterable[str]) -> Behind:
    """What is missing. A table that was begun and not finished goes on where it stopped."""
    own = [of_kind(kind) for kind in of_house]
    mark = _mark(vault.db)
    if mark is None or mark.shape != shape:
        return Behind((*_children(vault), *own), _end(vault))
    changed = _changed(vault, mark.upto, {*of_children, *of_house}, own)
    if not mark.whole:
        changed += [one for one in (*_children(vault), *own) if one not in _there(vault)]
    return Behind(tuple(dict.fromkeys(changed)), _end(vault))


def is_of(vault: Vault, shape: str) -> bool:
    """Whether what lies there is of this shape."""
    mark = _mark(vault.db)
    return mark is not None and mark.shape == shape


def begin(vault: Vault, shape: str) -> None:
    """Make room for a table of this shape, unless there is one."""
    mark = _mark(vault.db)
    if mark is None or mark.shape != shape:
        with write(vault.db):
            vault.db.conn.execute("DELETE FROM counted")
            _keep_mark(vault.db, _Mark(shape, _end(vault), whole=False))


def begin_anew(vault: Vault) -> None:
    """As `forget_all`, in an act of its own."""
    with write(vault.db):
        forget_all(vault.db)


def keep(vault: Vault, made: Mapping[str, str | None]) -> None:
    """The rows of some units. An empty one is of a unit that says nothing; None is of a child who is gone."""
    kept = [(unit, row) for unit, row in made.items() if row is not None]
    gone = [(unit,) for unit, row in made.items() if row is None]
    with write(vault.db):
        vault.db.conn.executemany("INSERT OR REPLACE INTO counted VALUES(?,?)", kept)
        vault.db.conn.executemany("DELETE FROM counted WHERE unit=?", gone)


def finish(vault: Vault, shape: str, upto: int) -> None:
    """All that was behind is made."""
    mark = _Mark(shape, upto, whole=True)
    if _mark(vault.db) != mark:
        with write(vault.db):
            _keep_mark(vault.db, mark)


def rows(vault: Vault) -> dict[str, str]:
    """What every unit says."""
    with spoken():
        return dict(vault.db.conn.execute("SELECT unit, data FROM counted WHERE data <> ''"))


def forget(db: Database, erased: str) -> None:
    """Take out whatever was made of versions (ids, as JSON) that are erased. Call inside the same transaction."""
    db.conn.execute(
        "DELETE FROM counted WHERE unit IN (SELECT case_id FROM event WHERE id IN (SELECT value FROM json_each(?1)) "
        f"UNION SELECT '{_KIND}' || kind FROM event WHERE id IN (SELECT value FROM json_each(?1)))",
        (erased,),
    )


def forget_all(db: Database) -> None:
    """The next look at figures begins anew."""
    db.conn.execute("DELETE FROM counted")
    db.conn.execute("DELETE FROM vault WHERE name=?", (_MARK,))


def _changed(vault: Vault, since: int, kinds: Iterable[str], own: list[str]) -> list[str]:
    asked = {"since": since, "kinds": json.dumps(sorted(kinds))}
    with spoken():
        found = [
            *vault.db.conn.execute(_TOUCHED, asked),
            *vault.db.conn.execute(_ERASED, asked),
        ]
        known = _known_streams(vault, {row[0] for row in found})
    units = [row[0] for row in found if row[0] in known]
    return units + [one for row in found if (one := of_kind(row[1])) in own]


def _known_streams(vault: Vault, streams: set[str]) -> set[str]:
    """Those that are a child's, also one who is erased: her card was the stream's own record."""
    rows = vault.db.conn.execute(
        "SELECT DISTINCT v.record FROM version v CROSS JOIN event e ON e.place = v.place "
        "WHERE v.record IN (SELECT value FROM json_each(?)) AND e.kind = 'barn'",
        (json.dumps(sorted(streams)),),
    )
    return {row[0] for row in rows}


def _children(vault: Vault) -> list[str]:
    with spoken():
        rows = vault.db.conn.execute("SELECT record FROM current WHERE kind='barn' ORDER BY place")
        return [row[0] for row in rows]


def _there(vault: Vault) -> set[str]:
    with spoken():
        return {row[0] for row in vault.db.conn.execute("SELECT unit FROM counted")}


def _end(vault: Vault) -> int:
    with spoken():
        ((place,),) = vault.db.conn.execute("SELECT ifnull(max(place), 0) FROM event").fetchall()
    return int(place)


def _mark(db: Database) -> _Mark | None:
    with spoken():
        row = db.conn.execute("SELECT value FROM vault WHERE name=?", (_MARK,)).fetchone()
    return _Mark(*json.loads(row[0])) if row else None


def _keep_mark(db: Database, mark: _Mark) -> None:
    said = json.dumps([mark.shape, mark.upto, mark.whole])
    db.conn.execute("INSERT OR REPLACE INTO vault VALUES(?,?)", (_MARK, said))
