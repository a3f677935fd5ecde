"""The people who have a key, as tiles: press one, or move with the arrows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from tvaerfaglig.services.lock.door import PersonAtDoor
from tvaerfaglig.ui.widgets import Tile

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -2, Qt.Key.Key_Down: 2}


class People(QWidget):
    """`chosen` carries the person; the arrows move the choice, a letter goes to the next of that letter.

    `settled`: a press or Enter on the tile, after which one goes on to the password.
    """

    chosen = Signal(object)
    settled = Signal()

    def __init__(self, people: tuple[PersonAtDoor, ...], columns: int = 2) -> None:
        super().__init__()
        self._columns = columns
        self._group = QButtonGroup(self)
        self._people = people
        self.tiles = [Tile(one.name, one.role_word) for one in people]
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        for n, tile in enumerate(self.tiles):
            self._group.addButton(tile, n)
            tile.setAutoExclusive(True)  # said as one of several
            grid.addWidget(tile, n // columns, n % columns)
        grid.setRowStretch(len(self.tiles) // columns + 1, 1)
        self.setLayout(grid)
        self._group.idToggled.connect(self._on_toggled)
        self._group.idClicked.connect(lambda _at: self.settled.emit())

    def choose(self, person_id: str) -> None:
        """Choose by id; the first when nobody has it."""
        wanted = [n for n, one in enumerate(self._people) if one.id == person_id] or [0]
        for n in wanted[: len(self.tiles)]:
            self.tiles[n].setChecked(True)

    def person(self) -> PersonAtDoor | None:
        at = self._group.checkedId()
        return self._people[at] if at >= 0 else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        letter = event.text().casefold()
        if step is not None:
            self._go(
                self._group.checkedId() + (step if abs(step) == 1 else step // 2 * self._columns)
            )
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.settled.emit()
        elif letter.isalpha():
            self._to_letter(letter)
        else:
            super().keyPressEvent(event)

    def _to_letter(self, letter: str) -> None:
        start = self._group.checkedId() + 1
        order = [*range(start, len(self.tiles)), *range(start)]
        named = [n for n in order if self._people[n].name.casefold().startswith(letter)]
        if named:
            self._go(named[0])

    def _go(self, to: int) -> None:
        if 0 <= to < len(self.tiles):
            self.tiles[to].setChecked(True)
            self.tiles[to].setFocus()

    def _on_toggled(self, at: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._people[at])
