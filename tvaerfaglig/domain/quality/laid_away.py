"""A question laid away stays away at its place, whatever is written around it; the same word elsewhere is asked.

What is kept is an anchor: the place (rule, section, the words themselves) and the words around them on
the day they were laid away. Where the same words stand several times, those that resemble it most are meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tvaerfaglig.domain.quality.finding import Hit

_AROUND = 8
_NEXT = 3
"""How much more the neighbouring word says than one further off."""
_KNOWN_AGAIN = 4
"""One neighbour that is the same. Less may be chance, once some of the same words are gone from the text."""
_APART = "\t"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A hit at its place: which of the same words it is, of how many, and what stands around."""

    place: str
    number: int = 1
    count: int = 1
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    in_words: bool = True

    @property
    def key(self) -> str:
        """Tells two of the same words in one section apart, as long as nobody writes between."""
        return self.place if self.number == 1 else f"{self.place}#{self.number}"

    @property
    def kept(self) -> str:
        """As it is stored. What is asked about no words of the text is known by its place alone."""
        if not self.in_words:
            return self.place
        which = f"{self.number}/{self.count}"
        return _APART.join((self.place, which, " ".join(self.before), " ".join(self.after)))


def anchored(hits: Sequence[Hit], sections: Mapping[str, str]) -> list[Anchor]:
    """An anchor for each hit, in their order."""
    found: dict[int, Anchor] = {}
    for place, group in _groups(hits).items():
        for number, at in enumerate(group, 1):
            before, after = _around(hits[at], sections.get(hits[at].section, ""))
            in_words = hits[at].start is not None
            found[at] = Anchor(place, number, len(group), before, after, in_words)
    return [found[at] for at in range(len(hits))]


def away(anchors: Sequence[Anchor], kept: Iterable[str]) -> dict[int, str]:
    """Which of them are laid away (by index), and under which kept words."""
    kept_at: dict[str, list[str]] = {}
    for one in kept:
        kept_at.setdefault(one.split(_APART)[0], []).append(one)
    found: dict[int, str] = {}
    standing: dict[str, list[int]] = {}
    for at, anchor in enumerate(anchors):
        standing.setdefault(anchor.place, []).append(at)
    for place, group in standing.items():
        if place in kept_at:
            found |= _matched([(at, anchors[at]) for at in group], kept_at[place])
    return found


def _matched(here: list[tuple[int, Anchor]], kept: list[str]) -> dict[int, str]:
    """The best pairs first; each anchor and each place is meant once."""
    whole = next((one for one in kept if _APART not in one), None)
    if whole is not None:
        return dict.fromkeys((at for at, _ in here), whole)
    pairs = []
    for one in kept:
        was = _read(one)
        pairs += [(_likeness(anchor, was), at, one) for at, anchor in here]
    found: dict[int, str] = {}
    taken: set[str] = set()
    for (likeness, _), at, one in sorted(pairs, key=lambda pair: pair[0], reverse=True):
        vanished = len(here) < _read(one).count
        if at in found or one in taken or (vanished and likeness < _KNOWN_AGAIN):
            continue
        found[at] = one
        taken.add(one)
    return found


def _read(kept: str) -> Anchor:
    place, which, before, after = [*kept.split(_APART), "", "", ""][:4]
    number, _, count = which.partition("/")
    return Anchor(
        place,
        int(number) if number.isdigit() else 1,
        int(count) if count.isdigit() else 1,
        tuple(before.split()),
        tuple(after.split()),
    )


def _likeness(one: Anchor, other: Anchor) -> tuple[int, int]:
    """How much of what stands around is the same; where nothing is, the order in the text counts."""
    same = _same(one.before[::-1], other.before[::-1]) + _same(one.after, other.after)
    return same, -abs(one.number - other.number)


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Words shared on one side, nearest first; an unbroken run from the place counts more."""
    run = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        run += 1
    if not one and not other:
        return _NEXT
    return (Counter(one) & Counter(other)).total() + _NEXT * run


def _groups(hits: Sequence[Hit]) -> dict[str, list[int]]:
    """The indexes of hits at the same place, as they stand in the text."""
    found: dict[str, list[int]] = {}
    for at in sorted(range(len(hits)), key=lambda at: hits[at].start or 0):
        found.setdefault(hits[at].place.replace(_APART, " "), []).append(at)
    return found


def _around(hit: Hit, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words before and after; none where it is not about words of this text."""
    if hit.start is None or hit.end is None or hit.item:
        return (), ()
    before = re.findall(r"\w+", text[max(0, hit.start - 120) : hit.start].lower())
    after = re.findall(r"\w+", text[hit.end : hit.end + 120].lower())
    return tuple(before[-_AROUND:]), tuple(after[:_AROUND])
