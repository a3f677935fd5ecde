"""Papers of indsatser from the screens: each button leads to a preview that can be made, and logged, as it says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.printouts.pdf_reading import text_of
from tests.services.efforts.group import HOUSE, TODAY, asked, begun, consent, let_in, planned
from tests.ui.at_desk import AtDesk, seats
from tvaerfaglig.domain.acts import Printed
from tvaerfaglig.domain.efforts.form import FormUse
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.efforts.logs import VisitLog
from tvaerfaglig.domain.efforts.sheets import FieldAnswer, Sheet
from tvaerfaglig.domain.efforts.volunteers import Volunteer
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services.children import protecting
from tvaerfaglig.services.consent import acts as consents
from tvaerfaglig.services.consent import rests
from tvaerfaglig.services.efforts import sheets, visits, volunteers
from tvaerfaglig.services.printing import noting
from tvaerfaglig.store import queries
from tvaerfaglig.ui.printouts.page import PrintoutsPlace
from tvaerfaglig.ui.widgets import Button


def made(at):
    """What was asked for since last, by name; each of them can be made and be noted in the log."""
    documents = []
    for one in at.previews:
        assert at.do(one.make).pdf.startswith(b"%PDF")
        at.do(
            noting.note_printed, document=one.document, how="har udskrevet", child=one.child,
            record=one.record, children=one.children,
        )  # fmt: skip
        documents.append(one.document)
    at.previews.clear()
    return documents


def choose(button):
    """Every paper that the button offers, one after the other."""
    for action in button.acts().actions():
        if action.text():
            action.trigger()


def with_sheet(session):
    """A family with a plan, in a group with another."""
    group = begun(session)
    place = let_in(session, group, "alma")
    let_in(session, group, "bertil")
    planned(session, group, times=2)
    told = (FieldAnswer(field="baggrund", text="Set."), FieldAnswer(field="fokuspunkt", text="Ro."))
    sheet = Sheet(
        effort=group, form="arbejdspapir", name="", use=FormUse.START, day=TODAY, enrolment=place,
        answers=told,
    )  # fmt: skip
    return group, place, sheets.save(session, sheet).id


def test_an_efforts_papers_are_offered_and_stand_in_the_right_logs(hanne):
    """The invitation in nobody's, the lists in each family's."""
    group, _, _ = hanne.do(with_sheet)
    place = hanne.place(group)
    button = place.effort.room.papers
    assert button.isVisible()
    choose(button)
    hanne.settle()
    assert made(hanne) == ["invitation", "fremmødeliste", "fremmødeliste"]
    printed = [one.record for one in hanne.do(lambda s: queries.all_of(s.vault, Printed))]
    assert {one.document: one.children for one in printed} == {
        "invitation": (),
        "fremmødeliste": ("alma", "bertil"),
    }


def test_a_familys_papers_and_a_sheet_that_is_read(hanne):
    """From the family's page; from the sheet itself with one button, which Ctrl+P presses too."""
    group, place, sheet = hanne.do(with_sheet)
    view = hanne.place(f"{group}:familie:{place}")
    choose(view.effort.room.papers)
    hanne.settle()
    assert hanne.went[-1] == ("udskrifter", "overgang:alma")
    assert made(hanne) == ["arbejdspapir", "fremmødeark", "invitation"]
    view.open(f"{group}:familie:{place}:ark:{sheet}")
    hanne.settle()
    assert view.effort.room.papers.isHidden()
    view.print_now()
    assert made(hanne) == ["arbejdspapir"]


def test_under_the_guard_a_family_is_offered_nothing_for_its_parents(hanne):
    """The house's own paper is left."""
    group, place, _ = hanne.do(with_sheet)
    hanne.do(protecting.set_guard, "alma", Against.FORAELDER)
    room = hanne.place(f"{group}:familie:{place}").effort.room
    assert [one.split(",")[0] for one in room.papers.menu_words()] == ["Arbejdspapir"]


def test_a_family_that_waits_is_given_its_invitation(hanne):
    """Beside its line on the list, in its own name."""
    group = hanne.do(begun)
    hanne.do(asked, group, "alma")
    room = hanne.place(f"{group}:venteliste").effort.room
    (button,) = [
        it for it in room.findChildren(Button) if it.accessibleName() == "Invitation: Alma"
    ]
    button.click()
    assert "Kære forældre til Alma" in text_of(hanne.do(hanne.previews[-1].make).pdf)
    assert made(hanne) == ["invitation"]


