"""Small words: whose, how many, and the shape in which names are searched."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_NUMBERS = ("nul", "én", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti")
_BEFORE_NUMBER = re.compile(r"(\b(?:kl|nr|ca|stk|fx|uge)\.?|§) (?=\d)")
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def possessive(name: str) -> str:
    """Alma → Almas; Thomas, Max and Moritz get the apostrophe that Danish gives them."""
    if not name:
        return ""
    return f"{name}'" if name[-1].lower() in "sxz" else f"{name}s"


def join_and(parts: Sequence[str]) -> str:
    """Mor, far og mormor."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} og {parts[-1]}"


def join_or(parts: Sequence[str]) -> str:
    """Mor, far eller mormor."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} eller {parts[-1]}"


def in_words(number: int, *, neuter: bool = False) -> str:
    """Nul to ti in letters, more in digits; `neuter` for et barn, et afsnit."""
    if number == 1 and neuter:
        return "ét"
    if 0 <= number < len(_NUMBERS):
        return _NUMBERS[number]
    return f"{number:,}".replace(",", ".")


def count(number: int, one: str, many: str, *, spelled: bool = False, neuter: bool = False) -> str:
    """1 dag, 18 dage; spelled: én dag, tre dage, 18 dage."""
    digits = f"{number:,}".replace(",", ".")
    shown = in_words(number, neuter=neuter) if spelled else digits
    return f"{shown} {one if number == 1 else many}"


def fold(text: str) -> str:
    """The shape of the search column and of what is searched for: boerne finds børne."""
    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).lower())
    return lowered.translate(_LETTERS)


def initials(name: str) -> str:
    """Mette Sørensen → MS; a single name gives one letter."""
    parts = name.split()
    ends = parts[:1] if len(parts) == 1 else [*parts[:1], *parts[-1:]]
    return "".join(part[0].upper() for part in ends)


def first_name(name: str) -> str:
    """The name one calls the child by where it is known from the page."""
    return next(iter(name.split()), "")


def unbroken(text: str) -> str:
    """»kl. 8.15« and »§ 133« stay on one line, and no line ends in the abbreviation."""
    return _BEFORE_NUMBER.sub("\\1\u00a0", text)


def capital(text: str) -> str:
    """The first letter large, the rest as it was."""
    return text[:1].upper() + text[1:]
