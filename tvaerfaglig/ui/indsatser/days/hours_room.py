"""Timer: what substitutes, praktik and preparation took, written on a line and added up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.logs import Hours, HoursFor
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import hours
from tvaerfaglig.services.efforts.reading import EffortPage
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.visiting.papers import minutes_words
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import way
from tvaerfaglig.ui.indsatser.days import HOURS
from tvaerfaglig.ui.indsatser.forms import say_done
from tvaerfaglig.ui.indsatser.rooms import EffortRoom
from tvaerfaglig.ui.konsultationer.width import at_most
from tvaerfaglig.ui.visiting.visit_forms import read_minutes
from tvaerfaglig.ui.widgets import (
    DayField,
    Segment,
    Segments,
    TableColumn,
    boxed,
    button,
    card,
    col,
    empty,
    field,
    line_edit,
    row,
    scroller,
    table,
)

WIDEST_EM = 60
_WRITTEN = (HoursFor.VIKAR, HoursFor.PRAKTIK, HoursFor.FORBEREDELSE)
"""A volunteer's hours are written on her own page, and shown here with the rest."""


@dataclass(frozen=True, slots=True)
class _Line:
    key: str
    day: str
    went_to: str
    time: str
    note: str


class HoursRoom(EffortRoom):
    """Enter in any field writes the line; Delete on one takes it away, with *Fortryd*."""

    SHOWS = (Hours.KIND,)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.day = DayField(self._today)
        self.time = line_edit("", most=12)
        self.note = line_edit("", most=120)
        self.went_to = Segments(
            [Segment(one.value, danish.capital(one.word)) for one in _WRITTEN],
            HoursFor.VIKAR.value,
            name="Hvad gik de til?",
        )
        self.write_button = button("Skriv timerne på", "primary", "plus")
        self.away_button = button("Fjern den valgte linje", "outlined", "minus")
        self._time_field = field("Timer og minutter, fx 2.30", self.time)
        self._day_field = field("Dag", self.day)
        self.table = table(
            [
                TableColumn[_Line]("Dag", lambda one: one.day, em=9),
                TableColumn[_Line]("Gik til", lambda one: one.went_to, em=11),
                TableColumn[_Line]("Note", lambda one: one.note),
                TableColumn[_Line]("Tid", lambda one: one.time, em=8, number=True),
            ],
            name="Timer",
        )
        self.nothing = empty(
            "ur", "Ingen timer endnu.", "Skriv dem på samme dag, så er de til at huske."
        )
        self._found: tuple[Stored[Hours], ...] = ()
        self._build()

    def _build(self) -> None:
        line = row((self._day_field, 2), (self._time_field, 1), gap="apart")
        what = field("Hvad gik de til?", self.went_to)
        note = field("Note", self.note, "Uden navne.", optional=True)
        self._writing = card("Skriv timer på", boxed(line), what, note, row(self.write_button, ...))
        self._listed = card("Timer til nu", self.table, row(..., self.away_button))
        inner = col(self._writing, self._listed, self.nothing, ..., gap="apart", margins=(24, 16))
        self.take(col(scroller(col(at_most(WIDEST_EM, inner), ..., gap=0)), gap=0))
        self.write_button.clicked.connect(self.write)
        self.away_button.clicked.connect(self.take_away)
        for each in (self.time, self.note):
            each.returnPressed.connect(self.write)

    def open(self, page: EffortPage, which: str) -> None:
        if self.page is not None and self.page.id != page.id:
            self.time.clear()
            self.note.clear()
        super().open(page, which)

    def refresh(self) -> None:
        self.desk.ask(hours.hours, self.effort_id).then(self._show, self)

    def start(self) -> None:
        if self._writing.isVisible():
            self.time.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.hasFocus():
            self.take_away()
            return
        super().keyPressEvent(event)

    def _today(self) -> date:
        return self.desk.clock.now().date()

    def _show(self, found: tuple[Stored[Hours], ...]) -> None:
        page = self.page
        if page is None:
            return
        self._found = found
        runs = page.runs and page.effort.is_open
        self._writing.setVisible(runs)
        self.away_button.setVisible(runs)
        self._listed.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.table.set_rows([_line(one, self._today()) for one in found])
        self.table.selectRow(0)
        if not self.day.text():
            self.day.set_value(self._today())
        self.line = _sum([one.record for one in found])
        self.headed.emit()

    @Slot()
    def write(self) -> None:
        try:
            made = self._written()
        except Missing as asked:
            place = self._day_field if asked.name == "day" else self._time_field
            place.ask(asked.question)
            place.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._time_field.ask("")
        self.desk.ask(hours.save, made).then(self._on_written, self)

    def _written(self) -> Hours:
        minutes = read_minutes(self.time.text())
        if minutes is None:
            raise Missing("minutes", "Hvor længe? Skriv timer og minutter, fx 2.30.")
        day = self.day.value()
        if day is None:
            raise Missing("day", "Hvilken dag?")
        return Hours(
            effort=self.effort_id, day=day, minutes=minutes, went_to=HoursFor(self.went_to.chosen()),
            note=self.note.text().strip(),
        )  # fmt: skip

    def _on_written(self, saved: Saved) -> None:
        self.time.clear()
        self.note.clear()
        self.desk.announce(saved.changes, self)
        self.refresh()
        self.time.setFocus(Qt.FocusReason.OtherFocusReason)
        back = partial(hours.take_away, hours_id=saved.id)
        say_done(self.desk, "Timerne er skrevet på.", back, way(self.effort_id, HOURS))

    @Slot()
    def take_away(self, *_: object) -> None:
        at = self.table.currentIndex().row()
        if not self.away_button.isVisible() or not 0 <= at < len(self._found):
            return
        one = self._found[at]
        self.desk.ask(hours.take_away, one.id).then(partial(self._on_gone, one.record), self)

    def _on_gone(self, was: Hours, changes: Changes) -> None:
        self.desk.announce(changes, self)
        self.refresh()
        back = partial(hours.save, wanted=was)
        say_done(self.desk, "Timerne er fjernet.", back, way(self.effort_id, HOURS))


def _line(stored: Stored[Hours], today: date) -> _Line:
    one = stored.record
    return _Line(
        stored.id,
        danish.capital(danish.day_near(one.day, today)),
        danish.capital(one.went_to.word),
        minutes_words(one.minutes),
        one.note,
    )


def _sum(every: list[Hours]) -> str:
    """»Vikar på stuen 12 t. · praktik 40 t.«"""
    found: dict[HoursFor, int] = {}
    for one in every:
        found[one.went_to] = found.get(one.went_to, 0) + one.minutes
    said = [f"{what.word} {minutes_words(found[what])}" for what in HoursFor if what in found]
    return danish.capital(" · ".join(said))
