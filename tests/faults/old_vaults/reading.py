"""What a vault promises to whoever opens it later, read below and above the tables that programs may change."""

from __future__ import annotations

import hashlib
import json
from itertools import islice
from typing import TypedDict

from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.people import Child
from tvaerfaglig.store import queries
from tvaerfaglig.store.vault import Vault

PASSWORD = "birketræ havgus tirsdag klodser"
LEADER, PERSON = "asta", "bo"


class Promise(TypedDict):
    """`texts` is over every word in the log as it was written; `seen` what a page shows of two kinds."""

    events: int
    head: str
    texts: str
    seen: list[str]


def promised_by(vault: Vault, events: int | None = None) -> Promise:
    """Of the first `events` of the log, or of all of it."""
    count = events or vault.log.count()
    log = islice(vault.log.events(), count)
    rows = [[event.id, event.kind, event.record, data] for event, data in log]
    texts = hashlib.sha256(json.dumps(rows).encode()).hexdigest()
    seen = [one.record.text for one in queries.all_of(vault, Observation)]
    seen += [one.record.name for one in queries.all_of(vault, Child)]
    return Promise(events=count, head=vault.log.head(count), texts=texts, seen=sorted(seen))
