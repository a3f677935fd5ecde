"""Somebody at a desk on a real vault, with Trivselsrunder in front."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from tests.ui.at_desk import AtDesk, seats
from tvaerfaglig.ui.rounds.page import RoundsPlace


class AtRounds(AtDesk):
    """The rounds in front."""

    PLACE = RoundsPlace
    WINDOWS = (QMenu,)


@pytest.fixture
def desk_of(world, shelf, qtbot):
    yield from seats(AtRounds, world, shelf, qtbot)
