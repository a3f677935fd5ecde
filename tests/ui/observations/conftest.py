"""A person at the open house: real vault, real services, real windows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from tests.conftest import PASSWORD
from tests.ui.accessibility import spoken
from tests.ui.at_desk import Strangers
from tvaerfaglig.services.lock import entering
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.house import House
from tvaerfaglig.ui.tasks import Tasks


class AtDesk:
    """One person's house, with her session on its own thread as in the program."""

    def __init__(self, qtbot, world, person, password, books):
        self.qtbot, self.world = qtbot, world
        self.tasks = Tasks()
        folder, state, clock = world.folder, world.state, world.clock
        self.session = self.tasks.now(
            lambda: entering.unlock(folder, person, password, clock, state)
        )
        self.desk = Desk(self.session, self.tasks, clock, books)
        self.house = House(self.desk, QWidget(), line="Solsikken")
        self.shell = self.house.shell
        self.said = []
        self.strangers = Strangers(
            lambda one: one is self.shell or isinstance(one, QMenu | QDialog)
        )
        self.desk.said.connect(lambda words, tone, undo: self.said.append(words))
        self.shell.resize(1280, 800)
        with qtbot.waitActive(self.shell, timeout=3000):
            self.shell.show()
            self.shell.activateWindow()
        self.closed = False

    # going about

    def go(self, argument=None, place="observation"):
        self.house.go(place, argument)
        self.settle()
        return self.place

    @property
    def place(self):
        return self.house.place()

    @property
    def form(self):
        return self.place.writing.form

    @property
    def reads(self):
        """Whether an observation stands there to be read."""
        return self.place._stack.currentWidget() is self.place.reading

    def settle(self):
        """Until the vault has answered everything that was asked."""
        for _ in range(3):
            self.qtbot.waitUntil(lambda: not self.tasks.busy, timeout=5000)
            QApplication.processEvents()

    def kept(self):
        """Until the foot says that it is kept."""
        label = self.place.writing.saved_label
        self.qtbot.waitUntil(lambda: label.words().startswith("Gemt"), timeout=1500)

    def ask(self, service, *args, **kwargs):
        """A service, on the vault's thread."""
        return self.tasks.now(lambda: service(self.session, *args, **kwargs))

    # by hand

    def type(self, words):
        self.qtbot.keyClicks(self._focused(), words)
        QApplication.processEvents()

    def press(self, key, mods=Qt.KeyboardModifier.NoModifier, times=1):
        for _ in range(times):
            self.qtbot.keyClick(self._focused(), key, mods)
            QApplication.processEvents()
        self.settle()

    def click(self, widget):
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def _focused(self):
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the keyboard"
        return focused

    def read(self):
        """Every word that can be read on the page now."""
        return "\n".join(spoken(self.shell.current_page()))

    def close(self):
        if not self.closed:
            self.closed = True
            self.shell.hide()
            QApplication.processEvents()
            self.house.leave()
            self.tasks.now(lambda: entering.close(self.session))
            self.tasks.close()
            self.shell.close()
            self.shell.deleteLater()
            QApplication.processEvents()
            self.strangers.go()


@pytest.fixture
def at_desk(qtbot, world, shelf):
    """`at_desk("mette")` opens the house as her."""
    made = []

    def sit_down(person):
        one = AtDesk(qtbot, world, person, PASSWORD, shelf)
        made.append(one)
        return one

    yield sit_down
    for one in made:
        one.close()
