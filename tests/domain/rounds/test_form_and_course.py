"""The round's file, its scales, how far it has come, and where two see differently."""

from __future__ import annotations

from datetime import date

import pytest

from tvaerfaglig import paths
from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.domain.rounds.course import (
    Stand,
    agreed_marks,
    all_in,
    apart,
    missing,
    next_round,
    stand_of,
)
from tvaerfaglig.domain.rounds.form import parse_round_form, unknown_steps
from tvaerfaglig.domain.rounds.records import Assigned, Mark, Rating
from tvaerfaglig.domain.rounds.scale import RoundScale
from tvaerfaglig.domain.wellbeing import parse_positions, parse_scales

TEXT = (paths.resources() / "trivselsrunde.toml").read_text(encoding="utf-8")
DAY = date(2026, 11, 12)


@pytest.fixture
def scales() -> dict[str, RoundScale]:
    folder = paths.resources()
    positions = parse_positions((folder / "positions.toml").read_text(encoding="utf-8"))
    numbers = parse_scales((folder / "scales.toml").read_text(encoding="utf-8"))
    return {one.id: one for one in parse_round_form(TEXT).scales(positions, numbers)}


def rated(by: str, **steps: str) -> Rating:
    marks = tuple(Mark(domain=one, step=step, sentence="Set.") for one, step in steps.items())
    return Rating(round="r", child="alma", by=by, day=DAY, marks=marks, overall="trives")


def test_every_domain_says_something_at_every_age_and_position():
    """Four sides of a day, with guidance for the small and the larger, for each position."""
    form = parse_round_form(TEXT)
    assert len(form.domains) == 4
    said = [age.said[one] for domain in form.domains for age in domain.ages for one in Position]
    assert len(set(said)) == len(said) == 24


def test_guidance_goes_by_age():
    """The day a child is three she is read as a larger one."""
    sprog = parse_round_form(TEXT).domain("sprog")
    assert sprog.at(35) is sprog.ages[0]
    assert sprog.at(36) is sprog.ages[1]
    assert sprog.at(500) is sprog.ages[-1]


def test_each_number_lies_within_a_position(scales):
    """Whichever scale the house chose, a step answers to one of the three."""
    assert list(scales) == ["positioner", "nul_til_ti", "fem_trin"]
    ten = scales["nul_til_ti"]
    assert (ten.step("0").position, ten.step("10").position) == (Position.STAERK, Position.TRIVES)
    assert scales["fem_trin"].step("5").position is Position.STAERK
    assert (ten.level("7"), scales["fem_trin"].level("3")) == (7, None)


def test_a_number_without_a_position_is_asked_about():
    """A step that a municipality adds to its scale has to lie somewhere."""
    form = parse_round_form(TEXT.replace('["4", "5", "6"]', '["4", "5"]'))
    numbers = parse_scales((paths.resources() / "scales.toml").read_text(encoding="utf-8"))
    assert unknown_steps(form, numbers) == ("nul_til_ti 6",)


def test_the_smallest_number_shown_is_never_one():
    """A file cannot make a child known by her count."""
    with pytest.raises(ResourceError, match="kendes på sit tal"):
        parse_round_form(TEXT.replace("mindst = 5", "mindst = 1"))


@pytest.mark.parametrize(
    ("child", "by", "ready"),
    [
        (Assigned(child="a", raters=("m", "s")), {"m"}, False),
        (Assigned(child="a", raters=("m", "s")), {"m", "s"}, True),
        (Assigned(child="a", raters=("m", "s", "h")), {"m", "s"}, False),
        (Assigned(child="a", raters=("m",)), {"m"}, False),
        (Assigned(child="a", raters=("m",), alone="Signe er syg."), {"m"}, True),
        (Assigned(child="a", raters=("m", "s"), left_out="Flyttet."), {"m", "s"}, False),
        (Assigned(child="a", raters=(), alone="Ingen."), set(), False),
    ],
)
def test_when_all_are_in(child, by, ready):
    """Every rater, and at least two, unless one is let stand with a reason."""
    assert all_in(child, by) is ready
    assert (stand_of(child, by, None) is Stand.ALLE) is ready


def test_where_they_differ_and_what_both_built_on(scales):
    """The gap in steps, and the observations they share."""
    mette = Rating(round="r", child="a", by="m", day=DAY, overall="trives",
                   marks=(Mark(domain="krop", step="trives", evidence=("1", "2")),))  # fmt: skip
    signe = Rating(round="r", child="a", by="s", day=DAY, overall="staerk",
                   marks=(Mark(domain="krop", step="trives", evidence=("2", "3")),))  # fmt: skip
    krop, whole = apart([mette, signe], ["krop"], scales["positioner"])
    assert krop.agree
    assert krop.shared == ("2",)
    assert (whole.domain, whole.far, whole.steps) == ("", 2, ("trives", "staerk"))


def test_a_joint_rating_begins_with_what_they_agree_on():
    """Nothing is averaged: a domain seen differently is left to be talked about."""
    both = [rated("m", krop="trives", leg="bekymring"), rated("s", krop="trives", leg="trives")]
    assert [one.step for one in agreed_marks(both, ["krop", "leg"])] == ["trives", ""]


def test_what_is_still_missing():
    """A step with nothing under it is not given."""
    one = Rating(round="r", child="a", by="m", day=DAY, marks=(Mark(domain="krop", step="trives"),))
    assert missing(one, ["krop", "leg"]) == ("krop", "leg", "")


@pytest.mark.parametrize(
    ("times", "next_on"),
    [
        (1, date(2027, 11, 12)),
        (2, date(2027, 5, 12)),
        (3, date(2027, 3, 12)),
        (4, date(2027, 2, 12)),
    ],
)
def test_the_rhythm_proposes_the_next_day(times, next_on):
    """One to four a year; the end of a month never falls over."""
    assert next_round(DAY, times) == next_on
    assert next_round(date(2026, 8, 31), 2) == date(2027, 2, 28)
