"""What may be chosen, and what was: only whole periods, only houses one leads, only what there is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Any

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.figures.cut import BeforeAfter, ByPeriod, Cut, Split, Whole, WithWithout
from tvaerfaglig.domain.figures.facts import Facts
from tvaerfaglig.domain.figures.period import (
    ALWAYS,
    Period,
    calendar_year,
    quarter,
    quarters,
    row_of,
    school_year,
    school_years,
)
from tvaerfaglig.domain.figures.period_name import named
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.figures.page import Choice, Choices, SplitBy, Wanted

_QUARTERS = 8
"""So many quarters back may be chosen one by one; older ones are seen side by side."""


def choices(facts: Facts, led: dict[str, str], kinds: dict[str, str], today: date) -> Choices:
    """`kinds` are the kinds of indsats by id; only those are offered that some effort was of."""
    begun = {one.kind for one in facts.efforts if one.house in led}
    begun |= {one.kind for one in facts.places if one.house in led}
    tags = {tag for one in facts.efforts if one.house in led for tag in one.tags}
    tags |= {tag for one in facts.places if one.house in led for tag in one.tags}
    return Choices(
        houses=tuple(Choice(*one) for one in sorted(led.items(), key=lambda each: each[1])),
        periods=periods(_first_day(facts, led) or today, today),
        splits=_splits(facts, led),
        kinds=tuple(
            Choice(one, kinds.get(one, one))
            for one in sorted(begun, key=lambda each: kinds.get(each, each))
        ),
        tags=tuple(sorted(tags)),
    )


def _splits(facts: Facts, led: dict[str, str]) -> tuple[SplitBy, ...]:
    """Before and after only where there is a day to be before."""
    came = any(one.house in led for one in facts.attached)
    return tuple(one for one in SplitBy if came or not one.compares)


def _first_day(facts: Facts, led: dict[str, str]) -> date | None:
    """The first of what is counted of these houses."""
    dated = (
        *((rows, _DAY) for rows in (facts.concerns, facts.happened, facts.efforts, facts.letters)),
        (facts.promises, attrgetter("due")),
        (facts.places, attrgetter("wished")),
        (facts.standings, _DAY),
    )
    return min(filter(None, (_first(rows, day, led) for rows, day in dated)), default=None)


_DAY, _HOUSE = attrgetter("day"), attrgetter("house")


def _first(rows: Sequence[Any], day: Callable[[Any], date], led: Mapping[str, str]) -> date | None:
    """Looked through without a line of Python for each row, where all of them are the leader's own."""
    own = (
        rows if led.keys() >= set(map(_HOUSE, rows)) else [one for one in rows if one.house in led]
    )
    return min(map(day, own), default=None)


def periods(first: date, today: date) -> tuple[Period, ...]:
    """All years; then school years, calendar years and the last quarters, each the newest first."""
    years = row_of(calendar_year(first), calendar_year(today), calendar_year)
    return (
        ALWAYS,
        *reversed(school_years(first, today)),
        *reversed(years),
        *tuple(reversed(quarters(first, today)))[:_QUARTERS],
    )


def settled(wanted: Wanted, offered: Choices) -> Wanted:
    """As it will be counted. Raises NotAllowed or Unclear, in words, for what is not offered."""
    mine = frozenset(one.id for one in offered.houses)
    if not wanted.houses <= mine:
        raise NotAllowed("Du kan kun se tal for de huse, du leder.")
    if wanted.period not in offered.periods and not _of_whole_quarters(wanted.period, offered):
        raise Unclear("Vælg en af perioderne på listen. Der tælles kun i hele år og kvartaler.")
    if wanted.split not in offered.splits:
        raise Unclear("Huset har ikke haft en socialrådgiver, så der er intet før og efter.")
    if not wanted.kinds <= {one.id for one in offered.kinds} or wanted.tag not in {
        "",
        *offered.tags,
    }:
        raise Unclear("Indsatsen eller projektet findes ikke længere. Vælg igen.")
    return replace(wanted, houses=wanted.houses or mine)


def _of_whole_quarters(period: Period, offered: Choices) -> bool:
    """One of her own: from one whole quarter to another of the years that there is something of."""
    years = [one for one in offered.periods if one != ALWAYS]
    return (
        named(period.name) == period
        and any(one.first <= period.first for one in years)
        and any(period.last <= one.last for one in years)
    )


def cut_of(wanted: Wanted, today: date, least: int) -> Cut:
    return Cut(
        today=today,
        houses=wanted.houses,
        period=wanted.period,
        kinds=wanted.kinds,
        tag=wanted.tag,
        least=least,
    )


def split_of(wanted: Wanted, facts: Facts, offered: Choices, today: date) -> Split:
    """The groups, each period of the time that is looked at."""
    if wanted.split is SplitBy.SAMLET:
        return Whole()
    here = [one for one in facts.attached if one.house in wanted.houses]
    if wanted.split is SplitBy.FOER_EFTER:
        return BeforeAfter(here)
    if wanted.split is SplitBy.MED_UDEN:
        return WithWithout(here)
    first, last = _span(wanted.period, offered, today)
    if wanted.split is SplitBy.SKOLEAAR:
        return ByPeriod(school_years(first, last))
    if wanted.split is SplitBy.KVARTAL:
        return ByPeriod(quarters(first, last))
    return ByPeriod(row_of(calendar_year(first), calendar_year(last), calendar_year))


def _span(period: Period, offered: Choices, today: date) -> tuple[date, date]:
    if period != ALWAYS:
        return period.first, min(period.last, today) if period.first <= today else period.last
    firsts = [
        one.first for one in offered.periods if one != ALWAYS and school_year(one.first) == one
    ]
    return min(firsts, default=quarter(today).first), today


_NAMED = 3
"""So many houses are named in a line; more are counted."""


def counted(wanted: Wanted, offered: Choices, today: date) -> str:
    """»Mælkebøtten · skoleåret 2025/26 · familiegruppe · projekt »Pulje 2018«. Talt den 12. november 2026.«"""
    names = [one.name for one in offered.houses if one.id in wanted.houses]
    houses = danish.join_and(names) if len(names) <= _NAMED else f"{len(names)} huse"
    said = [houses, _period_words(wanted.period)]
    if wanted.kinds:
        said.append(danish.join_and([one.name for one in offered.kinds if one.id in wanted.kinds]))
    if wanted.tag:
        said.append(f"projektet »{wanted.tag}«")
    return f"{' · '.join(said)}. Talt {danish.day(today)}."


def _period_words(period: Period) -> str:
    if period == ALWAYS:
        return "alle år"
    if school_year(period.first) == period:
        return f"skoleåret {period.name}"
    return period.name
