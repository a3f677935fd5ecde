"""Somebody at a desk on a real vault, with Konsultationer in front and the ways of the house between its pages."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QMenu

from tests.ui.at_desk import AtDesk, seats
from tvaerfaglig.ui.konsultationer.page import KonsultationerPlace


class AtKonsultationer(AtDesk):
    """Konsultationer in front; a way to another of its pages is walked as the house walks it."""

    PLACE = KonsultationerPlace
    WINDOWS = (QMenu, QDialog)

    def walk(self, place: str, argument: object) -> None:
        super().walk(place, argument)
        if place == "konsultationer":
            self.places[-1].leave()
            self.places[-1].open(argument)


@pytest.fixture
def desk_of(world, shelf, qtbot):
    yield from seats(AtKonsultationer, world, shelf, qtbot)


@pytest.fixture
def mette(desk_of) -> AtDesk:
    return desk_of("mette")
