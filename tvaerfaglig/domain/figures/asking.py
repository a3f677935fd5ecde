"""All that may be asked of a vault, in one order: who asks what, and when, changes nothing in what may be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tvaerfaglig.domain.figures.all_figures import all_figures
from tvaerfaglig.domain.figures.apart import Apart, Chains
from tvaerfaglig.domain.figures.asked import BY_FILTER, BY_HOUSE, BY_TIME, Asked, Known
from tvaerfaglig.domain.figures.census import Census, Counts
from tvaerfaglig.domain.figures.cut import BeforeAfter, ByPeriod, Cut, Split, Whole, WithWithout
from tvaerfaglig.domain.figures.facts import Facts
from tvaerfaglig.domain.figures.grains import Grains
from tvaerfaglig.domain.figures.period import Period

Helps = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What may be chosen: houses, kinds and projects one by one, and whole periods."""

    houses: tuple[str, ...]
    years: tuple[Period, ...]
    calendar: tuple[Period, ...]
    quarters: tuple[Period, ...]
    kinds: tuple[str, ...]
    tags: tuple[str, ...]


class Asking:
    """`everything` is the cut of all one may see. What is counted for it is shown to nobody."""

    def __init__(self, facts: Facts, everything: Cut, offered: Offered, helps: Helps) -> None:
        self._facts, self._cut, self._offered, self._helps = facts, everything, offered, helps
        here = [one for one in facts.attached if one.house in offered.houses]
        spans = (*offered.years, *offered.calendar, *offered.quarters)
        first, last = min(one.first for one in spans), max(one.last for one in spans)
        self._grains = Grains(offered.houses, first, last, here)
        self._compared: tuple[Split, ...] = (BeforeAfter(here), WithWithout(here)) if here else ()
        self._everything = self._count(everything)
        self._both: dict[tuple[frozenset[str], str], Chains] = {}

    def telling(self, cut: Cut, split: Split) -> Apart:
        """How the groups of one question are told."""
        chains, of = self._chains_of(cut)

        def asked(split: Split) -> tuple[Asked, ...]:
            groups = self._groups(cut, split)
            return tuple(replace(one, of=of, by=self._by(cut, split)) for one in groups)

        return Apart(chains, asked(split), asked)

    def _by(self, cut: Cut, split: Split) -> str:
        """What alone a question is narrowed by."""
        ways = {
            BY_TIME: cut.period != self._cut.period or isinstance(split, ByPeriod),
            BY_HOUSE: cut.houses != self._cut.houses,
            BY_FILTER: cut.by_effort,
        }
        mixed = not isinstance(split, (Whole, ByPeriod))
        narrowed = [by for by, is_so in ways.items() if is_so]
        return narrowed[0] if len(narrowed) == 1 and not mixed else ""

    def _count(self, cut: Cut) -> Counts:
        census = Census(self._grains)
        all_figures(self._facts, replace(cut, telling=census), self._grains, self._helps)
        return census.found

    def _groups(self, cut: Cut, split: Split) -> Iterator[Asked]:
        counted, looked = self._grains.within(cut, split), self._grains.looked(cut, split)
        yield from map(Asked, counted, looked)

    @cached_property
    def _years(self) -> tuple[Asked, ...]:
        return tuple(self._groups(self._cut, ByPeriod(self._offered.years)))

    @cached_property
    def _whole(self) -> Asked:
        (whole,) = self._groups(self._cut, Whole())
        return whole

    @cached_property
    def _quarters(self) -> tuple[Asked, ...]:
        return tuple(self._groups(self._cut, ByPeriod(self._offered.quarters)))

    @cached_property
    def _of_everything(self) -> tuple[Asked, ...]:
        return tuple(self._unfiltered())

    @cached_property
    def _of_filters(self) -> tuple[Asked, ...]:
        """A project before a kind, for it is reported; both after all that is asked of everything."""
        whole = self._whole
        kinds, tags = len(self._offered.kinds), len(self._offered.tags)
        filters = [
            replace(whole, of=(nr,), by=BY_FILTER)
            for nr in (*range(kinds, kinds + tags), *range(kinds))
        ]
        wide = (*self._years, *(one for one in self._of_everything if one.by == BY_HOUSE))
        parts = (
            replace(asked, of=one.of, by="", within=(one, asked))
            for asked in wide
            for one in filters
        )
        return (*filters, *parts)

    def _unfiltered(self) -> Iterator[Asked]:
        """First what is asked most."""
        offered = self._offered
        houses = [replace(self._cut, houses=frozenset({one})) for one in offered.houses]
        alone = houses if len(houses) > 1 else []
        years, calendar, quarters = map(
            ByPeriod, (offered.years, offered.calendar, offered.quarters)
        )
        order: Sequence[tuple[Sequence[Cut], Sequence[Split]]] = (
            (alone, (Whole(),)),
            ([self._cut], self._compared),
            (alone, (years,)),
            ([self._cut], (calendar,)),
            (alone, (*self._compared, calendar)),
            ([self._cut, *alone], (quarters,)),
        )
        for cuts, splits in order:
            for split in splits:
                for cut in cuts:
                    yield from self._narrowed(cut, split)

    def _narrowed(self, cut: Cut, split: Split) -> Iterator[Asked]:
        by, groups = self._by(cut, split), self._groups(cut, split)
        if by or cut.houses == self._cut.houses:
            yield from (replace(one, by=by) for one in groups)
            return
        (house,) = self._groups(cut, Whole())
        for one, everywhere in zip(groups, self._groups(self._cut, split), strict=True):
            yield replace(one, within=(house, everywhere))

    def _singles(self) -> list[Cut]:
        """Kind by kind and project by project."""
        kinds = [replace(self._cut, kinds=frozenset({one})) for one in self._offered.kinds]
        return [*kinds, *(replace(self._cut, tag=one) for one in self._offered.tags)]

    def _chains_of(self, cut: Cut) -> tuple[Chains, tuple[int, ...]]:
        """A kind within a project is told only where it is what others, each by itself, are made of."""
        if not cut.by_effort:
            return self._plain, ()
        if cut.kinds and cut.tag:
            return self._together(cut.kinds, cut.tag), (len(self._filtered),)
        kinds, tags = self._offered.kinds, self._offered.tags
        of = [kinds.index(one) for one in cut.kinds]
        of += [len(kinds) + tags.index(cut.tag)] if cut.tag else []
        return self._by_effort, tuple(of)

    def _together(self, kinds: frozenset[str], tag: str) -> Chains:
        if (kinds, tag) not in self._both:
            both = self._count(replace(self._cut, kinds=kinds, tag=tag))
            self._both[kinds, tag] = self._made((*self._filtered, both))
        return self._both[kinds, tag]

    @cached_property
    def _filtered(self) -> tuple[Counts, ...]:
        return tuple(map(self._count, self._singles()))

    @cached_property
    def _plain(self) -> Chains:
        return self._made(())

    @cached_property
    def _by_effort(self) -> Chains:
        return self._made(self._filtered)

    def _made(self, filtered: tuple[Counts, ...]) -> Chains:
        return Chains(
            Known(
                least=self._cut.least,
                quarters=self._quarters,
                whole=self._whole,
                years=self._years,
                others=self._of_everything + (self._of_filters if filtered else ()),
                everything=self._everything,
                filtered=filtered,
            )
        )
