"""Nothing of one child leaves, and nobody is laid beside anybody: no child, no colleague, no house."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.figures.ten_years import ten_years
from tests.services.figures.written_down import write_down
from tvaerfaglig.domain.figures.cut import AFTER, BEFORE, WITH, WITHOUT
from tvaerfaglig.services.figures import as_rows
from tvaerfaglig.services.figures.page import SplitBy, Wanted
from tvaerfaglig.services.figures.reading import figures


@pytest.fixture
def hanne(world):
    """She leads two houses with sixty children each, of which one had a socialrådgiver."""
    session = world.session("hanne")
    with session.write() as pen:
        houses = ("mhus-0", "mhus-1", "maelkeboetten")
        pen.put(replace(session.actor, houses=houses), "hanne")
    session.refresh()
    write_down(session, ten_years(120, seed=5, houses=2, before="m"))
    return session


@pytest.mark.parametrize("split", list(SplitBy))
def test_no_figure_points_at_anybody(hanne, split):
    """Neither an id nor a name of a child or a colleague, nor a house's, stands in any figure."""
    told = repr(figures(hanne, Wanted(split=split)).figures)
    known = [*hanne.children(), *hanne.staff(), *hanne.houses()]
    known += [one.record.name for one in hanne.children().values()]
    known += [one.name for one in hanne.staff().values()]
    known += [one.name for one in hanne.houses().values()]
    assert [one for one in known if f"'{one}'" in told or f" {one} " in told] == []


@pytest.mark.parametrize("split", list(SplitBy))
def test_groups_are_times_and_never_people_or_houses(hanne, split):
    """Periods in their order, or with and without, before and after: the words are the same for every house."""
    page = figures(hanne, Wanted(split=split))
    groups = {one.group for one in as_rows.rows(page.figures, page.definitions)}
    said = {one for one in groups if not any(sign.isdigit() for sign in one)}
    assert said <= {"", BEFORE, AFTER, WITH, WITHOUT}


def test_houses_to_choose_stand_by_their_names(hanne):
    """One may look at one's own houses one at a time, in the order of the alphabet; no figure orders them."""
    names = [one.name for one in figures(hanne, Wanted()).choices.houses]
    assert names == sorted(names)


def test_the_words_against_it_come_along(hanne):
    """That two groups are no proof of a cause, and that nobody is ranked, is said with every page."""
    words = figures(hanne, Wanted(split=SplitBy.FOER_EFTER)).definitions
    assert "ikke bevis for årsag" in words.no_cause
    assert "hverken huse, kolleger eller børn" in words.no_ranking
