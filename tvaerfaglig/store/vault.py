"""An open vault: one encrypted file, its log, and the pen that writes both in one transaction."""

from __future__ import annotations

import contextlib
import hashlib
import json
import secrets
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tvaerfaglig.domain.acts import Erased, Link
from tvaerfaglig.domain.events import Changes, Event, Touched
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.store import checking, codec, drafts, migrations, projections
from tvaerfaglig.store.checking import Report
from tvaerfaglig.store.driver import (
    Database,
    fold_in,
    open_as_it_lies,
    open_store,
    spoken,
    write,
)
from tvaerfaglig.store.errors import CannotOpen, DiskFull, ReadOnly, Refused, VaultError
from tvaerfaglig.store.event_log import EventLog, Signer
from tvaerfaglig.store.projections import Began, Said
from tvaerfaglig.store.remembered_head import RememberedHead
from tvaerfaglig.store.streams import HOUSE, stream_of

FILE = "vault.db"
_CHUNK = 1 << 20
_SHAPE_OF_BEFORE = (
    "Boksen er fra en anden udgave af Tværfaglig og skal tilpasses, før den kan åbnes, men her kan der ikke skrives. "
    "Kopiér hele mappen til computerens egen disk, og åbn den dér."
)


_EVERYTHING = "alt"
OWED = "tomme_steder"
"""Under this name stands that the file is to be written anew."""


class Pen:
    """Writes records inside one transaction and keeps account of what they touched."""

    def __init__(self, vault: Vault, actor: str) -> None:
        self._vault = vault
        self._actor = actor
        self._touched: list[Touched] = []
        self.erased: list[str] = []
        self.erases = False

    @property
    def changes(self) -> Changes:
        return Changes(tuple(self._touched))

    def put(
        self,
        record: Record,
        record_id: str | None = None,
        *,
        replaces: tuple[str, ...] | None = None,
    ) -> str:
        """Write a new record, or a new version of one; the answer is the record's id.

        `replaces` are the versions the writer had before her; without it she had the newest. A version
        that someone has replaced meanwhile stays beside this one as a second head: nothing is lost.
        """
        if replaces is None:
            replaces = self._vault.heads(record_id) if record_id else ()
        new = not record_id
        record_id = record_id or self._vault.log.new_id()
        self._append(record, record_id, stream_of(record, record_id), replaces, new=new)
        children = record.about()
        if len(children) > 1:
            for child in children:
                self._link(child, record_id)
        self._touched.append(Touched(record.KIND, record_id, children))
        return record_id

    def _link(self, child: str, target: str) -> None:
        link_id = f"{target}:{child}"
        if not self._vault.heads(link_id):
            self._append(Link(child=child, target=target), link_id, child, ())

    def _append(
        self,
        record: Record,
        record_id: str,
        case_id: str,
        parents: tuple[str, ...],
        *,
        new: bool = False,
    ) -> Event:
        """`new`: the id was handed out just now, so nobody has to look whether the record stands already."""
        data = codec.encode(record)
        event, place = self._vault.log.append(
            actor=self._actor,
            kind=record.KIND,
            record=record_id,
            case_id=case_id,
            data=data,
            parents=parents,
            new=new,
        )
        began = Began(place, event.id, event.ms, event.actor) if new else None
        projections.project(self._vault.db, event, data, began)
        self._vault.touched(record.KIND)
        return event

    def erase(self, decision: Erased) -> None:
        """Take away the bodies and blobs that the decision names; it stands in the log with its ground.

        Raises Refused when it names a decision: then nothing would tell any more what was erased and why.
        """
        db = self._vault.db
        named = json.dumps(decision.events)
        gone = self._named(named)
        if any(one.kind == Erased.KIND for one in gone):
            raise Refused("En beslutning om sletning kan ikke selv slettes.")
        stream = decision.child or HOUSE
        event = self._append(decision, self._vault.log.new_id(), stream, (), new=True)
        for what in decision.named:
            db.conn.execute(
                "INSERT INTO erased SELECT ?1, ?2 WHERE NOT EXISTS(SELECT 1 FROM erased WHERE what=?1)",
                (what, event.id),
            )
        db.conn.execute(
            "DELETE FROM body WHERE event IN "
            "(SELECT e.place FROM json_each(?) j JOIN event e ON e.id = j.value)",
            (named,),
        )
        db.conn.executemany("DELETE FROM blob WHERE id=?", [(a,) for a in decision.attachments])
        projections.forget(db, decision.events)
        self._vault.touched(_EVERYTHING)
        self._touched += [*gone, Touched(decision.KIND, event.record, decision.about())]
        self.erased += decision.named
        self.erases = True

    def owe_empty_places(self) -> None:
        """Note that the file is to be written anew, before a copy of it is taken or when a search finds a remnant."""
        self._vault.db.conn.execute("INSERT OR REPLACE INTO vault VALUES(?, '')", (OWED,))

    def _named(self, events: str) -> list[Touched]:
        rows = self._vault.db.conn.execute(
            "SELECT DISTINCT e.kind, e.record, ifnull((SELECT c.children FROM current c WHERE c.place="
            "(SELECT min(v.place) FROM version v WHERE v.record=e.record)), '') "
            "FROM event e WHERE e.id IN (SELECT value FROM json_each(?))",
            (events,),
        )
        return [Touched(row[0], row[1], projections.apart(row[2])) for row in rows]

    def put_blob(self, content: bytes) -> tuple[str, str]:
        """Keep bytes in the vault as chunks; the answer is their id and SHA-256."""
        blob = secrets.token_hex(16)
        chunks = [
            (blob, n, content[at : at + _CHUNK])
            for n, at in enumerate(range(0, len(content), _CHUNK))
        ]
        self._vault.db.conn.executemany("INSERT INTO blob VALUES(?,?,?)", chunks)
        return blob, hashlib.sha256(content).hexdigest()

    def drop_draft(self, key: str, owner: str = "") -> None:
        """A draft of the actor's own; of somebody else's (`owner`) only where it is erased."""
        drafts.drop(self._vault.db, owner or self._actor, key)

    def change_draft(self, owner: str, draft: Draft) -> None:
        """Put other words in a draft, where somebody's name is erased from it. It stays as old as it was."""
        drafts.save(self._vault.db, owner, draft)


