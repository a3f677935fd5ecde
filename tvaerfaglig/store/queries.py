"""What pages ask of the vault: one named function for each question, records out.

Permission is inside the query: `children` is the set of children that the asker may see.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from tvaerfaglig.domain.danish import fold
from tvaerfaglig.domain.ids import first_id
from tvaerfaglig.domain.kinds import KINDS
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.stored import Stored, Version
from tvaerfaglig.store import codec
from tvaerfaglig.store.drafts import moment
from tvaerfaglig.store.driver import spoken
from tvaerfaglig.store.projections import apart
from tvaerfaglig.store.vault import Vault

R = TypeVar("R", bound=Record)

_CONSIDERED = 60
_ASKED_FOR = "c.state NOT IN ('', 'skrevet')"
"""As the index on states has it: a record without a state, or simply written, waits for nothing."""
_THESE = "(SELECT value FROM json_each(:children))"
_ABOUT = (
    "(c.children IN {0} OR (c.children > '' AND c.children < '!' AND EXISTS("
    "SELECT 1 FROM json_each(c.children) j WHERE j.value IN {0})))"
)
"""A record about any of these children; most are about one, and say so in the row itself."""
_LATELY = (
    "SELECT data, written_by FROM current WHERE +kind='observation' "
    "AND place > (SELECT max(place) FROM event) - 10000 ORDER BY place DESC LIMIT 2000"
)
_BY_DAY = "c.kind NOT IN ('laest', 'observation')"
"""As the index on days has it."""
_FIRST = "(SELECT min(place) FROM version WHERE record=?)"
"""A record's row lies at the place of its first event."""
_EVERY_KIND = f"({','.join(repr(kind) for kind in sorted(KINDS))})"
"""Whom a record is about stands in the index behind its kind: who asks for all kinds names them."""
_COLUMNS = (
    "c.record, c.kind, c.data, c.version, c.heads, c.written_at, c.written_by, c.changed_at, c.changed_by, "
    "c.versions"
)


def one(vault: Vault, kind: type[R], record: str) -> Stored[R] | None:
    """The record as it stands, or None when there is none (or its words were erased)."""
    found = _stored(
        vault,
        kind,
        f"SELECT {_COLUMNS} FROM current c WHERE c.place={_FIRST} AND c.kind=?",
        (record, kind.KIND),
    )
    return found[0] if found else None


def kind_of(vault: Vault, record: str) -> str:
    rows = _ask(vault, f"SELECT kind FROM current WHERE place={_FIRST}", (record,))
    return str(rows[0][0]) if rows else ""


def all_of(vault: Vault, kind: type[R]) -> list[Stored[R]]:
    """Every record of a kind, the newest day first."""
    return _stored(
        vault,
        kind,
        f"SELECT {_COLUMNS} FROM current c WHERE c.kind=? ORDER BY c.happened DESC, c.record DESC",
        (kind.KIND,),
    )


def ids_of(vault: Vault, kind: type[Record]) -> frozenset[str]:
    """Which records of a kind there are: nothing of what they say is read."""
    rows = _ask(vault, "SELECT record FROM current WHERE kind=?", (kind.KIND,))
    return frozenset(row[0] for row in rows)


def in_state(vault: Vault, kind: type[R], *states: str) -> list[Stored[R]]:
    """The records of a kind that stand in one of these states, the newest day first: what waits, not what was."""
    return _stored(
        vault,
        kind,
        f"SELECT {_COLUMNS} FROM current c WHERE c.kind=? AND {_ASKED_FOR} "
        f"AND c.state IN ({','.join('?' * len(states))}) ORDER BY +c.happened DESC, c.record DESC",
        (kind.KIND, *states),
    )


def since_day(vault: Vault, kind: type[R], day: str) -> list[Stored[R]]:
    """The records of a kind from an ISO day on, the newest first."""
    indexed = "" if kind.KIND in {"laest", "observation"} else f"AND {_BY_DAY} "
    return _stored(
        vault,
        kind,
        f"SELECT {_COLUMNS} FROM current c WHERE c.kind=? {indexed}AND c.happened >= ? "
        "ORDER BY c.happened DESC, c.record DESC",
        (kind.KIND, day),
    )


