"""The same questions about one short text: its words and facts alone, for whoever has two minutes."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from tvaerfaglig.domain.quality.engine import Asked, parted
from tvaerfaglig.domain.quality.finding import Hit, Questions, Tier
from tvaerfaglig.domain.quality.language.asking import language_hits, prose_of
from tvaerfaglig.domain.quality.language.facts import fact_hits
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.leading import leading_hits
from tvaerfaglig.domain.quality.language.rules import Language, Part


def ask_text(
    text: str,
    part: Part,
    known: Known,
    language: Language,
    laid_away: AbstractSet[str] = frozenset(),
    *,
    section: str = "",
) -> Asked:
    """What one text may be asked, what matters most first. `section` tells several texts of one page apart.

    Names are not asked about: where the text is written, they are offered to be marked as they are typed.
    Long sentences and abbreviations can wait for the letter.
    """
    questions = Questions(language.questions)
    named = section or str(part)
    asked = [
        (hit, question)
        for hit in _hits(text, part, replace(known, people=()), language)
        if (question := questions.find(hit.rule)) is not None and question.tier is not Tier.QUIET
    ]
    asked = [(replace(hit, section=named), question) for hit, question in asked]
    asked.sort(key=lambda pair: (pair[1].tier, questions.rank(pair[0].rule), pair[0].start or 0))
    name = known.name.split()[0] if known.name.split() else "barnet"
    return parted(asked, {named: text}, laid_away, name)


def _hits(text: str, part: Part, known: Known, language: Language) -> Iterator[Hit]:
    prose = prose_of(text, known, language.lexicon)
    yield from language_hits(prose, part, str(part), language)
    yield from fact_hits(prose, str(part), known)
    yield from leading_hits(prose, part, str(part), known)
