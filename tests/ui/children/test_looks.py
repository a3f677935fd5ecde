"""Nothing is cut and nothing is nameless, at any text size and in any width, on every page of Børn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tests.ui.showing import press
from tvaerfaglig.ui.children import OpenChild
from tvaerfaglig.ui.widgets import Fold, fold_at

FORMS = (
    "samtale",
    "bemaerkning",
    "fravaer",
    "familie",
    "bekymring",
    "position",
    "ikke_nu",
    "samtykke",
    "vaern",
    "deling",
    "oplysninger",
)
TABS = ("tidslinje", "netvaerk", "samtykker", "dokumenter", "log")


def fitted(at, place, size):
    place.set_fold(fold_at(size[0]))
    place.resize(*size)
    at.settle()
    QApplication.processEvents()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_tab_cuts_its_words(autumn, dressed, scale):
    """Every tab of a child with much written, in a wide and a narrow window."""
    dressed.set_scale(scale)
    place = autumn.place("alma")
    found = []
    for size in ((1280, 800), (660, 800)):
        if size[0] < 1000 and scale > 1.5:
            continue
        fitted(autumn, place, size)
        for tab in TABS[:4]:
            place.view.show_tab(tab)
            autumn.settle()
            found += [f"{tab} {size[0]}: {words}" for words in clipped(place)]
    assert found == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("kind", FORMS)
def test_no_form_cuts_its_words_or_lacks_a_name(mette, dressed, kind, scale):
    """Each form, wide and at double text size."""
    dressed.set_scale(scale)
    place = mette.place("alma")
    fitted(mette, place, (1280, 800))
    place.write(kind, "")
    mette.settle()
    assert place._aside is not None
    assert clipped(place) == []
    assert nameless(place) == []


def test_every_control_of_the_page_has_a_name(autumn):
    """A screen reader can say all of it, tab by tab."""
    place = autumn.place("alma")
    for tab in TABS[:4]:
        place.view.show_tab(tab)
        autumn.settle()
        assert nameless(place) == [], tab


def test_the_list_says_a_child_in_one_sentence(autumn):
    """Name, age, position, stue and what is open."""
    place = autumn.place()
    index = place.list.list.model().index(0, 0)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Alma Nowak, 4 år 2 mdr., i bekymring, Solsikken, 3 åbne"


def test_folded_the_list_is_a_page_with_a_way_back(autumn, qtbot):
    """Under 80 em: the list alone; a child takes the whole width; ‹ and Esc lead back."""
    place = autumn.place(size=(900, 800))
    place.set_fold(Fold.LIST)
    autumn.settle()
    assert place.list.isVisible()
    assert not place.right.isVisible()
    place.list.opened.emit("alma")
    autumn.settle()
    assert not place.list.isVisible()
    assert place.view.child_head.back.isVisible()
    place.view.child_head.back.click()
    assert place.list.isVisible()
    place.list.opened.emit("bertil")
    autumn.settle()
    press(qtbot, Qt.Key.Key_Escape)
    assert place.list.isVisible()


def test_the_filter_and_the_stue_narrow_the_list(mette, qtbot):
    """The stue first, then letters; nobody left is said kindly."""
    place = mette.place()
    place.list.stue.choose("Kløveren")
    place.list.stue.chosen_changed.emit("Kløveren")
    assert place.list.shown() == ("emil",)
    qtbot.keyClicks(place.list.typed, "alma")
    assert place.list.shown() == ()
    assert place.list._nobody.isVisible()


def test_the_list_is_sorted_by_name_until_asked_otherwise(autumn):
    """By position only when chosen, and a new page has forgotten it."""
    place = autumn.place()
    assert place.list.shown() == ("alma", "bertil", "emil")
    next(
        one for one in place.list.menu.acts().actions() if one.text() == "De yngste først"
    ).trigger()
    assert place.list.shown() == ("emil", "alma", "bertil")
    assert autumn.place().list.shown() == ("alma", "bertil", "emil")


def test_children_who_left_are_shown_only_when_asked_for(desk_of):
    """A date of leaving takes her off the list; the menu brings her back, with the date."""
    from dataclasses import replace
    from datetime import date

    from tvaerfaglig.services.children import card

    hanne = desk_of("hanne")
    child = hanne.tasks.now(lambda: hanne.session.child("emil").record)
    hanne.do(card.save_child, replace(child, left=date(2026, 10, 1)), "emil")
    place = hanne.place()
    assert "emil" not in place.list.shown()
    next(one for one in place.list.menu.acts().actions() if "udmeldte" in one.text()).trigger()
    hanne.settle()
    row = next(one for one in place.list.list.rows() if one.key == "emil")
    assert row.note == "udmeldt 1. okt."


def test_a_way_in_can_name_the_tab(autumn):
    """Others lead straight to the consents."""
    place = autumn.place(OpenChild("alma", tab="samtykker"))
    assert place.view.child_head.tabs.chosen() == "samtykker"
