"""What must not leave the house about a child: streets that are protected, today's and former ones, and the
house itself where that is ticked (decisions.md no. 5).

Fields leave it out by themselves. A sentence somebody wrote is never changed: it is listed before a paper
leaves, and kept out of what a search shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tvaerfaglig.domain.people import Child, Dagtilbud
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.session import Session
from tvaerfaglig.store import past, queries

_ORDINARY = {
    "børnehuset", "børnehus", "børnehaven", "børnehave", "vuggestuen", "vuggestue", "dagtilbuddet",
    "dagplejen", "dagpleje", "institutionen", "integrerede", "selvejende", "kommunale", "den", "det",
    "i", "på", "ved", "og",
}  # fmt: skip
_SHORTEST = 3
OUT = "…"


@dataclass(frozen=True, slots=True)
class Withheld:
    """As phrases. `streets` are somebody's home, `houses` what would tell where the child goes."""

    streets: tuple[str, ...] = ()
    houses: tuple[str, ...] = ()

    @property
    def phrases(self) -> tuple[str, ...]:
        """The longest first, so that a house's whole name goes before a word of it."""
        return tuple(sorted({*self.streets, *self.houses}, key=lambda one: (-len(one), one)))

    def standing_in(self, text: str) -> tuple[str, ...]:
        """Those that somebody wrote here, as they were kept; of two that overlap only the longer."""
        found = []
        for phrase in self.phrases:
            text, times = _pattern(phrase).subn(OUT, text)
            found += [phrase] if times else []
        return tuple(found)

    def taken_out(self, text: str) -> str:
        for phrase in self.phrases:
            text = _pattern(phrase).sub(OUT, text)
        return text

    def place(self, place: str) -> str:
        """A field that says where; empty when it would tell where the child lives or goes."""
        return "" if self.standing_in(place) else place


def _pattern(phrase: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    return re.compile(rf"(?<!\w){words}(?:s)?(?!\w)", re.IGNORECASE)


def of_child(session: Session, child_id: str) -> Withheld:
    """Of the child, her parents and those of her sisters and brothers who are known, in every version."""
    found = queries.one(session.vault, Child, child_id)
    if found is None:
        return Withheld()
    child = found.record
    family = [child_id, *(one.child for one in child.siblings if one.child)]
    streets = [street for one in family for street in _streets_of(session, one)]
    houses = _houses_of(session, child_id) if child.hide_house else ()
    return Withheld(tuple(dict.fromkeys(streets)), tuple(dict.fromkeys(houses)))


def hidden(known: Mapping[str, Stored[Child]]) -> frozenset[str]:
    """Those about whom anything is withheld; `known` are the children as they stand."""
    return frozenset(one for one in known if _is_hidden(one, known))


def _is_hidden(child_id: str, known: Mapping[str, Stored[Child]]) -> bool:
    child = known[child_id].record
    if child.hide_house:
        return True
    sisters = (known[one.child].record for one in child.siblings if one.child in known)
    return any(
        one.protected or any(parent.protected for parent in one.parents)
        for one in (child, *sisters)
    )


def _streets_of(session: Session, child_id: str) -> Iterator[str]:
    found = queries.one(session.vault, Child, child_id)
    if found is None:
        return
    protected = found.record.protected
    hidden = {one.id for one in found.record.parents if one.protected}
    if not protected and not hidden:
        return
    for version in past.versions(session.vault, Child, child_id):
        if version.record is not None:
            yield from _homes(version.record, hidden, whole=protected)


def _homes(card: Child, hidden: set[str], *, whole: bool) -> Iterator[str]:
    homes = [one.address for one in card.parents if one.id in hidden or (whole and one.lives_with)]
    for home in (*((card.address, card.stays_at) if whole else ()), *homes):
        street = " ".join(home.split(",")[0].split())
        if len(street) >= _SHORTEST:
            yield street


def _houses_of(session: Session, child_id: str) -> Iterator[str]:
    """Every house she has gone to: its name, its street and its stuer."""
    cards = (one.record for one in past.versions(session.vault, Child, child_id))
    for house_id in dict.fromkeys(card.dagtilbud for card in cards if card is not None):
        found = queries.one(session.vault, Dagtilbud, house_id)
        if found is not None:
            yield from names_of(found.record)


def names_of(house: Dagtilbud) -> Iterator[str]:
    """What a house is called, in full and in daily speech."""
    called = [word for word in house.name.split() if word.casefold() not in _ORDINARY]
    street = " ".join(house.address.split(",")[0].split())
    for phrase in (house.name, " ".join(called), street, *(stue.name for stue in house.stuer)):
        if len(phrase) >= _SHORTEST:
            yield phrase
