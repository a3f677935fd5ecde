"""The language questions of a letter: which of its sections is read as what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.asking import language_hits, prose_of
from tvaerfaglig.domain.quality.language.dated import day_hits
from tvaerfaglig.domain.quality.language.facts import fact_hits
from tvaerfaglig.domain.quality.language.introduced import with_introduced
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.leading import leading_hits
from tvaerfaglig.domain.quality.language.mistaken import mistaken_hits
from tvaerfaglig.domain.quality.language.names import name_hits
from tvaerfaglig.domain.quality.language.prose import Prose
from tvaerfaglig.domain.quality.language.rules import Language, Part
from tvaerfaglig.domain.quality.language.shape import shape_hits
from tvaerfaglig.domain.quality.language.shortened import shortened_hits
from tvaerfaglig.domain.quality.letter import Letter

_WRONG = {"ugedag", "umulig_dag"}
"""What is wrong with a day wherever it stands."""
PARTS = {
    "resume": Part.VURDERING,
    "observationer": Part.OBSERVATIONER,
    "barnets_ord": Part.BARNETS_UDSAGN,
    "over_tid": Part.OBSERVATIONER,
    "ressourcer": Part.RESSOURCER,
    "indsats": Part.EGEN_INDSATS,
    "foraeldre": Part.FORAELDRENES_SYN,
    "vurdering": Part.VURDERING,
}
"""decisions.md no. 21, but for *Kort fortalt*: it says what worries us, and may; the other sections are facts."""


def letter_hits(
    letter: Letter, known: Known, language: Language, *, proposals: bool
) -> Iterator[Hit]:
    """Prose by section, and the rows: what a row tells has its day in a column of its own."""
    whole = "\n".join(text for _, text in letter.prose())
    known = with_introduced(known, whole, language.lexicon)
    for section, text in letter.prose():
        if section in PARTS:
            prose = prose_of(text, known, language.lexicon)
            part = PARTS[section]
            yield from text_hits(prose, part, section, known, language, proposals=proposals)
            yield from day_hits(prose, part, section, known)
    for row in letter.rows:
        prose = prose_of(row.text, known, language.lexicon)
        hits = text_hits(
            prose, Part.OBSERVATIONER, "observationer", known, language, proposals=proposals
        )
        for hit in hits:
            yield replace(hit, item=row.observation, field="tekst")


def text_hits(
    prose: Prose, part: Part, section: str, known: Known, language: Language, *, proposals: bool
) -> Iterator[Hit]:
    """Everything but the days."""
    yield from language_hits(prose, part, section, language, proposals=proposals)
    yield from name_hits(prose, section, known)
    yield from mistaken_hits(prose, part, section, known)
    yield from fact_hits(prose, section, known)
    yield from shape_hits(prose, section)
    yield from shortened_hits(prose, section, known)
    yield from leading_hits(prose, part, section, known)


def line_hits(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    """Lines of facts (who, where, number) are no prose: only what must not stand there is asked about."""
    yield from name_hits(prose, section, known, strangers=False)
    yield from mistaken_hits(prose, None, section, known)
    yield from fact_hits(prose, section, known, facts=True)
    yield from (
        hit for hit in day_hits(prose, Part.VURDERING, section, known) if hit.rule in _WRONG
    )
