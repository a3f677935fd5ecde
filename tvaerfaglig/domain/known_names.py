"""Finds known people in a text by any part of their names, quickly, however many there are.

A name is known in any case and without its accents. Alone and in small letters it is one only where it is no
ordinary word, as whoever asks says: »nowak« is, »storm« is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tvaerfaglig.domain.naming import real_name

_WORD = re.compile(r"[^\W\d_]+")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-ZÆØÅ]\.\s?){1,3}[A-ZÆØÅ](?:\.|(?![\w.]))")
_LETTERS = frozenset("æøåÆØÅ")
_SHORT = 3
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


class Register:
    """Very many people by the words and the initials of their names: of a text only a few have to be looked at.

    `near` leaves out nobody whom `Names` would find, or who would decide what it finds: whatever it compares
    begins with the same word.
    """

    def __init__(self, people: Iterable[str]) -> None:
        self._by_word: dict[str, list[str]] = {}
        self._by_initials: dict[str, list[str]] = {}
        for name in dict.fromkeys(people):
            real = real_name(name)
            for word in _first_words(real):
                self._by_word.setdefault(word, []).append(name)
            for initials in {initials_of(real), _all_initials(real)}:
                self._by_initials.setdefault(initials, []).append(name)

    def near(self, text: str) -> tuple[str, ...]:
        """Those of whom some part could stand in the text."""
        words = {_plain(one) for one in _WORD.findall(text)}
        found = [self._by_word.get(one, ()) for one in words | {w.removesuffix("s") for w in words}]
        found += [self._by_initials.get(_initials(one), ()) for one in _INITIALS.finditer(text)]
        return tuple(dict.fromkeys(name for names in found for name in names))


class Names:
    """`people` are told by full name, first name, last name or initials; `others` are not, and win where longer."""

    def __init__(
        self,
        people: Iterable[str],
        spared: Iterable[str],
        others: Iterable[str],
        is_word: Callable[[str], bool] = bool,
    ) -> None:
        self._is_word = is_word
        self._forms: dict[str, set[Form]] = {}
        self._free: set[Form] = set()
        people = list(dict.fromkeys(filter(None, map(real_name, people))))
        spared, others = list(dict.fromkeys(spared)), list(dict.fromkeys(others))
        self._initials: set[str] = set()
        self._last: set[Form] = set()
        self._between: set[Form] = set()
        strong: set[Form] = set()
        for name in people:
            own, between = set(_forms_of(name)), set(_between(name))
            strong |= own
            self._between |= between
            for form in own | between:
                self._forms.setdefault(_plain(form[0]), set()).add(form)
            self._initials |= {initials_of(name), _all_initials(name)}
            self._last.add(_words(name.split()[-1]) if name.split() else ())
        self._last -= {_words(name.split()[0]) for name in people if name.split()}
        self._between -= strong
        kept = {_words(name) for name in people}
        for name in others:
            full = _words(name)
            if len(full) > 1 and full not in kept:
                self._forms.setdefault(_plain(full[0]), set()).add(full)
                self._free.add(full)
        for name in spared:
            self._free |= {*_forms_of(name), *_between(name)} - kept
        self._initials -= {initials_of(name) for name in (*spared, *others)} | {""}

    def found(self, text: str) -> Iterator[Known]:
        words = list(_WORD.finditer(text))
        at = 0
        while at < len(words):
            form, taken, end = self._at(text, words, at)
            ordinary = self._ordinary(text, words[at], form)
            if taken and form not in self._free and not ordinary:
                yield Known(words[at].start(), end)
            at += max(taken, 1)
        for one in _INITIALS.finditer(text):
            if _initials(one) in self._initials:
                yield Known(one.start(), one.start() + len(one[0].rstrip()))

    def _at(self, text: str, words: list[re.Match[str]], at: int) -> tuple[Form, int, int]:
        """The longest name that begins here, in how many words, and where it ends."""
        first = _plain(words[at][0])
        candidates = self._forms.get(first, set()) | self._forms.get(first.removesuffix("s"), set())
        for form in sorted(candidates, key=len, reverse=True):
            said = [one[0] for one in words[at : at + len(form)]]
            if (
                len(said) == len(form)
                and _same(said, form)
                and not self._is_just_a_word(said, form)
            ):
                return form, len(form), _end(text, words[at + len(form) - 1].end())
        return (), 0, 0

    def _is_just_a_word(self, said: list[str], form: Form) -> bool:
        """One word in small letters that Danish has: »storm«, »maj«, or the speller's »storms«."""
        if len(said) > 1 or not said[0].islower():
            return False
        return len(said[0]) < _SHORT or self._is_word(form[0].lower()) or self._is_word(said[0])

    def _ordinary(self, text: str, word: re.Match[str], form: Form) -> bool:
        """A name that is a word too, where any word would have a capital letter. First names are never that."""
        if not form or not _begins(text, word):
            return False
        if form in self._between:
            return len(form) == 1 and self._is_word(form[0].lower())
        return form in self._last and len(form) == 1 and form[0] in ORDINARY


def _initials(found: re.Match[str]) -> str:
    return f"{''.join(found[0].split()).rstrip('.')}."


def _first_words(name: str) -> set[str]:
    """Every word that one of its forms can begin with: each there is, and those that a hyphen joins as one."""
    name = unicodedata.normalize("NFC", name)
    found = {_plain(word) for word in _WORD.findall(name)}
    joined = ("".join(_words(part)) for part in name.split() if not part.isalpha())
    return found | {_plain(word) for word in joined if word}


def _same(said: list[str], form: Form) -> bool:
    """In any case, and as an owner: »Nowaks«."""
    *before, last = map(_plain, said)
    *first, name = map(_plain, form)
    return before == first and last in {name, f"{name}s"}


def _plain(word: str) -> str:
    """Small letters without accents: Núñez is written Nunez too. The Danish letters are letters."""
    if word.isascii():
        return word.casefold()
    return "".join(
        one
        if one in _LETTERS
        else "".join(c for c in unicodedata.normalize("NFKD", one) if not unicodedata.combining(c))
        for one in word
    ).casefold()


def _end(text: str, at: int) -> int:
    """With the apostrophe of an owner, and the s after it."""
    if text[at : at + 1] in {"'", "’"}:
        owns = text[at + 1 : at + 2].casefold() == "s" and not text[at + 2 : at + 3].isalnum()
        return at + 2 if owns else at + 1
    return at


def _begins(text: str, word: re.Match[str]) -> bool:
    """Whether a sentence begins with the word."""
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


def _between(name: str) -> Iterator[Form]:
    """Middle names, each half of a double one, and a double first name written as one: less sure than the rest."""
    parts = [_words(one) for one in unicodedata.normalize("NFC", name).split()]
    parts = [one for one in parts if one]
    halves = [(half,) for part in parts[1:] if len(part) > 1 for half in part]
    joined = [("".join(part),) for part in parts if len(part) > 1]
    for form in (*parts[1:-1], *halves, *joined):
        if len("".join(form)) >= _SHORT and form[0][0].isupper():
            yield form


def _all_initials(name: str) -> str:
    """»A.S.Ø.«"""
    return "".join(f"{one[0].upper()}." for one in name.split() if one[0].isupper())


def initials_of(name: str) -> str:
    """»A.N.«"""
    parts = name.split()
    return f"{parts[0][0].upper()}.{parts[-1][0].upper()}." if len(parts) > 1 else ""
