"""What is written in a letter is kept within the second, and found again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.services.letters.a_letter import begun
from tests.ui.underretninger.by_hand import asked, key, typed
from tvaerfaglig.domain.underretning import Stage, Urgency
from tvaerfaglig.services import underretninger as u


def test_what_is_typed_is_kept_and_saved_once(at_letter, qtbot):
    """Kept when one pauses (»Gemt 8.00«), a version when one leaves, and found again."""
    desk, letter = at_letter, at_letter.page.letter
    letter.go_to_section("resume")
    typed(letter.middle.editor.prose, "Alma er")
    qtbot.wait(450)
    desk.settle()
    assert letter.saved.words() == "Gemt 8.00"
    page = desk.do(u.open_letter, desk.letter)
    assert page.text("resume") == ""
    assert page.kept["resume"].text == "Alma er"
    typed(letter.middle.editor.prose, " træt")
    desk.page.leave()
    desk.settle()
    page = desk.do(u.open_letter, desk.letter)
    assert page.text("resume") == "Alma er træt"
    assert not page.kept


def test_text_from_before_a_crash_is_offered_again(desk_of, qtbot):
    """Kept and never saved: next morning it stands in its field, and a bar says so."""
    mette = desk_of("mette")
    letter = mette.do(begun)
    mette.do(u.keep_section, letter, "resume", "Midt i en sæt")
    mette = desk_of("mette")
    place = mette.place()
    place.open(letter)
    mette.settle()
    assert "Du var i gang" in place.letter.message.words()
    place.letter.go_to_section("resume")
    assert place.letter.middle.editor.prose.text() == "Midt i en sæt"


def test_choices_are_kept_too(at_letter, qtbot):
    """Urgency chosen with the mouse is there after leaving and coming back."""
    desk, letter = at_letter, at_letter.page.letter
    button = letter.middle.editor.urgency.buttons()[1]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.page.open("")
    desk.settle()
    assert desk.page.shown is desk.page.list
    assert desk.do(u.open_letter, desk.letter).record.urgency is Urgency.HURTIGT


def test_acute_says_ring_first(at_letter):
    """Choosing Akut shows the phone first; the link opens Akut."""
    editor = at_letter.page.letter.middle.editor
    assert editor.phone_first.isHidden()
    QTest.mouseClick(editor.urgency.buttons()[0], Qt.MouseButton.LeftButton)
    assert not editor.phone_first.isHidden()
    QTest.mouseClick(editor.phone_first.link, Qt.MouseButton.LeftButton)
    assert at_letter.went[-1] == ("akut", None)


def test_a_call_makes_it_sent_at_once(at_letter):
    """Written down and given by telephone: sent, and the letter is still open to be written."""
    desk, letter = at_letter, at_letter.page.letter
    editor = letter.middle.editor
    QTest.mouseClick(editor.calls.add_button, Qt.MouseButton.LeftButton)
    typed(QApplication.focusWidget(), "Vagthavende")
    QTest.mouseClick(editor.given, Qt.MouseButton.LeftButton)
    desk.settle()
    page = desk.do(u.open_letter, desk.letter)
    assert page.stage is Stage.AFSENDT
    assert page.record.calls[0].spoke_with == "Vagthavende"
    assert page.needs_writing
    assert desk.page.shown is letter
    assert (
        "Brevet" in letter.middle.editor.given_words.text()
        or "brevet" in letter.middle.editor.given_words.text()
    )


def test_everything_is_found_again_after_locking(at_letter, desk_of, qtbot):
    """Rows, prose, choices and dismissed questions, through a closed and reopened vault."""
    desk, letter = at_letter, at_letter.page.letter
    letter.go_to_section("resume")
    typed(letter.middle.editor.prose, "Alma leger")
    key(letter.evidence.cards[desk.seen["hule"]], Qt.Key.Key_Return)
    desk.settle()
    asked(desk, qtbot)
    key(letter, Qt.Key.Key_F8)
    laid = letter.questions.current
    key(QApplication.focusWidget(), Qt.Key.Key_Escape)
    name = desk.letter
    again = desk_of("mette")
    place = again.place()
    assert [one.key for one in place.list.list.rows()] == [name]
    place.list.list.setFocus()
    place.list.list.choose(name)
    key(place.list.list, Qt.Key.Key_Return)
    asked(again, qtbot)
    sitting = place.writer.sitting
    assert sitting.text("resume") == "Alma leger [1]"
    assert laid in sitting.page.dismissed
    assert [row.observation for row in sitting.page.rows] == [desk.seen["hule"]]
