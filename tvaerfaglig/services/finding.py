"""Ctrl+K: find a child, a record or a konsultation by any of its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from tvaerfaglig.domain.danish import fold
from tvaerfaglig.domain.people import Child
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services import konsultationer, withheld
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.withheld import Withheld
from tvaerfaglig.store import queries


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
    folded, every = session.while_unchanged("folded", partial(_folded, session))
    children = [
        (one, visible[one].record)
        for one, words in (folded.items() if typed and _begins(every, typed) else ())
        if _begins(words, typed)
    ]
    meetings = konsultationer.anonymous(session)
    records = queries.search(session.vault, text, visible, meetings, limit)
    others = [one for one in records if not isinstance(one.record, Child)]
    about = {child for one in others for child in one.record.about()}
    held = withheld.of_children(session, about, visible)
    secret = {one.id: [held[c] for c in one.record.about() if c in held] for one in others}
    shown = tuple(one for one in others if _still_found(one, secret[one.id], typed))
    by_name = tuple(sorted(children, key=lambda pair: pair[1].name))
    return Found(
        by_name, shown, names(session), {one: held for one, held in secret.items() if held}
    )


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
