"""Choosing where the copies shall also lie: asked for, tried, warned of, kept, and used at once."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStorageInfo, Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.services.copying import second_place
from tvaerfaglig.ui.copy_keeper import keeper_of
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets.files import ask_for_folder


def called(folder: Path) -> str:
    """What people call the drive a folder lies on: its own name, or the folder's where it has none."""
    drive = QStorageInfo(str(folder))
    name = drive.name() if drive.isValid() and not drive.isRoot() else ""
    return name or folder.name or str(folder)


class SecondPlaceChoice(QObject):
    """`looking` while the place is tried; `chosen` carries its name and a caution; `refused` an exception."""

    looking = Signal()
    chosen = Signal(str, str)
    refused = Signal(object)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    @Slot()
    def ask(self) -> None:
        ask_for_folder(self._page, "Hvor skal kopierne også ligge?", Path.home(), self.use)

    def use(self, folder: Path) -> None:
        """Lay the copies in this folder too, from now on and at once."""
        self.looking.emit()
        self._desk.ask_aside(second_place.prepare, folder).then(
            self._prepared, self, failed=self.refused.emit
        )

    def _prepared(self, folder: Path) -> None:
        self._desk.ask_aside(second_place.caution, folder).then(
            partial(self._cautioned, folder), self, failed=self.refused.emit
        )

    def _cautioned(self, folder: Path, caution: str) -> None:
        name = called(folder)
        self._desk.ask(second_place.choose, folder, name).then(
            partial(self._kept, name, caution), self, failed=self.refused.emit
        )

    def _kept(self, name: str, caution: str, _: None) -> None:
        self.chosen.emit(name, caution)
        keeper_of(self._desk).take()
