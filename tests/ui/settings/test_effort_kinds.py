"""Indsatsformer at the leader's desk: one's own made from a form, put away and back, given on and brought in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tvaerfaglig.domain.efforts.form import FieldType
from tvaerfaglig.domain.efforts.kind import Subject
from tvaerfaglig.services.efforts.shelf import offered, shelf
from tvaerfaglig.ui.settings.efforts.edit_page import EditPage
from tvaerfaglig.ui.settings.efforts.outline import OfferedPage, OutlinePage


@pytest.fixture
def page(hanne):
    place = hanne.go("indstillinger", "indsatsformer")
    hanne.settle()
    return place.section()


@pytest.fixture
def edit(hanne, page):
    """Made out of the familiegruppe, with a name."""
    page.make_own(kind_of(hanne, "familiegruppe"))
    hanne.settle()
    made = hanne.place.section()
    assert isinstance(made, EditPage)
    QTest.keyClicks(made.name, "Onsdagsgruppen")
    return made


def kind_of(hanne, key):
    return next(one for one in hanne.do(shelf) if one.kind.id == key)


def own(hanne):
    return [one.kind for one in hanne.do(shelf) if not one.shipped and one.in_use]


def press(within, name):
    made = next(
        one
        for one in within.findChildren(QPushButton)
        if (one.accessibleName() or one.text()) == name and not one.isHidden()
    )
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Space)
    QApplication.processEvents()


def write(within, name, words):
    made = [one for one in within.findChildren(QLineEdit) if one.accessibleName() == name][-1]
    made.setFocus()
    made.selectAll()
    QTest.keyClicks(made, words)


def test_ones_own_is_made_with_a_sheet_and_a_field_of_its_own(hanne, edit):
    """A sheet put in, a field in it, a seat reworded, and kept: it can be begun by."""
    press(edit, "Tilføj et ark")
    assert QApplication.focusWidget().accessibleName() == "Navn"
    write(edit, "Navn", "Vores tavle")
    press(edit.forms, "Tilføj et felt")
    write(edit.forms, "Hvad spørger feltet om?", "Hvor mange grin?")
    press(edit.seats, f"Ret {edit.kind.seats[0].name}")
    write(edit.seats, "Navn", "Tovholder")
    assert nameless(edit) == []
    assert clipped(edit) == []
    press(edit, "Gem")
    hanne.settle()
    (made,) = own(hanne)
    assert made.name == "Onsdagsgruppen"
    assert made.forms[-1].name == "Vores tavle"
    assert [one.name for one in made.forms[-1].fields] == ["Hvor mange grin?"]
    assert made.seats[0].name == "Tovholder"
    assert made.seats[0].id == edit.kind.seats[0].id
    assert "Onsdagsgruppen" in [one.kind.name for one in hanne.do(offered)]


def test_what_is_missing_is_asked_above_the_cards(hanne, edit):
    """And nothing is kept until it is answered."""
    press(edit, "Tilføj et ark")
    write(edit, "Navn", "Vores tavle")
    press(edit, "Gem")
    hanne.settle()
    assert "ingen felter" in edit.message.words()
    assert own(hanne) == []


def test_who_goes_elsewhere_keeps_it_half_made(hanne, edit):
    """Esc with a sheet that has no field yet: it is kept with every word, and can be put right."""
    press(edit, "Tilføj et ark")
    write(edit, "Navn", "Vores tavle")
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    hanne.settle()
    (made,) = own(hanne)
    assert made.forms[-1].name == "Vores tavle"


def test_a_name_that_is_taken_loses_no_words(hanne, edit):
    """By the button it is asked about, and one can write another; who goes elsewhere keeps it by one like it."""
    edit.name.setText("familiegruppe")
    press(edit, "Gem")
    hanne.settle()
    assert "I har allerede en »Familiegruppe« i brug" in edit.message.words()
    assert own(hanne) == []
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    hanne.settle()
    (made,) = own(hanne)
    assert made.name == "familiegruppe 2"


def test_without_a_name_it_is_asked_for(hanne, page):
    page.make_own(kind_of(hanne, "konsulentbesoeg"))
    hanne.settle()
    edit = hanne.place.section()
    press(edit, "Gem")
    assert edit.name.hasFocus()
    assert own(hanne) == []


def test_phases_move_and_go(hanne, page):
    """The order on the page is the order they come in."""
    page.make_own(kind_of(hanne, "praktikforloeb"))
    hanne.settle()
    edit = hanne.place.section()
    first, second = edit.kind.phases[:2]
    press(edit.phases, f"Flyt {second.name} op")
    press(edit.phases, f"Tag {first.name} ud")
    left = edit.made().phases
    assert left[0].id == second.id
    assert first.id not in [one.id for one in left]


def test_a_choice_asks_what_one_can_choose(hanne, edit):
    """The lines of a choice are only there for a choice."""
    press(edit.forms, f"Ret {edit.kind.forms[0].name}")
    press(edit.forms, "Tilføj et felt")
    editor = edit.forms._editor.fields._editor
    editor.type.choose(FieldType.VALG.value)
    editor.type.chosen_changed.emit(FieldType.VALG.value)
    assert not editor._choices.isHidden()
    editor.choices.set_text("Ja\nNej")
    assert edit.made().forms[0].fields[-1].choices == ("Ja", "Nej")


def test_it_is_seen_as_it_will_be(hanne, edit):
    """In a drawer over the page; Esc comes back to what one was writing."""
    press(edit, "Se den, som den bliver")
    hanne.settle()
    shown = edit._drawer().content()
    assert isinstance(shown, OutlinePage)
    assert nameless(shown) == []
    QTest.keyClick(edit._drawer(), Qt.Key.Key_Escape)
    assert edit.name.text() == "Onsdagsgruppen"


def test_the_programs_own_is_put_away_and_taken_back(hanne, page):
    undo = []
    hanne.desk.said.connect(lambda _words, _tone, back: undo.append(back))
    page.put_away(kind_of(hanne, "konsulentbesoeg"))
    hanne.settle()
    assert "konsulentbesoeg" not in [one.kind.id for one in hanne.do(offered)]
    press(page, "Tag i brug: Konsulentbesøg")
    hanne.settle()
    assert "konsulentbesoeg" in [one.kind.id for one in hanne.do(offered)]
    assert undo[0] is not None


def test_one_comes_in_from_a_file_and_a_bad_file_is_refused_in_words(hanne, page, tmp_path):
    """Looked through before it is kept; what cannot be one leaves everything as it was."""
    file = tmp_path / "gruppe.toml"
    page.save_as(kind_of(hanne, "familiegruppe"), file)
    hanne.settle()
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"Familiegruppe"', '"Fjordgruppen"'), encoding="utf-8")
    page.look_at(file)
    hanne.settle()
    seen = hanne.place.section()
    assert isinstance(seen, OfferedPage)
    assert own(hanne) == []
    press(seen, "Tag den i brug")
    hanne.settle()
    assert [one.name for one in own(hanne)] == ["Fjordgruppen"]
    file.write_text(text.replace("[rytme]", "[rytmen]"), encoding="utf-8")
    page.look_at(file)
    hanne.settle()
    assert "rytme" in page.message.words()
    assert hanne.place.section() is page
    assert [one.name for one in own(hanne)] == ["Fjordgruppen"]


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_nameless_or_cut(hanne, page, dressed, scale):
    dressed.set_scale(scale)
    hanne.settle()
    assert nameless(hanne.place) == []
    assert clipped(hanne.place) == []
    page.make_own(kind_of(hanne, "praktikforloeb"))
    hanne.settle()
    edit = hanne.place.section()
    for rows in (edit.seats, edit.phases, edit.forms):
        press(rows, f"Ret {rows.things()[0].name}")
    hanne.settle()
    assert nameless(hanne.place) == []
    assert clipped(hanne.place) == []
    assert Subject.UFOEDT in edit.made().about
