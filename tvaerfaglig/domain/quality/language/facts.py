"""Numbers that do not belong, and law that is gone: a CPR number in running text, servicelovens § 153."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tvaerfaglig.domain.cpr import find_cprs
from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.ages import age_hits
from tvaerfaglig.domain.quality.language.contact import contact_hits
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.name_forms import hit_at
from tvaerfaglig.domain.quality.language.prose import Prose

_OWN_LINE = re.compile(
    r"^[ \t•*-]*(?:barnets? )?(?:(?:fulde )?navn|barn|cpr|fødselsdato|vedr|vedrørende|født)",
    re.IGNORECASE,
)
_CPR_SAID = re.compile(
    r"\b(?:cpr|personnummer|person-?nr)[\w.-]*:?\s*(?:er|nr\.?|nummer)?:?\s*(?P<number>\d{6}[\s.–-]{0,3}(?:\d{4}"
    r"|[xX]{4}))",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"(?<![\d-])(?<!nr\. )(?<!nr\.: )(?<!konto )(?:[0-2]\d|3[01]|6[1-9]|[78]\d|9[01])\d{4}(?: \d{4}"
    r"|(?<=[,:( ]\d{6})\d{4})(?![\d-])"
)
_NUMBER_OF = re.compile(
    r"\b(?:sag|sags|journal|j|konto|ean|faktura|tlf|telefon|p-?nummer|cvr)[\w.]*[ :]*$",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?<![\d-])\d{2}[ .]\d{2}[ .]\d{2}[ .–-]{1,3}\d{4}(?![\d-])")
_PARAGRAPH = re.compile(
    r"(?:§{1,2}|\bparagraf)\s*(?P<number>\d+)\s?(?P<letter>[a-c]\b)?", re.IGNORECASE
)
_OLD_LAW = re.compile(r"\b(?:lov om social service|servicelov\w*|SEL)\b", re.IGNORECASE)
_NEW_LAW = re.compile(r"\b(?:barnets? lov|BL)\b", re.IGNORECASE)
_NEW_LAW_BEFORE = re.compile(r"\b(?:barnets? lov|BL)s?[ ,]*(?:jf\.? ?)?$", re.IGNORECASE)
"""»barnets lov § 153«: the new law with the number of the old."""
_OTHER_LAW = re.compile(r"\b\w+lov(?:en|ens|s)?\b|\b\w+bekendtgørelse", re.IGNORECASE)
_WAS = re.compile(
    r"\b(?:tidligere|dengang|nu barnets|før 2024|erstatte|afløst|gamle|gammel|var det)",
    re.IGNORECASE,
)
_ABOUT_LETTER = re.compile(r"\bunderret", re.IGNORECASE)
_NOT_SAID = re.compile(
    r"\b(?:ikke (?:en )?(?:egentlig|rigtig|decideret|officiel|formel) underretning"
    r"|(?:bare|blot|kun|udelukkende|mest) (?:en |til |til jeres |som en )?orientering|en slags underretning"
    r"|(?:kan |skal )?(?:betragtes|opfattes|ses) (?:mere )?som en (?:bekymringshenvendelse|henvendelse|orientering)"
    r"|ved ikke,? om (?:det|dette) er en underretning)\b",
    re.IGNORECASE,
)
_GAP = re.compile(r"[\s,.(]*(?:(?:jf|jævnfør)\.?)?[\s,]*")


def fact_hits(prose: Prose, section: str, known: Known, *, facts: bool = False) -> Iterator[Hit]:
    """`facts` are the lines about who is who, where the child's own number may stand."""
    for span in sorted(_cprs(prose)):
        if not (facts and _is_own_number(span, prose, known)):
            yield hit_at("cpr_i_tekst", prose, section, span)
    yield from contact_hits(prose, section, known)
    yield from age_hits(prose, section, known, facts=facts)
    yield from _laws(prose, section, known)
    for found in _NOT_SAID.finditer(prose.text):
        if not prose.is_quoted(found.start()):
            yield hit_at("uklart_formaal", prose, section, found.span())


