"""The ways to a statusudtalelse: from underretninger, the child's page, her timeline."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tvaerfaglig.services.statusudtalelser import writing
from tvaerfaglig.ui.statusudtalelser import NewStatus
from tvaerfaglig.ui.statusudtalelser.page import StatusPlace


def stopped(hanne):
    """Let the place's asking thread go before the vault is closed."""
    place = hanne.house.shell.page("statusudtalelser")
    place.leave()
    hanne.settle()
    place.write.close_status()
    place.writer.close()
    place.writer.stop()


def test_from_underretninger_and_back(hanne):
    """A button in the head of the list; ‹ leads back."""
    place = hanne.go("underretninger")
    place.list.statuses.setFocus()
    QTest.keyClick(place.list.statuses, Qt.Key.Key_Space)
    hanne.settle()
    assert isinstance(hanne.place, StatusPlace)
    hanne.place.list.back_asked.emit()
    hanne.settle()
    assert hanne.place is place
    stopped(hanne)


def test_from_the_childs_page(hanne):
    """Mere › Ny statusudtalelse begins one about her."""
    child = hanne.go("boern", "alma").view
    acts = [one for one in child.child_head.more.acts().actions() if one.text()]
    begin = next(one for one in acts if one.text().replace("&", "") == "Ny statusudtalelse")
    begin.trigger()
    hanne.settle()
    assert isinstance(hanne.place, StatusPlace)
    assert hanne.place.writer.record.child == "alma"
    stopped(hanne)


def test_from_her_timeline(hanne):
    """An entry leads to its own page."""
    status = hanne.do(writing.begin, "alma", hanne.desk.library.statusudtalelse).id
    child = hanne.go("boern", "alma").view
    hanne.settle()
    entry = next(one for one in child.timeline._rows if one.stored.id == status)
    child.timeline._open(entry.key, entry.stored)
    hanne.settle()
    assert hanne.place.writer.status == status
    stopped(hanne)


def test_a_new_argument_opens_a_new_one(hanne):
    """While another stands there."""
    hanne.go("statusudtalelser", NewStatus("alma"))
    first = hanne.place.writer.status
    hanne.go("statusudtalelser", NewStatus("bertil"))
    QApplication.processEvents()
    assert hanne.place.writer.status != first
    stopped(hanne)
