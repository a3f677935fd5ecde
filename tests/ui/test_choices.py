"""Choosing: with the mouse or the keyboard alone, and heard only when a person did it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.showing import press, shown
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Choice,
    ListRow,
    Outline,
    Pick,
    Section,
    Segments,
    Tabs,
    boxed,
    button,
    chip,
    col,
    line_edit,
    picker,
    row_list,
    sign_segments,
)

CHILDREN = (
    ListRow("alma", "Alma Nowak", "4 år"),
    ListRow("alfred", "Alfred Holm", "3 år"),
    ListRow("soeren", "Søren Ågård-Bech", "5 år"),
)


@pytest.fixture
def segments(qtbot):
    made = Segments(sign_segments("ressource", "neutral", "bekymring"), name="Fortegn")
    return shown(qtbot, made)


def test_segments_are_chosen_with_arrows(qtbot, segments):
    """Arrow right goes on and chooses, round the end too; each choice is said once."""
    heard = []
    segments.changed.connect(heard.append)
    segments.choose("ressource")
    segments.buttons()[0].setFocus()
    press(qtbot, Qt.Key.Key_Right, 3)
    assert heard == ["neutral", "bekymring", "ressource"]
    assert segments.chosen() == "ressource"


def test_segments_may_start_with_none(segments):
    """Nothing is chosen for anyone; setting from outside is silent, and can be undone."""
    heard = []
    segments.changed.connect(heard.append)
    assert segments.chosen() == ""
    segments.choose("neutral")
    segments.choose("")
    assert (segments.chosen(), heard) == ("", [])


def test_tab_leaves_segments_after_one_stop(qtbot):
    """Three segments are one stop: Tab comes to the chosen one, and then to the next field."""
    made = Segments(sign_segments("ressource", "neutral", "bekymring"), "neutral", name="Fortegn")
    after = line_edit(name="Efter")
    window = shown(qtbot, boxed(col(made, after)))
    made.buttons()[1].setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert window.focusWidget() is after


@pytest.fixture
def chips(qtbot):
    picks = [Pick("mad", "Mad"), Pick("soevn", "Søvn"), Pick("leg", "Leg")]
    return shown(qtbot, ChipGroup(picks, ["mad"], name="Hvad handler det om?"))


def test_chips_are_chosen_with_keys(qtbot, chips):
    """Arrows move between chips, space chooses; values come in the order shown."""
    heard = []
    chips.changed.connect(heard.append)
    chips.buttons()[0].setFocus()
    press(qtbot, Qt.Key.Key_Right, 2)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Left)
    press(qtbot, Qt.Key.Key_Space)
    assert heard == [("mad", "leg"), ("mad", "soevn", "leg")]


def test_one_chip_of_many(qtbot):
    """Where only one may be chosen, the next choice takes the place of the first."""
    made = ChipGroup([Pick("a", "Alt"), Pick("b", "Kun mit")], ["a"], name="Vis", several=False)
    shown(qtbot, made)
    heard = []
    made.changed.connect(heard.append)
    qtbot.mouseClick(made.buttons()[1], Qt.MouseButton.LeftButton)
    assert heard == [("b",)]


def test_a_chip_can_be_taken_away(qtbot):
    """✕ on a chip says which one; its name says what it removes."""
    made = shown(qtbot, chip("Bertil Kjær · var med", "person", removable="bertil"))
    with qtbot.waitSignal(made.removed) as blocker:
        qtbot.mouseClick(made.away, Qt.MouseButton.LeftButton)
    assert blocker.args == ["bertil"]
    assert made.away.accessibleName() == "Fjern Bertil Kjær · var med"


@pytest.fixture
def find(qtbot):
    made = picker(CHILDREN, name="Barn")
    made.window_kept = shown(qtbot, boxed(col(made, line_edit(name="Efter"), ...)), (500, 500))
    made.setFocus()
    return made


def test_the_picker_finds_by_any_part_of_a_name(qtbot, find):
    """A few letters of either name, with ae oe aa for æ ø å, narrow the list."""
    qtbot.keyClicks(find, "al")
    assert find.suggestions() == ("alma", "alfred")
    find.clear()
    qtbot.keyClicks(find, "aag")
    assert find.suggestions() == ("soeren",)
    find.clear()
    qtbot.keyClicks(find, "søren bech")
    assert find.suggestions() == ("soeren",)


def test_enter_takes_the_first_and_arrows_the_next(qtbot, find):
    """Enter chooses what is marked; the field then shows the name and gives the key."""
    heard = []
    find.picked.connect(heard.append)
    qtbot.keyClicks(find, "al")
    press(qtbot, Qt.Key.Key_Return)
    assert (heard, find.chosen(), find.text()) == (["alma"], "alma", "Alma Nowak")
    find.selectAll()
    qtbot.keyClicks(find, "al")
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert find.chosen() == "alfred"


def test_leaving_the_picker_never_keeps_half_a_name(qtbot, find):
    """What is not on the list is not kept; the one chosen before comes back."""
    find.choose("alma")
    find.setCursorPosition(3)
    find.setText("Alm")
    press(qtbot, Qt.Key.Key_Tab)
    assert find.text() == "Alma Nowak"


def test_other_rows_leave_what_is_half_typed(qtbot, find):
    """The page may ask again while one writes; one chosen who is not there any more goes."""
    qtbot.keyClicks(find, "el")
    find.offer(CHILDREN[:3])
    assert find.text() == "el"
    find.choose(CHILDREN[0].key)
    find.offer(CHILDREN[1:])
    assert (find.text(), find.chosen()) == ("", "")


def test_escape_closes_the_list_only(qtbot, find):
    """Esc lays the list away and leaves the words."""
    qtbot.keyClicks(find, "al")
    press(qtbot, Qt.Key.Key_Escape)
    assert (find.is_open(), find.text()) == (False, "al")


def test_a_picker_for_many_empties_itself(qtbot):
    """Adding one after another: the field is ready for the next at once."""
    made = picker(CHILDREN, name="Tilføj barn", keeps=False)
    window = shown(qtbot, boxed(col(made, ...)), (400, 400))
    made.setFocus()
    heard = []
    made.picked.connect(heard.append)
    for letters in ("alm", "sør"):
        qtbot.keyClicks(made, letters)
        press(qtbot, Qt.Key.Key_Return)
    assert (heard, made.text(), window.isVisible()) == (["alma", "soeren"], "", True)


def test_a_free_picker_takes_other_names(qtbot):
    """Where others than the known may be meant, their name is sent as it was typed."""
    made = picker(CHILDREN, name="Hvem så det?", free=True)
    window = shown(qtbot, boxed(col(made, ...)))
    made.setFocus()
    heard = []
    made.typed.connect(heard.append)
    qtbot.keyClicks(made, "Vikaren Per")
    press(qtbot, Qt.Key.Key_Return)
    assert (heard, window.isVisible()) == (["Vikaren Per"], True)


def test_a_list_keeps_its_place_when_asked_again(qtbot):
    """New rows do not move the one chosen, nor announce it; Enter opens it."""
    made = shown(qtbot, row_list(CHILDREN, name="Børn"))
    heard, opened = [], []
    made.choose("alfred")
    made.moved.connect(heard.append)
    made.opened.connect(opened.append)
    made.set_rows(tuple(reversed(CHILDREN)))
    made.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert (made.current(), heard, opened) == ("alfred", [], ["alfred"])
    press(qtbot, Qt.Key.Key_Down)
    assert heard == ["alma"]


def test_the_wheel_never_changes_a_choice(qtbot):
    """A box under the pointer while one scrolls keeps what was chosen."""
    made = shown(qtbot, Choice([("a", "Garderoben"), ("b", "Spisebordet")], "b", name="Hvor"))
    assert made.chosen() == "b"
    qtbot.keyClick(made, Qt.Key.Key_Up)
    assert made.chosen() == "a"


def test_tabs_speak_in_keys(qtbot):
    """A tab is known by its key; choosing from outside is silent."""
    made = shown(qtbot, Tabs([("t", "Tidslinje"), ("n", "Netværk")], name="Alma"))
    heard = []
    made.changed.connect(heard.append)
    made.choose("n")
    assert (made.chosen(), heard) == ("n", [])
    made.setFocus()
    press(qtbot, Qt.Key.Key_Left)
    assert heard == ["t"]


@pytest.fixture
def outline(qtbot):
    sections = [
        Section("a", "1", "Møde", step="Før mødet"),
        Section("b", "2", "Barnet", "skrevet", done=True, step="Før mødet"),
        Section("c", "3", "Mål", step="Det, vi gør"),
    ]
    return shown(qtbot, Outline(sections))


def test_the_outline_steps_over_headings(qtbot, outline):
    """Arrows go from section to section; a heading is never chosen."""
    heard = []
    outline.choose("b")
    outline.chosen.connect(heard.append)
    outline.list.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert (outline.current(), heard) == ("c", ["c"])
    assert outline.step(-1) == "b"
    assert outline.step(1) == "c"


def test_the_folded_outline_says_where_one_is(outline):
    """As a drop-down it says which of how many, the name and the state."""
    outline.choose("b")
    outline.set_folded(True)
    assert outline.box.isVisible()
    assert outline.box.currentText() == "Afsnit 2 af 3: Barnet · skrevet"


def test_a_blocked_button_says_why(qtbot):
    """What cannot be pressed now tells the reason, on screen and aloud."""
    made = shown(qtbot, button("Send"))
    made.block("Skriv først, hvem det skal til")
    assert not made.isEnabled()
    assert made.toolTip() == made.accessibleDescription() == "Skriv først, hvem det skal til"
    made.block("")
    assert made.isEnabled()
    assert made.toolTip() == ""
