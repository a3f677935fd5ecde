"""LIX: how long the sentences and the words are. A number with caveats, never a grade."""

from __future__ import annotations

import re
from dataclasses import dataclass

ENOUGH = 100
LONG = 6
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOP = re.compile(r"[.!?:](?=\s|$|[»«\"”])")
_CITED = re.compile(r"\[\d[\d\s,–-]*\]")
_SHORTENED = re.compile(
    r"\b(?:kl|ca|nr|fx|f\.eks|bl\.a|pga|mht|evt|dvs|jf|tlf|mdr|md|m\.m|osv|ift)\.(?= )|(?<=\d)\.(?=[\s\d])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Lix:
    """Björnsson's number, and how many words it rests on."""

    value: int
    words: int

    @property
    def says_little(self) -> bool:
        return self.words < ENOUGH


def lix(text: str) -> Lix | None:
    """Words per sentence plus the share of words of more than six letters; None where there are no words.

    Citations count for nothing, and the stop in »kl. 8.15« or »12. marts« ends no sentence.
    """
    bare = _SHORTENED.sub(lambda found: found[0][:-1], _CITED.sub("", text))
    words = _WORD.findall(bare)
    if not words:
        return None
    lines = (line for line in bare.splitlines() if _WORD.search(line))
    sentences = sum(max(1, len(_STOP.findall(line))) for line in lines)
    long = sum(len(one) > LONG for one in words)
    return Lix(round(len(words) / sentences + 100 * long / len(words)), len(words))
