"""Is the vault what was written? Pages, chain, signatures, words, tables, and the head noted outside.

Nothing here writes, so it works beside a window that does, and where the vault may only be read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from tvaerfaglig.domain.acts import Attachment, Erased
from tvaerfaglig.domain.events import GENESIS, Body, Event
from tvaerfaglig.domain.follow_up import Reminder
from tvaerfaglig.domain.progress import Tell, silent, within
from tvaerfaglig.domain.underretning import Finished
from tvaerfaglig.store import device_key, migrations, projections
from tvaerfaglig.store.driver import Database, spoken
from tvaerfaglig.store.event_log import COLUMNS, count, event_of, head
from tvaerfaglig.store.remembered_head import RememberedHead

_BY_ID = 2  # steps that a vault had taken while a body was found by its event's id
_TOLD = 500  # events between two words of how far it is
_LOG = (0.1, 0.7)  # of the whole work
_BLOBS = {
    Attachment.KIND: ("blob", "sha256"),
    Finished.KIND: ("pdf", "pdf_sha256"),
    Reminder.KIND: ("pdf", "pdf_sha256"),
}


class Check(StrEnum):
    """What is looked at, in the order it is said."""

    PAGES = "sider"
    CHAIN = "kæde"
    SIGNATURES = "underskrifter"
    WORDS = "tekster"
    TABLES = "tabeller"
    HEAD = "hoved"


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is not as it was written. `event` is its id, where it is one event's."""

    check: Check
    what: str
    event: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at and what was found; it holds figures and ids, no words of anybody's."""

    pages: int
    events: int
    streams: int
    devices: int
    bodies: int
    erased: int
    blobs: int
    records: int
    head: str
    untried: frozenset[Check]
    flaws: tuple[Flaw, ...]

    @property
    def sound(self) -> bool:
        return not self.flaws

    def of(self, check: Check) -> tuple[Flaw, ...]:
        return tuple(flaw for flaw in self.flaws if flaw.check is check)


def examine(db: Database, known: RememberedHead | None = None, tell: Tell = silent) -> Report:
    """Look at everything, in one moment of the vault: what others write meanwhile is not in it."""
    with spoken():
        db.conn.execute("BEGIN")
        try:
            tell(0, "Læser siderne")
            flaws = [*check_pages(db), *check_log(db, tell=within(tell, *_LOG)), *_blobs(db)]
            tell(_LOG[1], "Sammenligner tabellerne med loggen")
            untried = set()
            if migrations.applied(db) < len(migrations.STEPS) or not projections.are_ours(db):
                untried.add(
                    Check.TABLES
                )  # made by another program; opening the vault makes them anew
            else:
                flaws += _tables(db)
            if known is None or known.count == 0:
                untried.add(Check.HEAD)
            else:
                flaws += _head(db, known)
            return _report(db, flaws, untried)
        finally:
            db.conn.rollback()


def _report(db: Database, flaws: list[Flaw], untried: set[Check]) -> Report:
    def figure(question: str) -> int:
        return int(db.conn.execute(question).fetchone()[0])

    return Report(
        pages=figure("PRAGMA page_count"),
        events=count(db),
        streams=figure("SELECT count(*) FROM (SELECT DISTINCT device, case_id FROM event)"),
        devices=figure("SELECT count(*) FROM device"),
        bodies=figure("SELECT count(*) FROM body"),
        erased=figure("SELECT count(*) FROM erased"),
        blobs=figure("SELECT count(DISTINCT id) FROM blob"),
        records=figure("SELECT count(*) FROM current"),
        head=head(db),
        untried=frozenset(untried),
        flaws=tuple(flaws),
    )


def check_pages(db: Database) -> list[Flaw]:
    """Every page's own seal, and that the pages make a whole database."""
    found = [str(row[0]) for row in db.conn.execute("PRAGMA cipher_integrity_check")]
    found += [str(row[0]) for row in db.conn.execute("PRAGMA integrity_check") if row[0] != "ok"]
    found += [f"{row[0]}: {row[2]}" for row in db.conn.execute("PRAGMA foreign_key_check")]
    return [Flaw(Check.PAGES, what) for what in found]


def check_copy(db: Database, *, signed_upto: int = 0, tell: Tell = silent) -> list[Flaw]:
    """All that a fresh copy is proven by; signatures after the place that earlier ones are known to.

    Tables are not compared: they are copied with the pages, and a restore can make them anew.
    """
    return [*check_pages(db), *check_log(db, signed_upto=signed_upto, tell=tell), *_blobs(db)]


