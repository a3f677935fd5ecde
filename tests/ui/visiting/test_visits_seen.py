"""Besøg as it is seen and heard: nothing cut and nothing nameless, in every size."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.visiting.days import HOUSE, TODAY, begin
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tests.ui.konsultationer.test_looks import seen_at
from tvaerfaglig.domain.konsultation import Konsultation, Participant
from tvaerfaglig.domain.visiting.question import VisitQuestion
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.visiting import acts, questions, year
from tvaerfaglig.services.visiting.day_list import day_list
from tvaerfaglig.ui.theme import Mode

LONG = "Et spørgsmål, som er så langt, at det ikke kan stå på én linje i listen over dagen. " * 2
PAGES = (
    "besoeg",
    "besoeg:{}",
    "besoeg:aar",
    "besoeg:rytmer",
    "besoeg:rytme",
    "besoeg:et",
    "besoeg:spoerg",
)


def _full(desk, here):
    """A year of visits, one before that was held, a konsultation and a question."""
    first, last = date(2026, 11, 13), date(2027, 12, 31)
    proposal = desk.do(year.propose, here.attachment, first, last)
    desk.do(year.accept, here.attachment, proposal.new[:6])
    karen = Participant(name="Karen Lund", role="socialrådgiver", staff="karen")
    note = Konsultation(day=TODAY, dagtilbud=HOUSE, participants=(karen,), question=LONG)
    desk.do(konsultationer.plan, note)
    asked = VisitQuestion(house=HOUSE, day=TODAY, by="karen", text=LONG, age_band="3–4 år")
    desk.do(questions.ask, asked)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_word_of_besoeg_is_cut(desk_of, here, dressed, scale):
    """The year, the day, the plan and every form stand whole."""
    karen = desk_of("karen")
    _full(karen, here)
    place = karen.place("besoeg", (1060, 800))
    for each in PAGES:
        place.open(each.format(here.visit))
        seen_at(karen, place, dressed, scale)
        assert (each, clipped(place), nameless(place)) == (each, [], [])


@pytest.mark.parametrize("mode", [Mode.DARK, Mode.CONTRAST])
def test_a_held_day_stands_whole_in_every_theme(desk_of, here, dressed, mode):
    """What it was used for, and the form that puts it right."""
    karen = desk_of("karen")
    karen.do(acts.hold, here.visit, theme=LONG, told=LONG)
    place = karen.place(f"besoeg:{here.visit}", (1060, 800))
    dressed.choose(mode)
    karen.settle()
    assert clipped(place) == []
    place.open(f"besoeg:holdt:{here.visit}")
    karen.settle()
    assert clipped(place) == []
    assert nameless(place) == []


def _given(desk, here):
    return desk.do(day_list, here.visit).given


def test_the_contribution_is_whole_and_named(desk_of, world, dressed):
    """Every area with its steps, at 150 %."""
    here = begin(world, "line", "line")
    world.close()
    line = desk_of("line")
    place = line.place(f"besoeg:bidrag:{here.visit}", (1060, 800))
    seen_at(line, place, dressed, 1.5)
    form = place.section("besoeg").form
    form.fields.put(**{"trin:soevn": "enkelte_tegn", "set:soevn": "Faldt til ro med en hånd."})
    form.refilled()
    line.settle()
    assert clipped(place) == []
    assert nameless(place) == []
    form.save()
    line.settle()
    (given,) = _given(line, here)
    (seen,) = given.stored.record.areas
    assert (seen.name, seen.seen) == ("Søvn og hvile", "Faldt til ro med en hånd.")
    line.undo[-1]()
    line.settle()
    assert _given(line, here) == ()
