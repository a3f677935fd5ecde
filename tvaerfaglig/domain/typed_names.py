"""Children's names that someone typed in clear, exactly as they are written, in a text about another child.

A house knows a few dozen names, a municipality ten thousand, and a text is looked through at every key: so the
names are laid out by their first word once, and only those whose first word stands in the text are looked for.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tvaerfaglig.domain.naming import real_name

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class TypedName:
    """A known child's name standing in clear in a text about someone else."""

    start: int
    end: int
    name: str
    child: str


class NamesToLookFor:
    """Names to look for in many texts, or again and again in one. `others` are (child id, full name)."""

    def __init__(self, others: Iterable[tuple[str, str]] = ()) -> None:
        self.others: Sequence[tuple[str, str]] = tuple(others)
        self._full = dict(self.others)
        self._by_first_word: dict[str, list[tuple[int, str]]] = {}
        for at, (_, full) in enumerate(self.others):
            for name in _forms(full):
                for written in {name, name.upper()}:
                    self._by_first_word.setdefault(_first_word(written), []).append((at, name))

    def full_name(self, child: str) -> str:
        return self._full[child]

    def typed_in(self, text: str) -> list[TypedName]:
        """Typed without a token, also as owners ("Emils") and in capitals; of names in one place the longest."""
        return _longest(
            [
                TypedName(found.start(), found.end(), found[0], self.others[at][0])
                for at, name in self._that_may_stand_in(text)
                for found in re.finditer(_pattern(name), text)
            ]
        )

    def _that_may_stand_in(self, text: str) -> list[tuple[int, str]]:
        """By the words of the text, with and without an owner's s; in the order the names were given."""
        words = set(_WORD.findall(text)) | {""}
        words |= {word[:-1] for word in words if word[-1:] in {"s", "S"}}
        found = {one for word in words for one in self._by_first_word.get(word, ())}
        return sorted(found, key=lambda one: (one[0], -len(one[1])))


def typed_names(text: str, others: Iterable[tuple[str, str]]) -> list[TypedName]:
    """As `NamesToLookFor`, for one text."""
    return NamesToLookFor(others).typed_in(text)


def _pattern(name: str) -> str:
    loud = re.escape(name.upper())
    return rf"(?<!\w)(?:{re.escape(name)}(?:'s|’s|s|'|’)?|{loud}(?:'S|’S|S|'|’)?)(?!\w)"


def _first_word(written: str) -> str:
    found = _WORD.match(written)
    return found[0] if found else ""


def _forms(full: str) -> list[str]:
    full = unicodedata.normalize("NFC", full)
    if not real_name(full):
        return []
    first = full.split()[0] if real_name(full) == full else ""
    return [name for name in dict.fromkeys((full, first)) if len(name) > 1]


def _longest(found: list[TypedName]) -> list[TypedName]:
    kept: list[TypedName] = []
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
