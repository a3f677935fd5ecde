"""A text cut into sentences that, laid end to end, are the text again: each keeps the air behind it."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…]+[\"»”')\]]*(?:[ \u00a0]?\[\d[\d, –-]*\][.]?)?(?=\s)|\n")
_LAST_WORD = re.compile(r"(\S+)$")
_SHORT = frozenset(
    {
        "bl.a",
        "ca",
        "dvs",
        "evt",
        "f.eks",
        "fx",
        "hhv",
        "inkl",
        "jf",
        "kl",
        "mht",
        "nr",
        "pga",
        "tlf",
    }
)
_LOOK_BACK = 16


def sentences(text: str) -> tuple[str, ...]:
    """The sentences in order; a line of its own is one too. Joined they are the text, to the letter."""
    found, begun = [], 0
    for end in _END.finditer(text):
        stop = end.end()
        if stop <= begun or (end[0] != "\n" and _goes_on(text, end)):
            continue
        while stop < len(text) and text[stop].isspace():
            stop += 1
        found.append(text[begun:stop])
        begun = stop
    return (*found, text[begun:]) if begun < len(text) else tuple(found)


def sentence_at(text: str, place: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends, without the air behind it."""
    begun = 0
    for one in sentences(text):
        if place < begun + len(one) or begun + len(one) == len(text):
            return begun, begun + len(one.rstrip())
        begun += len(one)
    return begun, begun


def _goes_on(text: str, end: re.Match[str]) -> bool:
    """A full stop that ends no sentence: after a short form, or where the next word goes on small."""
    if end[0] != ".":
        return False
    after = text[end.end() :].lstrip()[:1]
    before = _LAST_WORD.search(text[max(0, end.start() - _LOOK_BACK) : end.start()])
    last = before[1].lower().lstrip("(»\"'") if before else ""
    return after.islower() or last in _SHORT
