"""A text as a reader takes it: words, sentences, what is quoted, and what somebody else is told to have said."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from tvaerfaglig.domain.people import Sex
from tvaerfaglig.domain.quality.language.lexicon import Lexicon

_WORD = re.compile(r"\{barn:[^}]*\}s?|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_END = re.compile(r"[.?!…]+[»«”“\"')\]]*(?=\s|$)|\n+")
_QUOTED = re.compile(
    r"»[^«]{1,600}«|«[^»]{1,600}»|“[^”“]{1,600}[”“]|„[^“”]{1,600}[“”]|”[^”]{1,600}”|\"[^\"]{1,600}\""
    r"|(?<!\w)['‘’][^'‘’\n]{2,300}['’](?!\w)"
)
_FIRST_PERSON = frozenset({"jeg", "vi", "mig", "os", "min", "mit", "mine", "vores"})
_NOTHING = frozenset({"ikke", "intet", "ingenting"})
_OPENS_A_CLAUSE = frozenset({"da", "når", "mens", "efter", "fordi", "hvis", "før", "inden"})
_WRITER = frozenset({"jeg", "vi", "man"})
_GAVE = frozenset({"giver", "gav", "givet"})
_OVERLAP = 6
_CLOSES = re.compile(r"[,»«“”\"]")
_TURNS = re.compile(r"[,;–]|\bmen\b")
_ALSO_WORDS = frozenset({"jul", "min", "max", "st"})
_NO_COUNT = re.compile(r"§+\s*\d+|\b\d{6}[- ]?\d{4}\b|(?:\b\d{2} ?){4}\b")
_CITATION = re.compile(r"\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or number; `sentence` counts from 0, `at` is its place among all words."""

    start: int
    end: int
    low: str
    text: str
    sentence: int
    at: int


