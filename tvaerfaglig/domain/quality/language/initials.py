"""Somebody by one letter or two: »lille M. slog«. »Barn B« is how one should write it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tvaerfaglig.domain.quality.finding import Hit
from tvaerfaglig.domain.quality.language.known import Known
from tvaerfaglig.domain.quality.language.name_forms import hit_at, is_own_name, opens
from tvaerfaglig.domain.quality.language.prose import Prose, Word

_INITIAL = re.compile(
    r"(?<![\w.§])(?:(?P<two>[A-ZÆØÅ]\.\s?[A-ZÆØÅ]\.)(?![\w])"
    r"|(?P<one>[A-ZÆØÅ])(?:\.(?=\s+[a-zæøå]|,|\s*$)|(?=\s+[a-zæøå]{3,}|,? og (?:[a-zæøå]|[A-ZÆØÅ]\b)|,\s[a-zæøå])"
    r"|'?s(?=\s+[a-zæøå])))"
)
_NO_INITIAL = frozenset({"I", "A", "Å", "Ø"})
_LETTERED = frozenset(
    {"vitamin", "type", "bilag", "gruppe", "stue", "hus", "afsnit", "punkt", "opgang", "plan"}
)


def initial_hits(prose: Prose, section: str, known: Known) -> Iterator[Hit]:
    """»lille M. slog«; »barn B« is how one should write it, and »Mette S.« is somebody named."""
    own = {name[:1].upper() for name in known.child_names}
    seen: set[str] = set()
    for found in _INITIAL.finditer(prose.text):
        letters = re.sub(r"[^A-ZÆØÅ]", "", found[0])
        if set(letters) <= own or letters in _NO_INITIAL or letters in seen:
            continue
        before = next(iter(prose.words_between(found.start() - 40, found.start())[-1:]), None)
        if before and _makes_sense(before, prose, known):
            continue
        if found["two"] or found[0].endswith(".") or not _begins(prose, found.start()):
            seen.add(letters)
            yield hit_at("forbogstav", prose, section, found.span(), hvad=found[0])


def _begins(prose: Prose, start: int) -> bool:
    before = prose.text[max(0, start - 80) : start].rstrip()
    return not before or before[-1] in ".!?:"


def _makes_sense(before: Word, prose: Prose, known: Known) -> bool:
    """A name before the letter makes it a family name, unless it is the child who does something to »S.«."""
    if before.low in prose.lexicon.barn_af_slags or before.low in _LETTERED:
        return True
    small = before.low in {"lille", "store", "vores", "med"} and opens(prose, before)
    return (
        before.text[:1].isupper()
        and not small
        and not is_own_name(before, prose, known)
        and before.low not in {"da", "og", "så", "fordi"}
    )
