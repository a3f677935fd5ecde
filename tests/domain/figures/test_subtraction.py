"""Whatever is asked of one vault, the answers cannot be subtracted into a group of one to four children.

Every choice the page offers is asked, and what was told is looked through by exact elimination.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

from tests.domain.figures.ten_years import START, TODAY, ten_years
from tvaerfaglig.domain.figures.asking import Asking, Offered
from tvaerfaglig.domain.figures.atoms import Atoms
from tvaerfaglig.domain.figures.cut import BeforeAfter, ByPeriod, Cut, Whole, WithWithout
from tvaerfaglig.domain.figures.early import directions
from tvaerfaglig.domain.figures.first_help import first_help
from tvaerfaglig.domain.figures.period import (
    ALWAYS,
    calendar_year,
    quarters,
    row_of,
    school_years,
)
from tvaerfaglig.domain.figures.period_name import joined

HOUSES = ("hus-0", "hus-1")
YEARS, QUARTERS = school_years(START, TODAY), quarters(START, TODAY)
CALENDAR = row_of(calendar_year(START), calendar_year(TODAY), calendar_year)
OWN = tuple(joined(one, other) for one, other in combinations(QUARTERS[::5], 2))
LEAST, PRIME = 5, 1_000_003


def _vault(children, seed):
    facts = ten_years(children, seed, houses=2)
    offered = Offered(
        houses=HOUSES,
        years=YEARS,
        calendar=CALENDAR,
        quarters=QUARTERS,
        kinds=tuple(sorted({one.kind for one in facts.efforts})),
        tags=tuple(sorted({tag for one in facts.efforts for tag in one.tags})),
    )
    everything = Cut(today=TODAY, houses=frozenset(HOUSES))
    return facts, everything, offered


def _questions(facts, everything, offered):
    """Every choice of house, kind and project; of time each by itself and side by side."""
    compared = (BeforeAfter(facts.attached), WithWithout(facts.attached))
    houses = (everything.houses, *(frozenset({one}) for one in HOUSES))
    kinds = (frozenset(), *(frozenset({one}) for one in offered.kinds))
    for house, kind, tag in product(houses, kinds, ("", *offered.tags)):
        cut = replace(everything, houses=house, kinds=kind, tag=tag)
        for split in (Whole(), *compared, *map(ByPeriod, (YEARS, CALENDAR, QUARTERS))):
            yield cut, split
        for period in YEARS if cut.by_effort else (*YEARS, *CALENDAR, *QUARTERS[-9:], *OWN):
            yield replace(cut, period=period), Whole()


def _heads(efforts, cut, split):
    found = [set() for _ in split.names]
    for one in efforts:
        group = split.of(one.house, one.day)
        if group is not None and cut.takes(one.house, one.day) and cut.wants(one.kind, one.tags):
            found[group].add(one.id)
    return found


def _first_efforts(facts):
    """A child's first, as `first_help` has it, so that a child is an effort."""
    first = {}
    for one in sorted(facts.efforts, key=lambda each: (each.day, each.id)):
        if one.child and one.day <= TODAY:
            first.setdefault(one.child, one)
    return list(first.values())


def _told(facts, everything, offered, efforts, numbers):
    """The sets of efforts whose number is told."""
    asking = Asking(facts, everything, offered, {"": frozenset()})
    told = set()
    for cut, split in _questions(facts, everything, offered):
        plain = cut == everything and (
            isinstance(split, Whole)
            or (isinstance(split, ByPeriod) and split.names == ByPeriod(YEARS).names)
        )
        asked = cut if plain else replace(cut, telling=asking.telling(cut, split))
        for number, heads in zip(
            numbers(facts, asked, split), _heads(efforts, cut, split), strict=True
        ):
            if number is not None:
                assert number == len(heads)
                told.add(frozenset(heads))
    return told - {frozenset()}


def _given_away(told):
    """Groups of one to four that sums and differences of what is told come to."""
    everyone = sorted(set().union(*told))
    of = {one: tuple(one in each for each in told) for one in everyone}
    sizes = {}
    for one in everyone:
        sizes[of[one]] = sizes.get(of[one], 0) + 1
    atoms = sorted(sizes)
    rows = _eliminated([[int(atom[nr]) for atom in atoms] for nr in range(len(told))])
    small = [at for at, atom in enumerate(atoms) if sizes[atom] < LEAST]
    return [
        chosen
        for count in range(1, LEAST)
        for chosen in combinations(small, count)
        if sum(sizes[atoms[at]] for at in chosen) < LEAST
        and not any(_left([int(at in chosen) for at in range(len(atoms))], rows))
    ]


def _eliminated(rows):
    basis = {}
    for row in rows:
        left = _left(row, basis)
        lead = next((at for at, value in enumerate(left) if value), None)
        if lead is not None:
            turned = pow(left[lead], -1, PRIME)
            basis[lead] = [value * turned % PRIME for value in left]
    return basis


def _left(row, basis):
    row = list(row)
    for at in range(len(row)):
        if row[at] and at in basis:
            times = row[at]
            row = [(a - times * b) % PRIME for a, b in zip(row, basis[at], strict=True)]
    return row


def _helped(facts, cut, split):
    return [one.n for one in first_help(facts, cut, split)]


def _begun(facts, cut, split):
    return [one.whole for one in directions(facts, cut, split)]


def test_no_small_group_of_children_helped_can_be_computed():
    """Period by house by kind by project, alone and side by side."""
    vault = _vault(150, 2)
    told = list(_told(*vault, _first_efforts(vault[0]), _helped))
    assert len(told) > 1
    assert _given_away(told) == []


def test_no_small_group_of_efforts_can_be_computed():
    """The wholes of parts go the same way; here every effort is of a child of its own."""
    facts, everything, offered = _vault(150, 3)
    facts = replace(facts, efforts=tuple(_first_efforts(facts)))
    told = list(_told(facts, everything, offered, facts.efforts, _begun))
    assert len(told) > 1
    assert _given_away(told) == []


def test_the_elimination_finds_what_is_given_away():
    """Twenty, eleven and eight tell of one; so the tests above can fail."""
    everyone = [f"{at}" for at in range(20)]
    told = [frozenset(everyone), frozenset(everyone[:11]), frozenset(everyone[11:19])]
    assert _given_away(told)


def test_what_would_leave_a_few_is_not_divided():
    """Eleven of twenty may be told; then neither eight nor one of the nine."""
    atoms = Atoms([({f"{at}" for at in range(n)},) for n in (11, 8, 1)], LEAST)
    assert atoms.admit([0])
    assert not atoms.admit([1])
    assert atoms.holds([0]) and atoms.holds([1, 2]) and not atoms.holds([1])


def test_always_is_all_that_is_asked():
    """A question that is narrowed by nothing is told as it always was."""
    facts, everything, offered = _vault(60, 1)
    asking = Asking(facts, everything, offered, {"": frozenset()})
    cut = replace(everything, period=ALWAYS)
    apart = replace(cut, telling=asking.telling(cut, Whole()))
    assert _helped(facts, apart, Whole()) == _helped(facts, cut, Whole())
