"""The log: append-only, hash-chained, signed. Everything else in the vault is made from it."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, Protocol

from tvaerfaglig.domain.events import GENESIS, Body, Event, Stamp, head_of
from tvaerfaglig.domain.ids import Ids
from tvaerfaglig.store.driver import Database
from tvaerfaglig.store.errors import ClockWrong

_FAR_MS = (
    10 * 366 * 24 * 3600 * 1000
)  # no vault lies untouched for ten years and is then written in

COLUMNS = "id,device,case_id,seq,hlc,actor,kind,record,parents,commitment,prev,hash,sig"


_ENDS = """
    WITH RECURSIVE stream(device, case_id) AS (
        SELECT d.id, (SELECT min(e.case_id) FROM event e WHERE e.device = d.id) FROM device d
        UNION ALL
        SELECT s.device, (SELECT min(e.case_id) FROM event e WHERE e.device = s.device AND e.case_id > s.case_id)
        FROM stream s WHERE s.case_id IS NOT NULL
    )
    SELECT s.device, s.case_id, e.seq, e.hash
    FROM stream s CROSS JOIN event e ON e.place = (
        SELECT n.place FROM event n WHERE n.device = s.device AND n.case_id = s.case_id AND n.place <= ?
        ORDER BY n.seq DESC LIMIT 1)
"""


class Signer(Protocol):
    """The device that writes: its id, its public key, and its hand."""

    @property
    def device_id(self) -> str: ...
    @property
    def public(self) -> bytes: ...
    def sign(self, message: bytes) -> bytes: ...


class Appended(NamedTuple):
    """An event and its place in the log."""

    event: Event
    place: int


class EventLog:
    """Appends to the log of one open vault. Call inside a write transaction, after `begin`."""

    def __init__(self, db: Database, signer: Signer, now_ms: Callable[[], int]) -> None:
        self._db = db
        self._signer = signer
        self._now_ms = now_ms
        self._now = 0
        self._ids = Ids(now_ms, secrets.randbits)
        self._read_last()

    def new_id(self) -> str:
        return self._ids.new()

    def written_last(self) -> int:
        """Milliseconds since 1970, as the clock stood when the newest event was written; 0 when there is none."""
        self._read_last()
        return self._last.ms

    def begin(self) -> None:
        """Go on from where the log ends now; another process may have written since. First in each transaction.

        What is written in it is written at one moment, and told apart by the stamp's counter. A stamp from a
        far future would stand before everything written after it, for ever. Raises ClockWrong.
        """
        self._now, last = self._now_ms(), self.written_last()
        if last and self._now - last > _FAR_MS:
            raise ClockWrong(self._now)

    def _read_last(self) -> None:
        """The greatest id has the greatest stamp, for both rise together, also where the clock is set back."""
        row = self._db.conn.execute("SELECT id, hlc FROM event ORDER BY id DESC LIMIT 1").fetchone()
        self._last = Stamp.parse(row[1]) if row else Stamp(0, 0, "")
        if row:
            self._ids.rise_above(row[0])

    def introduce(self) -> None:
        """Make this device known to the vault, once."""
        known = self._db.conn.execute(
            "SELECT 1 FROM device WHERE id=?", (self._signer.device_id,)
        ).fetchone()
        if not known:
            self._db.conn.execute(
                "INSERT INTO device VALUES(?,?,?)",
                (self._signer.device_id, self._signer.public, str(self._now_ms())),
            )

    def append(
        self,
        *,
        actor: str,
        kind: str,
        record: str,
        case_id: str,
        data: str,
        parents: tuple[str, ...],
        new: bool = False,
    ) -> Appended:
        """Write one event and its body; the answer is the event as sealed and signed, and where it lies.

        `new`: the record's id was handed out for it just now, and the event that it begins with bears it too.
        """
        body = Body(secrets.token_bytes(32), data)
        seq, prev = self._end_of(case_id)
        self._last = self._last.next(self._now, self._signer.device_id)
        event = Event(
            id=record if new else self._ids.new(),
            device=self._signer.device_id,
            case_id=case_id,
            seq=seq + 1,
            hlc=str(self._last),
            actor=actor,
            kind=kind,
            record=record,
            parents=parents,
            commitment=body.commitment(),
            prev=prev,
        ).signed(self._signer.sign)
        cursor = self._db.conn.execute(
            f"INSERT INTO event({COLUMNS}) VALUES({','.join('?' * 13)})", _row(event)
        )
        place = int(cursor.lastrowid or 0)
        self._db.conn.execute("INSERT INTO body VALUES(?,?,?)", (place, body.salt, body.data))
        return Appended(event, place)

    def _end_of(self, case_id: str) -> tuple[int, bytes]:
        row = self._db.conn.execute(
            "SELECT seq, hash FROM event WHERE device=? AND case_id=? ORDER BY seq DESC LIMIT 1",
            (self._signer.device_id, case_id),
        ).fetchone()
        return (row[0], bytes(row[1])) if row else (0, GENESIS)

    def events(self) -> Iterator[tuple[Event, str | None]]:
        """Every event in the order it came here, with its body's JSON (None when erased)."""
        return events(self._db)

    def count(self) -> int:
        return count(self._db)

    def newest(self) -> str:
        """The id of the last event that came here: as long as it is the same, nothing was written."""
        row = self._db.conn.execute("SELECT id FROM event ORDER BY place DESC LIMIT 1").fetchone()
        return str(row[0]) if row else ""

    def head(self, upto: int | None = None) -> str:
        """The head over the first `upto` events as they came here, or over all."""
        return head(self._db, upto)


def events(db: Database) -> Iterator[tuple[Event, str | None]]:
    rows = db.conn.execute(
        f"SELECT {COLUMNS}, data FROM event LEFT JOIN body ON body.event = event.place ORDER BY place"
    )
    for row in rows:
        yield event_of(row), row[13]


def count(db: Database) -> int:
    return int(db.conn.execute("SELECT count(*) FROM event").fetchone()[0])


def head(db: Database, upto: int | None = None) -> str:
    """From stream to stream by the index, and to the end of each: no event between is read."""
    rows = db.conn.execute(_ENDS, (_last_place(db, upto),))
    return head_of([(row[0], row[1], row[2], bytes(row[3])) for row in rows])


def _last_place(db: Database, upto: int | None) -> int:
    if upto is None:
        return 1 << 62
    if upto < 1:
        return 0
    if upto >= count(db):
        return 1 << 62
    row = db.conn.execute(
        "SELECT place FROM event ORDER BY place LIMIT 1 OFFSET ?", (upto - 1,)
    ).fetchone()
    return int(row[0]) if row else 0


def _row(event: Event) -> tuple[Any, ...]:
    return (
        event.id,
        event.device,
        event.case_id,
        event.seq,
        event.hlc,
        event.actor,
        event.kind,
        event.record,
        json.dumps(event.parents),
        event.commitment,
        event.prev,
        event.hash,
        event.sig,
    )


def event_of(row: Sequence[Any]) -> Event:
    """An event from its thirteen columns."""
    commitment, prev, last, sig = (bytes(part) for part in row[9:13])
    return Event(
        id=row[0],
        device=row[1],
        case_id=row[2],
        seq=row[3],
        hlc=row[4],
        actor=row[5],
        kind=row[6],
        record=row[7],
        parents=tuple(json.loads(row[8])),
        commitment=commitment,
        prev=prev,
        hash=last,
        sig=sig,
    )
