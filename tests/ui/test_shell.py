"""The window around the pages: keys, folding, sheets, palette, and what it remembers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.accessibility import nameless
from tests.ui.clipping import clipped
from tests.ui.gallery import child_page
from tests.ui.showing import press, shown
from tvaerfaglig.ui.shell import PLACES, Found, Shell, built
from tvaerfaglig.ui.shell.rail import Rail
from tvaerfaglig.ui.theme import Mode
from tvaerfaglig.ui.widgets import (
    Fold,
    Page,
    Picker,
    Prose,
    boxed,
    button,
    col,
    line_edit,
    page_foot,
    page_head,
    scroller,
    text,
    title,
)

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Drawer(dict):
    """Settings that last as long as a test."""

    def value(self, key, default=None):
        return self.get(key, default)

    def setValue(self, key, value):
        self[key] = value


class Writing(Page):
    """A page where one writes."""

    def __init__(self):
        self.words = Prose()
        self.words.setAccessibleName("Hvad så og hørte du?")
        self.save = button("Gem hos Alma", "primary")
        self.folds = []
        super().__init__(
            page_head("Ny observation"), scroller(col(self.words)), page_foot(None, self.save)
        )

    def on_fold(self, fold):
        self.folds.append(fold)


def made_shell(qtbot, **more) -> Shell:
    shell = Shell(PLACES, name="Mette Sørensen", line="Solsikken", **more)
    shell.add_page("boern", child_page())
    shell.add_page("skriv", Writing())
    akut = boxed(
        col(
            title("Ring først. Skriv bagefter."),
            line_edit(name="Klokken"),
            button("Gem opkaldet", "primary"),
            ...,
        )
    )
    shell.set_akut(akut)
    shell.show_page("skriv", place="boern")
    return shown(qtbot, shell, (1280, 800))


@pytest.fixture
def shell(qtbot):
    return made_shell(qtbot)


@pytest.mark.parametrize(
    ("key", "mods", "signal"),
    [
        (Qt.Key.Key_N, CTRL, "new_observation"), (Qt.Key.Key_L, CTRL, "lock_asked"), (Qt.Key.Key_S, CTRL, "save_asked"),
        (Qt.Key.Key_P, CTRL, "print_asked"), (Qt.Key.Key_F, CTRL, "find_here_asked"), (Qt.Key.Key_A, CTRL | SHIFT, "akut_opened"),
    ],
)  # fmt: skip
def test_keys_work_while_one_writes(qtbot, shell, key, mods, signal):
    """Every key of the program works from within a text."""
    writing = shell.page("skriv").words
    writing.setFocus()
    with qtbot.waitSignal(getattr(shell, signal), timeout=1000):
        qtbot.keyClick(writing, key, mods)


def test_alt_and_a_number_goes_to_a_place(qtbot, shell):
    """Alt+2 is Børn, also when one writes."""
    with qtbot.waitSignal(shell.place_chosen) as blocker:
        qtbot.keyClick(shell.page("skriv").words, Qt.Key.Key_2, ALT)
    assert blocker.args == ["boern"]


def test_a_place_keeps_its_number_when_others_are_missing(qtbot):
    """Only built places stand in the rail, and each keeps its number."""
    shell = shown(qtbot, Shell(built("boern", "udskrifter"), name="Mette", line="Solsikken"))
    heard = []
    shell.place_chosen.connect(heard.append)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_8):
        qtbot.keyClick(shell, key, ALT)
    assert heard == ["boern", "udskrifter"]


def test_ctrl_enter_presses_the_filled_button(qtbot, shell):
    """From within the text, and in an open sheet the sheet's own."""
    page = shell.page("skriv")
    with qtbot.waitSignal(page.save.clicked):
        qtbot.keyClick(page.words, Qt.Key.Key_Return, CTRL)
    shell.toggle_akut()
    own = shell.sheet.content().findChild(type(page.save))
    with qtbot.waitSignal(own.clicked), qtbot.assertNotEmitted(page.save.clicked):
        press(qtbot, Qt.Key.Key_Return, mods=CTRL)


