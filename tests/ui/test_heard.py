"""Every place of the invented house, and the sheets one opens from it, as somebody hears it who does not see it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QTabBar,
    QWidget,
)

from tests.ui.accessibility import mistaken, nameless, too_small
from tests.ui.keyboard import Doors, Keyboard, name_of
from tvaerfaglig.app import Surroundings
from tvaerfaglig.ui.house import ROOMS
from tvaerfaglig.ui.widgets import Button, MenuButton

Door = tuple[str, Callable[[], None]]
BY_THEMSELVES = tuple(one for one in ROOMS if one != "forhaandsvisning")
LEADS_ON = ("Ny", "Tilføj", "Begynd", "Ret", "Planlæg", "Forbered", "Skriv", "Udskriv", "Sæt trin")
LEADS_OUT = ("Slet", "Ny ekstra", "Skriv under")
DEEP = 2


class Walker:
    """Goes wherever a press leads, each kind of press once; `found` is what was wrong, by the way there."""

    def __init__(self, keys: Keyboard) -> None:
        self.program = keys.program
        self.house = keys.program.house
        self.found: dict[str, list[str]] = {}
        self.seen = 0
        self._tried: set[tuple[str, str]] = set()

    def walk(self, places: tuple[str, ...]) -> None:
        for place in places:
            self._look_around((place,), partial(self._go, place))

    def _look_around(self, way: tuple[str, ...], come: Callable[[], None]) -> None:
        come()
        self._judge(way)
        if len(way) > DEEP:
            return
        for words, open_it in list(self._doors()):
            kind = (way[0], words.partition(":")[0])
            if kind not in self._tried:
                self._tried.add(kind)
                self._look_around((*way, words), partial(_one_after_the_other, come, open_it))

    def _go(self, place: str) -> None:
        """By another place: what was opened here is then left."""
        self.house.shell.sheet.close_sheet()
        self.house.go("trivselsrunder" if place != "trivselsrunder" else "noedadgang")
        self.house.go(place)
        self._settle()

    def _judge(self, way: tuple[str, ...]) -> None:
        window = QApplication.activeModalWidget() or self.house.shell
        self.seen += 1
        wrong = [*nameless(window), *mistaken(window), *too_small(window)]
        if wrong:
            self.found[" > ".join(way)] = wrong

    def _settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()
            while self.program.tasks.busy:
                QApplication.processEvents()
                time.sleep(0.001)

    # what leads on from a page

    def _doors(self) -> Iterator[Door]:
        page = self.house.place()
        for view in _shown(page, QAbstractItemView):
            if not isinstance(view, QHeaderView) and not isinstance(view.parent(), QComboBox):
                name = view.accessibleName()
                sections = name == "Indstillinger"
                rows = range(view.model().rowCount()) if sections else (1,)
                yield from ((f"{name} {n}", partial(self._choose, name, n)) for n in rows)
        for bar in _shown(page, QTabBar):
            words = [bar.tabText(n) for n in range(bar.count())]
            yield from ((one, partial(self._turn, one)) for one in words)
        for menu in _shown(page, MenuButton):
            name = menu.accessibleName()
            yield from ((one, partial(self._act, name, one)) for one in menu.menu_words())
        for made in _shown(page, Button):
            name = name_of(made)
            leads = name.startswith(LEADS_ON) and not name.startswith(LEADS_OUT)
            if made.isEnabled() and leads:
                yield name, partial(self._press, name)

    def _choose(self, name: str, row: int) -> None:
        for view in self._called(QAbstractItemView, name):
            index = view.model().index(row, 0)
            if index.isValid():
                view.scrollTo(index)
                spot = view.visualRect(index).center()
                QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        self._settle()

    def _turn(self, words: str) -> None:
        for bar in _shown(self.house.place(), QTabBar):
            for n in range(bar.count()):
                if bar.tabText(n) == words:
                    bar.setCurrentIndex(n)
        self._settle()

    def _act(self, menu: str, words: str) -> None:
        for made in self._called(MenuButton, menu):
            for action in made.acts().actions():
                if action.text() == words and action.isEnabled():
                    action.trigger()
                    break
        self._settle()

    def _press(self, name: str) -> None:
        for made in self._called(Button, name):
            made.click()
        self._settle()

    def _called(self, kind: type, name: str) -> list:
        """The first of a kind that bears the name."""
        shown = _shown(self.house.place(), kind)
        return [one for one in shown if name_of(one) == name][:1]


def _shown(page: QWidget, kind: type) -> list:
    return [one for one in page.findChildren(kind) if one.isVisible()]


def _one_after_the_other(first: Callable[[], None], then: Callable[[], None]) -> None:
    first()
    then()


@pytest.fixture
def doors(qapp, demo_world):
    made = Doors(
        qapp, demo_world.vault, Surroundings(demo_world.clock, demo_world.folder / "state")
    )
    yield made
    made.close()


@pytest.mark.parametrize(
    ("name", "places", "least"),
    [("Hanne", BY_THEMSELVES, 60), ("Karen", ("konsultationer",), 10)],
)
def test_all_that_is_used_is_named_and_told_apart(doors, demo_world, name, places, least):
    """No control without a name, no two taken for each other, no name that runs on or is not its words."""
    keys = doors()
    keys.unlock(name, demo_world.password_of(name))
    walker = Walker(keys)
    walker.walk(places)
    assert walker.seen >= least  # it did get around
    assert walker.found == {}
