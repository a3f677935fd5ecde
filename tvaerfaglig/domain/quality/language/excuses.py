"""What makes a hit no question: a number, a ground, a sign, a source or an actor nearby, or somebody else's words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from tvaerfaglig.domain.quality.language.phrase import Match, Phrases
from tvaerfaglig.domain.quality.language.prose import Prose, Word
from tvaerfaglig.domain.quality.language.rules import Language, Rule, Unless
from tvaerfaglig.domain.quality.language.scope import Scope

_IRREAL = 6
_OPENING = 3  # words among which »vi« opens a sentence
_GIVES_REASON = frozenset({"fordi", "idet", "da", "eftersom", "grundet", "på"})
_WEIGHS = frozenset({"at", "ser", "så", "oplever", "mener", "tror", "tænker", "vurderer", "synes"})
_GROUND = 2  # sentences after it in which the ground may follow
_COUNT = re.compile(
    r"\d+ (?:ud )?af (?:de )?\d+|\b(?:\d+|to|tre|fire|fem|seks|syv|otte|ni|ti) (?:gange|minutter|timer|dage)\b"
    r"|\b(?:én|en|to|tre|fire|fem|seks|syv|otte|ni) (?:ud )?af (?:de )?(?:to|tre|fire|fem|seks|syv|otte|ni|ti)\b"
    r"|\balle (?:de )?(?:\d+|to|tre|fire|fem|seks|syv|otte|ni|ti)\b|\d ?(?:%|procent)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:–]|\bog\b")
_AND_THEN = re.compile(r"[,;] (?:og|men|så)\b|;")
_QUOTE = re.compile(r"[»“”„]")


@dataclass(frozen=True)
class Around:
    """The section, and by sentence the words in it that let a rule keep still."""

    prose: Prose
    language: Language

    @cached_property
    def because(self) -> dict[int, list[Match]]:
        return self._where(self.language.because)

    @cached_property
    def signs(self) -> dict[int, list[Match]]:
        return self._where(self.language.signs)

    @cached_property
    def sources(self) -> dict[int, list[Match]]:
        return self._where(self.language.sources)

    @cached_property
    def home(self) -> dict[int, list[Match]]:
        return self._where(self.language.home)

    @cached_property
    def scope(self) -> Scope:
        return Scope(self.prose)

    @cached_property
    def agents(self) -> dict[int, list[Match]]:
        return self._where(self.language.agents)

    def _where(self, phrases: Phrases) -> dict[int, list[Match]]:
        found: dict[int, list[Match]] = {}
        for match in phrases.find(self.prose):
            found.setdefault(match.first.sentence, []).append(match)
        return found


def is_excused(rule: Rule, match: Match, around: Around) -> bool:
    return any(_EXCUSES[one](match, around) for one in rule.unless)


def _counted(match: Match, around: Around) -> bool:
    return around.prose.is_counted(match.first, match.last)


def _added_up(match: Match, around: Around) -> bool:
    """»Altid, 5 af 5 morgener«: a day beside »altid« does not make it exact, a count does."""
    return _COUNT.search(around.prose.sentence_text(match.first.start)) is not None


def _negated(match: Match, around: Around) -> bool:
    return around.prose.is_negated(match.first)


def _cited(match: Match, around: Around) -> bool:
    return around.prose.is_cited(match.first.start)


def _because(match: Match, around: Around) -> bool:
    """The ground stands in the sentence, right before it or soon after."""
    here = match.first.sentence
    return any(here - 1 <= one <= here + _GROUND for one in around.because)


def _grounded(match: Match, around: Around) -> bool:
    """What it rests on stands near, in whatever words: a reason, a day, a count, something said."""
    if _because(match, around):
        return True
    prose, here = around.prose, match.first.sentence
    near = prose.sentences[max(0, here - 1) : here + _GROUND + 1]
    text = prose.text[near[0][0] : near[-1][1]]
    return prose.lexicon.counted.search(text) is not None or bool(_QUOTE.search(text))


def _shown(match: Match, around: Around) -> bool:
    """What could be seen stands in the sentence, or in one about the child right after it."""
    here = match.first.sentence
    if _beside(match, around.signs.get(here, [])):
        return True
    after = around.prose.by_sentence.get(here + 1, ())[:1]
    follows = bool(after) and around.prose.is_child(after[0].low)
    return follows and here + 1 in around.signs


def _sourced(match: Match, around: Around) -> bool:
    return _beside(match, around.sources.get(match.first.sentence, []))


def _acted(match: Match, around: Around) -> bool:
    """Whoever did it stands in the same clause: »vi har aftalt«, »er aftalt af Mette«."""
    text = around.prose.text
    for one in around.agents.get(match.first.sentence, []):
        first, second = sorted((one, match), key=lambda each: each.first.at)
        if not _CLAUSE.search(text[first.last.end : second.first.start]):
            return True
    return _is_named_and_dated(match, around.prose)


def _is_named_and_dated(match: Match, prose: Prose) -> bool:
    """»Mødet blev holdt den 3. marts med Mette Holm og mor«: whom to ask stands there, and when it was."""
    words = prose.by_sentence[match.first.sentence]
    named = any(word.low in prose.others and _is_beside(word, match, prose) for word in words)
    return (
        named and prose.lexicon.counted.search(prose.sentence_text(match.first.start)) is not None
    )


def _is_beside(word: Word, match: Match, prose: Prose) -> bool:
    """No »…, og …« between them: that begins to tell of something else."""
    first, second = sorted((word, match.first), key=lambda one: one.at)
    return _AND_THEN.search(prose.text[first.end : second.start]) is None


def _told(match: Match, around: Around) -> bool:
    return around.prose.is_told(match.first.start)


def _exemplified(match: Match, around: Around) -> bool:
    """A day, a number or somebody's words stand in what follows, here or in the next sentence."""
    here, prose = match.first.sentence, around.prose
    ends = [prose.sentences[nr][1] for nr in (here, here + 1) if nr < len(prose.sentences)]
    rest = prose.text[match.last.end : ends[-1]]
    return (
        prose.lexicon.counted.search(rest) is not None or '"' in rest or bool(_QUOTE.search(rest))
    )


