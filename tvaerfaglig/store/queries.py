"""What pages ask of the vault: one named function for each question, records as they stand out.

Permission is inside the query: `children` is the set of children that the asker may see.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.stored import Brief, Stored
from tvaerfaglig.store.drafts import moment
from tvaerfaglig.store.projections import apart
from tvaerfaglig.store.rows import (
    ABOUT,
    COLUMNS,
    EVERY_KIND,
    FIRST,
    SHORT,
    THESE,
    R,
    ask,
    briefly,
    read,
    stored,
)
from tvaerfaglig.store.vault import Vault

_WAITS_FOR_NOTHING = ("", "skrevet")
"""A record without a state, or simply written: the index on states leaves them out."""
_ONE_BY_ONE = 1_000
"""More children than so many are looked for in each row that comes: to lay them out for SQLite takes longer."""
_BY_DAY = "c.kind NOT IN ('laest', 'observation')"
"""As the index on days has it."""


def one(vault: Vault, kind: type[R], record: str) -> Stored[R] | None:
    """The record as it stands, or None when there is none (or its words were erased)."""
    found = stored(
        vault,
        kind,
        f"SELECT {COLUMNS} FROM current c WHERE c.place={FIRST} AND c.kind=?",
        (record, kind.KIND),
    )
    return found[0] if found else None


def kind_of(vault: Vault, record: str) -> str:
    rows = ask(vault, f"SELECT kind FROM current WHERE place={FIRST}", (record,))
    return str(rows[0][0]) if rows else ""


def all_of(vault: Vault, kind: type[R]) -> list[Stored[R]]:
    """Every record of a kind, the newest day first."""
    return stored(
        vault,
        kind,
        f"SELECT {COLUMNS} FROM current c WHERE c.kind=? ORDER BY c.happened DESC, c.record DESC",
        (kind.KIND,),
    )


def these(vault: Vault, kind: type[R], records: Iterable[str]) -> list[Stored[R]]:
    """The records of a kind by their ids, as they stand; those that are gone are left out."""
    return stored(
        vault,
        kind,
        f"SELECT {COLUMNS} FROM current c WHERE c.place IN (SELECT min(v.place) FROM version v "
        "WHERE v.record IN (SELECT value FROM json_each(?)) GROUP BY v.record) AND c.kind=?",
        (json.dumps(sorted(records)), kind.KIND),
    )


def ids_of(vault: Vault, kind: type[Record]) -> frozenset[str]:
    """Which records of a kind there are: nothing of what they say is read."""
    rows = ask(vault, "SELECT record FROM current WHERE kind=?", (kind.KIND,))
    return frozenset(row[0] for row in rows)


def in_state(vault: Vault, kind: type[R], *states: str) -> list[Stored[R]]:
    """The records of a kind that stand in one of these states, the newest day first: what waits, not what was."""
    found = [read(row, kind) for row in _in_state(vault, kind, COLUMNS, states)]
    return [one for one in found if one]


def brief_in_state(vault: Vault, kind: type[R], *states: str) -> list[Brief[R]]:
    """As `in_state`, only what each says and who wrote it."""
    found = [briefly(row, kind) for row in _in_state(vault, kind, SHORT, states)]
    return [one for one in found if one]


def _in_state(
    vault: Vault, kind: type[Record], columns: str, states: tuple[str, ...]
) -> list[tuple[Any, ...]]:
    return ask(
        vault,
        f"SELECT {columns} FROM current c WHERE c.kind=? {_as_indexed(states)} "
        f"AND c.state IN ({','.join('?' * len(states))}) ORDER BY +c.happened DESC, c.record DESC",
        (kind.KIND, *states),
    )


def since_day(vault: Vault, kind: type[R], day: str) -> list[Stored[R]]:
    """The records of a kind from an ISO day on, the newest first."""
    indexed = "" if kind.KIND in {"laest", "observation"} else f"AND {_BY_DAY} "
    return stored(
        vault,
        kind,
        f"SELECT {COLUMNS} FROM current c WHERE c.kind=? {indexed}AND c.happened >= ? "
        "ORDER BY c.happened DESC, c.record DESC",
        (kind.KIND, day),
    )


def about_nobody(vault: Vault, kind: type[R]) -> list[Stored[R]]:
    """The records of a kind that name no child, the newest day first."""
    return stored(
        vault,
        kind,
        f"SELECT {COLUMNS} FROM current c WHERE c.kind=? AND c.children='' "
        "ORDER BY c.happened DESC, c.record DESC",
        (kind.KIND,),
    )


def of_child(vault: Vault, kind: type[R], child: str, limit: int = -1) -> list[Stored[R]]:
    """A child's records of a kind, the newest day first."""
    return stored(
        vault,
        kind,
        f"SELECT {COLUMNS} FROM about a CROSS JOIN current c ON c.place=a.place "
        "WHERE a.child=? AND a.kind=? ORDER BY a.happened DESC, c.record DESC LIMIT ?",
        (child, kind.KIND, limit),
    )