def test_the_text_grows_and_the_window_folds(qtbot, shell, dressed):
    """Ctrl++ makes the text larger; at 200 % this window has room for less, and the page is told."""
    page = shell.page("skriv")
    assert (shell.fold, page.folds) == (Fold.NONE, [])
    for _ in range(5):
        qtbot.keyClick(page.words, Qt.Key.Key_Plus, CTRL)
    assert dressed.scale == 2.0
    assert page.folds[-1] == shell.fold == Fold.PANEL
    assert shell.rail.new_button.text() == ""
    assert shell.rail.new_button.toolTip() == "Ny observation (Ctrl+N)"
    qtbot.keyClick(page.words, Qt.Key.Key_0, CTRL)
    assert shell.rail.new_button.text() == "Ny observation"


def test_where_one_is_stands_in_sight_in_a_low_window(qtbot):
    """The places scroll there; the one in front is whole, however low the window is or becomes."""
    rail = shown(qtbot, Rail(PLACES, "Mette", "Solsikken"), (220, 900))
    first, last = (_place(rail, one.key) for one in (PLACES[0], PLACES[-1]))
    rail.show_place(PLACES[-1].key)
    rail.resize(220, 480)
    qtbot.waitUntil(lambda: _is_whole(last))
    assert not _is_whole(first)
    rail.show_place(PLACES[0].key)
    assert _is_whole(first)


def _place(rail, key):
    return next(one for one in rail.findChildren(QWidget) if one.property("place") == key)


def _is_whole(widget):
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_a_page_added_late_is_told_of_the_room(qtbot, shell):
    """A page that comes to a small window folds at once."""
    shell.resize(600, 700)
    late = Writing()
    shell.add_page("sen", late)
    assert late.fold == Fold.PANEL


def test_akut_opens_over_the_page_and_escape_closes_it(qtbot, shell):
    """The sheet takes the focus, Tab stays in it, Esc brings back what one was doing."""
    writing = shell.page("skriv").words
    writing.setFocus()
    qtbot.keyClick(writing, Qt.Key.Key_A, CTRL | SHIFT)
    sheet = shell.sheet
    assert sheet.is_open()
    assert shell.rail.akut_button.isChecked()
    for _ in range(5):
        assert sheet.isAncestorOf(QApplication.focusWidget())
        press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Escape)
    assert not sheet.is_open()
    assert not shell.rail.akut_button.isChecked()
    assert QApplication.focusWidget() is writing


