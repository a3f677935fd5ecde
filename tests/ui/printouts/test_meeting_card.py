"""Udskrifter: a meeting's papers are offered by what the meeting is, and a form can be had empty."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.at_desk import AtDesk, seats
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.meeting_papers.which import MeetingPaper
from tvaerfaglig.ui.printouts.page import PrintoutsPlace


class AtPrintouts(AtDesk):
    PLACE = PrintoutsPlace


@pytest.fixture
def desk_of(world, shelf, qtbot):
    yield from seats(AtPrintouts, world, shelf, qtbot)


def test_a_meeting_becomes_the_papers_it_can(desk_of):
    """One about a child has a plan; what is chosen is what stands in the preview and in the log."""
    mette = desk_of("mette")
    named = Konsultation(
        kind=KonsultationKind.NAVNGIVET,
        child="alma",
        day=date(2026, 11, 12),
        basis="tidligt_samarbejde",
    )
    one = mette.do(konsultationer.plan, named).id
    card = mette.place().meetings
    card.show_it.click()
    assert mette.previews == []
    card.meeting.choose(one)
    card.meeting.picked.emit(one)
    mette.settle()
    card.paper.choose(MeetingPaper.INDSATSPLAN.value)
    card.show_it.click()
    QApplication.processEvents()
    request = mette.previews[-1]
    assert (request.document, request.child, request.record) == ("indsatsplan", "alma", one)
    assert mette.do(request.make).pdf.startswith(b"%PDF")


def test_a_form_to_draw_on_with_a_child(desk_of):
    """No child is named, in the paper or in the log."""
    mette = desk_of("mette")
    card = mette.place().meetings
    card.forms[MeetingPaper.HUSE].click()
    request = mette.previews[-1]
    assert request.child == ""
    assert "Drømmenes hus" in {heading for heading, _ in mette.do(request.make).sections}
