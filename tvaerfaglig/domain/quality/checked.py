"""One text from outside, without a vault: which sections it has, and every question it would be asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tvaerfaglig.domain.quality.engine import worded
from tvaerfaglig.domain.quality.finding import Finding, Hit, Questions, Tier
from tvaerfaglig.domain.quality.language.asking import prose_of
from tvaerfaglig.domain.quality.language.dated import day_hits
from tvaerfaglig.domain.quality.language.in_letter import text_hits
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.names import bare
from tvaerfaglig.domain.quality.language.rules import Language, Part

WHOLE = "hele"
_HEADINGS: tuple[tuple[Part, str], ...] = (
    (
        Part.BARNETS_UDSAGN,
        (
            r"egne ord|barnets (?:udsagn|ord|stemme|perspektiv|syn|fortælling)|samtale\w* med barnet"
            r"|har (?:selv )?sagt|barnet (?:selv )?(?:siger|fortæller)"
        ),
    ),
    (
        Part.FORAELDRENES_SYN,
        r"forældre\w*|mors (?:og fars )?syn|samtale\w* med (?:mor|far|hjemmet)|familiens syn",
    ),
    (
        Part.EGEN_INDSATS,
        r"indsats|(?:vi|er) (?:har )?(?:gjort|prøvet|forsøgt)|tiltag|hvad (?:har|er)|støtte|handlinger|hidtil",
    ),
    (Part.RESSOURCER, r"ressource|styrke|beskyttende|det går godt|kompetence"),
    (
        Part.VURDERING,
        (
            r"vurdering|analyse|konklusion|sammenfatning|bekymringen? (?:går|er)|vores bekymring|årsag|anledning"
            r"|begrundelse"
        ),
    ),
    (
        Part.OBSERVATIONER,
        (
            r"observation|set og hørt|har set|beskrivelse|hændelse|bekymring|før og nu|udvikling|over tid|kort fortalt"
            r"|resumé?|adfærd|trivsel|sprog|motorik|krop|sundhed|situation"
        ),
    ),
)
_FOUND = tuple((part, re.compile(pattern, re.IGNORECASE)) for part, pattern in _HEADINGS)
_HEADING = re.compile(
    r"^[ \t]*(?:#{1,4}[ \t]*|\*\*)?(?:\d{1,2}[.)][ \t]*)?"
    r"(?P<title>[A-ZÆØÅ][^\n.!?:]{2,70}?)(?:\*\*)?:?[ \t]*(?=\n|$)",
    re.MULTILINE,
)
_INLINE = re.compile(r"^[ \t]*(?P<title>[A-ZÆØÅ][^\n.!?:,]{2,40}):[ \t]+(?=\S)", re.MULTILINE)
_JUDGES = re.compile(
    r"\s*(?:(?:vi|jeg) vurderer|(?:det er )?(?:vores|min) (?:faglige |samlede )?(?:vurdering|bekymring)"
    r"|samlet (?:set )?(?:vurderer|er det))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One section of the text: where its words begin, and which kind it is; None for facts about people."""

    start: int
    text: str
    part: Part | None


def pieces(text: str) -> tuple[Piece, ...]:
    """A pasted whole text cut at its headings; paragraphs that judge are taken for what they are."""
    cuts = _cuts(text)
    found = []
    for nr, (start, part) in enumerate(cuts):
        end = _heading_before(text, cuts[nr + 1][0]) if nr + 1 < len(cuts) else len(text)
        found += list(_paragraphs(text, start, end, part))
    return tuple(found)


def _cuts(text: str) -> list[tuple[int, Part | None]]:
    cuts: list[tuple[int, Part | None]] = [(0, Part.OBSERVATIONER)]
    for pattern in (_HEADING, _INLINE):
        for found in pattern.finditer(text):
            part = _part_of(found["title"])
            if part is not None:
                cuts.append((found.end(), part))
    return sorted(cuts, key=lambda cut: cut[0])


def _heading_before(text: str, cut: int) -> int:
    """The words of a section end where the line of the next heading begins."""
    return text.rfind("\n", 0, max(0, cut - 1)) + 1 if cut else 0


def _part_of(title: str) -> Part | None:
    if len(title.split()) > 9:
        return None
    return next((part for part, pattern in _FOUND if pattern.search(title)), None)


def _paragraphs(text: str, start: int, end: int, part: Part | None) -> Iterator[Piece]:
    at = start
    for one in re.split(r"(\n\s*\n)", text[start:end]):
        if one.strip():
            judged = part is Part.OBSERVATIONER and _JUDGES.match(one)
            yield Piece(at, one, Part.VURDERING if judged else part)
        at += len(one)


def check_text(text: str, section: str, known: Known, language: Language) -> tuple[Finding, ...]:
    """Every finding in the order of the text, offsets in its characters. Low-tier lists stay off."""
    cut = pieces(text) if section == WHOLE else (Piece(0, text, Part(section)),)
    known = known if known.name else replace(known, name=_guessed(text, language))
    questions = Questions(language.questions)
    found = []
    for piece in cut:
        for hit in _hits(piece, known, language):
            question = questions.find(hit.rule)
            if question is not None and question.tier is not Tier.QUIET:
                found.append(
                    worded(
                        _moved(hit, piece.start),
                        question,
                        known.name.split()[0] if known.name else "barnet",
                    )
                )
    return tuple(sorted(found, key=lambda one: (one.start or 0, one.end or 0, one.rule)))


def _guessed(text: str, language: Language) -> str:
    """The child nobody told us of: the child's name that stands there most, the first of several."""
    names = (bare(word, language.lexicon) for word in re.findall(r"\b[A-ZÆØÅ][a-zæøåé]+\b", text))
    counted = Counter(one for one in names if one.lower() in language.lexicon.boernenavne)
    return max(counted, key=lambda name: counted[name], default="")


def _hits(piece: Piece, known: Known, language: Language) -> Iterator[Hit]:
    prose = prose_of(piece.text, known, language.lexicon)
    part = piece.part or Part.OBSERVATIONER
    yield from text_hits(prose, part, part, known, language, proposals=True)
    yield from day_hits(prose, part, part, known)


def _moved(hit: Hit, by: int) -> Hit:
    assert hit.start is not None
    assert hit.end is not None
    return replace(hit, start=hit.start + by, end=hit.end + by)