def test_f6_goes_round_the_columns(qtbot, shell):
    """From the page to the rail and back, to where one was; a list is a column of its own."""
    shell.show_page("boern")
    rail, page = shell.rail, shell.page("boern")
    page.list.findChild(Picker).setFocus()
    begin = QApplication.focusWidget()
    seen = []
    for _ in range(3):
        press(qtbot, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert page.time.isAncestorOf(seen[0])
    assert rail.isAncestorOf(seen[1])
    assert seen[2] is begin
    press(qtbot, Qt.Key.Key_F6, mods=SHIFT)
    assert rail.isAncestorOf(QApplication.focusWidget())


def test_escape_goes_back_when_nothing_is_open(qtbot, shell):
    """With no sheet and no list open, Esc asks to go back."""
    with qtbot.waitSignal(shell.back_asked):
        qtbot.keyClick(shell.page("skriv").words, Qt.Key.Key_Escape)


FOUND = (
    Found("barn:alma", "Alma Nowak", "4 år", group="Børn", person="Alma Nowak"),
    Found("gør:samtale", "Ny samtale om Alma", icon="samtale", group="Gør noget"),
    Found("barn:alfred", "Alfred Holm", "3 år", group="Børn", person="Alfred Holm"),
)


def test_the_palette_finds_and_goes(qtbot, shell):
    """Ctrl+K, a few letters, arrow, Enter; groups stand together, and the focus comes back."""
    palette, writing = shell.palette_view, shell.page("skriv").words
    asked, chosen = [], []
    palette.asked.connect(asked.append)
    palette.chosen.connect(chosen.append)
    writing.setFocus()
    qtbot.keyClick(writing, Qt.Key.Key_K, CTRL)
    assert asked == [""]
    with qtbot.waitSignal(palette.asked):
        qtbot.keyClicks(palette.field, "al")
    palette.show_found("al", FOUND)
    assert palette.found() == ("barn:alma", "barn:alfred", "gør:samtale")
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen == ["barn:alfred"]
    assert QApplication.focusWidget() is writing


def test_the_palette_drops_late_answers(qtbot, shell):
    """An answer to words that have changed since is not shown."""
    palette = shell.palette_view
    palette.open()
    qtbot.keyClicks(palette.field, "alm")
    palette.show_found("al", FOUND)
    assert palette.found() == ()


def test_the_palette_says_when_there_is_nothing(qtbot, shell):
    """No result is a sentence; Esc closes, and Enter does nothing."""
    palette = shell.palette_view
    palette.open()
    qtbot.keyClicks(palette.field, "xyz")
    palette.show_found("xyz", ())
    assert "xyz" in " ".join(label.text() for label in palette.findChildren(type(text(""))))
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_an_act_can_be_taken_back_once(qtbot, shell):
    """*Fortryd* in the bar undoes what it tells of, then goes."""
    undone = []
    shell.tell("Gemt hos Alma.", "ok", lambda: undone.append(1))
    assert shell.message.isVisible()
    shell.message.link.click()
    assert undone == [1]
    assert not shell.message.isVisible()


def test_f1_tells_every_key(qtbot, shell):
    """The help lists the keys and quotes the page's own words."""
    shell.page("skriv").help_words = "Ét barn og én linje er nok."
    qtbot.keyClick(shell.page("skriv").words, Qt.Key.Key_F1)
    said = [label.text() for label in shell.sheet.content().findChildren(type(text("")))]
    assert {"Ctrl+Skift+A", "Ét barn og én linje er nok.", "Alt+2"} <= set(said)


def test_after_the_help_the_sheet_opens_again(qtbot, shell):
    """Akut above all: a help that was read and put away may not stand in its way."""
    akut = text("Ring 112")
    shell.set_akut(akut)
    for _ in range(2):
        shell.show_help()
        qtbot.keyClick(shell, Qt.Key.Key_Escape)
        shell.sheet.close_sheet()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shell.toggle_akut()
    assert shell.sheet.content() is akut
    assert akut.isVisible()


def test_a_sheet_begins_where_one_writes(qtbot, shell):
    """Not on its ×, which stands first in the order of Tab."""
    made = QWidget()
    cross, typed = button("", "icon", "luk", name="Luk"), line_edit()
    made.setLayout(col(cross, typed))
    shell.open_sheet(made, name="Hvad skete der?")
    assert shell.focusWidget() is typed


def test_the_window_comes_back_where_it_was(qtbot):
    """Its size is remembered from day to day."""
    drawer = Drawer()
    first = made_shell(qtbot, settings=drawer)
    first.resize(640, 555)
    first.close()
    second = Shell(PLACES, name="Mette", line="", settings=drawer)
    qtbot.addWidget(second)
    assert (second.width(), second.height()) == (640, 555)


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK, Mode.CONTRAST])
@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, (1280, 800)), (1.5, (1280, 800)), (2.0, (1024, 768))]
)
def test_the_frame_stands_whole(qtbot, dressed, mode, scale, size):
    """Rail, page and message have room and names in every theme and size."""
    dressed.choose(mode)
    dressed.set_scale(scale)
    shell = made_shell(qtbot, demo="Demo · torsdag 12. november 2026, 8.00")
    shell.resize(*size)
    shell.show_page("boern")
    shell.tell("Gemt hos Alma.", "ok", print)
    QApplication.processEvents()
    QApplication.processEvents()
    assert clipped(shell) == []
    assert nameless(shell) == []
