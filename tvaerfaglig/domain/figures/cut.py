"""Which of the facts are counted, and into which groups they are laid side by side.

There is no laying of house beside house and none of people: that would be a ranking, whatever it were called.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from tvaerfaglig.domain.figures.facts import Attached
from tvaerfaglig.domain.figures.period import ALWAYS, Period
from tvaerfaglig.domain.figures.telling import Telling

WITH, WITHOUT = "Med socialrådgiver", "Uden socialrådgiver"
BEFORE, AFTER = "Før socialrådgiver", "Efter socialrådgiver"


class Split(Protocol):
    """Groups with their names, in an order that is not by size."""

    @property
    def names(self) -> tuple[str, ...]: ...

    def of(self, house: str, day: date) -> int | None:
        """The group of what happened there and then; None when it belongs in none."""
        ...

    def looks(self, until: date) -> tuple[date, ...]:
        """The days on which one looks for those who wait: the last of each period, else the last of all."""
        ...


@dataclass(frozen=True, slots=True)
class Whole:
    """All in one."""

    names: tuple[str, ...] = ("",)

    def of(self, house: str, day: date) -> int | None:  # noqa: ARG002
        return 0

    def looks(self, until: date) -> tuple[date, ...]:
        return (until,)


class ByPeriod:
    """School years or quarters, each by itself, in the order of time."""

    def __init__(self, periods: Iterable[Period]) -> None:
        self.periods = tuple(sorted(periods, key=lambda one: one.first))
        self._firsts = [one.first for one in self.periods]
        self._found: dict[date, int | None] = {}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.periods)

    def of(self, house: str, day: date) -> int | None:  # noqa: ARG002
        try:
            return self._found[day]
        except KeyError:
            found = self._found[day] = self._look_up(day)
            return found

    def _look_up(self, day: date) -> int | None:
        at = bisect_right(self._firsts, day) - 1
        return at if at >= 0 and day <= self.periods[at].last else None

    def looks(self, until: date) -> tuple[date, ...]:
        return tuple(min(one.last, until) for one in self.periods if one.first <= until)


class WithWithout:
    """Whether the house had a socialrådgiver on the day."""

    names = (WITH, WITHOUT)

    def __init__(self, attached: Iterable[Attached]) -> None:
        self._spells: dict[str, list[tuple[date, date]]] = {}
        for one in attached:
            spell = (one.since, one.until or date.max)
            self._spells.setdefault(one.house, []).append(spell)

    def of(self, house: str, day: date) -> int | None:
        spells = self._spells.get(house, ())
        return 0 if any(first <= day <= last for first, last in spells) else 1

    def looks(self, until: date) -> tuple[date, ...]:
        return (until,)


class BeforeAfter:
    """The same houses before they first had a socialrådgiver and since; one that never had any is in neither."""

    names = (BEFORE, AFTER)

    def __init__(self, attached: Iterable[Attached]) -> None:
        self._first: dict[str, date] = {}
        for one in attached:
            self._first[one.house] = min(one.since, self._first.get(one.house, date.max))

    def of(self, house: str, day: date) -> int | None:
        first = self._first.get(house)
        return None if first is None else int(day >= first)

    def looks(self, until: date) -> tuple[date, ...]:
        return (until,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What is counted. Empty means all. `kinds` are kinds of indsats, `tag` a project's.

    `least` is the smallest group that is told of. What came after `today` has not happened yet. `telling` says
    how what is counted is told; where nothing is said, as one question by itself.
    """

    today: date
    houses: frozenset[str] = frozenset()
    period: Period = ALWAYS
    kinds: frozenset[str] = frozenset()
    tag: str = ""
    least: int = 5
    telling: Telling | None = field(default=None, repr=False, compare=False)
    _span: tuple[date, date] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """It is asked of every fact there is, so its two days are worked out once."""
        object.__setattr__(self, "_span", (self.period.first, self.until))

    @property
    def until(self) -> date:
        """The last day that is looked at where the period ends the looking, too."""
        return min(self.today, self.period.last)

    @property
    def tell(self) -> Telling:
        return self.telling or Telling(self.least)

    @property
    def by_effort(self) -> bool:
        """Whether only some efforts are asked for, and so only the children who had them."""
        return bool(self.kinds or self.tag)

    def takes(self, house: str, day: date) -> bool:
        """Whether something of that day in that house is counted."""
        first, last = self._span
        return first <= day <= last and (not self.houses or house in self.houses)

    def wants(self, kind: str, tags: tuple[str, ...]) -> bool:
        """Whether an effort of that kind, in those projects, is asked for."""
        return (not self.kinds or kind in self.kinds) and (not self.tag or self.tag in tags)
