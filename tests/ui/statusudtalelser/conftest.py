"""Mette at the place of statusudtalelser, on a real vault."""

from __future__ import annotations

from typing import ClassVar

import pytest

from tests.ui.at_desk import AtDesk, seats
from tvaerfaglig.services import library
from tvaerfaglig.ui.statusudtalelser.page import StatusPlace
from tvaerfaglig.ui.widgets import Confirm


class AtStatus(AtDesk):
    PLACE = StatusPlace
    WINDOWS: ClassVar = (*AtDesk.WINDOWS, Confirm)

    def close(self) -> None:
        for one in self.places:
            one.leave()
            self.settle()
            one.write.close_status()
            one.writer.close()
            one.writer.stop()
        super().close()


@pytest.fixture(scope="session")
def shelf():
    return library.load()


@pytest.fixture
def desk_of(world, shelf, qtbot):
    yield from seats(AtStatus, world, shelf, qtbot)


@pytest.fixture
def mette(desk_of):
    return desk_of("mette")
