"""Names in running text: every form a name is written in, and names said as what a person is instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import partial

NO_NAMES = frozenset({"ufødt", "ufødte", "barn", "barnet", "baby", "babyen"})
"""What a child is called until it has a name: nobody is known by it."""
_AND_MORE = NO_NAMES | {"af", "til", "på", "vej", "født"}
_OWNS = "(?:'s|’s|s|'|’)?"
_LEAST = 2


def real_name(full: str) -> str:
    """Without what stands for a name until there is one: »Barnet Holst« is Holst, »Barnet« nobody."""
    words = full.split()
    if not words or _bare(words[0]) not in NO_NAMES:
        return full
    while words and _bare(words[0]) in _AND_MORE:
        words = words[1:]
    return " ".join(words)


def _bare(word: str) -> str:
    return word.strip(".,()").casefold()


def name_words(full: str, *, least: int = _LEAST) -> tuple[str, ...]:
    """The name and each word of it that is long enough to be one, the longest first."""
    whole = " ".join(unicodedata.normalize("NFC", full).split())
    words = [word.strip(".,") for word in whole.split()]
    kept = [
        word
        for word in (whole, *words)
        if len(word) > least and word[:1].isupper() and word.casefold() not in NO_NAMES
    ]
    return tuple(sorted(dict.fromkeys(kept), key=len, reverse=True))


def pattern_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """Finds any of these as a word, also as an owner ("Emils") and in capitals; None for no words."""
    forms = [form for word in words for form in (word, word.upper())]
    each = sorted({re.escape(form).replace(r"\ ", r"\s+") for form in forms}, key=len, reverse=True)
    if not each:
        return None
    return re.compile(rf"(?<!\w)(?P<name>{'|'.join(each)})(?P<owns>{_OWNS}|S)(?!\w)")


def said_instead(text: str, people: Mapping[str, str], *, spare: frozenset[str]) -> str:
    """The text with each of these people's names said as what stands beside it; `spare` are words left alone."""
    text = unicodedata.normalize("NFC", text)
    for full, instead in people.items():
        pattern = pattern_of(word for word in name_words(full) if word not in spare)
        if pattern is not None:
            text = pattern.sub(partial(_instead, instead), text)
    return text


def _instead(said: str, found: re.Match[str]) -> str:
    return f"{said}s" if found["owns"] else said