def of_kind(vault: Vault, kind: str, child: str) -> list[Stored[Record]]:
    """As `of_child`, of a kind known by its word."""
    return stored(
        vault,
        Record,
        f"SELECT {COLUMNS} FROM about a CROSS JOIN current c ON c.place=a.place "
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
    rows = _about(vault, kind, COLUMNS, frozenset(children), states)
    found = [read(row, kind) for row in rows]
    return [one for one in found if one]


def brief_of_children(
    vault: Vault, kind: type[R], children: Iterable[str], *states: str
) -> list[Brief[R]]:
    """As `of_children`, only what each says and who wrote it."""
    rows = _about(vault, kind, SHORT, frozenset(children), states)
    found = [briefly(row, kind) for row in rows]
    return [one for one in found if one]


def _about(
    vault: Vault,
    kind: type[Record],
    columns: str,
    children: frozenset[str],
    states: tuple[str, ...],
) -> list[tuple[Any, ...]]:
    among = f"{_as_indexed(states)} AND c.state IN (SELECT value FROM json_each(:states)) "
    where = f"FROM current c WHERE c.kind=:kind {among if states else ''}"
    order = f"ORDER BY {'+' if states else ''}c.happened DESC, c.record DESC"
    values = {"kind": kind.KIND, "states": json.dumps(states)}
    if len(children) > _ONE_BY_ONE:
        rows = ask(vault, f"SELECT {columns}, c.children {where} {order}", values)
        return [row[:-1] for row in rows if _names_any(row[-1], children)]
    values["children"] = json.dumps(sorted(children))
    return ask(vault, f"SELECT {columns} {where} AND {ABOUT.format(THESE)} {order}", values)


def _as_indexed(states: tuple[str, ...]) -> str:
    """What SQLite must read to look in the index on states, where the states asked for stand in it."""
    if set(states) & set(_WAITS_FOR_NOTHING):
        return ""
    return f"AND c.state NOT IN {_WAITS_FOR_NOTHING}"


def _names_any(named: str, children: frozenset[str]) -> bool:
    """Whom a row is about, as it stands there: one, or several put together."""
    return named in children or not children.isdisjoint(apart(named))


def of_each(vault: Vault, kind: type[R], children: Iterable[str]) -> list[Stored[R]]:
    """The records of a kind that are about one of these children and nobody else, child by child.

    Of a kind whose records never are about several it says the same as `of_children`, and looks at no other child's.
    """
    return stored(
        vault,
        kind,
        f"SELECT {COLUMNS} FROM json_each(?) each CROSS JOIN current c ON c.kind=? AND c.children=each.value "
        "ORDER BY c.happened DESC, c.record DESC",
        (json.dumps(sorted(children)), kind.KIND),
    )


def latest_of_children(
    vault: Vault, kind: type[R], children: Iterable[str]
) -> dict[str, Stored[R]]:
    """For each child, the newest record of a kind."""
    rows = ask(
        vault,
        f"SELECT each.value, {COLUMNS} FROM json_each(:children) each CROSS JOIN current c ON c.place=("
        "SELECT place FROM ("
        "SELECT * FROM (SELECT happened, place FROM current WHERE kind=:kind AND children=each.value "
        "ORDER BY happened DESC, place DESC LIMIT 1) UNION ALL "
        "SELECT * FROM (SELECT happened, place FROM several WHERE kind=:kind AND child=each.value "
        "ORDER BY happened DESC, place DESC LIMIT 1)) ORDER BY happened DESC, place DESC LIMIT 1)",
        {"children": json.dumps(sorted(children)), "kind": kind.KIND},
    )
    found = {row[0]: read(row[1:], kind) for row in rows}
    return {child: stored for child, stored in found.items() if stored}


def brief_latest_of_children(
    vault: Vault, kind: type[R], children: Iterable[str], *states: str
) -> list[Brief[R]]:
    """Of each child the newest record of a kind that is about her alone, where it stands in one of these states."""
    rows = ask(
        vault,
        f"SELECT {SHORT} FROM json_each(:children) each CROSS JOIN current c ON c.place=("
        "SELECT place FROM current WHERE kind=:kind AND children=each.value "
        "ORDER BY happened DESC, place DESC LIMIT 1) "
        "WHERE c.state IN (SELECT value FROM json_each(:states))",
        {
            "kind": kind.KIND,
            "children": json.dumps(sorted(children)),
            "states": json.dumps(states),
        },
    )
    found = [briefly(row, kind) for row in rows]
    return [one for one in found if one]


def count_by_kind(vault: Vault, child: str) -> dict[str, int]:
    rows = ask(
        vault,
        f"SELECT kind, count(*) FROM about WHERE child=? AND kind IN {EVERY_KIND} GROUP BY kind",
        (child,),
    )
    return {row[0]: row[1] for row in rows}


def count_between(
    vault: Vault, kinds: Iterable[str], between: tuple[str, str], children: Iterable[str]
) -> dict[str, dict[str, int]]:
    """For each child, how many records of these kinds happened between two ISO moments, neither counted."""
    rows = ask(
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
    rows = ask(
        vault,
        "SELECT value, (SELECT a.happened FROM about a WHERE a.child=value AND a.kind=? "
        "ORDER BY a.happened DESC LIMIT 1) FROM json_each(?)",
        (kind.KIND, json.dumps(sorted(children))),
    )
    return {row[0]: row[1][:10] for row in rows if row[1] is not None}


def last_changed(vault: Vault, kind: type[Record], belongs_to: str) -> dict[str, datetime]:
    """When a record of a kind was last changed, for each thing that one of its fields names; the words stay unread."""
    rows = ask(
        vault,
        "SELECT json_extract(data, ?), max(changed_at) FROM current WHERE kind=? GROUP BY 1",
        (f"$.d.{belongs_to}", kind.KIND),
    )
    return {row[0]: moment(row[1]) for row in rows}


def children_of(vault: Vault, record: str) -> list[str]:
    """The children that a record is about as it stands."""
    rows = ask(vault, f"SELECT children FROM current WHERE place={FIRST}", (record,))
    return sorted(apart(rows[0][0])) if rows else []


def newest_days(
    vault: Vault, kind: type[Record], children: Iterable[str], many: int
) -> dict[str, list[str]]:
    """For each child, the ISO days of so many of her newest records of a kind, the newest first."""
    rows = ask(
        vault,
        "SELECT value, (SELECT group_concat(happened) FROM (SELECT a.happened FROM about a "
        "WHERE a.child=value AND a.kind=? ORDER BY a.happened DESC LIMIT ?)) FROM json_each(?)",
        (kind.KIND, many, json.dumps(sorted(children))),
    )
    return {row[0]: [one[:10] for one in row[1].split(",")] for row in rows if row[1]}
