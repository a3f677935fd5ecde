"""Mødeformer at the leader's desk, by keyboard: one's own made, parts moved and put in, put away and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.meetings.own_part import PartType
from tvaerfaglig.services.meetings import changing
from tvaerfaglig.services.meetings.shelf import choices, shelf
from tvaerfaglig.ui.settings.meetings.edit_page import EditPage
from tvaerfaglig.ui.settings.meetings.outline import OfferedPage, OutlinePage


@pytest.fixture
def page(hanne):
    place = hanne.go("indstillinger", "moedeformer")
    hanne.settle()
    return place.section()


def press(page, name):
    made = next(
        one
        for one in page.findChildren(QPushButton)
        if (one.accessibleName() or one.text()) == name and not one.isHidden()
    )
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Space)
    QApplication.processEvents()


def kind_of(hanne, ref):
    return next(one for one in hanne.do(shelf) if one.ref == ref)


def test_ones_own_is_made_out_of_another(hanne, page):
    """A name, a part moved down, one of one's own put in, and kept: it can be chosen for a meeting."""
    opened = []
    page.deeper.connect(opened.append)
    page.make_own(kind_of(hanne, "sparring"))
    hanne.settle()
    (edit,) = opened
    assert isinstance(edit, EditPage)
    edit.name.setFocus()
    QTest.keyClicks(edit.name, "Hurtig sparring")
    press(edit, "Flyt Det, der går godt ned")
    edit.parts.more.choose("prosa/taenkt")
    edit.parts.more.chosen_changed.emit("prosa/taenkt")
    hanne.settle()
    made = edit.made()
    ids = [part.id for part in made.parts]
    assert ids.index("gaar_godt") == ids.index("proevet") + 1
    assert made.parts[-1].own.type is PartType.PROSE
    assert nameless(edit) == []
    assert clipped(edit) == []
    press(edit, "Gem")
    hanne.settle()
    offered = hanne.do(choices).kinds
    assert "Hurtig sparring" in [one.kind.name for one in offered]


def test_without_a_name_it_is_asked_for(hanne, page):
    """The field asks, and has the keyboard; nothing is kept."""
    opened = []
    page.deeper.connect(opened.append)
    page.make_own(kind_of(hanne, "lp"))
    hanne.settle()
    press(opened[0], "Gem")
    hanne.settle()
    assert opened[0].name.hasFocus()
    assert all(one.shipped for one in hanne.do(shelf))


def test_who_goes_elsewhere_keeps_what_she_wrote(hanne, page):
    """Esc from a half-made kind: it is among the house's own, once; without a name it gets one."""
    page.make_own(kind_of(hanne, "sparring"))
    hanne.settle()
    place = hanne.go("indstillinger")
    edit = place.section()
    press(edit, "Flyt Det, der går godt ned")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    hanne.settle()
    own = [one for one in hanne.do(shelf) if not one.shipped]
    assert [one.kind.name for one in own] == ["Sparring, jeres egen"]
    page.put_right(own[0])
    hanne.settle()
    QTest.keyClicks(place.section().line, " Og kort.")
    place.save_now()
    hanne.settle()
    place.choose("huset")
    hanne.settle()
    (kept,) = [one for one in hanne.do(shelf) if not one.shipped and one.in_use]
    assert kept.kind.line.endswith("Og kort.")


def test_looked_at_only_nothing_is_kept(hanne, page):
    """Opened and left again: no kind more than before."""
    page.make_own(kind_of(hanne, "sparring"))
    hanne.settle()
    QTest.keyClick(hanne.go("indstillinger").section(), Qt.Key.Key_Escape)
    hanne.settle()
    assert all(one.shipped for one in hanne.do(shelf))


def test_one_is_put_away_and_taken_back(hanne, page):
    """It is not offered any longer; Fortryd brings it back."""
    undo = []
    hanne.desk.said.connect(lambda _words, _tone, back: undo.append(back))
    page.put_away(kind_of(hanne, "lp"))
    hanne.settle()
    assert "lp" not in [one.ref for one in hanne.do(choices).kinds]
    undo[-1]()
    hanne.settle()
    assert "lp" in [one.ref for one in hanne.do(choices).kinds]


def test_each_is_seen_as_its_note_will_stand(hanne, page):
    """*Se* shows steps, parts and what they ask."""
    opened = []
    page.deeper.connect(opened.append)
    press(page, "Se Signs of Safety")
    hanne.settle()
    (seen,) = opened
    assert isinstance(seen, OutlinePage)
    assert nameless(seen) == []
    assert clipped(seen) == []


def test_one_comes_in_from_a_file_when_somebody_says_yes(hanne, page, tmp_path):
    """Looked through first; then it can be chosen."""
    opened = []
    page.deeper.connect(opened.append)
    page.save_as(kind_of(hanne, "lp"), tmp_path / "lp.toml")
    hanne.settle()
    page.look_at(tmp_path / "lp.toml")
    hanne.settle()
    (taken,) = opened
    assert isinstance(taken, OfferedPage)
    assert any("kan ikke hedde det samme" in one.text() for one in taken.findChildren(QLabel))
    press(taken, "Tag den i brug")
    hanne.settle()
    assert all(one.shipped for one in hanne.do(shelf))
    hanne.do(changing.put_away, "lp")
    page.look_at(tmp_path / "lp.toml")
    hanne.settle()
    press(opened[-1], "Tag den i brug")
    hanne.settle()
    assert any(not one.shipped for one in hanne.do(shelf))


def test_the_page_stands_whole(hanne, page):
    """Nothing cut, nothing nameless."""
    assert nameless(page) == []
    assert clipped(page) == []
