"""Every number of a page by its place in it, and by what each child alone is counted as in it."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import Any

from tests.domain.figures.one_of_each import HOUSES, START, TODAY
from tests.domain.figures.worked_out import Row
from tvaerfaglig.domain.figures.all_figures import Figures, all_figures
from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.facts import Facts

Place = tuple[str, ...]
Cell = tuple[str, date]
HELPS = {"indsats": frozenset(), "gruppe": frozenset({"familiegruppe"})}
LOOKED = {"open", "open_so_far", "children"}
"""Those who are looked for on a day, and on another again."""
_NOT_COUNTS = {"group", "groups", "name", "kind", "least", "half"}


def numbers(told: Figures) -> Iterator[tuple[Place, int, int]]:
    """Where it stands, in which group, and the number; what is hidden is not among them."""
    yield from _in(told, (), 0)


def _in(told: Any, place: Place, group: int) -> Iterator[tuple[Place, int, int]]:
    if isinstance(told, int):
        yield place, group, told
    elif isinstance(told, dict):
        yield from _in(tuple(told.items()), place, group)
    elif isinstance(told, tuple):
        for nr, one in enumerate(told):
            yield from _in_row(nr, one, place, group)
    elif dataclasses.is_dataclass(told):
        for each in dataclasses.fields(told):
            if each.name not in _NOT_COUNTS:
                yield from _in(getattr(told, each.name), (*place, each.name), group)


def _in_row(nr: int, one: Any, place: Place, group: int) -> Iterator[tuple[Place, int, int]]:
    if isinstance(one, tuple) and len(one) == 2 and isinstance(one[0], str):
        yield from _in(one[1], (*place, str(one[0])), group)
    elif hasattr(one, "group") or hasattr(one, "to_konsultation"):
        yield from _in(one, place, nr)
    else:
        yield from _in(one, (*place, getattr(one, "name", "") or str(nr)), group)


class Pieces:
    """A split of the test's own: every house in pieces of time that nothing asked ever divides."""

    def __init__(self, facts: Facts) -> None:
        came = {one.since for one in facts.attached}
        days = [START + timedelta(days=nr) for nr in range((TODAY - START).days + 1)]
        begins = [day for day in days if day.day == 1 and day.month in {1, 4, 7, 8, 10}]
        self.firsts = sorted({*begins, *came})
        self.cells = [(house, first) for house in HOUSES for first in self.firsts]
        self.names = ("",) * len(self.cells)
        self._at = {one: nr for nr, one in enumerate(self.cells)}
        self._ends = [one - timedelta(days=1) for one in begins[1:]]

    def of(self, house: str, day: date) -> int:
        return self._at[house, max((one for one in self.firsts if one <= day), default=START)]

    def looks(self, until: date) -> tuple[date, ...]:
        return tuple(sorted({min(one, until) for one in (*self._ends, until)}))

    def counted(self, cut: Cut, split: Split, group: int) -> set[int]:
        return {
            nr
            for nr, (house, day) in enumerate(self.cells)
            if cut.takes(house, day) and split.of(house, day) == group
        }

    def looked(self, cut: Cut, split: Split, group: int) -> set[int]:
        return {
            self.of(house, day)
            for house in cut.houses
            for day in split.looks(cut.until)
            if split.of(house, day) == group
        }


Filter = tuple[frozenset[str], str]
AMOUNTS = {("places", "came", "held"), ("places", "came", "present")}
"""Not so many children but what there is of something: nothing is known of one from another."""
_ANYTHING: Filter = (frozenset(), "")


