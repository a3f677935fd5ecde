"""Which words of a text a speller should look at, and which it should let be: Danish, and made for a dagtilbud.

Quiet rather than clever: what may well be right is not marked. Names in the middle of a sentence, capitals,
numbers, citations and tokens are left alone, and so is a word that two others make.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

Knows = Callable[[str], bool]

_LEFT_ALONE = re.compile(
    r"\{[^{}]*\}s?"  # a token
    r"|\[[^\[\]]{0,30}\]"  # a citation
    r"|\S*[@/\\_]\S*|\bhttps?:\S+|\bwww\.\S+"  # addresses
    r"|\w*\d[\w:.,-]*"  # whatever holds a digit
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_OPENS = re.compile(r"(?:^|[.!?…:]['\"»«”)\]]*\s+|\n\s*|[-–•*]\s+)['\"»«“”(\[]*$")
_SHORT = 2
_LEAST = 3
_LAST = 4
_WHOLE = 8
"""Letters in the first and the last of two words that make a third, and in both: with fewer, too many slips
would pass for words."""
_OWNERS = ("'s", "’s", "s", "'", "’")
_SHORT_LAST = frozenset({
    "bad", "bil", "bog", "dag", "dør", "far", "fri", "hue", "hul", "hus", "kop", "leg", "mad", "mor",
    "ord", "rum", "sal", "sko", "syn", "søn", "tal", "tid", "tog", "tøj", "ven", "vej",
})  # fmt: skip
"""Short words that others are made with, so often that they may stand last."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A word to look at: where it stands, and the forms of it that would be right."""

    start: int
    end: int
    text: str
    dotted: bool = False
    """A full stop follows: it may belong to an abbreviation."""


def words_of(text: str) -> Iterator[Spelled]:
    """The words worth looking at, in order. A name stands capital in the middle of a sentence."""
    skipped = [one.span() for one in _LEFT_ALONE.finditer(text)]
    names = set[str]()
    found = []
    for one in _WORD.finditer(text):
        if any(begin < one.end() and one.start() < end for begin, end in skipped):
            continue
        for word in _parts(one.start(), one[0], text):
            if _is_capital(word.text) or len(word.text) < _SHORT:
                continue
            if word.text[0].isupper() and not _OPENS.search(
                text[max(0, word.start - 12) : word.start]
            ):
                names.add(_bare(word.text))
                continue
            found.append(word)
    return (word for word in found if _bare(word.text) not in names)


def is_spelled(word: Spelled, knows: Knows) -> bool:
    """Whether it is right as it stands, or would be with the full stop behind it."""
    if knows(word.text) or (word.dotted and knows(f"{word.text}.")):
        return True
    return "." in word.text and all(knows(part) for part in word.text.split("."))


@dataclass(frozen=True)
class Vocabulary:
    """What counts as a word: the dictionary's, the house's names with an owner's s, and what two words make."""

    dictionary: Knows
    names: AbstractSet[str] = frozenset()
    own: AbstractSet[str] = frozenset()

    def knows(self, word: str) -> bool:
        return self._is_named(word) or self._is_word(word) or self._is_made(word)

    def _is_word(self, word: str) -> bool:
        return word in self.own or word.lower() in self.own or self.dictionary(word)

    def _is_named(self, word: str) -> bool:
        return word in self.names or any(
            word.removesuffix(tail) in self.names for tail in _OWNERS if word.endswith(tail)
        )

    def _is_made(self, word: str) -> bool:
        """»mor-barn-relation«, »krybberum«, »hentelisten«: each part is a word of its own."""
        if "-" in word:
            return all(self._is_part(part) for part in word.split("-") if part)
        low = word.lower()
        return len(low) >= _WHOLE and any(
            self._is_last(low[at:]) and self._is_first(low[:at])
            for at in range(_LEAST, len(low) - _LEAST + 1)
        )

    def _is_last(self, low: str) -> bool:
        return (len(low) >= _LAST or low in _SHORT_LAST) and self._is_word(low)

    def _is_part(self, part: str) -> bool:
        """A word beside a hyphen may lack nothing but its end: »børne- og ungechef«."""
        return part.isupper() or self._is_word(part) or self._is_named(part) or self._is_first(part)

    def _is_first(self, low: str) -> bool:
        """»madpakke« and »barndomsven«: the s between belongs to neither."""
        return self._is_word(low) or (
            len(low) > _WHOLE - _LEAST and low.endswith("s") and self._is_word(low[:-1])
        )


def names_in(full_names: Iterable[str]) -> frozenset[str]:
    """Each part of a name is a word: »Alma«, »Lund-Friis«, »Lund«, »Friis«."""
    found = set[str]()
    for name in full_names:
        for part in re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", name):
            found |= {part, *part.split("-")}
    return frozenset(part for part in found if len(part) >= _SHORT)


def _parts(start: int, word: str, text: str) -> Iterator[Spelled]:
    """»gik.Hun« is two words with a space forgotten; »f.eks.« is one."""
    pieces = word.split(".")
    whole = len(pieces) == 1 or max(map(len, pieces)) <= _LEAST
    at = start
    for piece in [word] if whole else pieces:
        end = at + len(piece)
        yield Spelled(at, end, piece, dotted=text[end : end + 1] == ".")
        at = end + 1


def _is_capital(word: str) -> bool:
    """PPR, SFO'en, TOPI-skema: what is not read as a word."""
    return sum(letter.isupper() for letter in word[:3]) >= _SHORT or word.isupper()


def _bare(word: str) -> str:
    for tail in _OWNERS[:3]:
        if len(word) > _LEAST and word.endswith(tail):
            return word.removesuffix(tail)
    return word
