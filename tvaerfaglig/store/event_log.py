"""The log: append-only, hash-chained, signed. Everything else in the vault is made from it."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from tvaerfaglig.domain.events import GENESIS, Body, Event, Stamp, head_of
from tvaerfaglig.domain.ids import Ids
from tvaerfaglig.store.driver import Database

COLUMNS = "id,device,case_id,seq,hlc,actor,kind,record,parents,commitment,prev,hash,sig"


class Signer(Protocol):
    """The device that writes: its id, its public key, and its hand."""

    @property
    def device_id(self) -> str: ...
    @property
    def public(self) -> bytes: ...
    def sign(self, message: bytes) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something in the log that is not as it was written."""

    event: str
    what: str


class EventLog:
    """Appends to and checks the log of one open vault. Call inside a write transaction."""

    def __init__(self, db: Database, signer: Signer, now_ms: Callable[[], int]) -> None:
        self._db = db
        self._signer = signer
        self._now_ms = now_ms
        self._ids = Ids(now_ms, secrets.randbits)
        last = db.conn.execute("SELECT max(hlc) FROM event").fetchone()[0]
        self._stamp = Stamp.parse(last) if last else Stamp(0, 0, signer.device_id)

    def new_id(self) -> str:
        return self._ids.new()

    def introduce(self) -> None:
        """Make this device known to the vault, once."""
        self._db.conn.execute(
            "INSERT OR IGNORE INTO device VALUES(?,?,?)",
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
    ) -> Event:
        """Write one event and its body; the answer is the event as sealed and signed."""
        self._stamp = self._stamp.next(self._now_ms(), self._signer.device_id)
        body = Body(secrets.token_bytes(32), data)
        seq, prev = self._end_of(case_id)
        event = Event(
            id=self._ids.new(),
            device=self._signer.device_id,
            case_id=case_id,
            seq=seq + 1,
            hlc=str(self._stamp),
            actor=actor,
            kind=kind,
            record=record,
            parents=parents,
            commitment=body.commitment(),
            prev=prev,
        ).sealed()
        event = replace(event, sig=self._signer.sign(event.hash))
        self._db.conn.execute(
            f"INSERT INTO event({COLUMNS}) VALUES({','.join('?' * 13)})", _row(event)
        )
        self._db.conn.execute("INSERT INTO body VALUES(?,?,?)", (event.id, body.salt, body.data))
        return event

    def _end_of(self, case_id: str) -> tuple[int, bytes]:
        row = self._db.conn.execute(
            "SELECT seq, hash FROM event WHERE device=? AND case_id=? ORDER BY seq DESC LIMIT 1",
            (self._signer.device_id, case_id),
        ).fetchone()
        return (row[0], bytes(row[1])) if row else (0, GENESIS)

    def events(self) -> Iterator[tuple[Event, str | None]]:
        """Every event in the order it came here, with its body's JSON (None when erased)."""
        rows = self._db.conn.execute(
            f"SELECT {COLUMNS}, data FROM event LEFT JOIN body ON body.event = event.id ORDER BY place"
        )
        for row in rows:
            yield event_of(row), row[13]

    def count(self) -> int:
        return int(self._db.conn.execute("SELECT count(*) FROM event").fetchone()[0])

    def head(self, count: int | None = None) -> str:
        """The head over the first `count` events as they came here, or over all."""
        rows = self._db.conn.execute(
            "SELECT device, case_id, seq, hash FROM event e WHERE place <= ? AND seq = "
            "(SELECT max(seq) FROM event WHERE device=e.device AND case_id=e.case_id AND place <= ?)",
            [self._last_place(count)] * 2,
        )
        return head_of([(r[0], r[1], r[2], bytes(r[3])) for r in rows])

    def _last_place(self, count: int | None) -> int:
        if count is None:
            return 1 << 62
        row = self._db.conn.execute(
            "SELECT place FROM event ORDER BY place LIMIT 1 OFFSET ?", (max(count - 1, 0),)
        ).fetchone()
        return int(row[0]) if row else 0

    def verify(self, check: Callable[[bytes, bytes, bytes], bool]) -> list[Flaw]:
        """Every chain, signature and commitment; the answer is what is not as it was written."""
        public = {r[0]: bytes(r[1]) for r in self._db.conn.execute("SELECT id, public FROM device")}
        erased = {r[0] for r in self._db.conn.execute("SELECT what FROM erased")}
        ends: dict[tuple[str, str], tuple[int, bytes]] = {}
        flaws: list[Flaw] = []
        rows = self._db.conn.execute(
            f"SELECT {COLUMNS}, salt, data FROM event LEFT JOIN body ON body.event = event.id "
            "ORDER BY device, case_id, seq"
        )
        for row in rows:
            event = event_of(row)
            body = Body(bytes(row[13]), row[14]) if row[13] is not None else None
            end = ends.get((event.device, event.case_id), (0, GENESIS))
            what = _wrong(event, body, end, erased=event.id in erased)
            if not what and not check(public.get(event.device, b""), event.hash, event.sig):
                what = "underskriften passer ikke"
            if what:
                flaws.append(Flaw(event.id, what))
            ends[event.device, event.case_id] = (event.seq, event.hash)
        return flaws


def _wrong(event: Event, body: Body | None, end: tuple[int, bytes], *, erased: bool) -> str:
    if event.seq != end[0] + 1 or event.prev != end[1]:
        return "kæden er brudt før denne"
    if event.sealed().hash != event.hash:
        return "hændelsen er ændret"
    if body is None:
        return "" if erased else "teksten mangler uden en beslutning om sletning"
    if body.commitment() != event.commitment:
        return "teksten er ændret"
    return ""


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
