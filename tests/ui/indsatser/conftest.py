"""Somebody at a desk on a real vault, with Indsatser in front and the ways of the house between its pages."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QMenu

from tests.ui.at_desk import AtDesk, seats
from tvaerfaglig.ui.indsatser.page import IndsatserPlace


class AtIndsatser(AtDesk):
    """Indsatser in front; a way to another of its pages is walked as the house walks it."""

    PLACE = IndsatserPlace
    WINDOWS = (QMenu, QDialog)

    def walk(self, place: str, argument: object) -> None:
        super().walk(place, argument)
        if place == "indsatser":
            self.places[-1].leave()
            self.places[-1].open(argument)


@pytest.fixture
def desk_of(world, shelf, qtbot):
    yield from seats(AtIndsatser, world, shelf, qtbot)


@pytest.fixture
def hanne(desk_of) -> AtIndsatser:
    return desk_of("hanne")
