"""What a letter had in it: eight points of the checklist, dated sentences and quotations. Counts, never a grade.

The points are the writing help's own questions about the structure of a letter, gathered: a point is met when
none of its questions would have been asked. What the help asks of single words is no point.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tvaerfaglig.domain.quality.finding import Questions
from tvaerfaglig.domain.quality.letter import Letter
from tvaerfaglig.domain.quality.phrases import has_date
from tvaerfaglig.domain.quality.structure import PARENT_RULES, RULES, WORD_RULES

POINTS: dict[str, frozenset[str]] = {
    "eksempler": frozenset(
        {"ingen_observationer", "faa_observationer", "fri_tekst_uden_dag", "dag_i_fremtiden"}
    ),
    "barnets_ord": frozenset({"barnets_ord", "barnets_udtryk", "ord_anfoersel"}),
    "ressourcer": frozenset({"ressourcer", "ressource_eksempel"}),
    "foraeldre": frozenset({"foraelder_syn"}),
    "egen_indsats": frozenset({"indsats", "indsats_virkning", "indsats_dag"}),
    "hvorfor_nu": frozenset({"begyndelse", "udvikling"}),
    "vurdering": frozenset({"vurdering", "vurdering_fordi"}),
    "kilder": frozenset({"vurdering_belaeg", "belaeg_ukendt", "hvem_saa", "fortalt_af"}),
}
"""By the rules that ask for it, in the order in which a letter has them."""
_SENTENCE = re.compile(r"(?<=[.!?…»])\s+(?=[A-ZÆØÅ»0-9])|\n+")
_QUOTATION = re.compile(r"[»“„\"][^«”“\"]{2,}[«”“\"]")


@dataclass(frozen=True, slots=True)
class LetterRead:
    met: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    dated_sentences: int = 0
    quotes: int = 0


NOT_READ = LetterRead()


def read(letter: Letter, questions: Questions) -> LetterRead:
    hits = {hit.rule for rule in RULES for hit in rule(letter)}
    hits |= {hit.rule for rule in WORD_RULES for hit in rule(letter, questions)}
    if not letter.hides_parents:
        hits |= {hit.rule for rule in PARENT_RULES for hit in rule(letter)}
    asked = tuple(point for point in POINTS if _is_asked(point, letter))
    return LetterRead(
        met=tuple(point for point in asked if not POINTS[point] & hits),
        asked=asked,
        dated_sentences=_dated(letter),
        quotes=_quotes(letter),
    )


def _is_asked(point: str, letter: Letter) -> bool:
    """Nobody asks an unborn child for words, or parents whom the guard hides for theirs."""
    if point == "barnets_ord":
        return not letter.is_unborn
    if point == "foraeldre":
        return bool(letter.holders) and not letter.hides_parents
    return True


def _dated(letter: Letter) -> int:
    """A row has its day; a sentence beside the rows has one when it says it."""
    sentences = (one for _, text in letter.prose() for one in _SENTENCE.split(text))
    return len(letter.rows) + sum(has_date(one) for one in sentences)


def _quotes(letter: Letter) -> int:
    spoken = sum(bool(row.child_words.strip()) for row in letter.rows)
    return spoken + len(_QUOTATION.findall(letter.text("barnets_ord")))
