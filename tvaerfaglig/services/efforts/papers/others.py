"""Parallel families are said otherwise on every paper: a text that was fine when it was written may name one today.

Names of staff and of the family itself stay. What somebody is called at home (»Mor«) is nobody's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.records import Enrolment
from tvaerfaglig.domain.known_names import Names
from tvaerfaglig.domain.masking import ANOTHER, said_everywhere
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services.efforts import rules
from tvaerfaglig.services.efforts.papers.facts import Family
from tvaerfaglig.services.printing import paper_facts
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.writing.known_people import is_word
from tvaerfaglig.store import queries

P = TypeVar("P")
ANOTHER_FAMILY = "en fra en anden familie"
_OWNED, _FAMILY_OWNED = "et andet barns", "en anden families"
_WORD = re.compile(r"[^\W\d_]+")
_AT_HOME = {
    "mor", "far", "mormor", "morfar", "farmor", "farfar", "bedstemor", "bedstefar", "søster", "storesøster",
    "lillesøster", "bror", "storebror", "lillebror", "tante", "moster", "faster", "onkel", "plejemor", "plejefar",
    "barnet", "anden", "anden voksen",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Found:
    """One sort of people as one looks for them: by name however it is written, and by each word of it as a name is."""

    names: Names
    capitals: re.Pattern[str]
    one: str
    owner: str

    def spans(self, text: str) -> list[tuple[int, int]]:
        every = [(found.start, found.end) for found in self.names.found(text)]
        every += [found.span() for found in self.capitals.finditer(text)]
        kept: list[tuple[int, int]] = []
        for start, end in sorted(every, key=lambda one: (one[0], -one[1])):
            if not kept or start >= kept[-1][1]:
                kept.append((start, end))
        return kept


@dataclass(frozen=True, slots=True)
class Others:
    """The other families of an effort; `plain` are the words of their names in small letters.

    A name that is a word too is said otherwise wherever it has a capital letter: better one odd sentence than a
    name on a stranger's paper.
    """

    sorts: tuple[_Found, ...]
    plain: frozenset[str]

    def said(self, text: str) -> str:
        """The text with a word for each: whose it is where it says so, with a capital where a sentence begins."""
        for sort in self.sorts:
            for start, end in reversed(sort.spans(text)):
                word = sort.owner if self._owns(text[start:end]) else sort.one
                before = text[:start]
                said = danish.capital(word) if _begins(before) else word
                text = f"{before}{said}{text[end:]}"
        return text

    def _owns(self, words: str) -> bool:
        last = words.rsplit(maxsplit=1)[-1].casefold()
        return last not in self.plain and last.endswith(("s", "'", "’"))


def _begins(before: str) -> bool:
    """Whether a sentence begins after this."""
    bare = before.rstrip(" \t»")
    return not bare or bare[-1] in ".!?\n"


def for_family(session: Session, paper: P, family: Family) -> P:
    """The last step of every paper about a family: nobody else is on it, by name or by token."""
    own = paper_facts.masked_through(paper, family.child_id, family.child)
    return masked(session, own, family.place.record.effort, family.place.record)


def masked(session: Session, paper: P, effort_id: str, own: Enrolment | None = None) -> P:
    """A whole paper of the effort with every other family said otherwise; without `own` every family."""
    found = others(session, effort_id, own)
    return said_everywhere(paper, found.said) if found else paper


def others(session: Session, effort_id: str, own: Enrolment | None = None) -> Others | None:
    """None where there is nobody else."""
    places = [one.record for one in rules.every_place(session, effort_id)]
    theirs = [one for one in places if own is None or one.child != own.child]
    if not theirs:
        return None
    spared = [one.name for one in session.staff().values()]
    spared += [house.name for house in session.houses().values()]
    spared += rules.called(session, own) if own else []
    children = _named(name for one in theirs for name in _small(session, one))
    grown = _named(name for one in theirs for name in rules.called(session, one))
    sorts = (
        _sort(children, spared, ANOTHER, _OWNED),
        _sort([one for one in grown if one not in children], spared, ANOTHER_FAMILY, _FAMILY_OWNED),
    )
    return Others(sorts, frozenset(map(str.casefold, _words([*children, *grown]))))


def _sort(people: list[str], spared: list[str], one: str, owner: str) -> _Found:
    free = {word.casefold() for word in _words(spared)}
    names = {word for word in _words(people) if word[0].isupper() and word.casefold() not in free}
    said = "|".join(sorted(map(re.escape, names), key=len, reverse=True)) or "(?!)"
    return _Found(
        Names(people, spared, (), is_word),
        re.compile(rf"(?<!\w)(?:{said})(?:'s|’s|s|'|’)?(?!\w)"),
        one,
        owner,
    )


def _words(names: Iterable[str]) -> list[str]:
    return [word for name in names for word in _WORD.findall(name) if len(word) > 1]


def _small(session: Session, place: Enrolment) -> list[str]:
    card = queries.one(session.vault, Child, place.child)
    own = [card.record.name, *(one.name for one in card.record.siblings)] if card else []
    return [*own, *(one.called for one in place.siblings)]


def _named(names: Iterable[str]) -> list[str]:
    return [one for one in names if one.strip() and one.strip().casefold() not in _AT_HOME]
