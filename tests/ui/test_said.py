"""What a screen reader is told of the kit: roles, whose field it is, and where the keyboard goes when a thing is done."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.showing import shown
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Choice,
    DayField,
    MessageBar,
    Page,
    PasswordField,
    Pick,
    Segment,
    Segments,
    Stated,
    Words,
    boxed,
    button,
    col,
    field,
    in_sentences,
    opener,
    page_head,
    say_whose,
    tick,
)

ROLE = QAccessible.Role
FEW = [Pick("mad", "Mad"), Pick("leg", "Leg")]


def heard(widget):
    """Role, name and description as Qt hands them on."""
    face = QAccessible.queryAccessibleInterface(widget)
    what = QAccessible.Text
    return face.role(), face.text(what.Name), face.text(what.Description).strip()


def test_a_segment_is_one_of_several_and_tells_its_question(qtbot):
    """Never a box to tick named only by its own word."""
    made = field(
        "Motorik", Segments([Segment("", "Ikke set på"), Segment("t", "Trives")], name="x"), "Kort."
    )
    _window = shown(qtbot, made)
    assert [heard(one) for one in made.editor.buttons()] == [
        (ROLE.RadioButton, "Ikke set på", "Motorik. Kort."),
        (ROLE.RadioButton, "Trives", "Motorik. Kort."),
    ]


def test_chips_of_which_one_is_chosen_are_one_of_several(qtbot):
    """Those of which several may be taken are boxes to tick; both tell their question, also when offered anew."""
    one = shown(qtbot, ChipGroup(FEW, ["mad"], name="Vis", several=False))
    many = shown(qtbot, ChipGroup(FEW, name="Emner"))
    many.offer(FEW[:1])
    assert heard(one.buttons()[0]) == (ROLE.RadioButton, "Mad", "Vis.")
    assert heard(many.buttons()[0]) == (ROLE.CheckBox, "Mad", "Emner.")
    one.buttons()[0].click()
    assert one.chosen() == ()  # what is said changes nothing in how it works


def test_what_one_of_them_means_is_said_after_the_question(qtbot):
    """And stands under the pointer."""
    made = shown(qtbot, Segments([Segment("t", "Trives")], name="Hvor står barnet?"))
    (only,) = made.buttons()
    made.tell(only, "Barnet er med i dagen")
    assert heard(only)[2] == "Hvor står barnet? Barnet er med i dagen."
    assert only.toolTip() == "Barnet er med i dagen"


def test_a_fold_is_a_button_that_says_whether_it_is_open(qtbot):
    """Space turns it, and `toggled` tells; it is no box to tick."""
    made = shown(qtbot, opener("Loven bag"))
    told = []
    made.toggled.connect(told.append)
    assert heard(made) == (ROLE.Button, "Loven bag", "Foldet sammen")
    made.click()
    assert heard(made)[2] == "Foldet ud"
    made.setChecked(True)
    made.toggle()
    assert told == [True, False]
    assert not made.isChecked()


def test_a_place_says_that_one_is_there(qtbot):
    """In words where the colour says it to the eye."""
    made = shown(qtbot, Stated("Børn", "place", "boern", says=("", "Du er her")))
    made.setChecked(True)
    assert heard(made) == (ROLE.Button, "Børn", "Du er her")
    assert made.property("on") == "true"


def test_the_box_says_its_question_where_qt_says_what_is_chosen(qtbot):
    """By a name that is the name, or else by the description."""
    made = shown(qtbot, Choice([("", "Ingen")], name="Kontaktperson"))
    assert "Kontaktperson" in heard(made)[1:]


def test_the_calendar_and_the_eye_say_whose_they_are(qtbot):
    """A form has several days, and a change of password three of them."""
    day = field("Født", DayField(lambda: date(2026, 11, 12)))
    secret = field("Ny adgangskode", PasswordField())
    _window = shown(qtbot, boxed(col(day, secret)))
    assert heard(day.editor.icon)[1:] == ("Vælg i kalender: Født", "")
    assert heard(secret.editor.eye)[1] == "Vis adgangskoden: Ny adgangskode"
    secret.editor.eye.click()
    assert heard(secret.editor.eye)[1] == "Skjul adgangskoden: Ny adgangskode"


def test_an_icon_is_not_said_twice(qtbot):
    """Its name is its tooltip, which Qt would give as the description too."""
    made = shown(qtbot, button("", "icon", "mere", name="Mere om Alma"))
    assert heard(made) == (ROLE.Button, "Mere om Alma", "")
    made.block("Gem først")
    made.block("")
    assert heard(made)[2] == ""


def test_whose_field_it_is_and_that_it_may_be_left_out(qtbot):
    """Where the same is asked of several."""
    name = field("Navn", QLineEdit(), "Fornavnet er nok.", optional=True)
    lives = tick("Barnet bor her")
    holder = shown(qtbot, boxed(col(name, lives)))
    say_whose(holder, "mor 2")
    assert heard(name.editor)[1:] == ("Navn, mor 2", "valgfrit. Fornavnet er nok.")
    assert heard(lives)[1] == "Barnet bor her, mor 2"


@pytest.mark.parametrize("left", [["Et", "Tre"], ["Et"]])
def test_the_keyboard_stays_where_a_row_vanished(qtbot, left):
    """On the one that comes after it, or on the last; not in the rail."""
    rail, page = button("Ny observation"), Page(page_head("Overblik", "16 børn"))
    _window = shown(qtbot, boxed(col(rail, page)))

    def show(names):
        page.set_body(boxed(col(*(button(one) for one in names))))
        QApplication.processEvents()

    show(["Et", "To", "Tre"])
    two = next(one for one in page.body.children() if getattr(one, "text", str)() == "To")
    two.setFocus()
    show(left)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert QApplication.focusWidget().text() == left[-1]


def test_what_is_made_anew_keeps_the_keyboard(qtbot):
    """The button of the same name, wherever it stands now."""
    page = shown(qtbot, Page(page_head("Overblik")))
    page.set_body(boxed(col(button("Et"), button("To"))))
    QApplication.processEvents()
    next(one for one in page.body.children() if getattr(one, "text", str)() == "Et").setFocus()
    page.set_body(boxed(col(button("Nyt"), button("To"), button("Et"))))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert QApplication.focusWidget().text() == "Et"


def test_a_page_that_one_comes_to_is_heard_by_its_heading(qtbot):
    """And Tab goes into it."""
    page = Page(page_head("Overblik", "16 børn"))
    _window = shown(qtbot, boxed(col(button("Søg"), page)))
    page.set_body(boxed(col(Words("Intet", "body", "", wraps=False), button("Vis alle"))))
    QApplication.processEvents()
    page.setFocus()
    assert heard(page)[1] == "Overblik. 16 børn."
    page.focusNextPrevChild(True)
    assert QApplication.focusWidget().text() == "Vis alle"


def test_parts_are_brought_to_their_end():
    """As one would read them aloud."""
    assert in_sentences("1 dag over", "", "Hvad nu?", "Ring.") == "1 dag over. Hvad nu? Ring."


def test_what_is_asked_at_a_field_is_heard_once(qtbot, monkeypatch):
    """Also by one who stands in the field already, or has gone on; the same question is not said again."""
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda one: told.append(one.message()))
    made = field("Hvem så det?", QLineEdit())
    _window = shown(qtbot, made)
    made.ask("Hvem var der?")
    made.ask("Hvem var der?")
    qtbot.waitUntil(lambda: told == ["Hvem var der?"])


def test_a_window_that_is_hidden_says_nothing(qtbot, monkeypatch):
    """The door goes on looking behind the open house, and would break in on what is read there."""
    told = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda one: told.append(one.message()))
    hidden, open_ = MessageBar(), MessageBar()
    for made in (hidden, open_):
        shown(qtbot, made)
    hidden.say("Boksen er åben hos Mette.")
    hidden.hide()
    open_.say("Gemt.")
    qtbot.waitUntil(lambda: told == ["Gemt."])
