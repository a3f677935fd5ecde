"""What in a text without names would still tell who the child is: a name, a CPR number, a birthday.

It finds what is known in the vault and no more. A small house can know a child by less; that is said
where one writes, for no program can judge it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date
from functools import partial

from tvaerfaglig.domain.cpr import find_cprs
from tvaerfaglig.domain.danish import parse_date
from tvaerfaglig.domain.masking import mentioned, typed_names

_DATED = re.compile(
    r"\b\d{1,2}(?:\s?[./-]\s?\d{1,2}\s?[./-]\s?|\.?\s[a-zæøå]{3,9}\.?\s)(?:[12]\d{3}|\d{2})\b",
    re.IGNORECASE,
)


def given_away(
    text: str,
    families: Iterable[str],
    birthdays: Collection[date],
    at_the_table: Iterable[str] = (),
) -> tuple[str, ...]:
    """The words as they stand, each once, in the order of the text.

    `families` are full names of known children and of those who raise them. Whoever sits `at_the_table`
    may be named: a first name that is hers as well is taken for hers.
    """
    spared = {form for name in at_the_table for form in (name, *name.split()[:1])}
    others = [(name, name) for name in dict.fromkeys(families)]
    found = [
        (one.start, one.name) for one in typed_names(text, others) if not _spares(one.name, spared)
    ]
    found += [(one.start, text[one.start : one.end]) for one in find_cprs(text)]
    found += [
        (one.start(), one[0])
        for one in _DATED.finditer(text)
        if birthdays and _read(one[0], max(birthdays)) in birthdays
    ]
    found += [(0, f"{{barn:{child}}}") for child in mentioned(text)]
    return tuple(dict.fromkeys(words for _, words in sorted(found)))


def _spares(found: str, spared: set[str]) -> bool:
    return any(found in {name, f"{name}s", f"{name}'", f"{name}’", f"{name}'s"} for name in spared)


def _read(words: str, near: date) -> date | None:
    """A year of two digits is the one nearest the youngest child's."""
    return parse_date(" ".join(words.split()), near)


def without(text: str, words: Iterable[str]) -> str:
    """The text with names said as »barnet« and numbers taken out, for whoever asks for it."""
    for said in sorted(words, key=len, reverse=True):
        pattern = rf"(?<!\w){re.escape(said)}(?!\w)"
        instead = "" if any(map(str.isdigit, said)) else "barnets" if _owns(said) else "barnet"
        text = re.sub(pattern, partial(_said, instead), text)
    return text


def _owns(said: str) -> bool:
    """A name that ends in s may be an owner or just a name; the shorter form is then the safer guess."""
    return said.endswith(("'s", "’s", "'", "’")) or (said.endswith("s") and len(said) > 3)


def _said(instead: str, match: re.Match[str]) -> str:
    before = match.string[: match.start()].rstrip()
    starts = not before or before[-1] in ".!?\n" or match.string[: match.start()].endswith("\n")
    return instead.capitalize() if starts else instead
