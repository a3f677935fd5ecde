"""Find phrases from a word list in a text: whole words, `*` for any ending, `#` for any number."""

from __future__ import annotations

import re
from functools import lru_cache

from tvaerfaglig.domain.danish import MONTHS

_NUMBER = (
    r"(?:\d+(?:[.,]\d+)?|én|en|ét|et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|hver|hvert)"
)
_MONTH = "|".join(f"{name[:3]}[a-zæøå]*" for name in MONTHS)
_DATE = re.compile(
    rf"(?<!\d)(?:[0-3]?\d[./-] ?(?:1[0-2]|0?[1-9])\b(?!\d)|[0-3]?\d\. ?(?:{_MONTH})\b)",
    re.IGNORECASE,
)
CITATION = re.compile(r"\[\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]")
_QUOTED = re.compile(r"[»«“”„\"].{2,}?[»«“”„\"]", re.DOTALL)


def find_phrase(text: str, phrases: tuple[str, ...]) -> re.Match[str] | None:
    """The first place where any of the phrases stands."""
    return _pattern(phrases).search(text) if phrases else None


def has_date(text: str) -> bool:
    """A day that can be looked up: 10.11., 10/11, 10. november."""
    return _DATE.search(text) is not None


def has_quotation(text: str) -> bool:
    return _QUOTED.search(text) is not None


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(_one(each) for each in phrases)})(?!\w)", re.IGNORECASE
    )


def _one(phrase: str) -> str:
    words = (re.escape(word).replace(r"\*", r"\w*").replace(r"\#", "#") for word in phrase.split())
    return r"\s+".join(words).replace("#", _NUMBER)
