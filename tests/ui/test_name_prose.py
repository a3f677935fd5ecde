"""Naming a child while one writes: the name is one word on screen and a token in what is stored."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.showing import press, shown
from tvaerfaglig.domain.typed_names import NamesToLookFor
from tvaerfaglig.ui.widgets import ListRow, Page, boxed, col
from tvaerfaglig.ui.widgets.name_prose import NameProse

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAMES = {"b1": "Bertil", "e1": "Emil", "e2": "Emil", "j1": "Jens"}
FULL = [("b1", "Bertil Kjær"), ("e1", "Emil Friis"), ("e2", "Emil Holm"), ("j1", "Jens Bo")]
ROWS = [ListRow(key=one, title=name, aside="Solsikken") for one, name in FULL]


@pytest.fixture
def prose(qtbot):
    made = NameProse()
    made.setAccessibleName("Hvad så og hørte du?")
    made.know(NAMES, ROWS)
    page = Page(None, boxed(col(made)))
    shown(qtbot, page, (700, 500))
    made.setFocus()
    made.page = page
    return made


def write(prose, words):
    QTest.keyClicks(prose, words)


def test_at_and_two_letters_name_a_child(prose, qtbot):
    """@, two letters and Enter put the name in, and the token in what is stored."""
    write(prose, "Hun tog @be")
    assert prose.suggestions() == ("b1",)
    press(qtbot, Qt.Key.Key_Return)
    write(prose, "s hue")
    assert prose.text() == "Hun tog {barn:b1}s hue"
    assert prose.said() == "Hun tog Bertils hue"


def test_what_is_put_in_from_outside_is_nobodys_writing(prose):
    """Leaving the field says nothing, not even once; the first letter typed is said."""
    heard = []
    prose.textEdited.connect(heard.append)
    prose.set_text("Hun tog {barn:b1}s hue.")
    prose.know(NAMES | {"b1": "Berti"}, ROWS)
    prose.flush()
    assert heard == []
    write(prose, "x")
    prose.flush()
    assert heard == ["xHun tog {barn:b1}s hue."]


def test_arrows_choose_among_children_of_one_name(prose, qtbot):
    """Two children may share a name: the list tells them apart."""
    write(prose, "@em")
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert prose.text() == "{barn:e2}"


def test_esc_leaves_what_was_typed(prose, qtbot):
    """@ is a sign like any other to whoever closes the list."""
    write(prose, "Skriv til @be")
    press(qtbot, Qt.Key.Key_Escape)
    press(qtbot, Qt.Key.Key_Space)
    assert not prose.is_naming()
    assert prose.text() == "Skriv til @be "


def test_an_address_opens_no_list(prose):
    """Within a word @ belongs to an address."""
    write(prose, "mor@be")
    assert not prose.is_naming()


def test_backspace_takes_a_name_whole_and_undo_brings_it_back(prose, qtbot):
    """A name never loses a letter."""
    prose.set_text("Så {barn:b1}")
    prose.moveCursor(QTextCursor.MoveOperation.End)
    press(qtbot, Qt.Key.Key_Backspace)
    assert prose.text() == "Så "
    press(qtbot, Qt.Key.Key_Z, mods=CTRL)
    assert prose.text() == "Så {barn:b1}"


def test_delete_takes_a_name_whole(prose, qtbot):
    """From the left too."""
    prose.set_text("{barn:b1} kom")
    prose.moveCursor(QTextCursor.MoveOperation.Start)
    press(qtbot, Qt.Key.Key_Delete)
    assert prose.text() == " kom"


def test_the_caret_steps_over_a_name(prose, qtbot):
    """One arrow goes over it, and what is typed on either side is not part of it."""
    prose.set_text("{barn:b1}{barn:b1}")
    prose.moveCursor(QTextCursor.MoveOperation.Start)
    press(qtbot, Qt.Key.Key_Right)
    write(prose, "x")
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Left)
    write(prose, "y")
    assert prose.text() == "{barn:b1}xy{barn:b1}"


def test_selecting_takes_a_name_whole(prose, qtbot):
    """Shift and arrow select all of it; typing puts something in its place."""
    prose.set_text("a {barn:b1} b")
    prose.moveCursor(QTextCursor.MoveOperation.End)
    press(qtbot, Qt.Key.Key_Left, times=2)
    press(qtbot, Qt.Key.Key_Left, mods=SHIFT)
    write(prose, "C")
    assert prose.text() == "a C b"


def test_a_press_inside_a_name_puts_the_caret_at_its_edge(prose, qtbot):
    """The mouse cannot write into it either."""
    prose.set_text("{barn:b1} kom")
    left = prose.cursorRect(QTextCursor(prose.document())).center()
    qtbot.mouseClick(prose.viewport(), Qt.MouseButton.LeftButton, pos=left + QPoint(14, 0))
    write(prose, "x")
    assert prose.text() in ("x{barn:b1} kom", "{barn:b1}x kom")


def test_a_child_one_may_not_see_is_another_child(prose):
    """Her id stays in what is stored, her name is nowhere."""
    prose.set_text("Legede med {barn:zz}s bror.")
    assert prose.said() == "Legede med et andet barns bror."
    assert prose.text() == "Legede med {barn:zz}s bror."


def test_names_known_later_are_shown(qtbot):
    """The field may be filled before the children have arrived."""
    made = NameProse("Så {barn:b1}")
    qtbot.addWidget(made)
    assert made.said() == "Så et andet barn"
    made.know(NAMES, ROWS)
    assert made.said() == "Så Bertil"


def test_copy_and_paste_keep_the_child(prose, qtbot):
    """Within the program the token comes along; another program gets the name."""
    prose.set_text("Så {barn:b1} 😀 gå")
    press(qtbot, Qt.Key.Key_A, mods=CTRL)
    press(qtbot, Qt.Key.Key_C, mods=CTRL)
    assert QApplication.clipboard().text() == "Så Bertil 😀 gå"
    prose.moveCursor(QTextCursor.MoveOperation.End)
    press(qtbot, Qt.Key.Key_V, mods=CTRL)
    assert prose.text() == "Så {barn:b1} 😀 gå" * 2


def test_names_typed_in_clear_are_found_and_can_be_marked(prose):
    """Also as owners, after an emoji, and where two children share the name."""
    prose.set_text("😀 Emils hue. Så kom Emil og {barn:b1}.")
    found = prose.guesses(NamesToLookFor(FULL))
    assert [(g.words, g.children) for g in found] == [
        ("Emils", ("e1", "e2")),
        ("Emil", ("e1", "e2")),
    ]
    prose.put_child("Emil", "e2", "Emil Holm")
    prose.put_child("Emils", "e1", "Emil Friis")
    assert prose.text() == "😀 {barn:e1}s hue. Så kom {barn:e2} og {barn:b1}."


def test_marking_is_one_step_to_undo(prose, qtbot):
    """Ctrl+Z takes the marks away again."""
    prose.set_text("Emil og Emil")
    prose.put_child("Emil", "e1", "Emil Friis")
    assert prose.text() == "{barn:e1} og {barn:e1}"
    press(qtbot, Qt.Key.Key_Z, mods=CTRL)
    assert prose.text() == "Emil og Emil"


def test_the_button_names_and_esc_takes_its_sign_away(prose, qtbot):
    """Whoever opens the list by mouse finds no stray @ afterwards."""
    write(prose, "Så")
    prose.ask_whom()
    assert prose.is_naming()
    press(qtbot, Qt.Key.Key_Escape)
    assert "@" not in prose.text()


def test_a_token_typed_by_hand_stays_what_was_typed(prose):
    """It names nobody, and is read again as it was written."""
    write(prose, "koden {barn:b1} er tekst")
    stored = prose.text()
    assert "{barn:b1}" not in stored
    prose.set_text("")
    prose.set_text(stored)
    assert prose.said() == "koden {barn:b1} er tekst"
    assert prose.text() == stored


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), max_size=40))
def test_any_text_comes_back_as_it_was(prose, words):
    """Mark-up, emoji, right-to-left and half tokens are only text, also around a name."""
    whole = f"{words}{{barn:b1}}{words}"
    prose.set_text(whole)
    once = prose.text()
    prose.set_text("")
    prose.set_text(once)
    assert prose.text() == once