def about_nobody(vault: Vault, kind: type[R]) -> list[Stored[R]]:
    """The records of a kind that name no child, the newest day first."""
    return _stored(
        vault,
        kind,
        f"SELECT {_COLUMNS} FROM current c WHERE c.kind=? AND c.children='' "
        "ORDER BY c.happened DESC, c.record DESC",
        (kind.KIND,),
    )


def of_child(vault: Vault, kind: type[R], child: str, limit: int = -1) -> list[Stored[R]]:
    """A child's records of a kind, the newest day first."""
    return _stored(
        vault,
        kind,
        f"SELECT {_COLUMNS} FROM about a CROSS JOIN current c ON c.place=a.place "
        "WHERE a.child=? AND a.kind=? ORDER BY a.happened DESC, c.record DESC LIMIT ?",
        (child, kind.KIND, limit),
    )


def of_kind(vault: Vault, kind: str, child: str) -> list[Stored[Record]]:
    """As `of_child`, of a kind known by its word."""
    return _stored(
        vault,
        Record,
        f"SELECT {_COLUMNS} FROM about a CROSS JOIN current c ON c.place=a.place "
        "WHERE a.child=? AND a.kind=? ORDER BY a.happened DESC, c.record DESC",
        (child, kind),
    )


def of_children(
    vault: Vault, kind: type[R], children: Iterable[str], *states: str
) -> list[Stored[R]]:
    """The records of a kind about any of these children, each once, the newest day first.

    With `states` only those that stand in one of them. A plus sign takes a column out of SQLite's choice of
    index: else it would walk through the years for the order.
    """
    among = f"AND {_ASKED_FOR} AND c.state IN (SELECT value FROM json_each(:states)) "
    return _stored(
        vault,
        kind,
        f"SELECT {_COLUMNS} FROM current c WHERE c.kind=:kind {among if states else ''}"
        f"AND {_ABOUT.format(_THESE)} ORDER BY {'+' if states else ''}c.happened DESC, c.record DESC",
        {
            "kind": kind.KIND,
            "states": json.dumps(states),
            "children": json.dumps(sorted(children)),
        },
    )


def latest_of_children(
    vault: Vault, kind: type[R], children: Iterable[str]
) -> dict[str, Stored[R]]:
    """For each child, the newest record of a kind."""
    rows = _ask(
        vault,
        f"SELECT each.value, {_COLUMNS} FROM json_each(:children) each CROSS JOIN current c ON c.place=("
        "SELECT place FROM ("
        "SELECT * FROM (SELECT happened, place FROM current WHERE kind=:kind AND children=each.value "
        "ORDER BY happened DESC, place DESC LIMIT 1) UNION ALL "
        "SELECT * FROM (SELECT happened, place FROM several WHERE kind=:kind AND child=each.value "
        "ORDER BY happened DESC, place DESC LIMIT 1)) ORDER BY happened DESC, place DESC LIMIT 1)",
        {"children": json.dumps(sorted(children)), "kind": kind.KIND},
    )
    found = {row[0]: _read(row[1:], kind) for row in rows}
    return {child: stored for child, stored in found.items() if stored}


def count_by_kind(vault: Vault, child: str) -> dict[str, int]:
    rows = _ask(
        vault,
        f"SELECT kind, count(*) FROM about WHERE child=? AND kind IN {_EVERY_KIND} GROUP BY kind",
        (child,),
    )
    return {row[0]: row[1] for row in rows}


def count_between(
    vault: Vault, kinds: Iterable[str], between: tuple[str, str], children: Iterable[str]
) -> dict[str, dict[str, int]]:
    """For each child, how many records of these kinds happened between two ISO moments, neither counted."""
    rows = _ask(
        vault,
        "SELECT c.value, k.value, count(*) FROM json_each(?1) c CROSS JOIN json_each(?2) k "
        "CROSS JOIN about a ON a.child=c.value AND a.kind=k.value AND a.happened > ?3 AND a.happened < ?4 "
        "GROUP BY c.value, k.value",
        (json.dumps(sorted(children)), json.dumps(list(kinds)), *between),
    )
    found: dict[str, dict[str, int]] = {}
    for child, kind, many in rows:
        found.setdefault(child, {})[kind] = many
    return found


