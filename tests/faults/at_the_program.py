"""The real program on a real folder, unlocked and at a place, as often as a test needs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.conftest import PASSWORD
from tvaerfaglig.app import Program, Surroundings
from tvaerfaglig.services.clock import Clock


class Started:
    """`program` after unlocking; `again` and `ended` tell of relaunches and exit codes."""

    def __init__(
        self, qtbot: Any, place: Path, clock: Clock, person: str = "mette", *, opens: bool = True
    ) -> None:
        self.again: list[int] = []
        self.ended: list[int] = []
        self._closed = False
        self._qtbot = qtbot
        around = Surroundings(clock, place / "state")
        app = QApplication.instance()
        self.program = Program(
            app, place / "boks", lambda: self.again.append(1), around, self.ended.append
        )
        self.program.open()
        self.program.doorway.unlock_asked.emit(person, PASSWORD)
        if opens:
            self.until(lambda: self.program.house is not None)

    def until(self, there: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(there()), timeout=10_000)

    def go(self, place: str, argument: object = None) -> Any:
        self.program.house.go(place, argument)
        self.settle()
        return self.program.house.place()

    def settle(self) -> None:
        for _ in range(5):
            self.program.tasks.now(lambda: None)
            QApplication.processEvents()
            while self.program.tasks.busy:
                QApplication.processEvents()

    def close(self) -> None:
        if self._closed:
            return
        self._closed, program = True, self.program
        if not program._locking:
            program._close()
        if program._unsaved is not None:
            program._unsaved.done()
        program.doorway.close()
        program.doorway.deleteLater()
        if program.house is not None:
            program.house.shell.deleteLater()
        program.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
