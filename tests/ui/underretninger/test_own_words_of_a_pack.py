"""A letter of a municipality with its own template, on screen: its grounds are ticked, its names stand where it is compared."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.services.letters.a_letter import begun
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.services.packs import changing
from tvaerfaglig.services.packs.shelf import shelf

OWN_GROUND = "pakke.social-kontrol"


@pytest.fixture
def at_strandby(desk_of, world):
    """A letter begun with Strandby's template, sat with twice."""
    hanne = desk_of("hanne")
    strandby = next(one for one in hanne.do(shelf) if one.pack and one.pack.id == "strandby")
    hanne.do(changing.choose, strandby.ref)
    hanne.letter = hanne.do(begun)
    hanne.do(u.save_section, hanne.letter, "resume", "Alma kom sent.")
    world.clock.forward(hours=1)
    hanne.do(u.save_section, hanne.letter, "resume", "Alma kom kl. 10.")
    hanne.page = hanne.place()
    hanne.page.activateWindow()
    hanne.page.open(hanne.letter)
    hanne.settle()
    return hanne


def test_its_own_ground_is_ticked_like_the_laws(at_strandby):
    """With where it comes from beneath it; the tick is kept."""
    at_strandby.page.letter.go_to_section("modtager")
    tick = at_strandby.page.letter.middle.editor.grounds[OWN_GROUND]
    assert tick.toolTip().startswith("kommunens egen grund")
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    at_strandby.page.open("")
    at_strandby.settle()
    assert OWN_GROUND in at_strandby.do(u.open_letter, at_strandby.letter).record.grounds


def test_its_names_stand_where_versions_are_compared(at_strandby):
    """The section is called there what it is called in the letter."""
    at_strandby.page.letter.compare_asked.emit()
    at_strandby.settle()
    view = at_strandby.page.versions.page
    said = " ".join(one.text() for one in view.findChildren(QLabel))
    assert "Bekymringen i korte træk" in said
    assert "Kort fortalt" not in said
