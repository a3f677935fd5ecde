"""What was written is what is counted: invented facts, written down as records and read again, are the same facts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from tests.domain.figures.ten_years import TODAY, ten_years
from tests.services.figures.written_down import write_down
from tvaerfaglig.domain.figures import facts as f
from tvaerfaglig.domain.figures.cut import Cut, Whole
from tvaerfaglig.domain.figures.first_help import first_help
from tvaerfaglig.services.figures.facts import facts


@pytest.fixture
def told(world):
    return ten_years(60, seed=7, houses=2)


@pytest.fixture
def read(world, told):
    hanne = world.session("hanne")
    write_down(hanne, told)
    found = facts(hanne)
    known = {one.id for one in told.children}
    return replace(found, children=tuple(one for one in found.children if one.id in known))


def _same(found, wanted):
    assert Counter(found) == Counter(wanted)


def test_children_and_concerns(told, read):
    """Each card, and each concern with every closing and every time it was taken up again."""
    _same(
        ((one.id, one.born, one.sex) for one in read.children),
        ((one.id, one.born, one.sex) for one in told.children),
    )
    _same(
        ((one.child, one.house, one.day, one.closed, one.reopened) for one in read.concerns),
        ((one.child, one.house, one.day, one.closed, one.reopened) for one in told.concerns),
    )


def test_what_happened(told, read):
    """Talks, konsultationer with who sat there, and agreements done, which are what a house did."""
    done = [
        (f.Step.HANDLING, one.child, one.house, one.done, False)
        for one in told.promises
        if one.kind is f.Promised.AFTALE and one.done
    ]
    _same(
        ((one.step, one.child, one.house, one.day, one.outside) for one in read.happened),
        [
            *(
                (one.step, one.child, one.house, one.day,
                 one.outside and one.step is f.Step.KONSULTATION)
                for one in told.happened
            ),
            *done,
        ],
    )  # fmt: skip


def test_efforts_and_places(told, read):
    """Whoever has a place has an effort from the day she began, and every roll she was on counts."""
    _same(
        ((one.child, one.house, one.day, one.tags) for one in read.efforts),
        [
            *((one.child, one.house, one.day, one.tags) for one in told.efforts),
            *((one.child, one.house, one.start, one.tags) for one in told.places),
        ],
    )
    _same(
        ((one.child, one.start, one.end, one.held, one.present) for one in read.places if one.held),
        ((one.child, one.start, one.end, one.held, one.present) for one in told.places),
    )


def test_letters_and_their_answers(told, read):
    """From the day each was sent, to its receipt and to what was told."""
    _same(
        ((one.child, one.house, one.day, one.receipt, one.outcome) for one in read.letters),
        ((one.child, one.house, one.day, one.receipt, one.outcome) for one in told.letters),
    )


def test_promises(told, read):
    """Of each its day and when it was kept; a visit names no child."""
    _same(
        ((one.kind, one.child, one.house, one.due, one.done) for one in read.promises),
        (
            (one.kind, "" if one.kind is f.Promised.BESOEG else one.child, one.house, one.due,
             one.done)
            for one in told.promises
        ),
    )  # fmt: skip


def test_rounds_levels_and_who_is_attached(told, read):
    """Standings one round after another; worry is the figure that was said, turned round."""
    assert {one.order for one in read.standings if one.house == "hus-0"} in ({1, 2}, {3, 4})
    _same(
        ((one.child, one.house, one.day, one.position) for one in read.standings),
        ((one.child, one.house, one.day, one.position) for one in told.standings),
    )
    _same(
        ((one.child, one.house, one.who, one.day, one.level) for one in read.levels),
        ((one.child, one.house, one.who, one.day, one.level) for one in told.levels),
    )
    _same(read.attached, told.attached)


def test_and_so_the_figures_are_the_same(told, read):
    """Alder ved første hjælp, of the facts as they were made and as they were read."""
    places = tuple(
        f.Effort(id=f"p{one.id}", kind=one.kind, child=one.child, house=one.house, day=one.start)
        for one in told.places
    )
    made = replace(told, efforts=(*told.efforts, *places))
    cut = Cut(today=TODAY)
    assert first_help(read, cut, Whole()) == first_help(made, cut, Whole())
