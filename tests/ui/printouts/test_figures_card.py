"""The papers of Tal stand among the others in Udskrifter: for who leads a house, and nobody else."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from tests.services.figures.many import HOUSE, PROJECT, fill
from tests.ui.at_desk import AtDesk, seats
from tvaerfaglig.ui.printouts.page import PrintoutsPlace


class AtPrintouts(AtDesk):
    """Udskrifter in front."""

    PLACE = PrintoutsPlace
    WINDOWS = (QMenu,)


@pytest.fixture
def desk_of(world, shelf, qtbot):
    yield from seats(AtPrintouts, world, shelf, qtbot)


def test_a_leader_finds_the_years_and_the_projects(desk_of, world):
    """Which paper, which house, which year; a project may be of all years and all houses."""
    fill(world.session("hanne"))
    hanne = desk_of("hanne")
    card = hanne.place().figures
    assert card.isVisible()
    card.house.choose(HOUSE)
    card.go.click()
    assert hanne.previews[-1].title == "Årsopgørelse 2026/27"
    card.paper.setCurrentIndex(card.paper.findData("projektrapport"))
    card.paper.activated.emit(card.paper.currentIndex())
    assert card.project.chosen() == PROJECT
    assert card.year.itemText(0) == "Alle år"
    card.go.click()
    assert hanne.previews[-1].title == f"Projektrapport · {PROJECT}"


def test_others_have_no_such_card(desk_of):
    """Nothing is offered that would only be refused."""
    mette = desk_of("mette")
    assert not mette.place().figures.isVisible()
