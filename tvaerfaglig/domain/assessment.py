"""Vurdering is one text on the screen and three on paper: each line's first words say where it belongs."""

from __future__ import annotations

import re
from enum import StrEnum


class Share(StrEnum):
    """What we judge, what we fear if nothing changes, and what we do not know."""

    JUDGED = "vurderet"
    UNCHANGED = "uaendret"
    UNKNOWN = "uvist"


_OPENS = {
    Share.UNCHANGED: ("hvis intet ændres", "hvis der intet ændres"),
    Share.UNKNOWN: ("vi ved ikke", "det ved vi ikke", "vi mangler at vide"),
    Share.JUDGED: ("vi vurderer",),
}
_LEADS = re.compile(r"^(hvis intet ændres|det ved vi ikke|vi vurderer)\s*:\s*", re.IGNORECASE)


def shares(text: str) -> tuple[tuple[Share, str], ...]:
    """Every line with the share it counts to: its own by its first words, else that of the line before."""
    found = []
    at = Share.JUDGED
    for line in text.splitlines():
        at = _opened(line) or at
        found.append((at, line))
    return tuple(found)


def without_lead(line: str) -> str:
    """The line as it stands under its heading, which says »Hvis intet ændres« already."""
    return _LEADS.sub("", line.strip())


def _opened(line: str) -> Share | None:
    begins = line.strip().lower()
    return next((share for share, words in _OPENS.items() if begins.startswith(words)), None)
