"""The team's list at the desk: gone through by keyboard, a decision from the list, and only what one may see."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.services.efforts.group import HOUSE, TODAY, begun, let_in
from tests.services.efforts.test_team import decide
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.domain.people import Child


@pytest.fixture
def listed(world):
    """Two children on the team's list, one of them decided about; made before anybody sits down."""
    session = world.session("hanne")
    with session.write() as pen:
        pen.put(replace(session.staff()["hanne"], houses=(HOUSE, "dagplejen")), "hanne")
        pen.put(
            Child(name="Wilma Krog", born=TODAY - timedelta(700), dagtilbud="dagplejen"), "wilma"
        )
    session.refresh()
    effort = begun(session, "forebyggelsesteam", subject=Subject.BARN, house="dagplejen")
    places = {one: let_in(session, effort, one) for one in ("villads", "wilma")}
    decide(session, effort, places["wilma"], "Stærk bekymring", TODAY + timedelta(14))
    world.close()
    return effort, places


def said(place):
    return [one.sentence() for one in place.effort.room.list.rows()]


def test_the_list_is_gone_through_and_a_decision_written(listed, desk_of):
    """The undecided first; B opens the sheet of the chosen one, Enter her page."""
    effort, places = listed
    hanne = desk_of("hanne")
    place = hanne.place(f"{effort}:team")
    first, second = said(place)
    assert "Villads Thy" in first
    assert "til teamet" in first
    assert "Wilma Krog" in second
    assert "stærk bekymring" in second
    assert "Jonas gør det" in second
    room = place.effort.room
    assert room.list.hasFocus()
    room.list.choose(places["wilma"])
    QTest.keyClick(room.list, Qt.Key.Key_B)
    hanne.settle()
    assert hanne.went[-1] == ("indsatser", f"{effort}:familie:{places['wilma']}:skriv:teammoede")
    place.open(f"{effort}:team")
    hanne.settle()
    room.list.opened.emit(places["villads"])
    assert hanne.went[-1] == ("indsatser", f"{effort}:familie:{places['villads']}")


def test_only_those_that_wait_are_shown_when_asked_for(listed, desk_of):
    effort, _ = listed
    hanne = desk_of("hanne")
    place = hanne.place(f"{effort}:team")
    place.effort.room.filter.buttons()[1].click()
    assert len(said(place)) == 1
    assert "Villads" in said(place)[0]


def test_a_dagplejer_sees_her_own_and_decides_nothing(listed, desk_of):
    effort, _ = listed
    jonas = desk_of("jonas")
    place = jonas.place(f"{effort}:team")
    assert len(said(place)) == 1
    room = place.effort.room
    assert not room.decide.isVisible()
    assert room._unseen.text() == "Ét barn til på listen, som du ikke har adgang til."


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_everything_has_a_name_and_nothing_is_cut(listed, desk_of, dressed, scale):
    effort, _ = listed
    dressed.set_scale(scale)
    hanne = desk_of("hanne")
    place = hanne.place(f"{effort}:team")
    assert nameless(place) == []
    assert clipped(place) == []
