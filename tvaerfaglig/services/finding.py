"""Ctrl+K: find a child, a record or a konsultation by any of its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from tvaerfaglig.domain.danish import fold
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import findable
from tvaerfaglig.services.konsultation import listing
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.printing import withheld
from tvaerfaglig.services.printing.withheld import Withheld
from tvaerfaglig.services.session import WHO_SEES, Session
from tvaerfaglig.store import word_search

_SEARCHED = (*WHO_SEES, *listing.WHAT_OPENS, *findable.KINDS)


@dataclass(frozen=True, slots=True)
class Found:
    """Children whose name begins with what was typed, and records that hold its words, newest first."""

    children: tuple[tuple[str, Child], ...]
    records: tuple[Stored[Any], ...]
    names: Names
    held: dict[str, list[Withheld]] = field(default_factory=dict)

    def said(self, stored: Stored[Any]) -> str:
        """The record's words on one line, without what is withheld."""
        words = self.names.said(stored.record.words())
        return _without(words, self.held.get(stored.id, [])).replace("\n", " ")


def find(session: Session, text: str, limit: int = 30) -> Found:
    """All that the actor may see and no more: the permission is inside the query."""
    visible = session.children()
    typed = fold(text).split()
    children = [(one, visible[one].record) for one in _called(session, typed)]
    hidden = session.while_unchanged("hidden", WHO_SEES, partial(withheld.hidden, visible))
    seen = session.while_unchanged("searched", _SEARCHED, partial(_seen, session))
    records = word_search.search(session.vault, text, seen, limit)
    shown: list[Stored[Any]] = []
    secret: dict[str, list[Withheld]] = {}
    for one in records:
        if isinstance(one.record, Child):
            continue
        held = [
            withheld.of_child(session, child) for child in hidden.intersection(one.record.about())
        ]
        if _still_found(one, held, typed):
            shown.append(one)
            secret |= {one.id: held} if held else {}
    by_name = tuple(sorted(children, key=lambda pair: pair[1].name))
    return Found(by_name, tuple(shown), names(session), secret)


def _called(session: Session, typed: list[str]) -> list[str]:
    """The children whose names begin with what was typed; most words are nobody's name."""
    if not typed:
        return []
    names, every = session.while_unchanged("folded", WHO_SEES, partial(_folded, session))
    if not _begins(every, typed):
        return []
    first = f" {typed[0]}"
    return [one for one, words in names.items() if first in words and _begins(words, typed)]


def _seen(session: Session) -> word_search.Seen:
    of_nobody = listing.anonymous(session) | findable.of_nobody(session)
    return word_search.Seen.of(session.children(), of_nobody)


def _still_found(stored: Stored[Any], held: list[Withheld], typed: list[str]) -> bool:
    """Whether the words typed stand there without what is withheld: a street finds no protected child."""
    if not held:
        return True
    words = fold(_without(stored.record.words(), held))
    return _begins(_spaced("".join(one if one.isalnum() else " " for one in words)), typed)


def _without(text: str, held: list[Withheld]) -> str:
    for one in held:
        text = one.taken_out(text)
    return text


def _folded(session: Session) -> tuple[dict[str, str], str]:
    """Every child's name as it is compared with what is typed, and all of them in one: most words are no name."""
    names = {one: _spaced(fold(stored.record.name)) for one, stored in session.children().items()}
    return names, "".join(names.values())


def _spaced(words: str) -> str:
    """Each word after one blank, so that a blank before a part means that a word begins with it."""
    return f" {' '.join(words.split())}"


def _begins(spaced: str, typed: list[str]) -> bool:
    return all(f" {part}" in spaced for part in typed)
