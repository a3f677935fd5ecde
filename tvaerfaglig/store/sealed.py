"""Sealed cases: read from the log itself, for no table holds them and no search finds them.

They lie in a stream of their own. What the log says in clear is that one was written, when and by whom.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import msgspec

from tvaerfaglig.domain.staff_case import Sealed, StaffCase
from tvaerfaglig.store import codec
from tvaerfaglig.store.drafts import moment
from tvaerfaglig.store.driver import spoken
from tvaerfaglig.store.identity import NotForYou, Tampered, seal_to, unseal
from tvaerfaglig.store.streams import SEALED
from tvaerfaglig.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Envelope:
    """One version of one case, closed."""

    record: str
    version: str
    parents: tuple[str, ...]
    by: str
    at: datetime
    sealed: Sealed


def envelopes(vault: Vault) -> list[Envelope]:
    """Every version that has not been erased, the oldest first."""
    with spoken():
        rows = vault.db.conn.execute(
            "SELECT e.record, e.id, e.parents, e.actor, e.hlc, b.data FROM device d "
            "CROSS JOIN event e ON e.device=d.id AND e.case_id=? JOIN body b ON b.event=e.place "
            "WHERE e.kind=? ORDER BY e.place",
            (SEALED, Sealed.KIND),
        ).fetchall()
    found = []
    for row in rows:
        read = codec.decode(Sealed.KIND, row[5])
        if isinstance(read, Sealed):
            at = moment(int(row[4][:13]))
            found.append(Envelope(row[0], row[1], tuple(json.loads(row[2])), row[3], at, read))
    return found


def heads(versions: Iterable[Envelope]) -> tuple[str, ...]:
    """The versions of one case that nothing was built on."""
    every = list(versions)
    replaced = {parent for one in every for parent in one.parents}
    return tuple(one.version for one in every if one.version not in replaced)


def closed(case: StaffCase, recipients: Iterable[str]) -> Sealed:
    """The case in its envelope."""
    to = tuple(dict.fromkeys(recipients))
    said = msgspec.json.encode({"d": case, "v": case.V}, order="sorted").decode()
    return Sealed(sealed=seal_to(said, to), recipients=to)


def opened(envelope: Sealed, identity: str) -> StaffCase:
    """The case out of its envelope. Raises NotForYou or Tampered."""
    try:
        return msgspec.convert(
            msgspec.json.decode(unseal(envelope.sealed, identity))["d"], StaffCase
        )
    except (msgspec.MsgspecError, KeyError):
        raise Tampered from None


__all__ = ["Envelope", "NotForYou", "Tampered", "closed", "envelopes", "heads", "opened"]
