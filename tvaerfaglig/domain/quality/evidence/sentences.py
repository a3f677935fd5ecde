"""A letter's sentences and the observations they rest on, and where in a sentence its number belongs."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tvaerfaglig.domain.citations import citation, cited
from tvaerfaglig.domain.quality.evidence.topics import EvidenceWords
from tvaerfaglig.domain.quality.language.lexicon import Lexicon
from tvaerfaglig.domain.quality.language.phrase import Phrases
from tvaerfaglig.domain.quality.language.prose import Prose, Word
from tvaerfaglig.domain.quality.phrases import CITATION, has_date, has_quotation

JUDGED = "vurdering"
"""The section whose sentences are asked what they rest on: »årsag til underretning«."""
_FEWEST_WORDS = 3
_CLOSED = re.compile(r"(?P<air>\s*)(?P<end>[.?!…:;]*[»«”\"')]*)\s*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a section, without the air around it; `numbers` are the rows it cites."""

    section: str
    start: int
    end: int
    text: str
    numbers: tuple[int, ...] = ()

    @property
    def opening(self) -> str:
        """Its first words, by which it is known while its end is being written."""
        return " ".join(CITATION.sub("", self.text).split()[:6])


def sentences(section: str, prose: Prose) -> Iterator[Sentence]:
    """All of them, in order."""
    for begun, end in prose.sentences:
        text = prose.text[begun:end]
        bare = text.strip()
        if bare:
            start = begun + len(text) - len(text.lstrip())
            yield Sentence(section, start, start + len(bare), bare, cited(bare))


def sentence_at(prose: Prose, at: int, section: str = "") -> Sentence | None:
    """The one a caret stands in or right after."""
    found = None
    for one in sentences(section, prose):
        if found is None or one.start <= at:
            found = one
    return found


def place_for(sentence: Sentence, number: int) -> tuple[int, int, str]:
    """What to put where (from, to, words) so that the sentence cites the row, before its full stop.

    A bracket that closes the sentence takes the number in; one that has it already is left as it is.
    """
    last = _closing_bracket(sentence.text)
    if last is not None:
        numbers = (*cited(last[0]), number)
        start = sentence.start + last.start()
        return start, start + len(last[0]), citation(*numbers)
    close = _CLOSED.search(sentence.text)
    at = close.start() if close else len(sentence.text)
    air = " " if sentence.text[:at].strip() else ""
    return sentence.start + at, sentence.start + at, f"{air}{citation(number)}"


def _closing_bracket(text: str) -> re.Match[str] | None:
    found = list(CITATION.finditer(text))
    if not found:
        return None
    rest = text[found[-1].end() :]
    return found[-1] if not any(sign.isalnum() for sign in rest) else None


def resting_on(number: int, sections: Mapping[str, str], lexicon: Lexicon) -> tuple[Sentence, ...]:
    """Every sentence of the letter that cites this row."""
    return tuple(
        one
        for section, text in sections.items()
        if number in cited(text)
        for one in sentences(section, Prose(text, lexicon))
        if number in one.numbers
    )


def without_evidence(section: str, prose: Prose, words: EvidenceWords) -> tuple[Sentence, ...]:
    """The claims that cite nothing, and do not lean on a sentence before them that does."""
    leaning, no_claim = _starts(words.leaning, prose), _starts(words.no_claim, prose)
    found = []
    carried, last_end = False, 0
    starts = [word.start for word in prose.words]
    for one in sentences(section, prose):
        if "\n" in prose.text[last_end : one.start]:
            carried = False
        last_end = one.end
        inside = prose.words[bisect_left(starts, one.start) : bisect_left(starts, one.end)]
        opens = inside[0].start if inside else one.start
        carried = bool(one.numbers) or (carried and opens in leaning)
        if not carried and opens not in no_claim and _is_claim(one, inside, prose):
            found.append(one)
    return tuple(found)


def _is_claim(one: Sentence, inside: tuple[Word, ...], prose: Prose) -> bool:
    """Says something of the child or the parents that somebody must have seen."""
    if len(inside) < _FEWEST_WORDS or one.text.endswith("?"):
        return False
    if has_date(one.text) or has_quotation(one.text) or prose.is_told(inside[-1].start):
        return False
    return any(prose.is_child(word.low) or prose.is_parent(word.low) for word in inside)


def _starts(openings: Phrases, prose: Prose) -> frozenset[int]:
    """Where one of these stands; a sentence opens with it where it also begins."""
    return frozenset(found.first.start for found in openings.find(prose))


def all_second_hand(sentence: Sentence, second_hand: Iterable[int]) -> bool:
    """Whether it rests on what was told alone."""
    told = set(second_hand)
    return bool(sentence.numbers) and all(number in told for number in sentence.numbers)
