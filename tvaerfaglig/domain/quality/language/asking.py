"""Run the lists over one section: every hit that nothing excuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.lexicon import Lexicon
from tvaerfaglig.domain.quality.language.phrase import Match, Phrases
from tvaerfaglig.domain.quality.language.prose import Prose
from tvaerfaglig.domain.quality.language.rules import Language, Only, Part, Rule, Unless

_ALONE_IN = 4


def prose_of(text: str, known: Known, lexicon: Lexicon) -> Prose:
    return Prose(text, lexicon, known.child_names, known.parent_names, known.other_names)


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
    def agents(self) -> dict[int, list[Match]]:
        return self._where(self.language.agents)

    def _where(self, phrases: Phrases) -> dict[int, list[Match]]:
        found: dict[int, list[Match]] = {}
        for match in phrases.find(self.prose):
            found.setdefault(match.first.sentence, []).append(match)
        return found


def language_hits(
    prose: Prose, part: Part, section: str, language: Language, *, proposals: bool = False
) -> Iterator[Hit]:
    """Every rule that asks in this part; `proposals` are for houses that want none in a letter."""
    around = Around(prose, language)
    for rule in language.rules:
        if part in rule.parts and (proposals or not rule.proposal):
            for match in _matches(rule, around):
                yield _hit(rule, match, prose, section)


def _matches(rule: Rule, around: Around) -> Iterator[Match]:
    """Where the rule asks; of two of its lists that meet at a place the first counts.

    What is meant innocently takes its places beforehand.
    """
    taken = {place for match in rule.innocent.find(around.prose) for place in _places(match)}
    for branch in rule.branches:
        for match in branch.phrases.find(around.prose):
            places = _places(match)
            meant = branch.only is None or _said_of(branch.only, match, around.prose)
            if places & taken or not meant:
                continue
            if not any(_EXCUSES[one](match, around) for one in rule.unless):
                taken |= places
                yield match


def _places(match: Match) -> set[int]:
    return set(range(match.first.at, match.last.at + 1))


def _hit(rule: Rule, match: Match, prose: Prose, section: str) -> Hit:
    start, end = match.first.start, match.last.end
    quote = prose.text[start:end]
    return Hit(
        rule=rule.id,
        section=section,
        start=start,
        end=end,
        quote=quote,
        fills={"hvad": quote.lower() if quote.istitle() else quote},
    )


def _said_of(whom: Only, match: Match, prose: Prose) -> bool:
    if whom is Only.FORAELDER:
        return _of_parents(match, prose)
    return _of_child(match, prose)


def _of_child(match: Match, prose: Prose) -> bool:
    """»Noah er meget urolig«, »i dag var hun trist«, »en urolig dreng«: said of the child, not of the night."""
    words = prose.by_sentence[match.first.sentence]
    at = match.first.at - words[0].at
    after = words[match.last.at - words[0].at + 1 :][:1]
    if after and after[0].low in prose.lexicon.barn_af_slags:
        return True
    before = words[max(0, at - 7) : at]
    linked = [n for n, word in enumerate(before) if word.low in prose.lexicon.er]
    if not linked or at - (max(0, at - 7) + linked[-1]) > _ALONE_IN:
        return False
    subjects = [n for n, word in enumerate(before) if _is_child(word.low, prose)]
    parents = [n for n, word in enumerate(before) if prose.is_parent(word.low)]
    if not subjects:
        return False
    return not parents or max(subjects) > max(parents)


def _of_parents(match: Match, prose: Prose) -> bool:
    words = prose.by_sentence[match.first.sentence]
    at = match.first.at - words[0].at
    before = words[max(0, at - 9) : at]
    parents = [n for n, word in enumerate(before) if prose.is_parent(word.low)]
    children = [n for n, word in enumerate(before) if _names_child(word.low, prose)]
    linked = any(
        word.low in prose.lexicon.er or word.low.endswith(("ende", "er", "ede")) for word in before
    )
    after = words[match.last.at - words[0].at + 1 :][:1]
    if after and prose.is_parent(after[0].low):
        return True
    return bool(parents) and linked and (not children or max(parents) > max(children))


def _names_child(low: str, prose: Prose) -> bool:
    return low in prose.child or low in prose.lexicon.barn_af_slags


def _is_child(low: str, prose: Prose) -> bool:
    return (
        low in {"han", "hun", "barnet", "drengen", "pigen", "sønnen", "datteren"}
        or low in prose.child
    )


def _counted(match: Match, around: Around) -> bool:
    return around.prose.is_counted(match.first, match.last)


def _negated(match: Match, around: Around) -> bool:
    return around.prose.is_negated(match.first)


def _cited(match: Match, around: Around) -> bool:
    return around.prose.is_cited(match.first.start)


def _because(match: Match, around: Around) -> bool:
    """The ground stands in the sentence or in the next."""
    here = match.first.sentence
    return bool({here, here + 1} & around.because.keys())


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
    return _beside(match, around.agents.get(match.first.sentence, []))


def _told(match: Match, around: Around) -> bool:
    return around.prose.is_told(match.first.start)


def _quoted(match: Match, around: Around) -> bool:
    return around.prose.is_quoted(match.first.start)


def _beside(match: Match, others: list[Match]) -> bool:
    """The word that excuses is another than the one it excuses."""
    return any(not match.first.at <= one.first.at <= match.last.at for one in others)


_EXCUSES: dict[Unless, Callable[[Match, Around], bool]] = {
    Unless.TAL: _counted,
    Unless.NAEGTET: _negated,
    Unless.FORDI: _because,
    Unless.BELAEG: _cited,
    Unless.TEGN: _shown,
    Unless.KILDE: _sourced,
    Unless.AKTOER: _acted,
    Unless.GENGIVET: _told,
    Unless.CITERET: _quoted,
}
