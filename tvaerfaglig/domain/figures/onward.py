"""What places in efforts led to: other help, a start together, and contact until the child was two."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import IntEnum

from tvaerfaglig.domain.efforts.kind import Indicator
from tvaerfaglig.domain.figures.cut import Cut, Split
from tvaerfaglig.domain.figures.facts import Facts, Place
from tvaerfaglig.domain.figures.shares import Counted, Parts
from tvaerfaglig.domain.figures.times import State, Times, new_cases


class Contact(IntEnum):
    """Whether the place was still there on the child's second birthday."""

    KONTAKT = 0
    SLUTTET_FOER = 1
    ENDNU_IKKE_TO = 2


def gone_onward(facts: Facts, cut: Cut, split: Split) -> tuple[Parts, ...]:
    """Places that ended, by whether they led on to other help: first those that did. By the day they ended.

    Of the kinds that it is asked of: a praktikforløb leads on to the vuggestue, and that is no help.
    """
    kinds = _counting(facts, Indicator.VIDERE)
    counted = []
    for one in facts.places:
        if one.end is None or one.kind not in kinds or not cut.wants(one.kind, one.tags):
            continue
        if cut.takes(one.house, one.end):
            group = split.of(one.house, one.end)
            if group is not None:
                counted.append(Counted(group, one.child, 0 if one.onward else 1))
    return cut.tell.parts("videre", split.names, 2, counted)


def started_together(facts: Facts, cut: Cut, split: Split) -> tuple[Times, ...]:
    """The child's age in days when parent and child began in the house together; waiting ages are today's."""
    born = {one.id: one.born for one in facts.children}
    cases = new_cases(split.names)
    for group, one in _begun(facts, cut, split, Indicator.FAELLES_START):
        if one.child in born:
            state, day = _together(one, cut.today)
            cases[group].add(state, one.child, max(0, (day - born[one.child]).days))
    return cut.tell.times("faelles_start", split.names, [cases])[0]


def _together(one: Place, today: date) -> tuple[State, date]:
    if one.together is not None and one.together <= today:
        return State.REACHED, one.together
    if one.end is not None and one.end <= today:
        return State.ENDED, one.end
    return State.OPEN, today


def contact_at_two(facts: Facts, cut: Cut, split: Split) -> tuple[Parts, ...]:
    """Of places that began: was there still a place when the child turned two."""
    born = {one.id: one.born for one in facts.children}
    counted = [
        Counted(group, one.child, _at_two(one, born[one.child], cut.today))
        for group, one in _begun(facts, cut, split, Indicator.KONTAKT_VED_TO)
        if one.child in born
    ]
    return cut.tell.parts("kontakt_ved_to", split.names, len(Contact), counted)


def _at_two(one: Place, born: date, today: date) -> Contact:
    two = second_birthday(born)
    if one.end is not None and one.end < two and one.end <= today:
        return Contact.SLUTTET_FOER
    return Contact.KONTAKT if two <= today else Contact.ENDNU_IKKE_TO


def second_birthday(born: date) -> date:
    """Of one born on a leap day the first of March."""
    try:
        return born.replace(year=born.year + 2)
    except ValueError:
        return date(born.year + 2, 3, 1)


def _begun(
    facts: Facts, cut: Cut, split: Split, indicator: Indicator
) -> Iterator[tuple[int, Place]]:
    """Places of the kinds it is counted for, by the day they began."""
    kinds = _counting(facts, indicator)
    for one in facts.places:
        if one.kind not in kinds or one.start is None or not cut.wants(one.kind, one.tags):
            continue
        if cut.takes(one.house, one.start):
            group = split.of(one.house, one.start)
            if group is not None:
                yield group, one


def _counting(facts: Facts, indicator: Indicator) -> frozenset[str]:
    return frozenset(one.id for one in facts.kinds if indicator in one.indicators)
