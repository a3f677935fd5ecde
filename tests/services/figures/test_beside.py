"""The demo's figures asked one after another: nobody is found by taking one answer from another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tvaerfaglig.domain.figures.period_name import named
from tvaerfaglig.services.figures.page import SplitBy, Wanted
from tvaerfaglig.services.figures.reading import figures

ALL = Wanted(split=SplitBy.SAMLET)


def _helped(session, **more):
    (told,) = figures(session, replace(ALL, **more)).figures.first_help["indsats"]
    return told.n


def test_a_hidden_school_year_cannot_be_found_from_the_others(demo_world):
    """Of twenty helped eleven and eight were told of two school years: so one was helped in the third."""
    session = demo_world.session("Hanne")
    years = [_helped(session, period=named(one)) for one in ("2024/25", "2025/26", "2026/27")]
    assert _helped(session) == 20
    assert years == [None, None, 11]


@pytest.mark.parametrize("words", ["2026", "1. kvartal 2026 til 4. kvartal 2026"])
def test_a_calendar_year_does_not_tell_of_the_two_before_it(demo_world, words):
    """Eighteen of twenty in 2026; a period of one's own of whole quarters is the same road."""
    assert _helped(demo_world.session("Hanne"), period=named(words)) is None


def test_a_house_and_a_kind_do_not_tell_of_what_is_left(demo_world):
    """The project is fourteen of twenty; the twelve of the group in it would tell of the other two."""
    session = demo_world.session("Hanne")
    assert _helped(session, tag="Tidlig hjælp 2026") == 14
    assert _helped(session, kinds=frozenset({"familiegruppe"})) is None


def test_it_is_said_why_it_is_hidden(demo_world):
    """Only where something is hidden for what other questions tell."""
    session = demo_world.session("Hanne")
    assert "alene" not in figures(session, Wanted()).definitions.hidden
    told = figures(session, replace(ALL, period=named("2026")))
    assert "sammen med de andre perioder" in told.definitions.hidden
