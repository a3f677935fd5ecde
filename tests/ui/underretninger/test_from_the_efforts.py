"""»Det, vi har gjort«: what an indsats came to is put into the letter with one press."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.services.letters.a_letter import begun
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.records import Effort, Enrolment, EnrolmentState
from tvaerfaglig.services import underretninger as u


def _was_in_a_group(session) -> None:
    with session.write() as pen:
        effort = Effort(
            kind="x", name="Torsdagsgruppen", house="maelkeboetten", subject=Subject.FAMILIE,
            start=session.today - timedelta(60),
        )  # fmt: skip
        place = Enrolment(
            effort=pen.put(effort), child="alma", asked_on=session.today - timedelta(60),
            status=EnrolmentState.AFSLUTTET, from_day=session.today - timedelta(50),
            until=session.today - timedelta(5), outcome="Roligere aftener",
        )  # fmt: skip
        pen.put(place)


def test_it_is_offered_taken_and_kept(mette, qtbot):
    """The offer is gone when it is taken; coming back it stands as an action, and nothing is offered twice."""
    mette.do(_was_in_a_group)
    letter = mette.do(begun)
    place = mette.place()
    place.open(letter)
    mette.settle()
    place.letter.go_to_section("indsats")
    mette.settle()
    editor = place.letter.middle.editor
    (offer,) = editor.offers.values()
    assert offer.text() == "Tag »Torsdagsgruppen« med"
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert editor.offered.isHidden()
    place.open("")
    mette.settle()
    (action,) = mette.do(u.open_letter, letter).record.actions
    assert action.what.startswith("Torsdagsgruppen til 7. november 2026: gennemført.")
    assert action.effect == "Roligere aftener."
    place.open(letter)
    mette.settle()
    place.letter.go_to_section("indsats")
    mette.settle()
    assert place.letter.middle.editor.offers == {}
