"""Observations in a letter: set in by keys and by hand, cited, taken out and put back."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.letters.a_letter import observe
from tests.ui.underretninger.by_hand import CTRL, drop_on, key, typed
from tvaerfaglig.services import underretninger as u


def test_evidence_goes_in_by_keyboard(at_letter, qtbot):
    """Ctrl+B, Enter: the row stands there; the focus goes to the next card."""
    letter = at_letter.page.letter
    letter.go_to_section("observationer")
    key(letter, Qt.Key.Key_B, CTRL)
    card = QApplication.focusWidget()
    assert card.key == at_letter.seen["hule"]
    key(card, Qt.Key.Key_Return)
    at_letter.settle()
    assert list(letter.middle.editor.cards) == [at_letter.seen["hule"]]
    assert "brugt i 5" in letter.evidence.cards[at_letter.seen["hule"]].accessibleName()
    assert letter.evidence.cards[at_letter.seen["nattoej"]].hasFocus()


def test_evidence_goes_in_by_drag(at_letter):
    """Let go over the rows, an older one lands above a newer one."""
    letter = at_letter.page.letter
    letter.go_to_section("observationer")
    for name in ("nattoej", "groed"):
        card = letter.evidence.cards[at_letter.seen[name]]
        drop_on(letter.middle.editor.place, card, QPoint(20, 20))
        at_letter.settle()
    page = at_letter.do(u.open_letter, at_letter.letter)
    assert [row.day for row in page.rows] == [date(2026, 10, 26), date(2026, 11, 10)]
    assert next(iter(letter.evidence.cards)) == at_letter.seen["hule"]


def test_enter_cites_at_the_caret(at_letter):
    """In prose the number is written where the caret stands, and the row is made."""
    letter = at_letter.page.letter
    letter.go_to_section("resume")
    prose = letter.middle.editor.prose
    typed(prose, "Alma leger godt")
    letter.evidence.cards[at_letter.seen["hule"]].setFocus()
    key(letter.evidence.cards[at_letter.seen["hule"]], Qt.Key.Key_Return)
    at_letter.settle()
    assert prose.text() == "Alma leger godt [1]"
    assert at_letter.do(u.open_letter, at_letter.letter).rows[0].number == 1


def test_a_drop_on_the_text_cites_there(at_letter):
    """The number lands where the card was let go, not where the caret was."""
    letter = at_letter.page.letter
    letter.go_to_section("resume")
    prose = letter.middle.editor.prose
    typed(prose, "Alma leger.")
    start = prose.textCursor()
    start.setPosition(len("Alma leger"))
    card = letter.evidence.cards[at_letter.seen["hule"]]
    drop_on(prose.viewport(), card, prose.cursorRect(start).center())
    at_letter.settle()
    assert prose.text() == "Alma leger [1]."


def test_citations_follow_on_the_screen(at_letter):
    """An older observation put in afterwards renumbers what one is just writing."""
    letter = at_letter.page.letter
    letter.go_to_section("resume")
    prose = letter.middle.editor.prose
    for name in ("nattoej", "groed"):
        key(letter.evidence.cards[at_letter.seen[name]], Qt.Key.Key_Return)
        at_letter.settle()
    assert prose.text() == "[1, 2]"
    typed(prose, " og mere")
    letter.flush()
    at_letter.settle()
    letter.go_to_section("vurdering")
    letter.go_to_section("resume")
    assert letter.middle.editor.prose.text() == "[1, 2] og mere"


def test_a_row_is_taken_out_and_put_back(at_letter):
    """Delete takes it out; Fortryd in the bar brings it and its citation back."""
    letter = at_letter.page.letter
    letter.go_to_section("resume")
    key(letter.evidence.cards[at_letter.seen["groed"]], Qt.Key.Key_Return)
    at_letter.settle()
    letter.go_to_section("observationer")
    row = letter.middle.editor.cards[at_letter.seen["groed"]]
    row.setFocus()
    key(row, Qt.Key.Key_Delete)
    at_letter.settle()
    assert not letter.middle.editor.cards
    assert letter.sitting.text("resume") == ""
    at_letter.undo[-1]()
    at_letter.settle()
    assert list(letter.middle.editor.cards) == [at_letter.seen["groed"]]
    assert letter.sitting.text("resume") == "[1]"


def test_a_corrected_observation_is_fetched(at_letter):
    """»Rettet … – Hent ny version« stands in the row until it is pressed."""
    from dataclasses import replace

    from tvaerfaglig.services import recording
    from tvaerfaglig.services.observations import reading as observations

    desk, letter = at_letter, at_letter.page.letter
    letter.go_to_section("observationer")
    key(letter.evidence.cards[desk.seen["groed"]], Qt.Key.Key_Return)
    desk.settle()
    opened = desk.do(observations.open_observation, desk.seen["groed"])
    saved = desk.do(
        recording.correct_observation,
        replace(opened.stored.record, text="Fire portioner."),
        desk.seen["groed"],
        replaces=opened.stored.heads,
        reason="talte forkert",
    )
    desk.desk.announce(saved.changes)
    desk.settle()
    row = letter.middle.editor.cards[desk.seen["groed"]]
    offer = next(
        b for b in row.findChildren(type(letter.middle.next)) if b.text() == "Hent ny version"
    )
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    desk.settle()
    assert letter.middle.editor.cards[desk.seen["groed"]].say.text() == "Fire portioner."


def test_new_evidence_comes_in_while_writing(at_letter):
    """An observation saved elsewhere appears in Belæg without reopening."""
    desk, letter = at_letter, at_letter.page.letter
    letter.go_to_section("resume")
    typed(letter.middle.editor.prose, "Halvt")
    fresh = desk.do(observe, date(2026, 11, 12), "Alma sov.")
    from tvaerfaglig.domain.events import Changes, Touched

    desk.desk.announce(Changes((Touched("observation", fresh, ("alma",)),)))
    desk.settle()
    assert fresh in letter.evidence.cards
    assert letter.middle.editor.prose.text() == "Halvt"
