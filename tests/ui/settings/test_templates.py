"""Skabeloner at the leader's desk, by keyboard: chosen and taken back, compared, made one's own, brought in from a file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.packs.pack import OWN
from tvaerfaglig.services import underretninger
from tvaerfaglig.services.packs import changing
from tvaerfaglig.services.packs.shelf import in_use, shelf
from tvaerfaglig.ui.settings.templates.compare_page import ComparePage
from tvaerfaglig.ui.settings.templates.offered_page import OfferedPage
from tvaerfaglig.ui.settings.templates.own_page import OwnPage
from tvaerfaglig.ui.underretninger.after.pack_card import pack_card
from tvaerfaglig.ui.widgets import fold_at


@pytest.fixture
def page(hanne):
    place = hanne.go("indstillinger", "skabeloner")
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


def ref_of(hanne, name):
    return next(one.ref for one in hanne.do(shelf) if one.pack and one.pack.id == name)


def test_one_is_taken_into_use_and_taken_back(hanne, page):
    """Space on Tag i brug: new letters begin with it; Fortryd takes the choice back."""
    undo = []
    hanne.desk.said.connect(lambda _words, _tone, back: undo.append(back))
    press(page, "Tag i brug: Solbjerg Kommune (opdigtet)")
    hanne.settle()
    assert hanne.do(in_use) == ref_of(hanne, "solbjerg")
    undo[-1]()
    hanne.settle()
    assert hanne.do(in_use) == OWN


def test_what_one_builds_on_is_said_in_short_and_whole_where_one_points(page):
    """Whose pages, and no addresses across three lines."""
    said = [one for one in page.findChildren(QLabel) if "Bygger på" in one.text()]
    assert any(one.text().endswith("Bygger på svendborg.dk og vejle.dk") for one in said)
    assert not any("http" in one.text() for one in said)
    assert all("https://" in one.toolTip() for one in said)


def test_two_are_compared_side_by_side(hanne, page):
    """What differs from the one in use; another choice beside it; Esc goes back."""
    press(page, "Sammenlign Strandby Kommune (opdigtet)")
    hanne.settle()
    shown = hanne.place.section()
    assert isinstance(shown, ComparePage)
    assert any(one.what == "Telefonnumre" for one in shown.found)
    before = shown.found
    shown.first.choose(ref_of(hanne, "birkholm"))
    shown.first.chosen_changed.emit("")
    hanne.settle()
    assert shown.found != before
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    hanne.settle()
    assert hanne.place.section() is page


def test_ones_own_is_made_and_put_away(hanne, page):
    """A name and Enter; put away it is gone from the list."""
    one = next(each for each in page.standing.packs if each.pack and each.pack.id == "birkholm")
    page.make_own(one)
    hanne.settle()
    made = hanne.place.section()
    assert isinstance(made, OwnPage)
    QTest.keyClick(made.name, Qt.Key.Key_Return)
    assert hanne.place.section() is made
    QTest.keyClicks(made.name, "Fjordby")
    QTest.keyClick(made.name, Qt.Key.Key_Return)
    hanne.settle()
    assert "Fjordby" in {each.name for each in page.standing.packs}
    page.put_away(next(each for each in page.standing.packs if each.name == "Fjordby"))
    hanne.settle()
    assert "Fjordby" not in {each.name for each in page.standing.packs}


def test_ones_own_is_put_right_by_hand(hanne, page):
    """An unclear line is asked about beneath its field; put right it is saved, and stands in the list once."""
    made = hanne.do(changing.make_own, ref_of(hanne, "birkholm"), "Fjordby")
    page.load()
    hanne.settle()
    page.put_right(next(each for each in page.standing.packs if each.ref == made.id))
    hanne.settle()
    edit = hanne.place.section()
    edit.numbers.set_text("Vagten: ring bare")
    press(edit, "Gem")
    assert hanne.place.section() is edit
    assert edit.focusWidget() is edit.numbers
    edit.numbers.set_text("Vagten: 12 34 50 99 (nat)")
    edit.deadlines.set_text("Møde: 10 hverdage")
    press(edit, "Gem")
    hanne.settle()
    found = [each.pack for each in page.standing.packs if each.name == "Fjordby"]
    assert len(found) == 1
    assert (found[0].numbers[0].number, found[0].deadlines[0].days) == ("12 34 50 99", 10)


def test_what_was_put_right_is_kept_when_one_goes_back(hanne, page):
    """Esc is not a way to lose it."""
    made = hanne.do(changing.make_own, ref_of(hanne, "birkholm"), "Fjordby")
    page.load()
    hanne.settle()
    page.put_right(next(each for each in page.standing.packs if each.ref == made.id))
    hanne.settle()
    edit = hanne.place.section()
    edit.heading.setText("Brev til Fjordby")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    hanne.settle()
    assert [p.pack.title for p in hanne.do(shelf) if p.name == "Fjordby"] == ["Brev til Fjordby"]


def test_a_file_shows_what_it_changes_before_it_is_kept(hanne, page, tmp_path):
    """Looked at, and left with ‹, nothing is there; said yes to, it is in use."""
    file = tmp_path / "vores.toml"
    hanne.do(changing.give_on, ref_of(hanne, "birkholm"), file)
    file.write_text(
        file.read_text(encoding="utf-8").replace('id = "birkholm"', 'id = "vores"'),
        encoding="utf-8",
    )
    page.look_at(file)
    hanne.settle()
    offered = hanne.place.section()
    assert isinstance(offered, OfferedPage)
    offered.go_back()
    hanne.settle()
    assert len(hanne.do(shelf)) == 4
    page.look_at(file)
    hanne.settle()
    press(hanne.place.section(), "Gem, og tag i brug")
    hanne.settle()
    assert hanne.do(in_use) == ref_of(hanne, "vores")


def test_a_file_that_cannot_be_meant_is_refused_above_the_cards(hanne, page, tmp_path):
    """In words, and the page stands as it stood."""
    file = tmp_path / "noget.toml"
    file.write_bytes(b"PK\x03\x04\x00\x00")
    page.look_at(file)
    hanne.settle()
    assert "usynlige tegn" in page.message.words()
    assert hanne.place.section() is page


def test_the_letter_follows_and_its_time_after(hanne, page):
    """The outline in the pack's order and words, what the municipality asks for, and its deadlines after."""
    press(page, "Tag i brug: Birkholm Kommune (opdigtet)")
    hanne.settle()
    letter = hanne.do(underretninger.begin, "alma").id
    place = hanne.go("underretninger", letter)
    hanne.settle()
    sections = [one.id for one in place.writer.sitting.sections()]
    assert sections[:4] == ["hast_og_overgreb", "modtager", "barnet", "foraeldre"]
    assert place._wanted_and_missing()
    hanne.do(underretninger.finish, letter, hanne.desk.library)
    place.writer.renew()
    hanne.settle()
    made = pack_card(place.writer.sitting.page)
    assert made is not None
    assert made.accessibleName() == "Birkholm Kommune (opdigtet)"
    made.deleteLater()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_nameless_or_cut(hanne, page, dressed, tmp_path, scale):
    """The list, the comparison, one's own and a file, at every size of text."""
    dressed.set_scale(scale)
    hanne.place.set_fold(fold_at(1280))
    hanne.settle()
    assert nameless(hanne.place) == []
    assert clipped(hanne.place) == []
    file = tmp_path / "x.toml"
    hanne.do(changing.give_on, ref_of(hanne, "strandby"), file)
    for open_it in (
        lambda: page.compare(ref_of(hanne, "solbjerg")),
        lambda: page.make_own(page.standing.packs[1]),
        lambda: page.look_at(file),
        lambda: page.put_right(page.standing.packs[2]),
    ):
        open_it()
        hanne.settle()
        assert nameless(hanne.place) == []
        assert clipped(hanne.place) == []
        hanne.place.section().go_back()
        hanne.settle()
