"""Who said or saw a line, and when: one press opens the two fields, for most lines need them once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.meetings.answers import Line
from tvaerfaglig.ui.konsultationer.part import Work, reveal
from tvaerfaglig.ui.widgets import Choice, DayField, boxed, button, col, field, line_edit

OTHER = "\x00"
"""The choice that opens a field for a name that is not at the table."""


def at_the_table(work: Work) -> list[tuple[str, str]]:
    """(what is kept, name): those who are there, and the child where it has a name."""
    here = [(one.staff or one.name, one.name) for one in work.note.participants]
    child = work.page.child
    first = child.record.first_name if child else ""
    return [*here, (first, first)] if first else here


class Source(QWidget):
    """`changed` sends the line with another who or when."""

    changed = Signal(object)

    def __init__(self, work: Work, line: Line, nr: int) -> None:
        super().__init__()
        self._work, self._line = work, line
        people = at_the_table(work)
        self._opens = button("", "link", name=f"Hvem og hvornår, linje {nr}")
        self._opens.clicked.connect(self._on_opened)
        known = {key for key, _ in people}
        chosen = line.who if line.who in known or not line.who else OTHER
        self._who = Choice(
            [("", "Hvem?"), *people, (OTHER, "En anden …")], chosen, name=f"Hvem, linje {nr}"
        )
        self._name = line_edit(line.who if chosen == OTHER else "", name="Hvem er det?", most=60)
        self._day = DayField(self._today, line.day, name=f"Hvornår, linje {nr}")
        self._fields = boxed(
            col(field("Hvem", self._who), self._name, field("Hvornår", self._day), gap=4)
        )
        self._fields.hide()
        reveal(self._name, shown=chosen == OTHER)
        self._who.chosen_changed.connect(self._on_who)
        self._name.textEdited.connect(self._on_name)
        self._day.changed.connect(self._on_day)
        self.setLayout(col(self._opens, self._fields, gap=2))
        self._name.setHidden(chosen != OTHER)
        self._say()

    def line(self) -> Line:
        return self._line

    def _today(self) -> date:
        return self._work.page.today

    def _say(self) -> None:
        said = said_of(self._line, self._people())
        if not self._line.who:
            said = f"Hvem? · {said}" if said else "Hvem og hvornår?"
        self._opens.setText(said)
        self._opens.setAccessibleDescription(said)

    def _people(self) -> Sequence[tuple[str, str]]:
        names = self._work.page.names.staff
        return [*at_the_table(self._work), *((key, names[key]) for key in names)]

    def _put(self, **facts: object) -> None:
        self._line = replace(self._line, **facts)  # type: ignore[arg-type]
        self._say()
        self.changed.emit(self._line)

    @Slot()
    def _on_opened(self) -> None:
        self._fields.setVisible(self._fields.isHidden())
        if not self._fields.isHidden():
            self._who.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_who(self, key: str) -> None:
        other = key == OTHER
        self._name.setHidden(not other)
        self._put(who=self._name.text().strip() if other else key)
        if other:
            self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_name(self, words: str) -> None:
        self._put(who=words.strip())

    @Slot(object)
    def _on_day(self, on: date | None) -> None:
        self._put(day=on)


def said_of(line: Line, people: Sequence[tuple[str, str]]) -> str:
    """As »Mette Sørensen · 12. nov.«."""
    who = next((name for key, name in people if key == line.who), line.who)
    when = danish.day_of_month(line.day) if line.day else ""
    return " · ".join(filter(None, (who, when)))
