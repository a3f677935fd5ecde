"""What a new password must be: long, and not the first thing a colleague would try."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

MIN_CHARACTERS = 12
MIN_WORDS = 4
_MIN_DIFFERENT = 5
_MIN_BESIDE_NAMES = 6


def normalised(password: str) -> bytes:
    """The same bytes from every keyboard: å typed as one sign or as a plus ring."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


def password_advice(password: str, *, avoid: Iterable[str] = ()) -> str | None:
    """One sentence saying what to do, or None when the password is good.

    ``avoid`` are names that stand on the lock screen (the house, the person): a password that is
    little more than one of them is the first that anybody tries.
    """
    text = unicodedata.normalize("NFKC", password)
    words = [word for word in text.replace("-", " ").split() if len(word) > 1]
    if len(text) < MIN_CHARACTERS and len(words) < MIN_WORDS:
        return "Brug mindst 12 tegn eller fire ord, gerne en sætning, kun du finder på."
    if len(set(text.casefold())) < _MIN_DIFFERENT:
        return "Brug flere forskellige tegn, gerne en sætning, kun du finder på."
    if not any(sign.isalpha() for sign in text):
        return "Tal alene er lette at gætte. Sæt et par ord til."
    if len(_without_names(text, avoid)) < _MIN_BESIDE_NAMES:
        return "Navne på huset og på dig selv er det første, nogen prøver. Sæt andre ord til."
    return None


def _without_names(text: str, names: Iterable[str]) -> str:
    rest = text.casefold()
    for name in names:
        for word in unicodedata.normalize("NFKC", name).casefold().split():
            if len(word) > 2:
                rest = rest.replace(word, "")
    return "".join(rest.split())
