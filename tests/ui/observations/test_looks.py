"""How the page stands: nothing cut, nothing nameless, in every theme and size; folding; Tab order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tests.ui.observations.test_reading import save, seen
from tests.ui.observations.test_writing import named, of
from tests.ui.showing import shown
from tvaerfaglig.services import recording
from tvaerfaglig.ui.theme import Mode

CTRL, ENTER = Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return
LONG = "Alma og Bertil byggede en hule af puder, og Emil kom og ville være med. " * 4


def fill(desk):
    """A form with everything in it."""
    desk.go("alma")
    form = desk.form
    desk.type(LONG)
    for letters in ("be", "em"):
        form.children_field.focus_here()
        desk.type(letters)
        desk.press(ENTER)
    form.child_words.setFocus()
    desk.type("Det er vores hus")
    form.source.setFocus()
    desk.press(Qt.Key.Key_Down, times=3)
    form.choose_subjects(("krop.sygdom", "leg.deltagelse", "overgreb.fysisk"))
    desk.place.writing.keep()
    desk.settle()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_at_any_text_size(at_desk, dressed, scale):
    """Also with every field, question and panel shown."""
    mette = at_desk("mette")
    dressed.set_scale(scale)
    fill(mette)
    mette.press(ENTER, CTRL)
    QApplication.processEvents()
    assert clipped(mette.shell) == []
    assert nameless(mette.shell.current_page()) == []


@pytest.mark.parametrize("size", [(1280, 800), (900, 700), (800, 700), (640, 600)])
def test_the_form_folds_and_stays_whole(at_desk, size):
    """The panel becomes a button, rows become columns."""
    mette = at_desk("mette")
    mette.shell.resize(*size)
    fill(mette)
    QApplication.processEvents()
    assert clipped(mette.place) == []
    beside = mette.place.writing.beside
    folded = size[0] < 1100
    assert beside.column.isVisible() is not folded
    if folded:
        mette.click(mette.place.writing.before_button)
        assert beside.panel.isVisible()
        assert "Set før hos Alma" in mette.read()
        mette.press(Qt.Key.Key_Escape)
        assert not beside.panel.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_an_observation_with_versions_reads_whole(at_desk, dressed, scale):
    """The text, the voice, the thought, the times and the versions."""
    mette = at_desk("mette")
    dressed.set_scale(scale)
    facts = {
        "child_words": "Det er vores hus", "asked": "Hvem bor der?", "reflection": LONG,
        "categories": ("krop.mad", "leg.leg"),
    }  # fmt: skip
    record = save(mette, seen(LONG, "alma", "bertil", **facts))
    heads = of(mette)[0].heads
    mette.ask(
        recording.correct_observation,
        seen("Kort."),
        record,
        replaces=heads,
        reason="Den var for lang",
    )
    mette.go(record)
    assert clipped(mette.place) == []
    assert nameless(mette.place) == []
    assert "Egen tanke" not in mette.read()
    assert "Fordi: Den var for lang" in mette.read()


@pytest.mark.parametrize("mode", [Mode.DARK, Mode.CONTRAST])
def test_other_themes_cut_nothing(at_desk, dressed, mode):
    """Bold and edges take room there."""
    mette = at_desk("mette")
    fill(mette)
    dressed.choose(mode)
    QApplication.processEvents()
    assert clipped(mette.place) == []


def test_the_tree_of_subjects_is_whole(at_desk, dressed):
    """At both ends of the text sizes."""
    mette = at_desk("mette")
    for scale in (1.0, 2.0):
        dressed.set_scale(scale)
        mette.go("alma")
        mette.click(mette.form.subjects.whole)
        QApplication.processEvents()
        assert clipped(mette.place) == []
        assert nameless(mette.place) == []
        mette.click(named(mette.place, "Færdig"))


def test_f6_goes_between_form_and_panel(at_desk):
    """The columns of the window."""
    mette = at_desk("mette")
    mette.go("alma")
    assert mette.form.text.hasFocus()
    mette.press(Qt.Key.Key_F6)
    focused = QApplication.focusWidget()
    assert mette.place.writing.beside.column.isAncestorOf(focused)
    mette.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert mette.form.text.hasFocus()


def test_tab_passes_the_fields_from_the_top(at_desk):
    """In the order they are read, also those that came later."""
    mette = at_desk("mette")
    fill(mette)
    stops = [
        one
        for one in mette.form.stops()
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    stops[0].setFocus()
    passed = [stops[0]]
    for _ in stops[1:]:
        mette.press(Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    assert passed == stops


def test_a_long_list_of_colleagues_scrolls_and_cuts_nothing(qtbot, dressed):
    """Sixteen people at every text size."""
    from tvaerfaglig.ui.widgets import Page, boxed, col
    from tvaerfaglig.ui.widgets.several import Several

    for scale in (1.0, 2.0):
        dressed.set_scale(scale)
        several = Several(name="Hvem så det")
        people = [(str(n), f"Kollega Nummer {n}", f"Kollega {n}") for n in range(16)]
        several.offer_several(people, ("3",))
        page = shown(qtbot, Page(None, boxed(col(several, ...))), (500, 600))
        several.setFocus()
        qtbot.keyClick(several, Qt.Key.Key_Space)
        for _ in range(3):
            QApplication.processEvents()
        assert several.is_open()
        assert clipped(page) == []
        page.close()
