"""SQLCipher under sqlite-utils: the one module that knows how the two are joined.

sqlite-utils catches `sqlite3.OperationalError`, sqlcipher3 raises its own class; sqlite-utils looks for
`pysqlite3` first, so sqlcipher3 is offered under that name before the first import. Writing always begins
IMMEDIATE: a deferred transaction that reads first cannot be upgraded, and fails at once when another writes.
"""

from __future__ import annotations

import contextlib
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import sqlcipher3
from sqlcipher3 import dbapi2 as sql

from tvaerfaglig.store.errors import CannotOpen, DiskFull, ReadOnly, Refused, TooOld, VaultError

sys.modules["pysqlite3"], sys.modules["pysqlite3.dbapi2"] = sqlcipher3, sql
import sqlite_utils  # noqa: E402  the alias above must stand first
from sqlite_utils.db import Database  # noqa: E402

__all__ = ["Database", "fold_in", "open_store", "spoken", "sql", "write"]

_WAL_SAFE = (3, 51, 3)
_NOT_FOLDED_IN = (
    "Boksen blev ikke låst, før den kom til at ligge her, hvor der ikke kan skrives, så det sidste er ikke ført ind. "
    "Kopiér hele mappen til computerens egen disk, og åbn den dér."
)
_PATIENCE = 10  # seconds that one writer waits for another
_TURN = 30  # and that a transaction waits for its turn
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "journal_size_limit=0",
)


def open_store(
    path: Path, key: bytes, *, create: bool = False, only_read: bool = False
) -> Database:
    """Open the encrypted file with its raw 32-byte key; `only_read` promises not to write in it.

    Raises CannotOpen when the key is wrong or the file damaged (the file is left untouched), and
    TooOld when the SQLite underneath has the WAL-reset fault.
    """
    if tuple(map(int, sql.sqlite_version.split("."))) < _WAL_SAFE:
        raise TooOld(
            f"SQLite {sql.sqlite_version} kan miste tekst. Geninstaller Tværfaglig for at få en nyere."
        )
    if create:
        connection = _connect(path, "mode=rwc", key)
    else:
        connection = _connect_to_look(path, key) if only_read else _connect_to_write(path, key)
    with _closed_on_trouble(connection), spoken():
        for pragma in _PRAGMAS:
            if not (only_read and pragma.startswith("journal_mode")):
                connection.execute(f"PRAGMA {pragma}")
        return sqlite_utils.Database(connection, execute_plugins=False)


def open_as_it_lies(path: Path, key: bytes) -> Database:
    """Open where nothing can be written, and write nothing: no log, no lock, nothing beside the file.

    Raises CannotOpen also when the last that was written still stands in a log that cannot be folded in.
    """
    log = path.with_name(f"{path.name}-wal")
    left = log.exists() and log.stat().st_size
    try:
        connection = _connect(path, "mode=ro" if left else "mode=ro&immutable=1", key)
    except CannotOpen as trouble:
        if left and path.exists():
            raise CannotOpen(_NOT_FOLDED_IN) from trouble
        raise
    with _closed_on_trouble(connection), spoken():
        for pragma in (*_PRAGMAS[1:], "query_only=ON"):
            connection.execute(f"PRAGMA {pragma}")
        return sqlite_utils.Database(connection, execute_plugins=False)


def _connect_to_write(path: Path, key: bytes) -> sql.Connection:
    """As one of several; or alone, where the disk has no room even for what several share beside the file."""
    try:
        return _connect(path, "mode=rw", key)
    except CannotOpen:
        raise
    except VaultError:
        return _connect(path, "mode=rw", key, alone=True)


def _connect_to_look(path: Path, key: bytes) -> sql.Connection:
    """As others do, so that nothing is left lying beside the file; or, where nobody can write, as it lies.

    A write-ahead log cannot even be opened in a folder that cannot be written: SQLite has to be told
    that nothing changes there, which is true only where there is no log with something in it.
    """
    try:
        return _connect(path, "mode=rw", key)
    except CannotOpen:
        log = path.with_name(f"{path.name}-wal")
        if not path.exists() or (log.exists() and log.stat().st_size):
            raise
        return _connect(path, "mode=ro&immutable=1", key)


