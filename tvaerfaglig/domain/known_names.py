"""Finds known people in a text by any part of their names, quickly, however many there are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-ZÆØÅ]\.\s?){2,4}")
_SENTENCE_ENDS = ".!?:»\n–-"
Form = tuple[str, ...]
ORDINARY = frozenset(
    [
        "Bang",
        "Bech",
        "Bjerg",
        "Bjerre",
        "Bonde",
        "Brandt",
        "Busk",
        "Dahl",
        "Dal",
        "Eg",
        "Fisker",
        "Friis",
        "Hald",
        "Holm",
        "Hvid",
        "Kamp",
        "Kirkeby",
        "Kjær",
        "Krog",
        "Lind",
        "Lund",
        "Lykke",
        "Ravn",
        "Riis",
        "Skov",
        "Smed",
        "Steen",
        "Storm",
        "Strand",
        "Thy",
        "Toft",
        "Vang",
        "Vind",
        "Vinter",
        "Winther",
        "Bro",
        "Bøgh",
        "Krag",
    ]
)
"""Last names that are words as well: where a sentence begins with one it is not taken for a name."""


@dataclass(frozen=True, slots=True)
class Known:
    """Where somebody's name stands."""

    start: int
    end: int


class Names:
    """`people` are told by full name, first name, last name or initials; `others` are not, and win where longer."""

    def __init__(self, people: Iterable[str], spared: Iterable[str], others: Iterable[str]) -> None:
        self._forms: dict[str, set[Form]] = {}
        self._free: set[Form] = set()
        people = list(dict.fromkeys(people))
        spared, others = list(dict.fromkeys(spared)), list(dict.fromkeys(others))
        self._initials: set[str] = set()
        self._last: set[Form] = set()
        for name in people:
            for form in _forms_of(name):
                self._forms.setdefault(form[0].casefold(), set()).add(form)
            self._initials.add(initials_of(name))
            self._last.add(_words(name.split()[-1]) if name.split() else ())
        self._last -= {_words(name.split()[0]) for name in people if name.split()}
        kept = {_words(name) for name in people}
        for name in others:
            full = _words(name)
            if len(full) > 1 and full not in kept:
                self._forms.setdefault(full[0].casefold(), set()).add(full)
                self._free.add(full)
        for name in spared:
            self._free |= set(_forms_of(name)) - kept
        self._initials -= {initials_of(name) for name in (*spared, *others)} | {""}

    def found(self, text: str) -> Iterator[Known]:
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words):
            form, taken, end = self._at(text, words, at)
            ordinary = form in self._last and _ordinary(text, words[at], form)
            if taken and form not in self._free and not ordinary:
                yield Known(words[at].start(), end)
            at += max(taken, 1)
        for one in _INITIALS.finditer(text):
            if "".join(one[0].split()) in self._initials:
                yield Known(one.start(), one.start() + len(one[0].rstrip()))

    def _at(self, text: str, words: list[re.Match[str]], at: int) -> tuple[Form, int, int]:
        """The longest name that begins here, in how many words, and where it ends."""
        first = words[at][0].casefold()
        candidates = self._forms.get(first, set()) | self._forms.get(first.removesuffix("s"), set())
        for form in sorted(candidates, key=len, reverse=True):
            said = [one[0] for one in words[at : at + len(form)]]
            if len(said) == len(form) and (_same(said, form) or _same(said, _loud(form))):
                return form, len(form), _end(text, words[at + len(form) - 1].end())
        return (), 0, 0


def _same(said: list[str], form: Form) -> bool:
    last, name = said[-1], form[-1]
    return tuple(said[:-1]) == form[:-1] and last in {name, f"{name}s", f"{name}S"}


def _loud(form: Form) -> Form:
    return tuple(one.upper() for one in form)


def _end(text: str, at: int) -> int:
    """With the apostrophe of an owner, and the s after it."""
    if text[at : at + 1] in {"'", "’"}:
        owns = text[at + 1 : at + 2].casefold() == "s" and not text[at + 2 : at + 3].isalnum()
        return at + 2 if owns else at + 1
    return at


def _ordinary(text: str, word: re.Match[str], form: Form) -> bool:
    """A last name that is a word too, where any word would have a capital letter."""
    if len(form) > 1 or form[0] not in ORDINARY:
        return False
    before = text[: word.start()].rstrip(" \t»\"'")
    return not before or before[-1] in _SENTENCE_ENDS


def _words(name: str) -> Form:
    return tuple(_WORD.findall(unicodedata.normalize("NFC", name)))


def _forms_of(name: str) -> Iterator[Form]:
    """Full, first (and each half of it), last, without what is one letter long."""
    parts = [_words(one) for one in unicodedata.normalize("NFC", name).split()]
    parts = [one for one in parts if one]
    if not parts:
        return
    firsts = [parts[0], *((half,) for half in parts[0])] if len(parts[0]) > 1 else [parts[0]]
    for form in (_words(name), *firsts, parts[-1]):
        if len("".join(form)) > 1:
            yield form


def initials_of(name: str) -> str:
    """»A.N.«"""
    parts = name.split()
    return f"{parts[0][0].upper()}.{parts[-1][0].upper()}." if len(parts) > 1 else ""