def _cprs(prose: Prose) -> set[tuple[int, int]]:
    """With and without hyphen, in pairs, with a month that is none, and half hidden where it is called one."""
    spans = {(found.start, found.end) for found in find_cprs(prose.text)}
    for pattern, group in ((_CPR_SAID, "number"), (_SPACED, 0), (_LOOSE, 0)):
        for found in pattern.finditer(prose.text):
            span = found.span(group)
            if pattern is _LOOSE and _NUMBER_OF.search(prose.text[max(0, span[0] - 24) : span[0]]):
                continue
            if not any(start < span[1] and span[0] < end for start, end in spans):
                spans.add(span)
    return spans


def _is_own_number(span: tuple[int, int], prose: Prose, known: Known) -> bool:
    start, end = span
    digits = re.sub(r"\D", "", prose.text[start:end])
    line = prose.text[prose.text.rfind("\n", 0, start) + 1 : start]
    names = {word.lower() for word in re.findall(r"\w+", line)}
    if known.born is not None:
        return digits[:6] == f"{known.born:%d%m%y}"
    return bool(_OWN_LINE.match(line)) or bool(names & known.child_names)


def _laws(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    new_of = dict(known.stale)
    taken: list[tuple[int, int]] = []
    for found in _PARAGRAPH.finditer(prose.text):
        letter = f" {found['letter'].lower()}" if found["letter"] else ""
        old = found["number"] + letter
        new = new_of.get(old) or new_of.get(found["number"])
        span = _cited(found, prose, gone=new is not None)
        if span is not None:
            taken.append(span)
            yield hit_at("gammel_lov", prose, section, span, hvad=new or "barnets lov")
    yield from _law_alone(prose, section, taken)


def _cited(found: re.Match[str], prose: Prose, *, gone: bool) -> tuple[int, int] | None:
    """From »servicelovens« to the number, where the old law is the one that is meant."""
    sentence = prose.sentence_text(found.start())
    if _WAS.search(sentence):
        return None
    near = max(0, found.start() - 40)
    old = list(_OLD_LAW.finditer(prose.text, near, found.start()))
    if old and _GAP.fullmatch(prose.text[old[-1].end() : found.start()]):
        return (old[-1].start(), found.end()) if gone or _is_childrens(sentence) else None
    after = _OLD_LAW.match(prose.text, _after_gap(prose.text, found.end()))
    if after:
        return (found.start(), after.end()) if gone or _is_childrens(sentence) else None
    asked = gone and _ABOUT_LETTER.search(sentence) is not None
    if asked and _NEW_LAW_BEFORE.search(prose.text[near : found.start()]):
        return found.span()
    bare = asked and not _NEW_LAW.search(sentence)
    return found.span() if bare and not _OTHER_LAW.search(_OLD_LAW.sub("", sentence)) else None


def _after_gap(text: str, at: int) -> int:
    skip = re.compile(r"(?:,? stk\. ?\d)?\s*(?:i|efter|,)?\s*").match(text, at)
    return skip.end() if skip else at


def _is_childrens(sentence: str) -> bool:
    """The old law still stands for grown-ups: a number that is not known as gone needs to be about the child."""
    return (
        re.search(
            r"\bunderret|\bbarn|\bbørn|\bforebygg|\bundersøgelse|\banbring",
            sentence,
            re.IGNORECASE,
        )
        is not None
    )


def _law_alone(prose: Prose, section: str, taken: list[tuple[int, int]]) -> Iterator[Hit]:
    """»Vi underretter efter serviceloven«, without a number."""
    for found in _OLD_LAW.finditer(prose.text):
        if any(start <= found.start() < end for start, end in taken):
            continue
        sentence = prose.sentence_text(found.start())
        if _ABOUT_LETTER.search(sentence) and not (
            _WAS.search(sentence) or _PARAGRAPH.search(sentence)
        ):
            yield hit_at("gammel_lov", prose, section, found.span(), hvad="barnets lov")