def last_day(vault: Vault, kind: type[Record], children: Iterable[str]) -> dict[str, str]:
    """For each child, the ISO day of the newest record of a kind; children without one are left out."""
    rows = _ask(
        vault,
        "SELECT value, (SELECT a.happened FROM about a WHERE a.child=value AND a.kind=? "
        "ORDER BY a.happened DESC LIMIT 1) FROM json_each(?)",
        (kind.KIND, json.dumps(sorted(children))),
    )
    return {row[0]: row[1][:10] for row in rows if row[1] is not None}


def versions(vault: Vault, kind: type[R], record: str) -> list[Version[R]]:
    """Every version of a record, the oldest first; erased ones without words."""
    rows = _ask(
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
    rows = _ask(
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


def living(vault: Vault, record: str) -> list[tuple[str, str, datetime]]:
    """The versions whose words are here, as (version, person, moment), the oldest first."""
    rows = _ask(
        vault,
        "SELECT e.id, e.actor, e.hlc FROM version v JOIN event e ON e.place=v.place "
        "JOIN body b ON b.event=e.place WHERE v.record=? ORDER BY e.place",
        (record,),
    )
    return [(row[0], row[1], moment(int(row[2][:13]))) for row in rows]


def children_of(vault: Vault, record: str) -> list[str]:
    """The children that a record is about as it stands."""
    rows = _ask(vault, f"SELECT children FROM current WHERE place={_FIRST}", (record,))
    return sorted(apart(rows[0][0])) if rows else []


def newest_days(
    vault: Vault, kind: type[Record], children: Iterable[str], many: int
) -> dict[str, list[str]]:
    """For each child, the ISO days of so many of her newest records of a kind, the newest first."""
    rows = _ask(
        vault,
        "SELECT value, (SELECT group_concat(happened) FROM (SELECT a.happened FROM about a "
        "WHERE a.child=value AND a.kind=? ORDER BY a.happened DESC LIMIT ?)) FROM json_each(?)",
        (kind.KIND, many, json.dumps(sorted(children))),
    )
    return {row[0]: [one[:10] for one in row[1].split(",")] for row in rows if row[1]}


def written_about(vault: Vault, children: Iterable[str], beside: Iterable[str] = ()) -> list[str]:
    """Which of these children somebody has written about; looks, prints and the records `beside` do not count."""
    rows = _ask(
        vault,
        "SELECT each.value FROM json_each(?) each WHERE EXISTS(SELECT 1 FROM about a "
        f"JOIN current c ON c.place=a.place WHERE a.child=each.value AND a.kind IN {_EVERY_KIND} "
        "AND a.kind NOT IN ('laest', 'cpr_vist', 'udskrevet') "
        "AND c.record NOT IN (SELECT value FROM json_each(?))) ORDER BY each.value",
        (json.dumps(sorted(children)), json.dumps(sorted(beside))),
    )
    return [row[0] for row in rows]


@dataclass(frozen=True, slots=True)
class Seen:
    """What the asker may see, ready to be asked with: a search asks with every letter typed."""

    children: str
    records: str

    @classmethod
    def of(cls, children: Iterable[str], records: Iterable[str] = ()) -> Seen:
        """The `records` are about no child, such as anonymous konsultationer."""
        return cls(json.dumps(sorted(children)), json.dumps(sorted(records)))


def search(vault: Vault, text: str, seen: Seen, limit: int = 50) -> list[Stored[Any]]:
    """Records whose words hold all the words typed (the last as a beginning), the newest first.

    Of a word that stands everywhere only the records written last are put in order: all of them would take a second.
    """
    plain = "".join(sign if sign.isprintable() and sign != '"' else " " for sign in fold(text))
    terms = [term for term in plain.split() if any(map(str.isalnum, term))]
    if not terms:
        return []
    match = " ".join(f'"{term}"' for term in terms) + "*"
    rows = _ask(
        vault,
        "WITH seen(id) AS MATERIALIZED (SELECT value FROM json_each(:children)), "
        "latest(place) AS MATERIALIZED (SELECT place FROM ("
        "SELECT c.place, c.happened, c.record FROM words w CROSS JOIN current c ON c.place=w.rowid "
        f"WHERE w.folded MATCH :match AND ({_ABOUT.format('seen')} "
        "OR (c.kind='barn' AND c.record IN seen) "
        "OR c.record IN (SELECT value FROM json_each(:also))) "
        "ORDER BY w.rowid DESC LIMIT :considered) ORDER BY happened DESC, record DESC LIMIT :most) "
        f"SELECT {_COLUMNS} FROM latest CROSS JOIN current c ON c.place=latest.place "
        "ORDER BY c.happened DESC, c.record DESC",
        {
            "match": match,
            "children": seen.children,
            "also": seen.records,
            "considered": max(limit, _CONSIDERED),
            "most": limit,
        },
    )
    found = [_read(row, Record) for row in rows]
    return [stored for stored in found if stored]


def changed_since(
    vault: Vault, ms: int, kinds: Iterable[str], children: Iterable[str]
) -> list[Stored[Any]]:
    """Records of these kinds about these children that were written or changed after a moment."""
    rows = _ask(
        vault,
        f"SELECT {_COLUMNS} FROM current c WHERE c.place IN (SELECT (SELECT min(v.place) FROM version v "
        "WHERE v.record=e.record) FROM event e WHERE e.id > :since) AND c.changed_at > :ms "
        f"AND c.kind IN (SELECT value FROM json_each(:kinds)) AND {_ABOUT.format(_THESE)} "
        "ORDER BY c.changed_at DESC LIMIT 50",
        {
            "since": first_id(ms),
            "ms": ms,
            "kinds": json.dumps(list(kinds)),
            "children": json.dumps(sorted(children)),
        },
    )
    found = [_read(row, Record) for row in rows]
    return [stored for stored in found if stored]


def places_used(vault: Vault, actor: str) -> list[str]:
    """Where this person's observations happened, the most used first, by what the house wrote lately."""
    rows = _ask(
        vault,
        f"SELECT data ->> '$.d.place' AS spot FROM ({_LATELY}) WHERE written_by=? "
        "AND spot <> '' GROUP BY spot ORDER BY count(*) DESC, spot LIMIT 12",
        (actor,),
    )
    return [row[0] for row in rows]


def categories_used(vault: Vault, actor: str) -> list[str]:
    """What this person's observations are about, the most used first, by what the house wrote lately."""
    rows = _ask(
        vault,
        f"SELECT value FROM ({_LATELY}) l, json_each(l.data, '$.d.categories') "
        "WHERE written_by=? GROUP BY value ORDER BY count(*) DESC, value LIMIT 12",
        (actor,),
    )
    return [row[0] for row in rows]


def reads_of(vault: Vault, child: str) -> list[tuple[int, str, str, str]]:
    """Every time someone opened something about the child: (ms, person, record, what), newest first."""
    rows = _ask(
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
    rows = _ask(
        vault,
        "SELECT hlc, actor, kind, record FROM event WHERE (place IN (SELECT v.place FROM version v "
        "WHERE v.record IN (SELECT c.record FROM about a JOIN current c ON c.place=a.place "
        f"WHERE a.child=?1 AND a.kind IN {_EVERY_KIND} UNION SELECT ?1)) "
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
    rows = _ask(
        vault,
        f"SELECT 1 FROM current WHERE place={_FIRST} AND kind='laest' AND changed_at > ? AND changed_at <= ?",
        (read, since_ms, now_ms),
    )
    return bool(rows)


def _ask(vault: Vault, query: str, values: Any = ()) -> list[tuple[Any, ...]]:
    """The answer at once: a half-read one would hold the vault open for reading."""
    with spoken():
        return list(vault.db.conn.execute(query, values))


def _stored(vault: Vault, kind: type[R], query: str, values: Any) -> list[Stored[R]]:
    rows = _ask(vault, query, values)
    found = [_read(row, kind) for row in rows]
    return [stored for stored in found if stored]


def _read(row: tuple[Any, ...], kind: type[R]) -> Stored[R] | None:
    record = codec.decode(row[1], row[2])
    if not isinstance(record, kind):
        return None
    return Stored(
        id=row[0],
        record=record,
        version=row[3],
        heads=_heads(row[4]),
        written_at=moment(row[5]),
        written_by=row[6],
        changed_at=moment(row[7]),
        changed_by=row[8],
        versions=row[9],
    )


def _heads(stored: str) -> tuple[str, ...]:
    """One head is the rule, and by far the quicker to read."""
    return (stored[2:-2],) if stored.count('"') == 2 else tuple(json.loads(stored))
