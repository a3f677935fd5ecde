"""Categories, places, positions, scales and signs."""

from __future__ import annotations

import re

import pytest

from tvaerfaglig.domain.concern import Position
from tvaerfaglig.domain.resource import ResourceError
from tvaerfaglig.domain.signs import parse_signs
from tvaerfaglig.domain.vocabulary import parse_categories, parse_places
from tvaerfaglig.domain.wellbeing import parse_positions, parse_scales
from tvaerfaglig.paths import resources


def shipped(name: str) -> str:
    return (resources() / name).read_text(encoding="utf-8")


CATEGORIES = parse_categories(shipped("categories.toml"))
POSITIONS = parse_positions(shipped("positions.toml"))
SIGNS = parse_signs(shipped("signs.toml"))


def test_fourteen_branches_and_one_that_is_hard():
    """Only vold og overgreb calls for the guard, with everything below it."""
    assert [each.nr for each in CATEGORIES.tree] == [str(nr) for nr in range(1, 15)]
    hard = {each.id for each in CATEGORIES.all() if each.overgreb}
    assert hard == {each.id for each in CATEGORIES.all() if each.id.startswith("overgreb")}
    assert CATEGORIES.is_overgreb(("krop.mad", "overgreb.vidne"))
    assert not CATEGORIES.is_overgreb(("krop.mad", "borte"))


def test_a_leaf_inherits_the_dimension_of_its_branch():
    """Unless it says its own."""
    mad, graenser = CATEGORIES.find("krop.mad"), CATEGORIES.find("samspil.graenser")
    assert mad is not None
    assert mad.ics == "Sundhedsforhold"
    assert graenser is not None
    assert graenser.ics == "Stimulering og vejledning"


def test_what_can_be_chosen_are_the_leaves():
    """A branch without leaves is one itself; resources are always offered."""
    leaves = {each.id for each in CATEGORIES.leaves()}
    assert {"krop.mad", "udsagn", "glaede"} <= leaves
    assert "krop" not in leaves
    assert "glaede" in {each.id for each in CATEGORIES.often()}


def test_a_category_that_was_dropped_keeps_its_stored_name():
    """An old observation still says what it was filed under."""
    assert CATEGORIES.name("krop.mad") == "Mad og drikke"
    assert CATEGORIES.name("lokal.emne") == "lokal.emne"


def test_names_are_neutral():
    """The subject is never a verdict; whether it worries is for the sign to say."""
    for each in CATEGORIES.all():
        if not each.overgreb:
            assert not re.search(r"mangl|fejl|problem|dårlig|afvig", each.name.lower()), each.name


def test_places_stand_in_a_sentence():
    """»på legepladsen«, not »legepladsen«."""
    places = {each.id: each for each in parse_places(shipped("places.toml"))}
    assert places["legepladsen"].inside == "på legepladsen"


def test_every_position_has_a_written_meaning():
    """So that two adults mean the same; and none advises against notifying."""
    assert [each.position for each in POSITIONS.steps] == list(Position)
    assert POSITIONS.of(Position.BEKYMRING).in_sentence == "i bekymring"
    assert "underrette" in POSITIONS.always
    for step in POSITIONS.steps:
        assert len(step.meaning) > 60
        assert "ikke underret" not in step.recommends.lower()


def test_a_scale_says_what_each_number_means():
    """Eleven steps from nought to ten."""
    scale = parse_scales(shipped("scales.toml")).find("nul_til_ti")
    assert scale is not None
    assert [each.level for each in scale.steps] == list(range(11))
    assert scale.meaning(10) != scale.meaning(0)
    assert scale.meaning(11) == ""
    assert parse_scales(shipped("scales.toml")).find("borte") is None


@pytest.mark.parametrize(
    ("months", "band"), [(0, "0-11"), (11, "0-11"), (12, "1-2"), (36, "3-6"), (-1, ""), (90, "")]
)
def test_signs_are_looked_up_by_age(months: int, band: str):
    """And not at all before birth or in school."""
    period = SIGNS.period(months)
    assert (period.id if period else "") == band
    assert all(band in each.ages for each in SIGNS.look_up(months))
    assert bool(SIGNS.look_up(months)) == bool(band)


def test_what_nobody_checked_is_off_until_chosen():
    """And every sign that is on has a source one can read."""
    shown, more = SIGNS.look_up(6), SIGNS.look_up(6, unverified=True)
    assert all(each.verified and each.source for each in shown)
    assert any(not each.verified for each in more)
    assert SIGNS.unverified_word == "ikke kontrolleret"


@pytest.mark.parametrize(
    ("parse", "name", "old", "new", "words"),
    [
        (parse_categories, "categories.toml", 'ics = "Sundhedsforhold"', 'ics = "Sundhed"',
         "Vælg mellem"),
        (parse_positions, "positions.toml", 'id = "staerk"', 'id = "trives"', "to gange"),
        (parse_positions, "positions.toml", 'id = "staerk"', 'id = "roed"', "Vælg mellem trives"),
        (parse_scales, "scales.toml", "tal = 4,", "tal = 3,", "hvert tal én gang"),
        (parse_signs, "signs.toml", 'alder = ["0-11"]', 'alder = ["0-12"]', "»alder« skal vælges"),
        (parse_signs, "signs.toml", 'kilde = "psykiatrifonden"\nevidens', "evidens",
         "evidens S kræver en kilde"),
    ],
)  # fmt: skip
def test_a_municipality_hears_what_its_change_would_break(parse, name, old, new, words):
    """In Danish, with the place."""
    text = shipped(name)
    assert old in text
    with pytest.raises(ResourceError, match=re.escape(words)):
        parse(text.replace(old, new, 1))


def test_all_three_positions_must_stand_there():
    """A house cannot do without one of them."""
    text = shipped("positions.toml")
    with pytest.raises(ResourceError, match="positionen »staerk« mangler"):
        parse_positions(text[: text.index('[[position]]\nid = "staerk"')])