def check_log(db: Database, *, signed_upto: int = 0, tell: Tell = silent) -> list[Flaw]:
    """Every chain and commitment, and every signature after a place (they take the time)."""
    total = max(count(db), 1)
    public = {row[0]: bytes(row[1]) for row in db.conn.execute("SELECT id, public FROM device")}
    decided = _decided(db)
    ends: dict[tuple[str, str], tuple[int, bytes]] = {}
    flaws = list(_gaps(db))
    rows = db.conn.execute(
        f"SELECT {COLUMNS}, salt, data, place FROM event LEFT JOIN body ON body.event = event.{_key(db)} "
        "ORDER BY device, case_id, seq"
    )
    for number, row in enumerate(rows):
        if number % _TOLD == 0:
            tell(number / total, "Læser loggen igennem")
        event = event_of(row)
        stream = event.device, event.case_id
        if (event.seq - 1, event.prev) != ends.get(stream, (0, GENESIS)):
            flaws.append(Flaw(Check.CHAIN, "kæden er brudt før denne", event.id))
        ends[stream] = (event.seq, event.hash)
        if event.sealed().hash != event.hash:
            flaws.append(Flaw(Check.CHAIN, "hændelsen er ændret", event.id))
        elif row[15] > signed_upto and not device_key.verify(
            public.get(event.device, b""), event.hash, event.sig
        ):
            flaws.append(Flaw(Check.SIGNATURES, "underskriften passer ikke", event.id))
        body = Body(bytes(row[13]), row[14]) if row[13] is not None else None
        flaws += _words(event, body, decided=event.id in decided)
    return flaws


def _key(db: Database) -> str:
    """What a body is found by: a copy that an earlier program made is looked at as it lies."""
    return "place" if migrations.applied(db) > _BY_ID else "id"


def _decided(db: Database) -> set[str]:
    """What the decisions themselves name: a row in `erased` alone excuses nothing."""
    rows = db.conn.execute(
        f"SELECT j.value FROM event e JOIN body b ON b.event=e.{_key(db)}, "
        "json_each(CASE json_valid(b.data) WHEN 1 THEN b.data ELSE '{}' END, '$.d.events') j "
        "WHERE e.kind=?",
        (Erased.KIND,),
    )
    return {str(row[0]) for row in rows}


def _gaps(db: Database) -> Iterator[Flaw]:
    first, last, total = db.conn.execute(
        "SELECT min(place), max(place), count(*) FROM event"
    ).fetchone()
    if total and (first, last) != (1, total):
        yield Flaw(Check.CHAIN, f"{last - total} hændelser mangler")


def _words(event: Event, body: Body | None, *, decided: bool) -> Iterator[Flaw]:
    if body is None:
        if not decided:
            yield Flaw(Check.WORDS, "teksten mangler uden en beslutning om sletning", event.id)
    elif body.commitment() != event.commitment:
        yield Flaw(Check.WORDS, "teksten er ændret", event.id)


def _blobs(db: Database) -> Iterator[Flaw]:
    """Attachments are not in the chain themselves: the record that names one says its SHA-256."""
    for kind, (name, sha) in _BLOBS.items():
        rows = db.conn.execute(
            f"SELECT e.id, b.data ->> ?, b.data ->> ? FROM event e JOIN body b ON b.event = e.{_key(db)} "
            "WHERE e.kind = ? AND json_valid(b.data)",
            (f"$.d.{name}", f"$.d.{sha}", kind),
        ).fetchall()
        for event, blob, expected in rows:
            if not _blob_is(db, blob, expected):
                yield Flaw(Check.WORDS, "bilaget er ændret eller mangler", event)


def _blob_is(db: Database, blob: str, expected: str) -> bool:
    if db.conn.execute("SELECT 1 FROM erased WHERE what=?", (blob,)).fetchone():
        return True
    digest = hashlib.sha256()
    chunks = db.conn.execute("SELECT chunk FROM blob WHERE id=? ORDER BY n", (blob,))
    for (chunk,) in chunks:
        digest.update(chunk)
    return digest.hexdigest() == expected


def _tables(db: Database) -> Iterator[Flaw]:
    try:
        same = projections.digest(db) == projections.rebuilt_digest(db)
    except (msgspec.MsgspecError, KeyError, TypeError):  # words that are no record: said above
        same = False
    if not same:
        yield Flaw(Check.TABLES, "tabellerne er ikke dem, loggen giver; byg dem om")


def _head(db: Database, known: RememberedHead) -> Iterator[Flaw]:
    missing = known.count - count(db)
    if missing > 0:
        yield Flaw(Check.HEAD, f"loggen var {missing} hændelser længere, sidst den var åben her")
    elif head(db, known.count) != known.head:
        yield Flaw(Check.HEAD, "loggen er en anden end den, der var åben her sidst")
