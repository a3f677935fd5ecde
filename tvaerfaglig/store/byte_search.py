"""Look for bytes in all of a vault: every row of every table, every page of the file, every file beside it.

What no row holds and a page does is a remnant: words in a place of the file that nothing points to.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from tvaerfaglig.domain.progress import Tell, silent, within
from tvaerfaglig.store.driver import Database, fold_in, spoken, sql
from tvaerfaglig.store.pages import PAGE, file_pages, log_pages
from tvaerfaglig.store.projections import apart

_AT_A_TIME = 256
_SPLIT = 24
_PAGES = 0.5  # of the whole search


@dataclass(frozen=True, slots=True)
class Standing:
    """Something that was looked for, in a row that stands: of which record, about whom (by name)."""

    found: bytes
    table: str
    record: str = ""
    kind: str = ""
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Searched:
    """How much was looked through, and what was found."""

    rows: int
    pages: int
    files: int
    standing: tuple[Standing, ...]
    remnants: frozenset[bytes]
    in_files: frozenset[bytes]
    index_sound: bool

    @property
    def clean(self) -> bool:
        """Nothing anywhere but in rows that stand."""
        return not self.remnants and not self.in_files and self.index_sound


def look_through(
    db: Database,
    key: bytes,
    file: Path,
    beside: Iterable[Path],
    sought: Collection[bytes],
    tell: Tell = silent,
) -> Searched:
    """Everything there is. The write-ahead log is brought home first; what it still holds is looked at too.

    A long phrase may lie across two pages, so either half of it is looked for on the pages as well; a half
    that stands in some row is somebody else's words.
    """
    fold_in(db, wait_ms=5000)
    halves = _halves(sought)
    pages, found = _pages(file, key, {*sought, *halves}, within(tell, 0, _PAGES))
    rows, standing = _rows(db, set(sought), within(tell, _PAGES, 1))
    inside = {one.found for one in standing}
    split = {half for half in found & halves.keys() if halves[half] not in inside}
    if split:
        others = {one.found for one in _rows(db, split, silent)[1]}
        split -= others
    files, lying = _files(beside, sought)
    return Searched(
        rows=rows,
        pages=pages,
        files=files,
        standing=tuple(standing),
        remnants=frozenset((found & set(sought) - inside) | {halves[one] for one in split}),
        in_files=frozenset(lying),
        index_sound=_index_is_sound(db),
    )


def _halves(sought: Collection[bytes]) -> dict[bytes, bytes]:
    """What each half is a half of."""
    long = [one for one in sought if len(one) >= _SPLIT]
    return {half: one for one in long for half in (one[: len(one) // 2], one[len(one) // 2 :])}


def _rows(db: Database, sought: set[bytes], tell: Tell) -> tuple[int, list[Standing]]:
    count, standing = 0, []
    tables = _tables(db)
    of = max(1, sum(_count(db, table) for table in tables))
    for table in tables:
        names = [row[1] for row in db.conn.execute(f'PRAGMA table_info("{table}")')]
        for rows in _batches(db, table):
            tell(count / of, "Gennemsøger tabellerne")
            count += len(rows)
            raw = [b"\0".join(map(_bytes, row)) for row in rows]
            whole = b"\0".join(raw)
            for one in [one for one in sought if one in whole]:
                standing += [
                    _standing(db, one, table, dict(zip(names, rows[n], strict=True)))
                    for n, each in enumerate(raw)
                    if one in each
                ]
    return count, standing


def _count(db: Database, table: str) -> int:
    return int(db.conn.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def _tables(db: Database) -> list[str]:
    """All that hold rows of their own: the search index's own tables among them."""
    rows = db.conn.execute(
        "SELECT name FROM sqlite_master WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return [row[0] for row in rows]


def _batches(db: Database, table: str) -> Iterator[list[tuple[object, ...]]]:
    with spoken():
        rows = db.conn.execute(f'SELECT * FROM "{table}"')
        while batch := rows.fetchmany(_AT_A_TIME):
            yield batch


def _bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def _standing(db: Database, found: bytes, table: str, row: dict[str, object]) -> Standing:
    record = str(row.get("record") or "")
    if table == "body":
        record = _one(db, "SELECT record FROM event WHERE place=?", row["event"])
    elif table.startswith("words"):
        record = _one(db, "SELECT record FROM current WHERE place=?", row.get("id"))
    place = "(SELECT min(place) FROM version WHERE record=?)"
    kind = _one(db, f"SELECT kind FROM current WHERE place={place}", record)
    whom = apart(_one(db, f"SELECT children FROM current WHERE place={place}", record))
    about = db.conn.execute(
        "SELECT DISTINCT c.data ->> '$.d.name' FROM current c WHERE c.kind='barn' "
        "AND c.record IN (SELECT value FROM json_each(?))",
        (json.dumps([record, *whom]),),
    ).fetchall()
    return Standing(found, table, record, kind, tuple(str(one[0]) for one in about))


def _one(db: Database, question: str, value: object) -> str:
    row = db.conn.execute(question, (value,)).fetchone()
    return str(row[0]) if row else ""


def _pages(file: Path, key: bytes, pieces: set[bytes], tell: Tell) -> tuple[int, set[bytes]]:
    count = 0
    found: set[bytes] = set()
    of = max(1, file.stat().st_size // PAGE)
    for chunk in _chunks(chain(file_pages(file, key), log_pages(file, key))):
        tell(min(1.0, count / of), "Gennemsøger filen side for side")
        count += len(chunk)
        whole = b"\0".join(chunk)
        found |= {one for one in pieces - found if one in whole}
    return count, found


def _chunks(pages: Iterable[bytes]) -> Iterator[list[bytes]]:
    left = iter(pages)
    while chunk := list(islice(left, _AT_A_TIME)):
        yield chunk


def _files(beside: Iterable[Path], sought: Collection[bytes]) -> tuple[int, set[bytes]]:
    count, found = 0, set()
    for file in beside:
        content = file.read_bytes()
        count += 1
        found |= {one for one in sought if one in content}
    return count, found


def _index_is_sound(db: Database) -> bool:
    """Whether the search index holds the words of the rows that stand, and no others."""
    try:
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            db.conn.execute("INSERT INTO words(words) VALUES('integrity-check')")
        finally:
            db.conn.rollback()
    except sql.DatabaseError:
        return False
    return True
