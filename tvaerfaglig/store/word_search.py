"""Search as somebody types, and the words she uses most. Permission is inside the query."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tvaerfaglig.domain.danish import fold
from tvaerfaglig.domain.record import Record
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.store.rows import ABOUT, COLUMNS, ask, read
from tvaerfaglig.store.vault import Vault

_CONSIDERED = 60
_LATELY = (
    "SELECT data, written_by FROM current WHERE +kind='observation' "
    "AND place > (SELECT max(place) FROM event) - 10000 ORDER BY place DESC LIMIT 2000"
)


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
    rows = ask(
        vault,
        "WITH seen(id) AS MATERIALIZED (SELECT value FROM json_each(:children)), "
        "latest(place) AS MATERIALIZED (SELECT place FROM ("
        "SELECT c.place, c.happened, c.record FROM words w CROSS JOIN current c ON c.place=w.rowid "
        f"WHERE w.folded MATCH :match AND ({ABOUT.format('seen')} "
        "OR (c.kind='barn' AND c.record IN seen) "
        "OR c.record IN (SELECT value FROM json_each(:also))) "
        "ORDER BY w.rowid DESC LIMIT :considered) ORDER BY happened DESC, record DESC LIMIT :most) "
        f"SELECT {COLUMNS} FROM latest CROSS JOIN current c ON c.place=latest.place "
        "ORDER BY c.happened DESC, c.record DESC",
        {
            "match": match,
            "children": seen.children,
            "also": seen.records,
            "considered": max(limit, _CONSIDERED),
            "most": limit,
        },
    )
    found = [read(row, Record) for row in rows]
    return [stored for stored in found if stored]


def places_used(vault: Vault, actor: str) -> list[str]:
    """Where this person's observations happened, the most used first, by what the house wrote lately."""
    rows = ask(
        vault,
        f"SELECT data ->> '$.d.place' AS spot FROM ({_LATELY}) WHERE written_by=? "
        "AND spot <> '' GROUP BY spot ORDER BY count(*) DESC, spot LIMIT 12",
        (actor,),
    )
    return [row[0] for row in rows]


def categories_used(vault: Vault, actor: str) -> list[str]:
    """What this person's observations are about, the most used first, by what the house wrote lately."""
    rows = ask(
        vault,
        f"SELECT value FROM ({_LATELY}) l, json_each(l.data, '$.d.categories') "
        "WHERE written_by=? GROUP BY value ORDER BY count(*) DESC, value LIMIT 12",
        (actor,),
    )
    return [row[0] for row in rows]