class Truth:
    """What every child alone is counted as, and so which unknowns each number of a page is the sum of."""

    def __init__(self, facts: Facts, everything: Cut) -> None:
        self.pieces = Pieces(facts)
        self.whose: list[set[str]] = []
        self._unknown: dict[tuple[str, Filter, Place], dict[int, set[int]]] = {}
        for heads, alone in _units(facts):
            found: defaultdict[tuple[str, int], set[tuple[Filter, Place]]] = defaultdict(set)
            for of in _filters(alone):
                cut = replace(everything, kinds=of[0], tag=of[1], least=0)
                for place, cell in _settled(all_figures(alone, cut, self.pieces, HELPS)):
                    found[_figure(place), cell].add((of, place))
            for (figure, cell), places in found.items():
                self._keep(figure, cell, places, heads)

    def _keep(
        self, figure: str, cell: int, places: set[tuple[Filter, Place]], heads: frozenset[str]
    ) -> None:
        for of, place in places:
            cells = self._unknown.setdefault((figure, of, place), defaultdict(set))
            cells[cell].add(len(self.whose))
        self.whose.append(set(heads))

    def row(self, place: Place, cut: Cut, split: Split, group: int) -> tuple[str, Row]:
        """The figure it belongs to, and the unknowns."""
        of = (
            _ANYTHING
            if place[0] == "house" and place[1] in {"children", "talks"}
            else (cut.kinds, cut.tag)
        )
        place = _where(place)
        figure = _figure(place)
        return figure, frozenset(
            unknown
            for part in _parts(place)
            for cell in self._within(part, cut, split, group)
            for unknown in self._unknown.get((figure, of, part), {}).get(cell, ())
        )

    def _within(self, place: Place, cut: Cut, split: Split, group: int) -> set[int]:
        looked = place[0] in {"first_help", "house"} and LOOKED & set(place)
        return (self.pieces.looked if looked else self.pieces.counted)(cut, split, group)


def _settled(told: Figures) -> Iterator[tuple[Place, int]]:
    """Where one is counted, and in which piece; the letters of the national count lie where they were sent."""
    found = [(place, cell) for place, cell, count in numbers(told) if count]
    letters = [cell for place, cell in found if place == ("answers", "receipt", "total")]
    for place, cell in found:
        if place[0] != "learning":
            yield place, letters[0] if place[0] == "national" else cell


def _where(place: Place) -> Place:
    """The learning curve is of the same letters and concerns as two other figures; and letters are told of twice."""
    if place[0] != "learning" and place != ("house", "letters"):
        return place
    if place[1] == "to_konsultation":
        return ("funnel", "steps", "konsultation", *place[2:])
    return ("answers", "receipt", "total")


def _parts(place: Place) -> tuple[Place, ...]:
    """Of those whose age is asked some are looked for on another day than the rest, so there are two unknowns."""
    if place[0] == "first_help" and place[-1] == "total":
        return (*place[:-1], "n"), (*place[:-1], "open")
    return (place,)


def _figure(place: Place) -> str:
    """What is told together: how it went with those of one figure, or of one part of it."""
    parted = {
        "first_help",
        "funnel",
        "held",
        "answers",
        "completeness",
        "followed",
        "places",
        "hours",
        "fidelity",
        "house",
        "national",
    }
    deep = (
        place[:3] in AMOUNTS
        or place[0] in {"funnel", "hours", "fidelity"}
        or place[:2] == ("house", "talks")
    )
    return " ".join(place[:3] if deep else place[:2] if place[0] in parted else place[:1])


def _filters(alone: Facts) -> set[tuple[frozenset[str], str]]:
    """Those of kind and project that anything of this is in."""
    rows = (*alone.efforts, *alone.places, *alone.goals, *alone.planned, *alone.used)
    kinds = {frozenset[str](), *(frozenset({one.kind}) for one in rows)}
    return set(product(kinds, {"", *(tag for one in rows for tag in one.tags)}))


def _units(facts: Facts) -> Iterator[tuple[frozenset[str], Facts]]:
    """Each child with all that is hers alone; each day and hours of an effort with all who have a place in it."""
    shared = {"planned", "used"}
    rows = {
        each.name: getattr(facts, each.name)
        for each in dataclasses.fields(Facts)
        if each.name not in {*shared, "kinds", "attached", "children"}
    }
    kept = Facts(kinds=facts.kinds, attached=facts.attached)
    for child in facts.children:
        mine = {
            name: tuple(one for one in each if one.child == child.id) for name, each in rows.items()
        }
        yield frozenset({child.id}), replace(kept, children=(child,), **mine)
    for name in shared:
        for one in getattr(facts, name):
            yield frozenset(one.children), replace(kept, **{name: (one,)})
