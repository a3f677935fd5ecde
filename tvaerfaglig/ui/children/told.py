"""The words of one entry of a timeline, apart from its date; what every teller of a kind answers with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """The words of one entry, apart from its date."""

    icon: str
    kind: str
    title: str = ""
    words: str = ""
    sign: str = ""
    quote: str = ""
    said_to: str = ""
    source: str = ""
    link: str = ""
    colour: str = ""


def dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
