"""Two versions compared by hand: with the keys, on a real vault, without colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.letters.a_letter import begun
from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tests.ui.underretninger.by_hand import SHIFT
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.ui.widgets import fold_at


@pytest.fixture
def written_twice(mette, world):
    """A letter that Mette sat with twice, an hour apart."""
    letter = mette.do(begun)
    mette.do(u.save_section, letter, "resume", "Alma kom sent. Hun sov. Mor var træt.")
    mette.do(u.save_section, letter, "vurdering", "Vi vurderer, at det haster.")
    world.clock.forward(hours=1)
    mette.do(u.save_section, letter, "resume", "Alma kom kl. 10. Hun sov. Far ringede om aftenen.")
    mette.letter = letter
    mette.page = mette.place()
    mette.page.activateWindow()
    mette.page.open(letter)
    mette.settle()
    return mette


def opened(desk):
    desk.page.letter.compare_asked.emit()
    desk.settle()
    assert desk.page.shown is desk.page.versions.page
    return desk.page.versions.page


def test_the_changes_are_walked_with_the_keys(written_twice):
    """F8 goes from change to change and round; each says in words what was taken out and put in."""
    view = opened(written_twice)
    seen = []
    for _ in range(len(view.cards) + 1):
        QTest.keyClick(view, Qt.Key.Key_F8)
        seen.append(QApplication.focusWidget())
    assert seen[0] is seen[-1] is view.cards[0]
    said = [card.accessibleName() for card in view.cards]
    assert "»sent.« taget ud. »kl. 10.« sat ind. Nu står der: Alma kom kl. 10" in said[0]
    assert "Mette Sørensen" in said[0]
    assert any(words.startswith("Taget ud. Mor var træt.") for words in said)
    assert any(words.startswith("Sat ind. Far ringede") for words in said)
    QTest.keyClick(view, Qt.Key.Key_F8, SHIFT)
    assert QApplication.focusWidget() is view.cards[-1]


def test_what_stands_is_folded_away(written_twice):
    """The unchanged sentence opens on demand; a section without changes is named at the end."""
    view = opened(written_twice)
    from tvaerfaglig.ui.underretninger.compare.cards import Unchanged

    (fold,) = view.findChildren(Unchanged)
    assert fold.open.text() == "Vis 1 uændret sætning"
    assert not fold._words.isVisible()
    fold.open.click()
    assert fold._words.isVisible()
    assert fold._words.text() == "Hun sov."


def test_what_is_on_the_screen_is_compared(written_twice):
    """Words typed and not saved yet are saved as a version first."""
    page = written_twice.page
    page.letter.go_to_section("resume")
    page.letter.middle.editor.prose.insert("Nyt fra i dag. ")
    view = opened(written_twice)
    assert any("Nyt fra i dag" in card.accessibleName() for card in view.cards)


def test_other_versions_can_be_chosen_and_one_comes_back(written_twice):
    """The same version twice has no changes; back leads to the section one came from."""
    page = written_twice.page
    page.letter.go_to_section("vurdering")
    view = opened(written_twice)
    view.old.setCurrentIndex(0)
    view.old.activated.emit(0)
    written_twice.settle()
    assert view.cards == []
    assert "Ordene er de samme" in view.top.line.text()
    view.top.back.click()
    written_twice.settle()
    assert page.shown is page.letter
    assert page.letter.section == "vurdering"


def test_why_is_said_and_read(written_twice, desk_of):
    """Mette says why; Hanne reads it at the change, and is not offered to say it for her."""
    view = opened(written_twice)
    view.reason.write.click()
    view.reason.why.set_text("Klokken stod i bogen.")
    view.reason.keep.click()
    written_twice.settle()
    assert any("Hvorfor: Klokken stod i bogen" in card.accessibleName() for card in view.cards)
    letter = written_twice.letter
    hanne = desk_of("hanne")
    hanne.page = hanne.place()
    hanne.page.open(letter)
    hanne.settle()
    view = opened(hanne)
    assert view.reason.isVisible()
    assert not view.reason.write.isVisible()


def test_one_version_says_so(mette):
    """No empty page: it says when there will be something to compare."""
    mette.letter = mette.do(begun)
    mette.page = mette.place()
    mette.page.open(mette.letter)
    mette.settle()
    view = opened(mette)
    assert "kun én version" in " ".join(w.text() for w in view.findChildren(type(view.count)))
    assert not view.next.isEnabled()


def test_a_finished_letter_is_compared_too(written_twice):
    """From what follows sending, and back to it."""
    desk = written_twice
    desk.do(u.finish, desk.letter, desk.desk.library)
    desk.page.writer.renew()
    desk.settle()
    assert desk.page.shown is desk.page.after
    desk.page.after.compare_asked.emit()
    desk.settle()
    assert desk.page.shown is desk.page.versions.page
    desk.page.versions.page.top.back.click()
    desk.settle()
    assert desk.page.shown is desk.page.after


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_and_everything_is_named(written_twice, dressed, scale):
    """At every size of text."""
    dressed.set_scale(scale)
    written_twice.page.resize(1280 - 100, 800)
    written_twice.page.set_fold(fold_at(1280))
    view = opened(written_twice)
    view.reason.write.click()
    written_twice.settle()
    assert clipped(view) == []
    assert nameless(view) == []


def test_esc_goes_back_to_the_text(written_twice):
    """As the arrow in the head does; also from the letter as it is read through."""
    page = written_twice.page
    view = opened(written_twice)
    QTest.keyClick(view.next, Qt.Key.Key_Escape)
    assert page.shown is page.letter
    page.letter.read_asked.emit()
    written_twice.settle()
    assert page.shown is page.read
    QTest.keyClick(page.read.write, Qt.Key.Key_Escape)
    written_twice.settle()
    assert page.shown is page.letter
