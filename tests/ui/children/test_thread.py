"""From a concern to its effect, and who holds on to it: by the keyboard, at the child's page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.accessibility import nameless
from tvaerfaglig.domain.concern import Concern
from tvaerfaglig.domain.contact import ParentContact
from tvaerfaglig.domain.konsultation import Agreement, AgreementState
from tvaerfaglig.services import recording
from tvaerfaglig.services.agreements import acts
from tvaerfaglig.services.children import threads
from tvaerfaglig.services.tovholder import holding
from tvaerfaglig.ui.children import OpenChild
from tvaerfaglig.ui.children.thread_page import ThreadPage
from tvaerfaglig.ui.children.tovholder_form import TovholderForm

TODAY = date(2026, 11, 12)


def words_of(widget):
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def button_of(widget, name):
    found = widget.findChildren(QPushButton)
    return next(one for one in found if one.accessibleName() == name and one.isVisible())


def test_the_thread_shows_what_led_to_what(mette):
    """An agreement with its effect stands there; a talk is said yes to by the keyboard, and taken out again."""
    concern = mette.do(
        recording.save, Concern(child="alma", first_noticed=date(2026, 10, 1), title="Søvn")
    ).id
    talk = mette.do(
        recording.save, ParentContact(child="alma", day=date(2026, 10, 9), topic="Om søvnen")
    ).id
    made = Agreement(what="Skumring", who=("mette",), child="alma", concern=concern, made_on=TODAY)
    agreed = mette.do(acts.save, made).id
    mette.do(acts.settle, agreed, AgreementState.GJORT, "Hun sover.")
    place = mette.place(OpenChild("alma", write="traad", record=concern))
    mette.settle()
    page = place.findChild(ThreadPage)
    assert "Aftale: Skumring" in words_of(page)
    assert "Gjort. Hun sover" in words_of(page)
    assert nameless(page) == []
    yes = button_of(page, "Hører til: Samtale med forældrene: Om søvnen")
    yes.setFocus()
    QTest.keyClick(yes, Qt.Key.Key_Space)
    mette.settle()
    linked = mette.do(threads.thread, concern)
    assert [one.id for one in linked.steps] == [talk, agreed]
    mette.undo[-1]()
    mette.settle()
    assert [one.id for one in mette.do(threads.thread, concern).steps] == [agreed]
    button_of(page, "Åbn: Aftale: Skumring").click()
    assert mette.went[-1] == ("konsultationer", f"aftaler:{agreed}")


def test_a_tovholder_is_handed_over_with_a_note(mette):
    """Nobody chosen, it asks; chosen, the child's head says who, and that she has not said yes yet."""
    place = mette.place(OpenChild("alma", write="tovholder"))
    mette.settle()
    form = place.findChild(TovholderForm)
    assert nameless(form) == []
    form.save_button.click()
    mette.settle()
    assert mette.do(holding.holding, "alma").now is None
    form.who.choose("hanne")
    form.fields.editor("note").set_text("Mor ringer torsdag.")
    form.save_button.click()
    mette.settle()
    QApplication.processEvents()
    now = mette.do(holding.holding, "alma").now.record
    assert (now.who, now.note, now.taken_on) == ("hanne", "Mor ringer torsdag.", None)
    assert "Tovholder: Hanne, ikke bekræftet" in words_of(place.view.child_head)
    mette.undo[-1]()
    mette.settle()
    assert mette.do(holding.holding, "alma").now is None