@dataclass(frozen=True)
class Prose:
    """One section. `child` and `parents` are the lower-case names that stand for them here."""

    text: str
    lexicon: Lexicon
    child: AbstractSet[str] = frozenset()
    parents: AbstractSet[str] = frozenset()
    others: AbstractSet[str] = frozenset()
    child_sex: Sex = Sex.UKENDT

    @cached_property
    def low(self) -> str:
        return self.text.lower()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        found = []
        for at, one in enumerate(_WORD.finditer(self.text)):
            place = min(bisect_right(self._ends, one.start()), max(len(self._ends) - 1, 0))
            found.append(Word(one.start(), one.end(), one[0].lower(), one[0], place, at))
        return tuple(found)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, as it is written there."""
        found: dict[str, list[int]] = {}
        for word in self.words:
            found.setdefault(word.text, []).append(word.at)
        return found

    @cached_property
    def texts_of(self) -> dict[str, list[str]]:
        """The ways each word is written here, by the word in small letters."""
        found: dict[str, list[str]] = {}
        for text in self.places:
            found.setdefault(text.lower(), []).append(text)
        return found

    @cached_property
    def lows_from(self) -> dict[str, list[str]]:
        """The words by their first three letters."""
        found: dict[str, list[str]] = {}
        for low in self.texts_of:
            found.setdefault(low[:3], []).append(low)
        return found

    @cached_property
    def kinds(self) -> dict[str, tuple[str, ...]]:
        """Which of the words are of a kind, kept by whoever has found out: many lists ask the same."""
        return {}

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each begins and ends; an abbreviation or the day of a date ends none."""
        found, begun = [], 0
        for end in _END.finditer(self.text):
            if self._goes_on(end):
                continue
            if self.text[begun : end.end()].strip():
                found.append((begun, end.end()))
            begun = end.end()
        if self.text[begun:].strip() or not found:
            found.append((begun, len(self.text)))
        return tuple(found)

    def _goes_on(self, end: re.Match[str]) -> bool:
        if end[0].startswith("\n"):
            return False
        if not end[0].startswith(".") or len(end[0]) > 1:
            return False
        before = re.search(r"(\S+)$", self.text[max(0, end.start() - 12) : end.start()])
        last = before[1].lower().lstrip('(»"') if before else ""
        after = self.text[end.end() : end.end() + 40].lstrip(" ")
        if last in self.lexicon.forkortet:
            return not (last in _ALSO_WORDS and after[:1].isupper())
        if last.isdigit() and len(last) <= 2 and not after[:1].isupper():
            return True
        return bool(after[:1].islower())

    @cached_property
    def by_sentence(self) -> dict[int, tuple[Word, ...]]:
        found: dict[int, list[Word]] = {}
        for word in self.words:
            found.setdefault(word.sentence, []).append(word)
        return {number: tuple(words) for number, words in found.items()}

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(end for _, end in self.sentences)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(word.start for word in self.words)

    def sentence_of(self, start: int) -> tuple[int, int]:
        return self.sentences[min(bisect_right(self._ends, start), len(self._ends) - 1)]

    def words_between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that begin there; a text may be as long as a book."""
        return self.words[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def words_before(self, start: int) -> tuple[Word, ...]:
        """Those of the same sentence."""
        return self.words_between(self.sentence_of(start)[0], start)

    def sentence_text(self, start: int) -> str:
        begun, end = self.sentence_of(start)
        return self.text[begun:end]

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        return tuple((one.start(), one.end()) for one in _QUOTED.finditer(self.text))

    def is_quoted(self, start: int) -> bool:
        return _is_within(start, self.quoted)

    def quoted_near(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The quotations that touch this stretch."""
        at = bisect_right(self.quoted, (end, sys.maxsize))
        return tuple(one for one in self.quoted[max(0, at - _OVERLAP) : at] if one[1] > start)

    @cached_property
    def told(self) -> tuple[tuple[int, int], ...]:
        """What a parent, the child or a named person is said to have said, thought or asked for."""
        return tuple(sorted(self._told()))

    def _told(self) -> Iterator[tuple[int, int]]:
        for number, words in self.by_sentence.items():
            begun, end = self.sentences[number]
            if self._is_line_of_talk(words):
                yield words[0].end, end
            for at, word in enumerate(words):
                if word.low in self.lexicon.siger or self._is_expressed(words, at):
                    yield from self._told_at(words, at, begun, end)
                elif word.low == "ifølge" and self._is_voice(_lows(words[at + 1 : at + 3])):
                    yield begun, end

    def _is_expressed(self, words: tuple[Word, ...], at: int) -> bool:
        """»gav udtryk for, at …«: told with a clause; »gav udtryk for glæde« is what we make of it."""
        if words[at].low != "udtryk" or _lows(words[at + 1 : at + 3]) != ["for", "at"]:
            return False
        return bool(_GAVE.intersection(_lows(words[max(0, at - 2) : at])))

    def _told_at(
        self, words: tuple[Word, ...], at: int, begun: int, end: int
    ) -> Iterator[tuple[int, int]]:
        """After »mor siger«, and around »…, siger mor«."""
        word = words[at]
        before, after = _lows(words[max(0, at - 5) : at]), _lows(words[at + 1 : at + 3])
        if before[-1:] and before[-1] in _WRITER:
            return
        if _NOTHING.intersection(after) and after[1:] != ["at"]:
            return
        if word.low in self.lexicon.mener_selv and not self._has_told(words[:at]):
            return
        turned = at > 0 and _CLOSES.search(self.text[words[at - 1].end : word.start])
        if not turned and self._is_voice(before):
            yield word.end, self._told_until(words, word, end)
        elif self._is_voice(after):
            yield word.end, self._told_until(words, word, end)
            if turned:
                yield begun, word.start

    def _told_until(self, words: tuple[Word, ...], verb: Word, end: int) -> int:
        """To the end of the quotation, or of a clause with »da«: what comes after is ours again."""
        quote = next((span for span in self.quoted if verb.end <= span[0] < end), None)
        if quote is not None and ":" in self.text[verb.end : quote[0]]:
            return quote[1]
        if words[0].low in _OPENS_A_CLAUSE:
            comma = self.text.find(",", verb.end, end)
            return comma if comma > 0 else end
        return end

    def _is_line_of_talk(self, words: tuple[Word, ...]) -> bool:
        """»Mor: Han er altid vred.« But »Mor: Hun er altid vred.« is said of her."""
        opens, lows = words[0], _lows(words)
        if self.text[opens.end : opens.end + 1] != ":" or not self._is_voice(lows[:1]):
            return False
        hers = opens.low in self.lexicon.moedre and "hun" in lows
        his = opens.low in self.lexicon.faedre and "han" in lows
        return not (hers or his) or bool(_FIRST_PERSON.intersection(lows))

    def _has_told(self, words: tuple[Word, ...]) -> bool:
        """A parent or somebody by name: what the child thinks, we cannot know."""
        near = self.by_sentence.get(words[0].sentence - 1, ()) if words else ()
        return any(
            self.is_parent(word.low) or word.low in self.others | self.lexicon.andre_stemmer
            for word in (*near, *words)
        )

    def _is_voice(self, words: list[str]) -> bool:
        return any(
            self.is_parent(word)
            or self.is_child(word)
            or word in self.others
            or word in self.lexicon.andre_stemmer
            for word in words
        )

    def is_parent(self, low: str) -> bool:
        return low in self.lexicon.foraeldre or low in self.parents

    def is_child(self, low: str) -> bool:
        """The child by name or pronoun; whose »hun« it is, nobody can tell from a word."""
        return (
            low in self.lexicon.barnet or low in self.child or low.removesuffix("s") in self.child
        )

    def is_told(self, start: int) -> bool:
        return _is_within(start, self.told)

    def is_counted(self, first: Word, last: Word, apart: int = 6) -> bool:
        """A number, a date or a time stands within so many words before or after, in the same sentence."""
        words = self.by_sentence[first.sentence]
        before = [w for w in words if 0 < first.at - w.at <= apart]
        after = [w for w in words if 0 < w.at - last.at <= apart]
        window = " ".join(
            self.text[near[0].start : near[-1].end] for near in (before, after) if near
        )
        return self.lexicon.counted.search(_NO_COUNT.sub("", window)) is not None

    def is_cited(self, start: int) -> bool:
        """The sentence points to an observation: [3]."""
        return _CITATION.search(self.sentence_text(start)) is not None

    def is_negated(self, word: Word, apart: int = 3) -> bool:
        """Within so many words before, and not in another clause: »ikke bange, men vred«."""
        before = [w for w in self.by_sentence[word.sentence] if 0 < word.at - w.at <= apart]
        return any(
            w.low in self.lexicon.ikke and not _TURNS.search(self.text[w.end : word.start])
            for w in before
        )


def _is_within(start: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Spans in order; no more than a few of them ever overlap."""
    at = bisect_right(spans, (start, sys.maxsize))
    return any(begun <= start < end for begun, end in spans[max(0, at - _OVERLAP) : at])


def _lows(words: tuple[Word, ...]) -> list[str]:
    return [word.low for word in words]
