"""Somebody at a desk on a real vault, with Tal in front."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from tests.services.figures.many import fill
from tests.ui.at_desk import AtDesk, seats
from tvaerfaglig.ui.figures.page import FiguresPlace


class AtFigures(AtDesk):
    """The figures in front."""

    PLACE = FiguresPlace
    WINDOWS = (QMenu,)


@pytest.fixture
def desk_of(world, shelf, qtbot):
    yield from seats(AtFigures, world, shelf, qtbot)


@pytest.fixture
def filled(world):
    """Sixteen children whose days are known."""
    session = world.session("hanne")
    fill(session)