def _imagined(match: Match, around: Around) -> bool:
    """»Hvis han bliver vred«: not told as something that was."""
    words = around.prose.by_sentence[match.first.sentence]
    before = [word.low for word in words if 0 < match.first.at - word.at <= _IRREAL]
    return bool({"hvis", "hvorvidt", "såfremt"}.intersection(before))


def _our_own(match: Match, around: Around) -> bool:
    """»Vi skriver nu, fordi mor …«: why we did it, not why the child is as it is."""
    prose, words = around.prose, around.prose.by_sentence[match.first.sentence]
    before = [word.low for word in words if word.at < match.first.at]
    ours = {"vi", "jeg"}.intersection(before[:_OPENING])
    if match.first.low not in _GIVES_REASON or not ours:
        return False
    return not any(one in _WEIGHS or prose.is_child(one) for one in before)


def _quoted(match: Match, around: Around) -> bool:
    return around.prose.is_quoted(match.first.start)


def _beside(match: Match, others: list[Match]) -> bool:
    """The word that excuses is another than the one it excuses."""
    return any(not match.first.at <= one.first.at <= match.last.at for one in others)


_EXCUSES: dict[Unless, Callable[[Match, Around], bool]] = {
    Unless.TAL: _counted,
    Unless.TALT_OP: _added_up,
    Unless.NAEGTET: _negated,
    Unless.FORDI: _because,
    Unless.BELAEG: _cited,
    Unless.GRUND: _grounded,
    Unless.TEGN: _shown,
    Unless.KILDE: _sourced,
    Unless.AKTOER: _acted,
    Unless.GENGIVET: _told,
    Unless.CITERET: _quoted,
    Unless.EKSEMPEL: _exemplified,
    Unless.HVIS: _imagined,
    Unless.EGEN: _our_own,
}
