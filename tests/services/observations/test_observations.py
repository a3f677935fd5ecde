"""One observation opened, what was seen before, whom one may name, and what waits to be filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tvaerfaglig.domain.observation import Involved, Observation, Part
from tvaerfaglig.domain.people import Child
from tvaerfaglig.services import recording
from tvaerfaglig.services.children import card
from tvaerfaglig.services.errors import NotFound
from tvaerfaglig.services.observations import reading as observations
from tvaerfaglig.store import queries


def seen(text, day=12, month=11, **more):
    facts = {"involved": (Involved(child="alma"),), **more}
    return Observation(day=date(2026, month, day), text=text, **facts)


def test_what_was_seen_before_is_counted_by_category(world):
    """The last six weeks, most first; what she only saw is not hers."""
    mette = world.session("mette")
    for one in (
        seen("1", categories=("soevn", "mad")),
        seen("2", categories=("mad",)),
        seen("3", 1, 8, categories=("mad",)),
        seen("4", categories=("leg",), involved=(Involved(child="alma", part=Part.SAA_DET),)),
    ):
        recording.save(mette, one)
    before = observations.seen_before(mette, "alma")
    assert before.by_category == (("mad", 2), ("soevn", 1))
    assert sorted(one.record.text for one in before.entries) == ["1", "2"]
    assert before.since == date(2026, 10, 1)


def test_one_chooses_among_those_one_may_see_and_places_used_before(world):
    """By name; who has left is not offered."""
    hanne, jonas = world.session("hanne"), world.session("jonas")
    alma = queries.one(hanne.vault, Child, "alma").record
    card.save_child(hanne, replace(alma, left=date(2026, 11, 1)), "alma")
    for place in ("legepladsen", "garderoben", "garderoben", ""):
        recording.save(hanne, seen("x", involved=(Involved(child="bertil"),), place=place))
    mine = observations.who_to_choose(hanne)
    assert mine.children == (
        ("bertil", "Bertil Kjær", "Solsikken"),
        ("emil", "Emil Friis", "Kløveren"),
        ("villads", "Villads Thy", ""),
    )
    assert mine.places == ("garderoben", "legepladsen")
    assert [name for _, name in mine.staff] == sorted(name for _, name in mine.staff)
    assert observations.who_to_choose(jonas).children == (("villads", "Villads Thy", ""),)
    assert observations.who_to_choose(jonas).places == ()


def test_what_is_gone_is_said_to_be_gone(world):
    """Also to who wrote it."""
    with pytest.raises(NotFound):
        observations.open_observation(world.session("mette"), "ingen")
