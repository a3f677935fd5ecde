"""What the log remembers of records: their versions, who wrote and who looked, and what is new since a moment."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from tvaerfaglig.domain.ids import first_id
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.stored import Stored, Version
from tvaerfaglig.store import codec
from tvaerfaglig.store.drafts import moment
from tvaerfaglig.store.rows import ABOUT, COLUMNS, EVERY_KIND, FIRST, THESE, R, ask, read
from tvaerfaglig.store.vault import Vault


def versions(vault: Vault, kind: type[R], record: str) -> list[Version[R]]:
    """Every version of a record, the oldest first; erased ones without words."""
    rows = ask(
        vault,
        "SELECT e.id, b.data, e.hlc, e.actor FROM version v JOIN event e ON e.place=v.place "
        "LEFT JOIN body b ON b.event=e.place WHERE v.record=? AND e.kind=? ORDER BY e.place",
        (record, kind.KIND),
    )
    out = []
    for row in rows:
        read = codec.decode(kind.KIND, row[1]) if row[1] is not None else None
        out.append(
            Version(
                row[0], read if isinstance(read, kind) else None, moment(int(row[2][:13])), row[3]
            )
        )
    return out


def written_in(vault: Vault, records: Iterable[str]) -> list[tuple[str, Version[Record]]]:
    """Every version of some records, each with its record's id, in the order in which they were written."""
    rows = ask(
        vault,
        "SELECT e.record, e.kind, e.id, b.data, e.hlc, e.actor FROM version v JOIN event e ON e.place=v.place "
        "LEFT JOIN body b ON b.event=e.place WHERE v.record IN (SELECT value FROM json_each(?)) "
        "ORDER BY e.hlc, e.place",
        (json.dumps(sorted(records)),),
    )
    return [
        (
            row[0],
            Version(
                row[2],
                codec.decode(row[1], row[3]) if row[3] is not None else None,
                moment(int(row[4][:13])),
                row[5],
            ),
        )
        for row in rows
    ]


def as_written(vault: Vault, versions: Iterable[str]) -> dict[str, Record]:
    """What these versions (by their ids) said; without those whose words were erased."""
    rows = ask(
        vault,
        "SELECT e.id, e.kind, b.data FROM json_each(?) j CROSS JOIN event e ON e.id=j.value "
        "CROSS JOIN body b ON b.event=e.place",
        (json.dumps(sorted(versions)),),
    )
    read = ((row[0], codec.decode(row[1], row[2])) for row in rows)
    return {version: record for version, record in read if record is not None}


def living(vault: Vault, record: str) -> list[tuple[str, str, datetime]]:
    """The versions whose words are here, as (version, person, moment), the oldest first."""
    rows = ask(
        vault,
        "SELECT e.id, e.actor, e.hlc FROM version v JOIN event e ON e.place=v.place "
        "JOIN body b ON b.event=e.place WHERE v.record=? ORDER BY e.place",
        (record,),
    )
    return [(row[0], row[1], moment(int(row[2][:13]))) for row in rows]


def written_about(vault: Vault, children: Iterable[str], beside: Iterable[str] = ()) -> list[str]:
    """Which of these children somebody has written about; looks, prints and the records `beside` do not count."""
    rows = ask(
        vault,
        "SELECT each.value FROM json_each(?) each WHERE EXISTS(SELECT 1 FROM about a "
        f"JOIN current c ON c.place=a.place WHERE a.child=each.value AND a.kind IN {EVERY_KIND} "
        "AND a.kind NOT IN ('laest', 'cpr_vist', 'udskrevet') "
        "AND c.record NOT IN (SELECT value FROM json_each(?))) ORDER BY each.value",
        (json.dumps(sorted(children)), json.dumps(sorted(beside))),
    )
    return [row[0] for row in rows]


def changed_since(
    vault: Vault, ms: int, kinds: Iterable[str], children: Iterable[str]
) -> list[Stored[Any]]:
    """Records of these kinds about these children that were written or changed after a moment."""
    rows = ask(
        vault,
        f"SELECT {COLUMNS} FROM current c WHERE c.place IN (SELECT (SELECT min(v.place) FROM version v "
        "WHERE v.record=e.record) FROM event e WHERE e.id > :since) AND c.changed_at > :ms "
        f"AND c.kind IN (SELECT value FROM json_each(:kinds)) AND {ABOUT.format(THESE)} "
        "ORDER BY c.changed_at DESC LIMIT 50",
        {
            "since": first_id(ms),
            "ms": ms,
            "kinds": json.dumps(list(kinds)),
            "children": json.dumps(sorted(children)),
        },
    )
    found = [read(row, Record) for row in rows]
    return [stored for stored in found if stored]


def reads_of(vault: Vault, child: str) -> list[tuple[int, str, str, str]]:
    """Every time someone opened something about the child: (ms, person, record, what), newest first."""
    rows = ask(
        vault,
        "SELECT e.hlc, e.actor, b.data ->> '$.d.record', b.data ->> '$.d.what' FROM version v "
        "JOIN event e ON e.place=v.place JOIN body b ON b.event=e.place "
        "WHERE v.record IN (SELECT c.record FROM about a "
        "JOIN current c ON c.place=a.place WHERE a.child=? AND a.kind='laest') "
        "ORDER BY e.place DESC",
        (child,),
    )
    return [(int(row[0][:13]), row[1], row[2], row[3]) for row in rows]


def writes_of(vault: Vault, child: str) -> list[tuple[int, str, str, str]]:
    """Every version written about the child, erased ones too: (ms, person, kind, record), newest first."""
    rows = ask(
        vault,
        "SELECT hlc, actor, kind, record FROM event WHERE (place IN (SELECT v.place FROM version v "
        "WHERE v.record IN (SELECT c.record FROM about a JOIN current c ON c.place=a.place "
        f"WHERE a.child=?1 AND a.kind IN {EVERY_KIND} UNION SELECT ?1)) "
        "OR (device IN (SELECT id FROM device) AND case_id=?1)) AND kind NOT IN "
        "('laest','udskrevet','cpr_vist','henvisning','slettet') ORDER BY place DESC",
        (child,),
    )
    return [(int(row[0][:13]), row[1], row[2], row[3]) for row in rows]


def last_read(vault: Vault, read: str, since_ms: int, now_ms: int) -> bool:
    """Whether this look already stands in the read log, between two moments.

    The end matters: after a clock was set forward by mistake and back, a look "in the future" must
    not keep the next ones out of the log.
    """
    rows = ask(
        vault,
        f"SELECT 1 FROM current WHERE place={FIRST} AND kind='laest' AND changed_at > ? AND changed_at <= ?",
        (read, since_ms, now_ms),
    )
    return bool(rows)
