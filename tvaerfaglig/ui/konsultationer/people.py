"""Who is at the table: colleagues chosen, others by name and role, who leads and who writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain.konsultation import Participant
from tvaerfaglig.domain.meetings.kind import MeetingKind, Side
from tvaerfaglig.domain.meetings.parties import in_order
from tvaerfaglig.services.konsultation.colleagues import Colleague
from tvaerfaglig.ui.konsultationer.wording import part_of
from tvaerfaglig.ui.widgets import (
    Button,
    Choice,
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

FAMILY = "familie:"


class Table(QWidget):
    """The people of one meeting, to be changed. `changed` sends all of them."""

    changed = Signal(tuple)

    def __init__(
        self,
        people: Sequence[Participant],
        colleagues: Sequence[Colleague],
        meeting: MeetingKind | None = None,
        family: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__()
        self._people = list(people)
        self._meeting, self._family = meeting, dict(family)
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
        names = {one.name for one in self._people}
        family = [
            ListRow(f"{FAMILY}{name}", name, relation, person=name)
            for name, relation in self._family.items()
            if name not in names
        ]
        staff = [
            ListRow(one.id, one.name, one.role.word, person=one.name)
            for one in self._colleagues.values()
            if one.id not in here
        ]
        self.more.offer([*family, *staff])

    def know_family(self, family: Sequence[tuple[str, str]]) -> None:
        """The child's parents by name and relation: they can be chosen, and sit there as family."""
        if dict(family) != self._family:
            self._family = dict(family)
            self._draw()

    def _row(self, n: int, one: Participant) -> QWidget:
        meeting = self._meeting
        leads = meeting.chairs_word if meeting else "Leder mødet"
        pens = meeting.writes_word if meeting else "Skriver"
        chairs = button(leads, "filter", checked=one.chairs, name=f"{one.name}: {leads.lower()}")
        writes = button(pens, "filter", checked=one.writes, name=f"{one.name}: {pens.lower()}")
        chairs.setObjectName("chairs")
        writes.setObjectName("writes")
        away = button("", "icon", "luk", name=f"Tag {one.name} af listen", dense=True)
        chairs.toggled.connect(partial(self._set, n, "chairs"))
        writes.toggled.connect(partial(self._set, n, "writes"))
        away.clicked.connect(partial(self._remove, n))
        words = boxed(row(avatar(one.name, 32), (self._words(n, one), 1), gap=10))
        tools = (*self._seat(n, one), chairs, writes, away)
        return frame("row", col(spread(words, *tools), margins=(0, 1)))

    def _seat(self, n: int, one: Participant) -> list[QWidget]:
        """What this kind of meeting asks of everyone: the part one plays, on whose behalf, and whether one came."""
        meeting, found = self._meeting, []
        if meeting is not None and meeting.seats:
            seats = [("", "Plads"), *((seat.id, seat.name) for seat in meeting.seats)]
            found.append(self._choice(n, "seat", seats, one.seat, f"{one.name}s plads"))
        if meeting is not None and meeting.sides:
            sides = [("", "Hvem for?"), *((side.value, side.word) for side in Side)]
            found.append(self._choice(n, "side", sides, one.side, f"{one.name} er her for"))
            absent = button(
                "Kom ikke", "filter", checked=one.absent, name=f"{one.name} kunne ikke komme"
            )
            absent.toggled.connect(partial(self._put, n, "absent"))
            found.append(absent)
        return found

    def _choice(
        self, n: int, part: str, choices: list[tuple[str, str]], chosen: str, name: str
    ) -> QWidget:
        made = Choice(choices, chosen, name=name)
        made.chosen_changed.connect(partial(self._put, n, part))
        return made

    def _put(self, n: int, part: str, value: object) -> None:
        self._people[n] = replace(self._people[n], **{part: value})  # type: ignore[arg-type]
        self._tell()

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
        again = made.findChild(Button, part) if made else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

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
            side = Side.FAGPERSON.value if self._sides else ""
            self._add(Participant(name=found.name, role=found.role.word, staff=found.id, side=side))
        elif key.startswith(FAMILY):
            self._add_family(key.removeprefix(FAMILY))

    @property
    def _sides(self) -> bool:
        return self._meeting is not None and self._meeting.sides

    def _add_family(self, name: str) -> None:
        side = Side.FAMILIE.value if self._sides else ""
        self._add(Participant(name=name, role=self._family.get(name, ""), side=side))

    @Slot(str)
    def _on_typed(self, name: str) -> None:
        """A name that is a colleague's is hers, however it was put in."""
        self.more.clear()
        same = [one for one in self._colleagues.values() if one.name.lower() == name.lower()]
        if same and all(one.staff != same[0].id for one in self._people):
            self._on_picked(same[0].id)
        elif name in self._family:
            self._add_family(name)
        elif name and not same:
            self._add(Participant(name=name))

    def _add(self, one: Participant) -> None:
        self._people.append(one)
        self._draw()
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.people())


def shown(people: Sequence[Participant], meeting: MeetingKind | None = None) -> QWidget:
    """The same people as they are read; the family first where the meeting tells them apart."""
    lines = [
        boxed(
            row(
                avatar(one.name, 28),
                boxed(col(words(one.name, "strong"), words(part_of(one, meeting), "small"), gap=0)),
                gap=8,
            )
        )
        for one in in_order(people)
    ]
    return boxed(flow(*lines, gap=16))
