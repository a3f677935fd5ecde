"""Whatever is asked of one vault, no figure's answers can be subtracted into a group of one to four children.

Every choice the page offers is asked, and every number of every figure that was told is looked through by exact
elimination, figure by figure.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache
from itertools import combinations, product

from tests.domain.figures.one_of_each import HOUSES, KINDS, START, TAG, TODAY, one_of_each
from tests.domain.figures.told_numbers import AMOUNTS, HELPS, Truth, numbers
from tests.domain.figures.worked_out import given_away
from tvaerfaglig.domain.figures.all_figures import all_figures
from tvaerfaglig.domain.figures.asking import Asking, Offered
from tvaerfaglig.domain.figures.atoms import Atoms
from tvaerfaglig.domain.figures.cut import BeforeAfter, ByPeriod, Cut, Whole, WithWithout
from tvaerfaglig.domain.figures.period import calendar_year, quarters, row_of, school_years
from tvaerfaglig.domain.figures.period_name import joined
from tvaerfaglig.domain.figures.subtracting import tells_of_a_few

YEARS, QUARTERS = school_years(START, TODAY), quarters(START, TODAY)
CALENDAR = row_of(calendar_year(START), calendar_year(TODAY), calendar_year)
OWN = tuple(joined(one, other) for one, other in combinations(QUARTERS[::3], 2))
EVERYTHING = Cut(today=TODAY, houses=frozenset(HOUSES))
LEAST = 5
NOBODYS = {("held", "besoeg"), ("house", "talks", "anonym"), ("house", "talks", "tema")}
"""Of no child, so never hidden."""


def _questions(attached):
    """Every choice of house, kind and project; of time each by itself and side by side."""
    compared = (BeforeAfter(attached), WithWithout(attached))
    houses = (EVERYTHING.houses, *(frozenset({one}) for one in HOUSES))
    kinds = (frozenset(), *(frozenset({one}) for one in KINDS))
    for house, kind, tag in product(houses, kinds, ("", TAG)):
        cut = replace(EVERYTHING, houses=house, kinds=kind, tag=tag)
        for split in (Whole(), *compared, *map(ByPeriod, (YEARS, CALENDAR, QUARTERS))):
            yield cut, split
        for period in (
            (*YEARS, *OWN) if cut.by_effort else (*YEARS, *CALENDAR, *QUARTERS[-8:], *OWN)
        ):
            yield replace(cut, period=period), Whole()


def _beside(facts):
    """As the page tells: everything year by year as it is, and all else beside all that may be asked."""
    offered = Offered(
        houses=HOUSES, years=YEARS, calendar=CALENDAR, quarters=QUARTERS, kinds=KINDS, tags=(TAG,)
    )
    asking = Asking(facts, EVERYTHING, offered, HELPS)

    def telling(cut, split):
        if cut == EVERYTHING and split.names == ByPeriod(YEARS).names:
            return cut
        return replace(cut, telling=asking.telling(cut, split))

    return telling


def _told(facts, truth, telling, questions):
    """For each figure the rows of unknowns whose numbers are told."""
    rows = defaultdict(set)
    for cut, split in questions:
        told = all_figures(facts, telling(cut, split), split, HELPS)
        curve = ByPeriod(
            one for one in QUARTERS if one.name in {each.name for each in told.learning}
        )
        own = {"learning": curve, "national": Whole()}
        for place, group, number in numbers(told):
            if place[:2] in NOBODYS or place[:3] in NOBODYS:
                continue
            if place[0] == "fidelity" and place[-1] != "planned":
                continue
            figure, row = truth.row(place, cut, own.get(place[0], split), group)
            if place[0] != "hours" and place[:3] not in AMOUNTS:
                assert len(row) == number, place
            rows[figure].add(row)
    return rows


@cache
def _vault():
    facts = one_of_each(90, 2)
    return facts, Truth(facts, EVERYTHING)


def test_no_small_group_can_be_worked_out_of_any_figure():
    """Period by house by kind by project, alone and side by side; and something of every figure is told."""
    facts, truth = _vault()
    rows = _told(facts, truth, _beside(facts), _questions(facts.attached))
    found = {one: given_away(each, truth.whose, LEAST) for one, each in rows.items()}
    assert {one: group for one, group in found.items() if group} == {}
    assert len(found) > 35


def test_it_could_be_worked_out_if_nothing_were_hidden_for_it():
    """Were each question told as if it were the only one, most figures would give somebody away; so the test can fail."""
    facts, truth = _vault()
    few = [one for one in _questions(facts.attached) if not one[0].by_effort]
    rows = _told(facts, truth, lambda cut, _split: cut, few)
    found = [one for one, each in rows.items() if given_away(each, truth.whose, LEAST)]
    assert len(found) > 20


def test_the_elimination_finds_what_is_given_away():
    """Twenty, eleven and eight tell of one; and half of three sums tells of a few that none of them does."""
    heads = [{f"{at}"} for at in range(20)]
    everyone = frozenset(range(20))
    told = [everyone, frozenset(range(11)), frozenset(range(11, 19))]
    assert given_away(set(told), heads, LEAST) == {"19"}
    assert tells_of_a_few(told, heads, LEAST)
    a, b, c = frozenset(range(3)), frozenset(range(3, 10)), frozenset(range(10, 20))
    assert tells_of_a_few([a | b, b | c, a | c], heads, LEAST)
    assert not tells_of_a_few([everyone, a | b, a | c], heads, 3)


def test_what_would_leave_a_few_is_not_divided():
    """Eleven of twenty may be told; then neither eight nor one of the nine."""
    atoms = Atoms([({f"{at}" for at in range(n)},) for n in (11, 8, 1)], LEAST)
    assert atoms.admit([0])
    assert not atoms.admit([1])
    assert atoms.holds([0]) and atoms.holds([1, 2]) and not atoms.holds([1])