class Vault:
    """One open vault on one connection: use it from one thread."""

    def __init__(
        self, folder: Path, db: Database, signer: Signer, now_ms: Callable[[], int]
    ) -> None:
        self.folder = folder
        self.db = db
        self.log = EventLog(db, signer, now_ms)
        self._signer, self._now_ms = signer, now_ms
        self._touches: Counter[str] = Counter()
        self.only_reads = False

    @classmethod
    def create(
        cls, folder: Path, key: bytes, signer: Signer, now_ms: Callable[[], int], name: str
    ) -> Vault:
        """A new file in the folder; `name` is the vault's id. Raises CannotOpen where one lies already."""
        if (folder / FILE).exists():
            raise CannotOpen("Der ligger allerede en boks i mappen. Vælg en anden mappe.")
        folder.mkdir(parents=True, exist_ok=True)
        db = open_store(folder / FILE, key, create=True)
        try:
            migrations.apply(db)
            with write(db):
                db.conn.execute("INSERT INTO vault VALUES('id', ?)", (name,))
            return cls._ready(folder, db, signer, now_ms)
        except BaseException:
            db.conn.close()
            raise

    @classmethod
    def open(
        cls,
        folder: Path,
        key: bytes,
        signer: Signer,
        now_ms: Callable[[], int],
        before_steps: Callable[[], None] = lambda: None,
        said: Said = lambda _done, _all: None,
    ) -> Vault:
        """Open and bring to today's shape; `before_steps` copies the vault first when steps are missing.

        A vault last opened by another version of the program has its tables made anew, and `said` how far.
        """
        db = open_store(folder / FILE, key)
        try:
            taken = migrations.applied(db)
            if taken < len(migrations.STEPS):
                before_steps()
                migrations.apply(db)
            return cls._ready(folder, db, signer, now_ms, said)
        except BaseException:
            db.conn.close()
            raise

    @classmethod
    def open_to_read(
        cls, folder: Path, key: bytes, signer: Signer, now_ms: Callable[[], int]
    ) -> Vault:
        """Open where nothing can be written; every act then raises ReadOnly, and nothing is left beside it.

        Raises ReadOnly when the vault would first have to be brought to today's shape.
        """
        db = open_as_it_lies(folder / FILE, key)
        try:
            _require_todays_shape(db)
        except BaseException:
            db.conn.close()
            raise
        vault = cls(folder, db, signer, now_ms)
        vault.only_reads = True
        return vault

    @classmethod
    def _ready(
        cls,
        folder: Path,
        db: Database,
        signer: Signer,
        now_ms: Callable[[], int],
        said: Said = lambda _done, _all: None,
    ) -> Vault:
        vault = cls(folder, db, signer, now_ms)
        fold_in(db)  # a kill after an erasure left the pages as they were in the file
        with write(db):
            vault.log.introduce()
            if not projections.are_ours(db):
                projections.rebuild(db, said)
        return vault

    @property
    def id(self) -> str:
        return str(self.db.conn.execute("SELECT value FROM vault WHERE name='id'").fetchone()[0])

    def touched(self, kind: str) -> None:
        """Note that a record of the kind was written, or that anything may have changed."""
        self._touches[kind] += 1

    def as_it_stands(self, kinds: Iterable[type[Record]]) -> tuple[int, ...]:
        """What is another as soon as a record of these kinds is written here, or anything by another process."""
        by_others = self.db.conn.execute("PRAGMA data_version").fetchone()[0]
        return (by_others, self._touches[_EVERYTHING], *(self._touches[k.KIND] for k in kinds))

    @contextlib.contextmanager
    def write(self, actor: str) -> Iterator[Pen]:
        """One transaction of one person: event, body, projections and read log, all or nothing.

        After an erasure the write-ahead log is folded in, for it still holds the pages as they were.
        """
        pen = Pen(self, actor)
        try:
            with write(self.db):
                self.log.begin()
                yield pen
        except BaseException:
            self.touched(_EVERYTHING)  # what was read of it inside is not so
            raise
        if pen.erases and not self.db.conn.in_transaction:
            fold_in(self.db)

    def heads(self, record: str) -> tuple[str, ...]:
        row = self.db.conn.execute(
            "SELECT value FROM current c, json_each(c.heads) WHERE c.place="
            "(SELECT min(place) FROM version WHERE record=?)",
            (record,),
        ).fetchall()
        return tuple(r[0] for r in row)

    def versions_of(self, record: str) -> list[tuple[str, str]]:
        """Every version of a record as (event, actor), the oldest first, erased ones too."""
        rows = self.db.conn.execute(
            "SELECT id, actor FROM version v JOIN event e ON e.place=v.place WHERE v.record=? "
            "ORDER BY v.place",
            (record,),
        )
        return [(row[0], row[1]) for row in rows]

    def blob(self, blob: str) -> bytes:
        """The bytes of an attachment; empty when they were erased."""
        rows = self.db.conn.execute("SELECT chunk FROM blob WHERE id=? ORDER BY n", (blob,))
        return b"".join(bytes(row[0]) for row in rows)

    def still_here(self, ids: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Which of these have their words here, and which their bytes."""
        named = json.dumps(sorted(ids))
        words = self.db.conn.execute(
            "SELECT e.id FROM json_each(?) j JOIN event e ON e.id = j.value "
            "JOIN body b ON b.event = e.place ORDER BY e.id",
            (named,),
        ).fetchall()
        blobs = self.db.conn.execute(
            "SELECT DISTINCT id FROM blob WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
            (named,),
        ).fetchall()
        return tuple(row[0] for row in words), tuple(row[0] for row in blobs)

    def save_draft(self, owner: str, key: str, kind: str, content: str) -> None:
        with write(self.db):
            drafts.save(self.db, owner, Draft(key, kind, content, drafts.moment(self._now_ms())))

    def drop_draft(self, owner: str, key: str) -> None:
        with write(self.db):
            drafts.drop(self.db, owner, key)

    def drafts(self, owner: str) -> list[Draft]:
        return drafts.of(self.db, owner)

    def examine(self, known: RememberedHead | None = None) -> Report:
        """Pages, chain, signatures, words, tables; and the head that was noted outside the vault."""
        return checking.examine(self.db, known)

    def rebuild(self, said: Said = lambda _done, _all: None) -> bool:
        """Make the tables anew; the answer is whether they stood right before."""
        with write(self.db):
            before = projections.digest(self.db)
            projections.rebuild(self.db, said)
            self.touched(_EVERYTHING)
            return before == projections.digest(self.db)

    def require_room_for_rekey(self) -> None:
        """A rekey writes every page once more before it lets the old one go. Raises DiskFull."""
        log = self.folder / f"{FILE}-wal"
        need = (self.folder / FILE).stat().st_size + (log.stat().st_size if log.exists() else 0)
        if shutil.disk_usage(self.folder).free < need * 5 // 4:
            raise DiskFull(
                "Der er ikke plads på disken til at skifte nøglen, så den gamle gælder stadig. "
                f"Gør plads til {need * 5 // 4 // 1_000_000 + 1} MB, og prøv igen."
            )

    def rekey(self, key: bytes, before: bytes) -> None:
        """Write the whole file anew under another key. A kill half-way leaves the old key or the new.

        A connection that could not end it is of no use any more: a fresh one goes on with `before`.
        """
        self.require_room_for_rekey()
        try:
            with spoken():
                self.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                self.db.conn.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"")
        except VaultError:
            self.db.conn.close()
            self.db = open_store(self.folder / FILE, before)
            self.log = EventLog(self.db, self._signer, self._now_ms)
            self.touched(_EVERYTHING)
            raise
        fold_in(self.db)  # the seals are looked at in the file itself

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of the key; a full disk keeps nobody in."""
        try:
            self.db.conn.rollback()
            fold_in(self.db)
        finally:
            self.db.conn.close()


def _require_todays_shape(db: Database) -> None:
    if migrations.applied(db) < len(migrations.STEPS) or not projections.are_ours(db):
        raise ReadOnly(_SHAPE_OF_BEFORE)
