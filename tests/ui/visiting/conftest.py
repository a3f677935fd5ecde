"""Somebody at a desk on a real vault, with Konsultationer in front, and the round of Karen at Mælkebøtten."""

from __future__ import annotations

import pytest

from tests.services.visiting.days import begin
from tests.ui.at_desk import seats
from tests.ui.konsultationer.conftest import AtKonsultationer


@pytest.fixture
def desk_of(world, shelf, qtbot):
    yield from seats(AtKonsultationer, world, shelf, qtbot)


@pytest.fixture
def here(world):
    """Her attachment and today's visit, made before anybody sits down."""
    made = begin(world)
    world.close()
    return made
