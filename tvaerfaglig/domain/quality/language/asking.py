"""Run the lists over one section: every hit that nothing excuses."""

from __future__ import annotations

from collections.abc import Iterator

from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.excuses import Around, is_excused
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.lexicon import Lexicon
from tvaerfaglig.domain.quality.language.phrase import Match, Phrases
from tvaerfaglig.domain.quality.language.prose import Prose
from tvaerfaglig.domain.quality.language.rules import Language, Only, Part, Rule

_HOME = 9  # words from »fordi« to whom or what is blamed


def prose_of(text: str, known: Known, lexicon: Lexicon) -> Prose:
    return Prose(text, lexicon, known.child_names, known.parent_names, known.other_names, known.sex)


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
    meant = list(_meant(rule, around))
    taken: set[int] = set()
    if meant:
        taken.update(*(_places(match) for match in rule.innocent.find(around.prose)))
    for match in meant:
        places = _places(match)
        if places & taken or is_excused(rule, match, around):
            continue
        taken |= places
        yield match


def _meant(rule: Rule, around: Around) -> Iterator[Match]:
    for branch in rule.branches:
        for match in branch.phrases.find(around.prose):
            if _is_meant(branch.only, match, branch.phrases, around):
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


def _is_meant(only: Only | None, match: Match, phrases: Phrases, around: Around) -> bool:
    match only:
        case None:
            return True
        case Only.BARN:
            return around.scope.is_of_child(match, phrases)
        case Only.FORAELDER:
            return around.scope.is_of_parent(match, phrases)
        case Only.NAER:
            return around.scope.has_parent(match.first.sentence)
        case Only.HJEM:
            return any(
                0 < one.first.at - match.last.at <= _HOME
                for one in around.home.get(match.last.sentence, [])
            )
