"""Figures are for who leads the house, of her own houses, in whole periods; everybody else is told whom to ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tvaerfaglig.domain.figures.period import ALWAYS, Period
from tvaerfaglig.services.errors import NotAllowed, Unclear
from tvaerfaglig.services.figures.page import SplitBy, Wanted
from tvaerfaglig.services.figures.reading import figures

HOUSE = frozenset({"maelkeboetten"})


def test_the_leader_sees_her_own_house(world):
    """Nothing chosen is all that she may see, and the sentence says what that was."""
    page = figures(world.session("hanne"), Wanted())
    assert page.wanted.houses >= HOUSE
    assert page.wanted.period == ALWAYS
    assert "Talt 12. november 2026." in page.counted
    assert "leder" in page.seen_by


@pytest.mark.parametrize("who", ["mette", "karen", "line", "jonas"])
def test_others_are_told_whom_to_ask(world, who):
    """A pædagog, a socialrådgiver, a sundhedsplejerske, a dagplejer: what leads the house is hers to show."""
    with pytest.raises(NotAllowed, match=r"den, der leder huset"):
        figures(world.session(who), Wanted())


def test_a_house_one_does_not_lead_is_refused(world):
    """Also beside one's own, and whatever its id."""
    hanne = world.session("hanne")
    with pytest.raises(NotAllowed, match="de huse, du leder"):
        figures(hanne, Wanted(houses=HOUSE | {"huset-ved-siden-af"}))
    with hanne.write() as pen:
        pen.put(replace(hanne.actor, houses=("maelkeboetten",)), "hanne")
    hanne.refresh()
    with pytest.raises(NotAllowed, match="de huse, du leder"):
        figures(hanne, Wanted(houses=frozenset({"dagplejen"})))


def test_only_whole_periods_are_counted(world):
    """Two periods that differ by a day would tell of the day."""
    day = Period("i dag", date(2026, 11, 12), date(2026, 11, 12))
    with pytest.raises(Unclear, match="hele år og kvartaler"):
        figures(world.session("hanne"), Wanted(period=day))


def test_before_and_after_are_offered_where_there_is_a_day_to_be_before(world):
    """In a house without a socialrådgiver there is nothing to compare."""
    hanne = world.session("hanne")
    assert SplitBy.FOER_EFTER not in figures(hanne, Wanted()).choices.splits
    with pytest.raises(Unclear, match="ikke haft en socialrådgiver"):
        figures(hanne, Wanted(split=SplitBy.FOER_EFTER))
