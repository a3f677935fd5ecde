"""How heavy a text is to read: the long sentence, and LIX for a section that is long enough to have one."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.prose import Prose, Word

MOST_WORDS = 45
LIX_HEAVY = 55
LIX_WORDS, LIX_SENTENCES = 100, 4
"""Below that, LIX says more about chance than about the text."""
_LONG_WORD = 6


def shape_hits(prose: Prose, section: str) -> Iterator[Hit]:
    """The long sentences, where somebody writes; LIX stands behind F1 there."""
    for number in prose.by_sentence:
        own = _own(prose, number)
        if len(own) > MOST_WORDS:
            yield _at(prose, section, number, "lang_saetning", str(len(own)))


def heavy_hits(prose: Prose, section: str) -> Iterator[Hit]:
    """LIX of a text from outside, where no sentence is too long by itself; asked at the longest, to begin there."""
    own = {number: _own(prose, number) for number in prose.by_sentence}
    own = {number: words for number, words in own.items() if words}
    if not own:
        return
    figure, longest = lix_of(prose), max(own, key=lambda number: len(own[number]))
    if figure is not None and figure >= LIX_HEAVY and len(own[longest]) <= MOST_WORDS:
        yield _at(prose, section, longest, "lix", str(figure))


def lix_of(prose: Prose) -> int | None:
    """Words in a sentence, and how many of a hundred are longer than six letters; None for too short a text.

    What is quoted counts for nothing, nor do numbers and citations. Björnsson's measure.
    """
    own = [words for number in prose.by_sentence if (words := _own(prose, number))]
    words = [word for each in own for word in each if word.text[0].isalpha()]
    sentences = len(own)
    if len(words) < LIX_WORDS or sentences < LIX_SENTENCES:
        return None
    long = sum(len(word.text) > _LONG_WORD for word in words)
    return round(len(words) / sentences + 100 * long / len(words))


def _own(prose: Prose, number: int) -> list[Word]:
    """Without what is quoted: somebody said it so."""
    return [word for word in prose.by_sentence[number] if not prose.is_quoted(word.start)]


def _at(prose: Prose, section: str, number: int, rule: str, figure: str) -> Hit:
    begun, end = prose.sentences[number]
    text = prose.text[begun:end]
    return Hit(
        rule=rule,
        section=section,
        start=begun + len(text) - len(text.lstrip()),
        end=begun + len(text.rstrip()),
        quote=text.strip(),
        fills={"hvad": figure},
    )
