"""Letters that stand for words: asked about where they stand first and nobody has written them out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.prose import Prose

_SHORT = re.compile(
    r"(?<![\w-])(?P<short>[A-ZÆØÅ]{2,6}|[A-ZÆØÅ][a-zæøå]?[A-ZÆØÅ]{1,3})(?![a-zæøåA-ZÆØÅ\d_])"
)
_CUT = re.compile(
    r"(?<![\w-])(?P<short>(?:\w*(?:pæd|medhj|sundhedspl|sundpl|socrådg|soc\.rådg|rådg|psyk|koord"
    r"|forv))(?:\.(?=\s+[a-zæøå])|'(?:en|et|er|erne|s)\b)|[a-zæøå]{3,}'(?:en|et|erne)\b)",
    re.IGNORECASE,
)
_SHORTEST = 4
_SPEAKABLE = re.compile(r"[AEIOUYÆØÅ]")
_PLACEHOLDER = re.compile(r"(.)\1+")


def shortened_hits(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    """Letters that are known people's initials are no abbreviation: »Set af KB«."""
    initials = {"".join(word[0] for word in one.name.split()) for one in known.people}
    yield from _cut_off(prose, section)
    seen: set[str] = set()
    for found in _SHORT.finditer(prose.text):
        short = found["short"]
        if short in seen | initials or short.lower() in prose.lexicon.kendte_forkortelser:
            continue
        if not _stands_for_words(short, prose) or prose.is_quoted(found.start()):
            continue
        if _is_shouted(prose, found) or _is_hour(prose, found) or _signs(prose, found):
            continue
        seen.add(short)
        if _is_unfolded(prose.text, found) or _among_capitals(prose, found):
            continue
        yield Hit(
            rule="forkortelse",
            section=section,
            start=found.start(),
            end=found.end(),
            quote=short,
            fills={"hvad": short},
        )


def _cut_off(prose: Prose, section: str) -> Iterator[Hit]:
    """»ressourcepæd'en«: a word that is only said half."""
    seen: set[str] = set()
    for found in _CUT.finditer(prose.text):
        if prose.is_quoted(found.start()) or found[0].lower() in seen:
            continue
        seen.add(found[0].lower())
        yield Hit(
            rule="forkortelse",
            section=section,
            start=found.start(),
            end=found.end(),
            quote=found[0],
            fills={"hvad": found[0]},
        )


def _stands_for_words(short: str, prose: Prose) -> bool:
    """A known one, or letters that nobody can pronounce; LØB and MIG are words said aloud, NN is nobody."""
    if short.lower() in prose.lexicon.forkortelser:
        return True
    if (
        not short.isupper()
        or _PLACEHOLDER.fullmatch(short)
        or short.lower() in prose.lexicon.korte_ord
    ):
        return False
    return len(short) <= _SHORTEST or not _SPEAKABLE.search(short)


def _is_shouted(prose: Prose, found: re.Match[str]) -> bool:
    """»han SLÅR hende«: the same word stands small in the text, or the next is shouted too."""
    low = found["short"].lower()
    if low in prose.lexicon.forkortelser:
        return False
    return any(word.text == low for word in prose.words)


def _signs(prose: Prose, found: re.Match[str]) -> bool:
    """»/KB« beneath a note."""
    return prose.text[max(0, found.start() - 2) : found.start()].strip().endswith("/")


def _is_hour(prose: Prose, found: re.Match[str]) -> bool:
    return found["short"] == "KL" and bool(
        re.match(r"\.? ?\d", prose.text[found.end() : found.end() + 80])
    )


def _is_unfolded(text: str, found: re.Match[str]) -> bool:
    """»Pædagogisk Psykologisk Rådgivning (PPR)«, »PPR (Pædagogisk …)«, »PPR, Pædagogisk Psykologisk …«."""
    before, after = (
        text[max(0, found.start() - 80) : found.start()].rstrip(" "),
        text[found.end() : found.end() + 80].lstrip(" "),
    )
    if after.startswith("(") or (before.endswith("(") and after.startswith(")")):
        return True
    if re.match(r",? (?:som er|det er|der er|dvs\.|altså|et|en) ", f" {after}".replace(" ,", ",")):
        return True
    first = found["short"][:1]
    spelled = re.match(
        rf",? (?:dvs\.|det vil sige|som står for|står for)? ?(?P<word>{first}\w{{3,}})",
        f" {after}",
        re.IGNORECASE,
    )
    return spelled is not None and (spelled["word"][:1].isupper() or "står for" in after[:20])


def _among_capitals(prose: Prose, found: re.Match[str]) -> bool:
    """A heading in capitals is no abbreviation."""
    line = prose.text[prose.text.rfind("\n", 0, found.start()) + 1 :].split("\n", 1)[0]
    letters = [one for one in line if one.isalpha()]
    return len(letters) > len(found[0]) and sum(one.isupper() for one in letters) > 0.8 * len(
        letters
    )
