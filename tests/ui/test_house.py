"""The house: ways between its places, words that go with the page, and no window that flashes up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from tvaerfaglig.services import library
from tvaerfaglig.ui.akut.sheet import AkutSheet
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.house import ROOMS, House
from tvaerfaglig.ui.shell import Shell
from tvaerfaglig.ui.tasks import Tasks
from tvaerfaglig.ui.widgets import Prose
from tvaerfaglig.ui.writing.spelling_marks import SpellingMarks


class Strays(QObject):
    """Collects top-level windows that are shown without being meant to be one."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched.windowType() == Qt.WindowType.Window
            and not isinstance(watched, (Shell, QDialog, QMenu))
        ):
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture
def house(qtbot, qapp, demo_world):
    """Hanne's house on the invented world; `strays` watches for windows nobody asked for."""
    strays = Strays()
    tasks = Tasks()
    session = tasks.now(lambda: demo_world.session("Hanne"))
    desk = Desk(session, tasks, demo_world.clock, library.load())
    made = House(desk, AkutSheet(demo_world.vault, demo_world.clock, desk), line="leder")
    qapp.installEventFilter(strays)
    made.open()
    made.strays, made.tasks, made.session = strays, tasks, session
    qtbot.waitUntil(lambda: not tasks.busy, timeout=5000)
    yield made
    qapp.removeEventFilter(strays)
    made.leave()
    qtbot.waitUntil(lambda: not tasks.busy, timeout=5000)
    made.shell.hide()
    made.shell.deleteLater()
    tasks.now(session.vault.close)
    tasks.close()
    demo_world.open_sessions.clear()


def settle(qtbot, house):
    qtbot.waitUntil(lambda: not house.tasks.busy, timeout=10000)
    qtbot.wait(30)
    qtbot.waitUntil(lambda: not house.tasks.busy, timeout=10000)


def test_every_place_opens_and_nothing_flashes_up(house, qtbot):
    """Each place is made, shown and left again; no part is shown before it has a place to stand."""
    for place in ROOMS:
        house.go(place)
        settle(qtbot, house)
    assert house.strays.seen == []


def test_each_of_the_built_places_has_its_key(house, qtbot):
    """Alt and its number goes there, and the rail says where one is."""
    for number, place in (
        (2, "boern"),
        (3, "konsultationer"),
        (4, "underretninger"),
        (1, "overblik"),
    ):
        key = getattr(Qt.Key, f"Key_{number}")
        qtbot.keyClick(house.shell, key, Qt.KeyboardModifier.AltModifier)
        settle(qtbot, house)
        assert house.shell.current_page() is house.shell.page(place)


def test_back_leads_where_one_came_from(house, qtbot):
    """From a child to her observation and back, and at last to Overblik."""
    house.go("boern")
    house.go("underretninger")
    settle(qtbot, house)
    house.back()
    assert house.shell.current_page() is house.shell.page("boern")
    house.back()
    assert house.shell.current_page() is house.shell.page("overblik")


def test_from_a_note_just_begun_back_leads_past_its_planning(house, qtbot):
    """Not to the empty sheet of a new meeting; from a plan that was left lying one comes back to it."""
    house.go("konsultationer", "moeder")
    house.go("konsultationer", "ny")
    settle(qtbot, house)
    place = house.place()
    place.plan_page.save()
    settle(qtbot, house)
    assert place.stack.currentWidget() is place.note_page
    house.back()
    settle(qtbot, house)
    assert place.stack.currentWidget() is place.list_page
    house.go("konsultationer", "ny")
    house.go("boern")
    settle(qtbot, house)
    house.back()
    settle(qtbot, house)
    assert place.stack.currentWidget() is place.plan_page


def test_what_is_said_goes_with_the_page_it_was_said_on(house, qtbot, monkeypatch):
    """A word said just before leaving stays to be read; an old one does not follow along."""
    house.desk.say("Gemt hos Alma.")
    house.go("boern")
    assert house.shell.message.isVisible()
    monkeypatch.setattr("tvaerfaglig.ui.house._JUST_SAID_MS", 0)
    qtbot.wait(5)
    house.go("konsultationer")
    settle(qtbot, house)
    assert not house.shell.message.isVisible()


def test_what_is_said_goes_when_another_page_of_the_place_is_in_front(house, qtbot, monkeypatch):
    """A letter's Fortryd does not stand over the next section, nor over the finished letter."""
    house.desk.say("Forslaget er taget ind.")
    house.desk.turned.emit()
    assert house.shell.message.isVisible()
    monkeypatch.setattr("tvaerfaglig.ui.house._JUST_SAID_MS", 0)
    qtbot.wait(5)
    house.desk.turned.emit()
    assert not house.shell.message.isVisible()


def test_ctrl_k_finds_a_child_and_enter_goes_there(house, qtbot):
    """Typing the beginnings of her names is enough."""
    shell = house.shell
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(shell.palette_view.field, "alma no")
    qtbot.waitUntil(lambda: shell.palette_view.current().startswith("boern:"), timeout=5000)
    qtbot.keyClick(shell.palette_view.field, Qt.Key.Key_Return)
    settle(qtbot, house)
    assert shell.current_page() is shell.page("boern")


def test_ctrl_k_does_things_too(house, qtbot, dressed):
    """Mørkt tema is an act like any other."""
    shell = house.shell
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(shell.palette_view.field, "mørkt")
    qtbot.waitUntil(lambda: shell.palette_view.current() == "tema:dark", timeout=5000)
    qtbot.keyClick(shell.palette_view.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dressed.theme.mode == "dark", timeout=5000)


def test_akut_opens_over_any_place_and_esc_closes_it(house, qtbot):
    """Ctrl+Shift+A, wherever one stands."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    house.go("underretninger")
    settle(qtbot, house)
    qtbot.keyClick(house.shell, Qt.Key.Key_A, both)
    assert house.shell.sheet.is_open()
    qtbot.keyClick(house.shell.sheet, Qt.Key.Key_Escape)
    assert not house.shell.sheet.is_open()


def test_spelling_comes_wherever_one_writes(house, qtbot):
    """An observation, a talk with the parents; never the child's own words, and never a line of facts."""
    house.go("observation")
    settle(qtbot, house)
    form = house.place().writing.form
    for prose in (form.text, form.asked, form.reflection):
        prose.setFocus()
        assert prose.findChild(SpellingMarks) is not None
    form.child_words.setFocus()
    assert form.child_words.findChild(SpellingMarks) is None
    child = next(iter(house.tasks.now(house.session.children)))
    house.go("boern", child)
    settle(qtbot, house)
    house.place().write("samtale")
    settle(qtbot, house)
    proses = [one for one in house.place().findChildren(Prose) if one.isVisible()]
    assert proses
    for prose in proses:
        prose.setFocus()
        assert prose.findChild(SpellingMarks) is not None
