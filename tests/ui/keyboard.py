"""Someone at the real program with nothing but a keyboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.conftest import PASSWORD
from tvaerfaglig.app import LOCKED, Program, Surroundings
from tvaerfaglig.tour.hands import Hands
from tvaerfaglig.ui.widgets import Tile

_ONCE_ROUND = 90


def name_of(widget: QWidget | None) -> str:
    """What a screen reader says first."""
    words = getattr(widget, "text", None)
    return (widget.accessibleName() if widget else "") or (words() if callable(words) else "")


class Keyboard:
    """Ten fingers on a keyboard: it looks no widget up, it tabs until it is there."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.hands = Hands(program)
        self.type, self.keys, self.sees = self.hands.type, self.hands.keys, self.hands.look_for

    @property
    def at(self) -> str:
        return name_of(QApplication.focusWidget())

    def tab_to(self, name: str) -> None:
        passed = []
        for _ in range(_ONCE_ROUND):
            if self.at.startswith(name):
                return
            passed.append(self.at)
            self.keys("Tab")
        raise AssertionError(f"Tab never came to »{name}«, only to {passed}")

    def press(self, name: str) -> None:
        self.tab_to(name)
        self.keys("Space")

    def write(self, name: str, words: str) -> None:
        self.tab_to(name)
        self.type(words)

    def unlock(self, first_name: str, password: str = PASSWORD) -> None:
        """Tab to the tiles, the first letter until the name, Enter, the password, Enter."""
        self.hands.settle()
        while not isinstance(QApplication.focusWidget(), Tile):
            self.keys("Tab")
        while not self.at.startswith(first_name):
            self.keys(first_name[0])
        self.keys("Return")
        assert self.at.startswith(f"Adgangskode til {first_name}")
        self.type(password)
        self.keys("Return")
        self.hands.wait_for(lambda: self.program.house, "the house did not open")

    def lock(self) -> None:
        self.keys("Ctrl+L")
        assert self.program.ended == [LOCKED]


class Doors:
    """Opens the real program at a vault's door as often as it is locked again."""

    def __init__(self, app: QApplication, folder: Path, around: Surroundings) -> None:
        self._app, self._folder, self._around = app, folder, around
        self._opened: list[Program] = []

    def __call__(self) -> Keyboard:
        ended: list[int] = []
        program = Program(self._app, self._folder, lambda: None, self._around, ended.append)
        program.ended = ended
        program.open()
        self._opened.append(program)
        return Keyboard(program)

    def close(self) -> None:
        for program in self._opened:
            if not program.ended:
                program._close()
            if program.house is not None:
                program.house.shell.deleteLater()
            program.doorway.deleteLater()
            program.deleteLater()
