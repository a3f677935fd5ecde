"""The places of the program, as data: only those that are built are given to the rail."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RailPlace:
    """A place: its key, its word, its icon, and the number that Alt+number keeps for it."""

    key: str
    word: str
    icon: str
    number: int = 0


PLACES = (
    RailPlace("overblik", "Overblik", "overblik", 1),
    RailPlace("boern", "Børn", "boern", 2),
    RailPlace("konsultationer", "Konsultationer", "konsultation", 3),
    RailPlace("underretninger", "Underretninger", "underretning", 4),
    RailPlace("indsatser", "Indsatser", "indsats", 5),
    RailPlace("trivselsrunder", "Trivselsrunder", "trivselsrunde", 6),
    RailPlace("tal", "Tal", "tal", 7),
    RailPlace("udskrifter", "Udskrifter", "udskrift", 8),
)
SETTINGS = RailPlace("indstillinger", "Indstillinger", "indstillinger")


def built(*keys: str) -> tuple[RailPlace, ...]:
    """Those of the eight places that there are pages for; each keeps its number."""
    return tuple(place for place in PLACES if place.key in keys)
