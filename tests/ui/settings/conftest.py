"""People in the house, one after the other."""

from __future__ import annotations

import pytest

from tests.ui.in_the_house import InTheHouse
from tvaerfaglig.services import library


@pytest.fixture(scope="session")
def shelf():
    return library.load()


@pytest.fixture
def house_of(world, shelf, qtbot):
    """Come in as somebody; whoever was there before has left."""
    there: list[InTheHouse] = []

    def come_in(person: str) -> InTheHouse:
        while there:
            there.pop().close()
        there.append(InTheHouse(world, person, shelf))
        return there[-1]

    yield come_in
    while there:
        there.pop().close()


@pytest.fixture
def hanne(house_of):
    return house_of("hanne")
