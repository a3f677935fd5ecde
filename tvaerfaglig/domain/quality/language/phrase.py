"""Phrases of a word list, ready to be found: a list of hundreds costs one look per word of the text.

How a phrase is written in the list: `*` any ending or beginning, `#` any number, `a|b` one of them,
`~søge` any form of the verb, `…` up to three words between, `{barn}` and `{foraelder}` whoever is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tvaerfaglig.domain.quality.language.inflect import verb
from tvaerfaglig.domain.quality.language.prose import Prose, Word

_GAP = 3
_STEM = 3


@dataclass(frozen=True, slots=True)
class Match:
    """Where a phrase stands: its first and last word."""

    first: Word
    last: Word


@dataclass(frozen=True, slots=True)
class _Part:
    """What one word of a phrase may be."""

    forms: frozenset[str] = frozenset()
    begins: str = ""
    ends: str = ""
    number: bool = False
    gap: bool = False
    who: str = ""

    def fits(self, word: Word, prose: Prose) -> bool:
        low = word.low
        if self.number:
            return low[0].isdigit() or low in prose.lexicon.tal
        if self.who == "barn":
            return prose.is_child(low)
        if self.who:
            return prose.is_parent(low)
        if self.begins:
            return low.startswith(self.begins)
        if self.ends:
            return low.endswith(self.ends) and len(low) >= len(self.ends) + 2
        return low in self.forms


@dataclass
class Phrases:
    """A list, indexed by what its phrases begin with."""

    _by_word: dict[str, list[tuple[_Part, ...]]] = field(default_factory=dict)
    _by_stem: dict[str, list[tuple[_Part, ...]]] = field(default_factory=dict)
    _open: list[tuple[_Part, ...]] = field(default_factory=list)

    def add(self, parts: tuple[_Part, ...]) -> None:
        first = parts[0]
        if first.forms:
            for form in first.forms:
                self._by_word.setdefault(form, []).append(parts)
        elif len(first.begins) >= _STEM:
            self._by_stem.setdefault(first.begins[:_STEM], []).append(parts)
        else:
            self._open.append(parts)

    def find(self, prose: Prose) -> Iterator[Match]:
        """Every place, the longest phrase at each; places never overlap."""
        if not self._may_stand_in(prose):
            return
        words, free = prose.words, 0
        for at, word in enumerate(words):
            if at < free:
                continue
            ends = [
                end
                for parts in self._candidates(word)
                if (end := _match(parts, words, at, prose)) is not None
            ]
            if ends:
                free = max(ends) + 1
                yield Match(word, words[free - 1])

    def _may_stand_in(self, prose: Prose) -> bool:
        """Whether any word could begin one: many lists are asked of one short sentence."""
        lows, stems = prose.lows
        return bool(self._open) or not (
            self._by_word.keys().isdisjoint(lows) and self._by_stem.keys().isdisjoint(stems)
        )

    def _candidates(self, word: Word) -> Iterator[tuple[_Part, ...]]:
        yield from self._by_word.get(word.low, ())
        yield from self._by_stem.get(word.low[:_STEM], ())
        yield from self._open


def phrases(
    written: Iterable[str], single: Iterable[frozenset[str]], irregular: dict[str, frozenset[str]]
) -> Phrases:
    """Phrases as they are written, and words already bent into all their forms."""
    made = Phrases()
    for text in written:
        made.add(tuple(_part(one, irregular) for one in text.lower().split()))
    for forms in single:
        made.add((_Part(forms=forms),))
    return made


def _part(written: str, irregular: dict[str, frozenset[str]]) -> _Part:
    if written in {"#", "…"}:
        return _Part(number=written == "#", gap=written == "…")
    if written.startswith("{"):
        return _Part(who=written.strip("{}"))
    if written.startswith("~"):
        return _Part(forms=irregular.get(written[1:]) or verb(written[1:]))
    if "*" in written:
        begins = written.endswith("*")
        return _Part(begins=written[:-1] if begins else "", ends="" if begins else written[1:])
    return _Part(forms=frozenset(written.split("|")))


def _match(parts: tuple[_Part, ...], words: tuple[Word, ...], at: int, prose: Prose) -> int | None:
    """The place of the phrase's last word, where it stands here within one sentence."""
    if not parts:
        return at - 1
    if parts[0].gap:
        ends = (_match(parts[1:], words, at + skip, prose) for skip in range(_GAP + 1))
        return next((end for end in ends if end is not None), None)
    if at >= len(words) or not parts[0].fits(words[at], prose):
        return None
    if len(parts) > 1 and at + 1 < len(words) and words[at + 1].sentence != words[at].sentence:
        return None
    return _match(parts[1:], words, at + 1, prose)
