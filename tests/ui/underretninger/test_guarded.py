"""The guard takes the parents out of a letter, wherever it was set."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.accessibility import spoken
from tests.ui.underretninger.by_hand import asked
from tvaerfaglig.domain.protection import Against
from tvaerfaglig.services import underretninger as u
from tvaerfaglig.services.children import protecting


def test_a_yes_takes_the_parents_out(at_letter, qtbot):
    """The guard is set on the child, the parents' section is gone, and a red bar says why."""
    desk, letter = at_letter, at_letter.page.letter
    assert "foraeldre" in [one.id for one in letter.sitting.sections()]
    answer = letter.middle.editor.overgreb.answers()["foraelder"]
    QTest.mouseClick(answer, Qt.MouseButton.LeftButton, pos=QPoint(10, answer.height() // 2))
    asked(desk, qtbot)
    assert not letter.guard_bar.isHidden()
    assert "Sig ikke noget til dem" in letter.guard_bar.words()
    assert "foraeldre" not in [one.id for one in letter.sitting.sections()]
    letter.go_to_section("orientering")
    assert not letter.middle.editor.forms
    guidance = " ".join(spoken(letter.middle))
    assert "Forældrene skal ikke have det at vide af jer" in guidance
    assert "hvad sagde de" not in guidance
    assert letter.middle.example_button.isHidden()
    letter.go_to_section("barnet")
    said = " ".join(
        w.text() for w in letter.middle.editor.facts.findChildren(type(letter.top.heading))
    )
    assert "12 34 56 79" not in said
    guard = desk.do(u.open_letter, desk.letter).guard
    assert guard.record.against is Against.FORAELDER


def test_the_guard_changes_the_guidance_one_is_reading(at_letter):
    """It does not go on saying how parents are told."""
    desk, letter = at_letter, at_letter.page.letter
    letter.go_to_section("orientering")
    assert "hvad sagde de" in " ".join(spoken(letter.middle))
    desk.desk.announce(desk.do(protecting.set_guard, "alma", Against.FORAELDER))
    desk.settle()
    assert letter.section == "orientering"
    guidance = " ".join(spoken(letter.middle))
    assert "hvad sagde de" not in guidance
    assert "Forældrene skal ikke have det at vide af jer" in guidance


def test_the_guard_set_elsewhere_reaches_the_open_letter(at_letter):
    """Set on the child's page while the parents' section is open: it closes."""
    desk, letter = at_letter, at_letter.page.letter
    letter.go_to_section("foraeldre")
    desk.desk.announce(desk.do(protecting.set_guard, "alma", Against.UKENDT))
    desk.settle()
    assert letter.section != "foraeldre"
    assert not letter.guard_bar.isHidden()
