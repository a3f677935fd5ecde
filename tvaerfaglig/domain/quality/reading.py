"""A text from anywhere made readable for the rules, with the way back to its own characters.

Letters in two parts (a + ring) become one, hard spaces spaces, and what is not seen goes: soft hyphens, marks of
no width, a byte order mark.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_STRANGE = re.compile(r"[\r\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u2060\ufeff\u0300-\u036f]")
_SPACE = re.compile(r"[\u00a0\u2000-\u200a\u202f]")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` is what the rules read; `places` says where each of its characters begins, none where it is the same."""

    text: str
    places: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The same stretch in the text as it was given."""
        if not self.places:
            return start, end
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[start]


def reading_of(given: str) -> Reading:
    if _STRANGE.search(given) is None:
        return Reading(given)
    said: list[str] = []
    places: list[int] = []
    for at, one in enumerate(given):
        if unicodedata.combining(one) and said:
            whole = unicodedata.normalize("NFC", said[-1] + one)
            if len(whole) == 1:
                said[-1] = whole
                continue
        plain = _plain(one, given[at + 1 : at + 2])
        if plain:
            said.append(plain)
            places.append(at)
    return Reading("".join(said), (*places, len(given)))


def _plain(one: str, after: str) -> str:
    if one == "\r":
        return " " if after == "\n" else "\n"
    if one in "\u2028\u2029":
        return "\n"
    if _UNSEEN.match(one):
        return ""
    return " " if _SPACE.match(one) else one
