"""Someone in the real house: shell, places, Akut sheet and vault, driven by mouse and keys."""

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from tests.conftest import World
from tvaerfaglig.services import library
from tvaerfaglig.ui.akut.sheet import AkutSheet
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.house import House
from tvaerfaglig.ui.tasks import Tasks


class InTheHouse:
    """`place` is the page one stands on; what is asked of the vault is waited for."""

    def __init__(self, world: World, person: str, shelf: library.Library) -> None:
        self.world = world
        self.tasks = Tasks()
        self.session = self.tasks.now(lambda: world.session(person))
        world.open_sessions.remove(self.session)
        self.desk = Desk(self.session, self.tasks, world.clock, shelf)
        self.akut = AkutSheet(world.folder, world.clock, self.desk)
        self.house = House(self.desk, self.akut, line="")
        self.said: list[str] = []
        self.desk.said.connect(lambda words, _tone, _undo: self.said.append(words))
        self.house.shell.resize(1280, 800)
        self.house.shell.show()

    @property
    def place(self) -> Any:
        return self.house.place()

    def go(self, place: str, argument: object = None) -> Any:
        self.house.go(place, argument)
        self.settle()
        return self.place

    def settle(self) -> None:
        """Until nothing is asked for any more, beside the vault or of it."""
        for _ in range(4):
            QApplication.processEvents()
            while self._busy():
                QApplication.processEvents()
                time.sleep(0.001)  # the vault's thread has the floor
        for _ in range(3):  # what the last answer showed is laid out
            QApplication.processEvents()

    def _busy(self) -> bool:
        aside = self.desk._aside
        return self.tasks.busy or (aside is not None and aside.busy)

    def do(self, service: Any, *args: object, **kwargs: object) -> Any:
        return self.tasks.now(lambda: service(self.session, *args, **kwargs))

    def press(self, words: str, within: QWidget | None = None) -> None:
        """A mouse on the button with these words (or this name), the topmost visible one."""
        where = within or QApplication.activeModalWidget() or self.house.shell
        found = [
            one
            for one in where.findChildren(QPushButton)
            if one.isVisible() and words in {one.text(), one.accessibleName()}
        ]
        assert found, f"no button {words!r}"
        self.click(found[-1])

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def type(self, edit: QLineEdit, words: str) -> None:
        """Instead of what stands there."""
        edit.setFocus()
        QTest.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(edit, words)
        self.settle()

    def key(self, widget: QWidget, key: Qt.Key, held: Any = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(widget, key, held)
        self.settle()

    def close(self) -> None:
        self.house.leave()
        self.settle()
        self.desk.close()
        self.house.shell.close()
        self.akut.deleteLater()
        self.house.shell.deleteLater()
        QApplication.processEvents()
        self.tasks.now(self.session.vault.close)
        self.tasks.close()
        self.house.deleteLater()
        self.desk.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
