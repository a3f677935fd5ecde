"""Lister til regneark: chosen, asked what for, saved, and noted."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tests.ui.printouts.test_udskrifter import log
from tvaerfaglig.ui.theme import Mode


def test_the_list_of_children_is_saved_and_noted(hanne, tmp_path):
    """The purpose is asked for first; the file opens again."""
    card = hanne.go("udskrifter").tables
    hanne.press("Gem regneark")
    assert "Hvad skal listen bruges til?" in card.purpose.accessibleDescription()
    hanne.type(card.purpose, "Tilsyn")
    hanne.type(card.receiver, "Fjordby Kommune")
    hanne.press("Gem regneark")
    dialog = next(one for one in card.findChildren(QFileDialog))
    assert dialog.selectedFiles()[0].endswith("børneliste 2026-11-12.xlsx")
    dialog.reject()
    card.save_to(tmp_path / "liste")
    hanne.settle()
    assert card.bar.words() == "Gemt: børneliste, 4 rækker."
    page = load_workbook(tmp_path / "liste.xlsx").active
    assert page["A2"].value == "Alma Nowak"
    (line,) = log(hanne)
    assert (line.did, line.document, line.purpose) == (
        "har gemt som regneark",
        "børneliste",
        "Tilsyn",
    )


def test_another_list_as_csv_by_keyboard(hanne, tmp_path):
    """An empty one is said and nothing is written."""
    card = hanne.go("udskrifter").tables
    card.which.setFocus()
    hanne.key(card.which, Qt.Key.Key_Down)
    assert card.which.accessibleDescription().startswith("Barn, hvad")
    hanne.press("CSV")
    card.save_to(tmp_path / "aftaler.csv")
    hanne.settle()
    assert card.bar.words() == "Listen er tom. Der er ikke noget at gemme."
    assert list(tmp_path.glob("aftaler*")) == []


def test_a_folder_in_the_cloud_is_asked_about(hanne, tmp_path):
    """The safe way out writes nothing."""
    card = hanne.go("udskrifter").tables
    where = tmp_path / "OneDrive" / "liste.xlsx"
    where.parent.mkdir()
    card.save_to(where)
    hanne.settle()
    hanne.key(QApplication.activeModalWidget(), Qt.Key.Key_Return)
    assert not where.exists()


def test_others_have_no_lists_to_take_out(house_of):
    """The card is the leader's."""
    assert house_of("mette").go("udskrifter").tables.isHidden()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.CONTRAST])
def test_nothing_is_cut_and_nothing_is_nameless(hanne, dressed, scale, mode):
    """The card beside the others."""
    dressed.choose(mode)
    dressed.set_scale(scale)
    hanne.go("udskrifter")
    shell = hanne.house.shell
    assert [*clipped(shell), *nameless(shell)] == []


def test_from_the_list_itself_one_comes_to_its_spreadsheet(house_of):
    """Of the children by their menu, of the letters by the button in the head; the purpose is next."""
    hanne = house_of("hanne")
    menu = hanne.go("boern").list.menu.acts()
    next(act for act in menu.actions() if act.text() == "Gem listen som regneark").trigger()
    hanne.settle()
    assert hanne.place.tables.which.chosen() == "boern"
    hanne.go("underretninger")
    hanne.press("Gem listen som regneark")
    assert hanne.place.tables.which.chosen() == "underretninger"
    assert hanne.place.tables.purpose.isVisible()
    mette = house_of("mette")
    assert "Gem listen som regneark" not in mette.go("boern").list.menu.menu_words()
    assert mette.go("underretninger").list.table.isHidden()
