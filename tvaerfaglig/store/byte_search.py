"""Look for bytes in all of a vault: every row of every table, every page of the file, every file beside it.

What no row holds and a page does is a remnant: words in a place of the file that nothing points to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tvaerfaglig.store.driver import Database, fold_in, spoken, sql
from tvaerfaglig.store.pages import file_pages, log_pages

_AT_A_TIME = 256
_SPLIT = 24


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
    db: Database, key: bytes, file: Path, beside: Iterable[Path], sought: Collection[bytes]
) -> Searched:
    """Everything there is. The write-ahead log is brought home first; what it still holds is looked at too."""
    fold_in(db, wait_ms=5000)
    halves = _halves(sought)
    rows, inside, standing = _rows(db, halves, set(sought))
    lost = {half: whole for half, whole in halves.items() if half not in inside}
    pages, found = _pages(file, key, lost)
    files, lying = _files(beside, sought)
    return Searched(
        rows=rows,
        pages=pages,
        files=files,
        standing=tuple(standing),
        remnants=frozenset(found),
        in_files=frozenset(lying),
        index_sound=_index_is_sound(db),
    )


def _halves(sought: Collection[bytes]) -> dict[bytes, bytes]:
    """What to look for, and of what it is a piece: a long phrase may lie across two pages, so its halves too."""
    found = {one: one for one in sought}
    for one in sought:
        if len(one) >= _SPLIT:
            found |= dict.fromkeys((one[: len(one) // 2], one[len(one) // 2 :]), one)
    return found


def _rows(
    db: Database, pieces: Collection[bytes], sought: set[bytes]
) -> tuple[int, set[bytes], list[Standing]]:
    """How many rows, which pieces stand in any, and where those stand that were looked for."""
    count, inside, standing = 0, set(), []
    for table in _tables(db):
        names = [row[1] for row in db.conn.execute(f'PRAGMA table_info("{table}")')]
        for rows in _batches(db, table):
            count += len(rows)
            raw = [b"\0".join(map(_bytes, row)) for row in rows]
            whole = b"\0".join(raw)
            here = {one for one in pieces if one in whole}
            inside |= here
            for one in here & sought:
                standing += [
                    _standing(db, one, table, dict(zip(names, rows[n], strict=True)))
                    for n, each in enumerate(raw)
                    if one in each
                ]
    return count, inside, standing


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
        record = _one(db, "SELECT record FROM event WHERE id=?", row["event"])
    elif table.startswith("words"):
        record = _one(db, "SELECT record FROM current WHERE place=?", row.get("id"))
    kind = _one(db, "SELECT kind FROM current WHERE record=?", record)
    about = db.conn.execute(
        "SELECT DISTINCT c.data ->> '$.d.name' FROM current c WHERE c.kind='barn' AND (c.record=?1 "
        "OR c.record IN (SELECT child FROM about WHERE record=?1))",
        (record,),
    ).fetchall()
    return Standing(found, table, record, kind, tuple(str(one[0]) for one in about))


def _one(db: Database, question: str, value: object) -> str:
    row = db.conn.execute(question, (value,)).fetchone()
    return str(row[0]) if row else ""


def _pages(file: Path, key: bytes, pieces: dict[bytes, bytes]) -> tuple[int, set[bytes]]:
    count, found = 0, set()
    for page in _both(file, key):
        count += 1
        found |= {whole for piece, whole in pieces.items() if piece in page}
    return count, found


def _both(file: Path, key: bytes) -> Iterator[bytes]:
    yield from file_pages(file, key)
    yield from log_pages(file, key)


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
