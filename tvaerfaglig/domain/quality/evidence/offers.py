"""»Ofte« where the log can say how often: what may stand there instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from tvaerfaglig.domain.quality.evidence.counting import Count, Tally, count
from tvaerfaglig.domain.quality.evidence.period import period_of, when
from tvaerfaglig.domain.quality.evidence.topics import EvidenceWords, Topic
from tvaerfaglig.domain.quality.language.phrase import Match
from tvaerfaglig.domain.quality.language.prose import Prose

_NEAR = 8
"""So many words apart »ofte« and what it is said of may stand."""
_PRONOUNS = frozenset({"han", "hun", "ham", "hende", "hans", "hendes"})
_NUMBER = r"(?:\d+|én|en|ét|et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv)"
_COUNTED = re.compile(
    rf"\b{_NUMBER}\s+(?:ud\s+)?af\s+(?:de\s+)?(?:sidste\s+|seneste\s+)?{_NUMBER}\b"
    rf"|\b{_NUMBER}\s+(?:gange?|dage?|morgene?r?|eftermiddage?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """The word, the topic it is said of, and what the log counts; `words` fit in its place."""

    start: int
    end: int
    topic: str
    count: Count
    words: str


def offers(
    prose: Prose, words: EvidenceWords, tally: Tally, rows: Iterable[date], today: date
) -> Iterator[Offer]:
    """Each frequency word that can be counted. What others said, and what is counted already, is left alone."""
    days = tuple(rows)
    for often in words.frequency.find(prose):
        own = _sentence(prose, often)
        if _is_told(prose, often) or _COUNTED.search(own.text) or any(words.elsewhere.find(own)):
            continue
        topic = _nearest(often, _said(prose, often, own, words), prose)
        counted = _counted(own.text, topic, tally, days, today) if topic else None
        if topic and counted:
            yield _offer(prose, often, topic, counted)


def _counted(
    sentence: str, topic: Topic, tally: Tally, rows: tuple[date, ...], today: date
) -> Count | None:
    """In the days and at the hours that the sentence itself speaks of."""
    period, then = period_of(sentence, rows, tally.log, today), when(sentence)
    return count(topic, tally, period, then) if period and then else None


def _sentence(prose: Prose, often: Match) -> Prose:
    """Its sentence as a text of its own: few sentences have an »ofte« in them, and only they are looked through."""
    return replace(prose, text=prose.sentence_text(often.first.start))


def _is_told(prose: Prose, often: Match) -> bool:
    """Said by somebody else, denied, or a length of time. »Hun spørger ofte« is still the writer's own."""
    start, low = often.first.start, _before(prose, often)
    told = prose.is_told(start) and low not in prose.lexicon.siger
    return prose.is_quoted(start) or told or low == "i" or prose.is_negated(often.first)


def _before(prose: Prose, often: Match) -> str:
    """The word before it in its sentence."""
    words = prose.by_sentence[often.first.sentence]
    at = often.first.at - words[0].at
    return words[at - 1].low if at else ""


def _offer(prose: Prose, often: Match, topic: Topic, counted: Count) -> Offer:
    """The period's last full stop is the sentence's own where the sentence ends there."""
    end = often.last.end
    words = counted.words
    if prose.text[end : end + 1] == ".":
        words = words.removesuffix(".")
    return Offer(often.first.start, end, topic.id, counted, words)


@dataclass(frozen=True, slots=True)
class _Said:
    """A topic named in the sentence, from its first to its last word, counted in the whole text."""

    topic: Topic
    first: int
    last: int


def _said(prose: Prose, often: Match, own: Prose, words: EvidenceWords) -> list[_Said]:
    """What the sentence says without its »ofte«, and not of what it denies."""
    begun, _ = prose.sentences[often.first.sentence]
    at = {word.start - begun: word.at for word in prose.by_sentence[often.first.sentence]}
    start, end = often.first.start - begun, often.last.end - begun
    bare = replace(own, text=f"{own.text[:start]}{' ' * (end - start)}{own.text[end:]}")
    return [
        _Said(topic, at[match.first.start], at[match.last.start])
        for topic in words.topics
        for match in topic.said.find(bare)
        if not _is_denied(match, bare)
    ]


def _is_denied(match: Match, bare: Prose) -> bool:
    """»Sover ikke«, »er ikke træt«: a word of denial beside what is said, and no part of it."""
    first, last = match.first.at, match.last.at
    beside = (*bare.words[max(0, first - 2) : first], *bare.words[last + 1 : last + 3])
    return any(word.low in bare.lexicon.ikke for word in beside)


def _nearest(often: Match, said: list[_Said], prose: Prose) -> Topic | None:
    """What stands nearest; of two equally near the one said in more words."""
    fits = [one for one in said if one.topic.of_anyone or _is_of_child(often, one, prose)]
    near = min(fits, key=lambda one: (_apart(often, one), one.first - one.last), default=None)
    return near.topic if near and _apart(often, near) <= _NEAR else None


def _apart(often: Match, one: _Said) -> int:
    return max(0, one.first - often.last.at, often.first.at - one.last)


def _is_of_child(often: Match, one: _Said, prose: Prose) -> bool:
    """»Mor er ofte træt« says nothing that the child's log could count; nor, after her, does »hun er ofte træt«."""
    until = max(often.first.at, one.first)
    before = [w for w in prose.by_sentence[often.first.sentence] if w.at < until]
    parents = [w.at for w in before if prose.is_parent(w.low)]
    named = [w.at for w in before if prose.is_child(w.low) and w.low not in _PRONOUNS]
    return not parents or (bool(named) and max(named) > max(parents))
