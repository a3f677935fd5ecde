"""Who is at the table: colleagues chosen, others by name and role, who leads and who writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain.konsultation import Participant
from tvaerfaglig.services.konsultationer import Colleague
from tvaerfaglig.ui.konsultationer.wording import part_of
from tvaerfaglig.ui.widgets import (
    Button,
    ListRow,
    avatar,
    boxed,
    button,
    col,
    empty_layout,
    field,
    flow,
    frame,
    line_edit,
    picker,
    row,
    small,
    spread,
    strong,
)
from tvaerfaglig.ui.widgets import one as words


class Table(QWidget):
    """The people of one meeting, to be changed. `changed` sends all of them."""

    changed = Signal(tuple)

    def __init__(self, people: Sequence[Participant], colleagues: Sequence[Colleague]) -> None:
        super().__init__()
        self._people = list(people)
        self._colleagues = {one.id: one for one in colleagues}
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self.more = picker(keeps=False, free=True, placeholder="Skriv et navn")
        self.more.picked.connect(self._on_picked)
        self.more.typed.connect(self._on_typed)
        hint = "En kollega, eller et andet navn efterfulgt af Enter."
        self.setLayout(col(self._rows, field("Flere ved bordet", self.more, hint), gap="near"))
        self._draw()

    def people(self) -> tuple[Participant, ...]:
        return tuple(self._people)

    def _draw(self) -> None:
        empty_layout(self._rows)
        for n, one in enumerate(self._people):
            self._rows.addWidget(self._row(n, one))
        here = {one.staff for one in self._people}
        self.more.offer(
            [
                ListRow(one.id, one.name, one.role.word, person=one.name)
                for one in self._colleagues.values()
                if one.id not in here
            ]
        )

    def _row(self, n: int, one: Participant) -> QWidget:
        chairs = button("Leder mødet", "filter", checked=one.chairs, name=f"{one.name} leder mødet")
        writes = button("Skriver", "filter", checked=one.writes, name=f"{one.name} skriver")
        away = button("", "icon", "luk", name=f"Tag {one.name} af listen", dense=True)
        chairs.toggled.connect(partial(self._set, n, "chairs"))
        writes.toggled.connect(partial(self._set, n, "writes"))
        away.clicked.connect(partial(self._remove, n))
        words = boxed(row(avatar(one.name, 32), (self._words(n, one), 1), gap=10))
        return frame("row", col(spread(words, chairs, writes, away), margins=(0, 1)))

    def _words(self, n: int, one: Participant) -> QWidget:
        if one.staff:
            return boxed(col(strong(one.name), small(one.role), gap=0))
        role = line_edit(one.role, name=f"Hvad er {one.name}?", most=60)
        role.setPlaceholderText("som hvad?")
        role.textEdited.connect(partial(self._rename, n))
        return boxed(flow(strong(one.name), role))

    def _set(self, n: int, part: str, on: bool) -> None:
        """One leads and one writes: the task moves from whoever had it."""
        for at, one in enumerate(self._people):
            self._people[at] = replace(one, **{part: on and at == n})  # type: ignore[arg-type]
        self._draw()
        self._focus(n, part)
        self._tell()

    def _focus(self, n: int, part: str) -> None:
        """The row was made anew: the key that was pressed is pressed again at the same place."""
        item = self._rows.itemAt(n)
        made = item.widget() if item else None
        buttons = made.findChildren(Button) if made else []
        at = 0 if part == "chairs" else 1
        if len(buttons) > at:
            buttons[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _rename(self, n: int, role: str) -> None:
        self._people[n] = replace(self._people[n], role=role.strip())
        self._tell()

    def _remove(self, n: int) -> None:
        del self._people[n]
        self._draw()
        self._tell()
        self.more.setFocus()

    @Slot(str)
    def _on_picked(self, key: str) -> None:
        found = self._colleagues.get(key)
        if found is not None:
            self._add(Participant(name=found.name, role=found.role.word, staff=found.id))

    @Slot(str)
    def _on_typed(self, name: str) -> None:
        """A name that is a colleague's is hers, however it was put in."""
        self.more.clear()
        same = [one for one in self._colleagues.values() if one.name.lower() == name.lower()]
        if same and all(one.staff != same[0].id for one in self._people):
            self._on_picked(same[0].id)
        elif name and not same:
            self._add(Participant(name=name))

    def _add(self, one: Participant) -> None:
        self._people.append(one)
        self._draw()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.people())


def shown(people: Sequence[Participant]) -> QWidget:
    """The same people as they are read."""
    lines = [
        boxed(
            row(
                avatar(one.name, 28),
                boxed(col(words(one.name, "strong"), words(part_of(one), "small"), gap=0)),
                gap=8,
            )
        )
        for one in people
    ]
    return boxed(flow(*lines, gap=16))
