"""A line that begins with an arrow, read as an agreement: who does it, by when, and what it comes to.

It is only a proposal: somebody says yes to it, or puts it right. Who does it stands first in the line
(»Mette og Karen ringer …«), after an @, or in brackets at the end; a person named further in is whom it is
about. A name that two people share is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.agreements.days import read_day

_ARROW = re.compile(r"^\s*(?:→|->|=>|⇒)\s*(\S.*?)\s*$")
_EFFECT = re.compile(
    r"\s*[.,;:(–-]+\s*(?:vi ser (?:det|effekten|virkningen) (?:på|ved)(?:,? at)?|effekt\s*:|virkning\s*:)\s*"
    r"(?P<effect>[^()]+?)\s*\)?\s*$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*$")
_JOINS = re.compile(r"\s*(?:,|\+|/|&|\bog\b)\s*", re.IGNORECASE)
_INTERNAL = re.compile(r"\bunderret\w*|\bintern\w*|\bsparring\w*", re.IGNORECASE)
_ALL_PARENTS = frozenset({"forældrene", "forældre", "familien"})


@dataclass(frozen=True, slots=True)
class Doer:
    """Somebody who may be the one: a colleague, a parent or a guest; `called` is every word for her."""

    key: str
    called: tuple[str, ...]
    parent: bool = False


@dataclass(frozen=True, slots=True)
class LineRead:
    """What a line seems to say. `who` and `parents` are keys; nothing is sure before somebody has said yes."""

    what: str
    who: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    due: date | None = None
    every: int = 0
    until: date | None = None
    effect: str = ""
    internal: bool = False


def arrows(text: str) -> tuple[str, ...]:
    """What stands after the arrow on each line that begins with one."""
    found = (_ARROW.match(line) for line in text.split("\n"))
    return tuple(match[1] for match in found if match)


def read_line(line: str, people: Sequence[Doer], today: date) -> LineRead:
    """The line taken apart; what cannot be read stays in its words."""
    rest, effect = _cut_effect(line.strip())
    rest, named = _cut_named(rest, people)
    rest, when = read_day(rest, today)
    if not named:
        rest, bracketed = _cut_named(rest, people)
        named = bracketed or _first_named(rest, people)
        rest = _without_label(rest, people) if not bracketed else rest
    parents = tuple(one.key for one in named if one.parent)
    return LineRead(
        what=_tidy(rest) or _tidy(line),
        who=tuple(one.key for one in named if not one.parent),
        parents=parents,
        due=when.due,
        every=when.every,
        until=when.until,
        effect=effect,
        internal=bool(_INTERNAL.search(line)) and not parents,
    )


def _cut_effect(line: str) -> tuple[str, str]:
    found = _EFFECT.search(line)
    if found is None:
        return line, ""
    effect = found["effect"].strip(" .")
    return line[: found.start()], effect[:1].upper() + effect[1:]


def _cut_named(line: str, people: Sequence[Doer]) -> tuple[str, list[Doer]]:
    """Names in brackets at the end, when the brackets hold nothing else than names and a day."""
    found = _BRACKETS.search(line)
    if found is None:
        return line, []
    named = [one for part in _JOINS.split(found[1]) for one in _called(part, people)]
    if not named:
        return line, []
    left = ", ".join(
        part for part in _JOINS.split(found[1]) if part.strip() and not _called(part, people)
    )
    return f"{line[: found.start()]} {left}".rstrip(), named


def _first_named(line: str, people: Sequence[Doer]) -> list[Doer]:
    """Those that the line begins with, as long as one name follows another."""
    found: list[Doer] = []
    at = 0
    while True:
        named, end = _name_at(line, at, people)
        if not named:
            return found
        found += [one for one in named if one not in found]
        join = _JOINS.match(line, end)
        if join is None or join.end() == end:
            return found
        at = join.end()


def _name_at(line: str, at: int, people: Sequence[Doer]) -> tuple[list[Doer], int]:
    """The longest name that begins here."""
    rest = line[at:].lstrip("@")
    words = rest.split()
    for many in (3, 2, 1):
        piece = " ".join(words[:many])
        if len(words) < many:
            continue
        bare = piece.rstrip(",:;.")
        named = _called(bare, people)
        if named:
            begun = line.find(bare, at)
            return named, begun + len(bare)
    return [], at


def _called(words: str, people: Iterable[Doer]) -> list[Doer]:
    """Whoever is called so, when it is one alone; for »forældrene« all of them."""
    plain = words.strip(" @.:").casefold()
    if plain in _ALL_PARENTS:
        return [one for one in people if one.parent]
    found = [one for one in people if plain and plain in one.called]
    return found if len(found) == 1 else []


def _without_label(line: str, people: Sequence[Doer]) -> str:
    """»Mette: ringe til mor« says who before the colon; the words begin after it."""
    label, colon, rest = line.partition(":")
    if not colon or not rest.strip():
        return line
    parts = [part for part in _JOINS.split(label) if part.strip()]
    return rest if parts and all(_called(part, people) for part in parts) else line


def _tidy(words: str) -> str:
    tidy = " ".join(words.split()).strip(" @,;:–-").removesuffix(".")
    return tidy[:1].upper() + tidy[1:]
