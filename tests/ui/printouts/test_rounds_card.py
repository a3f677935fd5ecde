"""Trivselsrunde in Udskrifter: which round, and which of its papers."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from tests.services.rounds.hold import begun
from tests.ui.at_desk import AtDesk, seats
from tvaerfaglig.services.rounds import planning
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.printouts.page import PrintoutsPlace
from tvaerfaglig.ui.printouts.rounds_card import FIGURES, LETTER, LIST


class AtPrintouts(AtDesk):
    """Udskrifter in front."""

    PLACE = PrintoutsPlace
    WINDOWS = (QMenu,)


@pytest.fixture
def desk_of(world, shelf, qtbot):
    yield from seats(AtPrintouts, world, shelf, qtbot)


def test_udskrifter_lists_the_papers_of_a_round(desk_of):
    """The leader's three when it is closed; before that the numbers are not offered."""
    hanne = desk_of("hanne")
    done = hanne.do(begun)
    asked: list[PreviewRequest] = []
    hanne.desk.preview_asked.connect(asked.append)
    place = hanne.place()
    hanne.settle()
    card = place.rounds
    assert [card.paper.itemData(at) for at in range(card.paper.count())] == [LIST, LETTER]
    hanne.do(planning.close, done, "Bertil er på ferie.")
    card.load()
    hanne.settle()
    for paper in (LIST, LETTER, FIGURES):
        card.paper.choose(paper)
        card.go.click()
        hanne.settle()
    names = [one.document for one in asked]
    assert names == ["stueliste", "brev om trivselsrunden", "trivselsrunden i tal"]
    assert all(hanne.do(one.make).pdf for one in asked)
