"""The house itself: how many children it has, what it talked over, whom it helped, how often it notified."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.deeds import told_apart
from tvaerfaglig.domain.figures.facts import Facts, Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class InHouse:
    """One group as it may be seen; None is hidden.

    `children` is on the last day that is looked at in the group. `talks` counts konsultationer by their sort;
    those about nobody are never hidden. `helped` are children with an effort begun, `letters` those sent.
    """

    group: str
    children: int | None
    talks: tuple[tuple[Spoken, int | None], ...]
    helped: int | None
    letters: int | None

    def spoken(self, sort: Spoken) -> int | None:
        return dict(self.talks)[sort]


def in_house(
    facts: Facts, cut: Cut, split: Split, letters: Sequence[int | None]
) -> tuple[InHouse, ...]:
    """`letters` are as they are told where their answers are: one number is told or hidden in both places."""
    row = range(len(split.names))
    living = _living(facts, cut, split)
    spoken: dict[Spoken, list[tuple[str, date, str]]] = {sort: [] for sort in Spoken}
    for one in facts.talks:
        spoken[one.sort].append((one.house, one.day, one.child))
    talks = {sort: _laid(_groups(cut, split, rows), row) for sort, rows in spoken.items()}
    helped = _laid(_helped(facts, cut, split), row)
    told = {
        sort: told_apart(f"huset/{sort}", [heads for _, heads in talks[sort]], cut)
        for sort in Spoken
    }
    seen = told_apart("huset/hjulpet", [heads for _, heads in helped], cut)
    here = told_apart("huset/boern", living, cut, looked=True)
    return tuple(
        InHouse(
            group=name,
            children=len(living[at]) if here[at] else None,
            talks=tuple((one, talks[one][at][0] if told[one][at] else None) for one in Spoken),
            helped=len(helped[at][1]) if seen[at] else None,
            letters=letters[at],
        )
        for at, name in enumerate(split.names)
    )


def _laid(rows: Iterable[tuple[int, str]], groups: Sequence[int]) -> list[tuple[int, set[str]]]:
    """For each group how many there are, and the children they are about."""
    numbers: defaultdict[int, int] = defaultdict(int)
    heads: defaultdict[int, set[str]] = defaultdict(set)
    for group, child in rows:
        numbers[group] += 1
        heads[group] |= {child} if child else set()
    return [(numbers[at], heads[at]) for at in groups]


def _living(facts: Facts, cut: Cut, split: Split) -> list[set[str]]:
    found: list[set[str]] = [set() for _ in split.names]
    looks = split.looks(cut.until)
    for one in facts.stays:
        if cut.houses and one.house not in cut.houses:
            continue
        last = len(looks) if one.until is None else bisect_right(looks, one.until)
        for day in looks[bisect_left(looks, one.since) : last]:
            group = split.of(one.house, day)
            if group is not None:
                found[group].add(one.child)
    return found


def _groups(
    cut: Cut, split: Split, rows: Iterable[tuple[str, date, str]]
) -> Iterable[tuple[int, str]]:
    for house, day, child in rows:
        if cut.takes(house, day):
            group = split.of(house, day)
            if group is not None:
                yield group, child


def _helped(facts: Facts, cut: Cut, split: Split) -> Iterable[tuple[int, str]]:
    rows = (
        (one.house, one.day, one.child)
        for one in facts.efforts
        if one.child and cut.wants(one.kind, one.tags)
    )
    return _groups(cut, split, rows)
