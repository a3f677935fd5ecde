"""Nødadgang from the menu to the child's page, and to the leader's Overblik."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.services import drafts, emergencies, staffing
from tvaerfaglig.ui.need.page import KEY

WHY = "Emil slog hovedet, og jeg skal se, hvem der må ringes til."


@pytest.fixture
def narrow(world):
    leader = world.session("hanne")
    house = leader.houses()["maelkeboetten"]
    staffing.save_house(leader, replace(house, own_stue_only=True), "maelkeboetten")


@pytest.mark.usefixtures("narrow")
def test_by_keyboard_to_the_child_and_to_the_leader(house_of):
    """Reason, names, Enter, yes: his page; the leader sees it first of all and answers *Set*."""
    mette = house_of("mette")
    mette.go("boern")
    mette.place.list.need_asked.emit()
    mette.settle()
    place = mette.place
    assert place.reason.hasFocus()
    mette.press("Vis navnene")
    said = [one.text() for one in place._reason_field.findChildren(QLabel) if one.isVisible()]
    assert any("Skriv en hel sætning" in words for words in said)
    QTest.keyClicks(place.reason, WHY)
    mette.key(place.reason, Qt.Key.Key_Tab)
    mette.press("Vis navnene")
    assert place.picker.hasFocus()
    QTest.keyClicks(place.picker, "em")
    mette.key(place.picker, Qt.Key.Key_Return)
    asked = QApplication.activeModalWidget()
    assert "Emils side" in asked.windowTitle()
    assert asked.safe_button.hasFocus()
    mette.press("Åbn siden", asked)
    mette.settle()
    view = mette.place.view
    assert view.child_id == "emil"
    assert "nødadgang til i aften" in view.message._words.text()
    assert mette.do(drafts.one, KEY) is None

    hanne = house_of("hanne")
    hanne.go("overblik")
    hanne.press("Set: Mette Sørensen åbnede Emil i nødadgang")
    assert hanne.do(emergencies.not_seen_yet) == ()
    page = hanne.go("boern", "emil")
    page.view.show_tab("samtykker")
    hanne.settle()
    hanne.press("Luk nødadgangen for Mette Sørensen")
    assert [one.closed for one in hanne.do(emergencies.of_child, "emil")] == [True]


@pytest.mark.usefixtures("narrow")
def test_the_reason_waits(house_of):
    """Locked or called away: it is there when she comes back, and only for her."""
    mette = house_of("mette")
    mette.go("noedadgang")
    QTest.keyClicks(mette.place.reason, "Emil slog")
    mette.go("overblik")
    assert mette.do(drafts.one, KEY).content == "Emil slog"
    mette = house_of("mette")
    mette.go("noedadgang")
    assert mette.place.reason.text() == "Emil slog"


def test_a_leader_is_told_she_sees_them_all(hanne):
    """And the button does nothing for her."""
    hanne.go("noedadgang")
    assert "Som leder ser du alle" in hanne.place.message._words.text()


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_or_nameless(house_of, dressed, scale):
    """Before and after the names."""
    dressed.set_scale(scale)
    mette = house_of("mette")
    mette.go("noedadgang")
    assert clipped(mette.place) + nameless(mette.place) == []
    QTest.keyClicks(mette.place.reason, WHY)
    mette.press("Vis navnene")
    assert clipped(mette.place) + nameless(mette.place) == []
