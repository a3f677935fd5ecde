"""Ctrl+K: find a child, a record or a konsultation by any of its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tvaerfaglig.domain.danish import fold
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services import konsultationer
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import queries


@dataclass(frozen=True, slots=True)
class Found:
    """Children whose name begins with what was typed, and records that hold its words, newest first."""

    children: tuple[tuple[str, Child], ...]
    records: tuple[Stored[Any], ...]
    names: Names


def find(session: Session, text: str, limit: int = 30) -> Found:
    """All that the actor may see and no more: the permission is inside the query."""
    visible = session.children()
    typed = fold(text).split()
    children = [
        (one, stored.record)
        for one, stored in visible.items()
        if typed and _begins(fold(stored.record.name).split(), typed)
    ]
    meetings = [
        row.stored.id for row in konsultationer.rows(session) if not row.stored.record.about()
    ]
    records = queries.search(session.vault, text, visible, meetings, limit)
    others = tuple(one for one in records if not isinstance(one.record, Child))
    return Found(tuple(sorted(children, key=lambda pair: pair[1].name)), others, names(session))


def _begins(words: list[str], typed: list[str]) -> bool:
    return all(any(word.startswith(part) for word in words) for part in typed)
