"""All figures together: the order of the records is nothing, and a municipality's ten years are quickly counted."""

from __future__ import annotations

import dataclasses
import random
import time

import pytest

from tests.domain.figures.ten_years import START, TODAY, ten_years
from tvaerfaglig import paths
from tvaerfaglig.domain.figures.all_figures import FIGURES, all_figures
from tvaerfaglig.domain.figures.cut import BeforeAfter, ByPeriod, Cut, Whole, WithWithout
from tvaerfaglig.domain.figures.definitions import FILE, parse_definitions
from tvaerfaglig.domain.figures.facts import Facts
from tvaerfaglig.domain.figures.period import calendar_year, school_years
from tvaerfaglig.domain.resource import ResourceError

TEXT = (paths.resources() / FILE).read_text(encoding="utf-8")
HELPS = {"indsats": frozenset(), "gruppe": frozenset({"familiegruppe"})}
CUT = Cut(today=TODAY)


def _shuffled(facts: Facts, seed: int) -> Facts:
    chance = random.Random(seed)
    rows = {one.name: list(getattr(facts, one.name)) for one in dataclasses.fields(Facts)}
    for each in rows.values():
        chance.shuffle(each)
    return Facts(**{name: tuple(each) for name, each in rows.items()})


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_records_never_matters(seed):
    """Two vaults that hold the same tell the same, in whatever order their records came."""
    facts = ten_years(150, seed, houses=3)
    cuts = (
        CUT,
        dataclasses.replace(CUT, houses=frozenset({"hus-1"}), tag="pulje"),
        dataclasses.replace(CUT, period=calendar_year(START.replace(year=2020))),
    )
    splits = (Whole(), BeforeAfter(facts.attached), WithWithout(facts.attached))
    for cut in cuts:
        for split in (*splits, ByPeriod(school_years(START, TODAY))):
            told = all_figures(facts, cut, split, HELPS)
            assert told == all_figures(_shuffled(facts, seed), cut, split, HELPS)


def test_what_has_not_happened_yet_is_not_counted():
    """Looking from an earlier day gives what would have been told then, whatever was written since."""
    facts = ten_years(300, houses=2)
    then = START.replace(year=2020)
    early = dataclasses.replace(
        facts,
        concerns=tuple(
            dataclasses.replace(
                one,
                closed=tuple(day for day in one.closed if day <= then),
                reopened=tuple(day for day in one.reopened if day <= then),
            )
            for one in facts.concerns
            if one.day <= then
        ),
        **{
            name: tuple(one for one in getattr(facts, name) if one.day <= then)
            for name in ("happened", "efforts", "standings", "levels")
        },
        letters=tuple(
            dataclasses.replace(
                one,
                receipt=one.receipt if one.receipt and one.receipt <= then else None,
                outcome=one.outcome if one.outcome and one.outcome <= then else None,
            )
            for one in facts.letters
            if one.day <= then
        ),
    )
    cut = dataclasses.replace(CUT, today=then)
    assert all_figures(facts, cut, Whole(), HELPS) == all_figures(early, cut, Whole(), HELPS)


def test_nothing_to_count_is_told_as_nothing():
    """A new vault has its page, too."""
    told = all_figures(Facts(), CUT, Whole(), HELPS)
    assert [one.n for one in told.first_help["indsats"]] == [0]
    assert told.learning == ()


def test_ten_thousand_children_and_ten_years_are_counted_at_once():
    """Every figure, in school years side by side; the time is that of this process alone."""
    facts = ten_years(10_000)
    split = ByPeriod(school_years(START, TODAY))
    best = []
    for _ in range(3):
        began = time.process_time()
        all_figures(facts, CUT, split, HELPS)
        best.append(time.process_time() - began)

    assert min(best) < 1.0


def test_every_figure_has_its_definition():
    """What it is, which event counts, and which day lays it in a period."""
    found = parse_definitions(TEXT)
    assert {one.id for one in found.figures} == set(FIGURES)
    assert "ikke bevis for årsag" in found.no_cause
    assert all(one.what and one.counts and one.placed for one in found.figures)


def test_a_definition_that_is_left_out_is_asked_for():
    """A house that rewrote the file is told which figure stands without words."""
    with pytest.raises(ResourceError, match="»landsstatistik« mangler"):
        parse_definitions(TEXT[: TEXT.index('[[tal]]\nid = "landsstatistik"')])


def test_fewer_than_five_cannot_be_asked_for():
    """The smallest group may be larger, never smaller."""
    with pytest.raises(ResourceError, match="5 eller mere"):
        parse_definitions(TEXT.replace("mindst = 5", "mindst = 3"))