def _connect(path: Path, how: str, key: bytes, *, alone: bool = False) -> sql.Connection:
    """A connection whose key is proven."""
    with spoken():
        connection = sql.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=_PATIENCE)
    with _closed_on_trouble(connection), spoken():
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("PRAGMA cipher_compatibility = 4")
        if alone:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return connection


@contextlib.contextmanager
def _closed_on_trouble(connection: sql.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


@contextlib.contextmanager
def write(db: Database) -> Iterator[Database]:
    """One transaction: all of it is written, or nothing. Nested calls join the outer one."""
    if db.conn.in_transaction:
        yield db
        return
    with spoken():
        _begin(db.conn)
        try:
            yield db
            db.conn.commit()
        except BaseException:
            with contextlib.suppress(sql.Error):  # nothing to roll back when BEGIN itself failed
                db.conn.rollback()
            raise


def _begin(connection: sql.Connection) -> None:
    """Wait for one's turn. SQLite itself asks ever less often: one who writes without a pause would keep others out."""
    until = time.monotonic() + _TURN
    connection.execute("PRAGMA busy_timeout=0")
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
                return  # noqa: TRY300 - there is nothing else
            except sql.OperationalError as trouble:
                if "locked" not in str(trouble) or time.monotonic() > until:
                    raise
            time.sleep(random.uniform(0.001, 0.01))  # noqa: S311 - so that two do not ask in step
    finally:
        connection.execute(f"PRAGMA busy_timeout={_PATIENCE * 1000}")


def fold_in(db: Database, wait_ms: int = 500) -> None:
    """Bring the write-ahead log home into the file and empty it; later, when someone is reading.

    What was erased stands in the log until then, so this follows an erasure. It is never in the way.
    """
    with contextlib.suppress(sql.Error):  # a full disk: the log is whole, and it is tried again
        db.conn.execute(f"PRAGMA busy_timeout={wait_ms}")
        db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.conn.execute(f"PRAGMA busy_timeout={_PATIENCE * 1000}")


class _Spoken:
    """A class, not a generator: it stands around every question that is asked."""

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, _kind: type[BaseException] | None, error: BaseException | None, _trace: object
    ) -> None:
        if isinstance(error, sql.Error):
            raise _in_words(str(error)) from error


_SPOKEN = _Spoken()


def spoken() -> _Spoken:
    """Turn the driver's errors into sentences that say what to do."""
    return _SPOKEN


def _in_words(message: str) -> VaultError:
    for signs, refusal, words in _WORDS:
        if any(sign in message for sign in signs):
            return refusal(words)
    return VaultError("Disken svarer ikke. Teksten ligger her endnu. Prøver igen om lidt.")


_WORDS: tuple[tuple[tuple[str, ...], type[VaultError], str], ...] = (
    (
        ("not a database", "malformed", "disk image"),
        CannotOpen,
        (
            "Boksen kan ikke åbnes. Nøglen passer ikke, eller filen er beskadiget. "
            "Hent den seneste sikkerhedskopi frem."
        ),
    ),
    (
        ("full",),
        DiskFull,
        (
            "Der er ikke mere plads på disken. Det sidste er ikke gemt endnu, men teksten ligger her. "
            "Gør plads, så prøver vi igen."
        ),
    ),
    (
        ("readonly", "read-only"),
        ReadOnly,
        (
            "Boksen kan kun læses her, så det er ikke gemt. Teksten står her endnu. "
            "Åbn boksen et sted, hvor der kan skrives, eller bed om adgang."
        ),
    ),
    (
        ("locked",),
        VaultError,
        "Et andet program skriver i boksen lige nu. Teksten ligger her endnu. Prøv igen om lidt.",
    ),
    (
        ("unable to open",),
        CannotOpen,
        (
            "Boksen findes ikke dér, eller mappen kan ikke læses. Se, om drevet er sat til, "
            "eller hent den seneste sikkerhedskopi frem."
        ),
    ),
    (
        ("never changes", "append"),
        Refused,
        "Boksen sagde nej: det, der er skrevet, kan ikke ændres. Skriv en rettelse i stedet.",
    ),
)
