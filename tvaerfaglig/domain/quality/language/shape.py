"""The shape of the writing: long sentences, letters that stand for words, questions that lead a child."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.prose import Prose, Word
from tvaerfaglig.domain.quality.language.rules import Part

MOST_WORDS = 45
_SHORT = re.compile(r"(?<![\w-])[A-ZÆØÅ]{2,6}(?!\w)")
_SHORTEST = 4
_SPEAKABLE = re.compile(r"[AEIOUYÆØÅ]")
_PLACEHOLDER = re.compile(r"(.)\1+")
_RETOLD = re.compile(
    r"\b(?P<asker>jeg|vi|[A-ZÆØÅ][a-zæøå]+) (?:har )?spurgt?e?,? (?:\w+,? ){0,3}?"
    r"(?P<asked>om (?:det ikke er|det er|far|mor|nogen|\w+ og \w+|han|hun) [^.?!\n]{3,60})",
    re.IGNORECASE,
)
_INVITES = re.compile(
    r"(?:vil|kan) du (?:fortælle|vise|tegne|sige|lege|forklare)\b|.*\beller\b", re.IGNORECASE
)
_TAG = re.compile(r",\s*(?:ikke(?: også)?|vel|er det ikke rigtigt)\s*\?$", re.IGNORECASE)


def shape_hits(prose: Prose, part: Part, section: str) -> Iterator[Hit]:
    yield from _long(prose, section)
    yield from _shortened(prose, section)
    if part in {Part.OBSERVATIONER, Part.BARNETS_UDSAGN}:
        yield from _leading(prose, section)


def _long(prose: Prose, section: str) -> Iterator[Hit]:
    for number, words in prose.by_sentence.items():
        own = [word for word in words if not prose.is_quoted(word.start)]
        if len(own) > MOST_WORDS:
            begun, end = prose.sentences[number]
            text = prose.text[begun:end]
            start = begun + len(text) - len(text.lstrip())
            yield Hit(
                rule="lang_saetning",
                section=section,
                start=start,
                end=begun + len(text.rstrip()),
                quote=text.strip(),
                fills={"hvad": str(len(own))},
            )


def _shortened(prose: Prose, section: str) -> Iterator[Hit]:
    seen: set[str] = set()
    for found in _SHORT.finditer(prose.text):
        short = found[0]
        if short in seen or short.lower() in prose.lexicon.kendte_forkortelser:
            continue
        if not _stands_for_words(short, prose) or prose.is_quoted(found.start()):
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


def _stands_for_words(short: str, prose: Prose) -> bool:
    """A known one, or letters that nobody can pronounce; LØB and MIG are words said aloud, NN is nobody."""
    if short.lower() in prose.lexicon.forkortelser:
        return True
    if _PLACEHOLDER.fullmatch(short) or short.lower() in prose.lexicon.korte_ord:
        return False
    return len(short) <= _SHORTEST or not _SPEAKABLE.search(short)


def _is_unfolded(text: str, found: re.Match[str]) -> bool:
    """»Pædagogisk Psykologisk Rådgivning (PPR)« or »PPR (Pædagogisk …)«."""
    before, after = text[: found.start()].rstrip(" "), text[found.end() :].lstrip(" ")
    return after.startswith("(") or (before.endswith("(") and after.startswith(")"))


def _among_capitals(prose: Prose, found: re.Match[str]) -> bool:
    """A heading in capitals is no abbreviation."""
    line = prose.text[prose.text.rfind("\n", 0, found.start()) + 1 :].split("\n", 1)[0]
    letters = [one for one in line if one.isalpha()]
    return len(letters) > len(found[0]) and sum(one.isupper() for one in letters) > 0.8 * len(
        letters
    )


def _leading(prose: Prose, section: str) -> Iterator[Hit]:
    """A question that can be answered with ja or nej, unless it is the child who asks."""
    for found in _RETOLD.finditer(prose.text):
        if not prose.is_quoted(found.start()) and not prose.is_child(found["asker"].lower()):
            span = found.span("asked")
            yield Hit(
                rule="ledende", section=section, start=span[0], end=span[1], quote=found["asked"]
            )
    for begun, end in _questions(prose):
        text = prose.text[begun:end].strip(" »«“”„\"'–-")
        first = next(iter(re.findall(r"\w+", text.lower())), "")
        if _INVITES.match(text):
            continue
        if first not in prose.lexicon.ja_nej_spoergsmaal and not _TAG.search(text):
            continue
        if _child_asks(prose, begun, end):
            continue
        yield Hit(
            rule="ledende", section=section, start=begun, end=end, quote=prose.text[begun:end]
        )


def _questions(prose: Prose) -> Iterator[tuple[int, int]]:
    spans = []
    for begun, end in prose.quoted:
        inside = prose.text[begun + 1 : end - 1]
        for one in re.finditer(r"[^.?!]+\?", inside):
            lead = len(one[0]) - len(one[0].lstrip())
            spans.append((begun + 1 + one.start() + lead, begun + 1 + one.end()))
    for begun, end in prose.sentences:
        text = prose.text[begun:end]
        if text.rstrip().endswith("?") and not any(begun <= start < end for start, _ in spans):
            lead = len(text) - len(text.lstrip())
            spans.append((begun + lead, begun + len(text.rstrip())))
    yield from spans


def _child_asks(prose: Prose, begun: int, end: int) -> bool:
    """»Må jeg få mere?« spurgte Alma; Alma spurgte: »Kommer far?«"""
    opens = next((start for start, stop in prose.sentences if start <= begun < stop), 0)
    before = [word for word in prose.words if opens <= word.start and word.end <= begun][-4:]
    tail = prose.text[end:].lstrip("»«“”„\"' ")
    goes_on = tail[:1].islower() or tail[:1] == ","
    after = [word for word in prose.words if word.start >= end][:3] if goes_on else []
    if _asked_by_child(before, prose) or _asked_by_child(after, prose):
        return True
    return bool(re.match(r"\W*(?:må|kan|skal) jeg\b", prose.text[begun:end], re.IGNORECASE))


def _asked_by_child(words: list[Word], prose: Prose) -> bool:
    lows = [word.low for word in words]
    says = any(low in {"spurgte", "spørger", "sagde", "siger", "råbte", "hviskede"} for low in lows)
    return says and not {"jeg", "vi"} & set(lows) and any(prose.is_child(low) for low in lows)