def test_a_volunteers_papers(hanne):
    """The agreement and the thanks."""
    course = hanne.do(begun, "frivillige", subject=Subject.AKTIVITET)
    birgit = Volunteer(
        house=HOUSE, name="Birgit Holst", attest_on=TODAY, agreed_on=TODAY, secrecy_on=TODAY
    )
    who = hanne.do(volunteers.save, birgit).id
    choose(hanne.place(f"{course}:frivillig:{who}").effort.room.papers)
    hanne.settle()
    assert made(hanne) == ["rammeaftale", "tak til den frivillige"]


def test_a_visit_is_reported_once_it_is_held(hanne):
    """Before that the button says when it can be."""
    group = hanne.do(begun, "praktikforloeb", subject=Subject.BARN)
    place = hanne.do(let_in, group, "alma")
    log = VisitLog(effort=group, enrolment=place, day=TODAY, by=("mette",), about_what="Søvn")
    visit = hanne.do(visits.save, log).id
    room = hanne.place(f"{group}:besoeg").effort.room
    room.list.choose(visit)
    room.print_now()
    assert hanne.said[-1].startswith("Rapporten kan skrives ud")
    hanne.do(visits.went, visit, replace(log, minutes=30))
    room.refresh()
    hanne.settle()
    room.list.choose(visit)
    room.report_button.click()
    assert made(hanne) == ["besøgsrapport"]


class AtPrintouts(AtDesk):
    PLACE = PrintoutsPlace


@pytest.fixture
def printer_of(world, shelf, qtbot):
    seat = seats(AtPrintouts, world, shelf, qtbot)
    yield next(seat)
    seat.close()


@pytest.fixture
def printer(printer_of):
    return printer_of("hanne")


def test_udskrifter_has_every_effort_and_what_a_family_takes_home(printer):
    """Whole effort, then a family in it."""
    _, place, _ = printer.do(with_sheet)
    card = printer.place().efforts
    card.load()
    printer.settle()
    assert card.paper.currentText() == "Invitation til forældrene"
    card.go.click()
    printer.settle()
    card.who.choose(place)
    card._on_who(place)
    printer.settle()
    card.go.click()
    printer.settle()
    assert made(printer) == ["invitation", "arbejdspapir"]


def test_an_overgangsark_holds_what_was_ticked(printer, qtbot):
    """By the keyboard: the child is there already, then to whom, what, and on which consent."""
    printer.do(with_sheet)
    given = printer.do(consent, "alma")
    place = printer.place("overgang:alma")
    printer.settle()
    card = place.handover
    card.ask_parents.click()
    assert made(printer) == ["overgangsark til forældrene"]
    card.send.click()
    assert not printer.previews
    assert card.to.hasFocus()
    qtbot.keyClicks(card.to, "Skovbrynet")
    card.ticks["sprog"].setFocus()
    qtbot.keyClick(card.ticks["sprog"], Qt.Key.Key_Space)
    card.send.click()
    printer.settle()
    (request,) = printer.previews
    assert (request.record, request.receiver) == (given, "Skovbrynet")
    assert request.purpose.endswith("Med: sprog og tolk.")
    assert made(printer) == ["overgangsark"]


def test_whoever_runs_the_group_hands_on_too(printer, printer_of):
    """A case summary is the leader's to make; this sheet is of whoever may print about the child."""
    printer.do(with_sheet)
    mette = printer_of("mette")
    place = mette.place("overgang:alma")
    mette.settle()
    assert place.handover.child.chosen() == "alma"
    assert place.handover.ask_parents.isVisible()


def test_without_a_consent_the_parents_are_asked_first(printer):
    """What to do is said where the button would be."""
    printer.do(with_sheet)
    for one in printer.do(rests.standing_today, "alma"):
        printer.do(consents.withdraw, one.id)
    place = printer.place("overgang:alma")
    printer.settle()
    assert place.handover.told.isVisible()
    assert place.handover.send.isHidden()
    assert place.handover.ask_parents.isVisible()
