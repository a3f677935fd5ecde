"""Put off a thing that waits, where it stands: a day and a reason, and it comes back by itself."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.snooze import Snoozed
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.waiting import Overview, snoozing
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    Button,
    DayField,
    boxed,
    button,
    card,
    col,
    field,
    frame,
    line_edit,
    row,
    see_opened,
    small,
    strong,
    well,
)

_A_WEEK = timedelta(days=7)
CLOCK_PX = 36
"""So wide is the clock, and the room of a row that has none: dates and buttons stand in columns."""


class PutOff(QFrame):
    """A row with a clock at its end; pressed, it asks beneath the row for the day and why."""

    def __init__(self, desk: Desk, line: QWidget, child: str, thing: str, what: str) -> None:
        super().__init__()
        self.desk, self._what = desk, what
        self._child, self._thing = child, thing
        self._open: QWidget | None = None
        self._place: QVBoxLayout = col(line, gap=0)
        self.setLayout(self._place)

    @Slot()
    def toggle(self) -> None:
        if self._open is not None:
            self._open.hide()
            self._open.deleteLater()
            self._open = None
            return
        today = self.desk.clock.now().date()
        self.day = DayField(lambda: self.desk.clock.now().date(), today + _A_WEEK, ahead=True)
        self.why = line_edit(most=300)
        save = button("Udskyd", "outlined")
        save.clicked.connect(self._on_save)
        away = button("Luk", "link")
        away.clicked.connect(self.toggle)
        self._day_field = field("Ses igen", self.day)
        self._why_field = field("Hvorfor kan det vente?", self.why)
        self.day.asked.connect(self._day_field.ask)
        self.why.returnPressed.connect(self._on_save)
        acts = boxed(row(save, away, ..., gap=8))
        self._open = well(row((self._day_field, 2), (self._why_field, 5), gap=12), acts)
        self._place.addWidget(self._open)
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)
        see_opened(self._open)

    @Slot()
    def _on_save(self) -> None:
        on, why = self.day.value(), self.why.text().strip()
        self._day_field.ask("" if on else snoozing.NO_DAY)
        self._why_field.ask("" if why else snoozing.NO_REASON)
        if on is None or not why:
            return
        ask = self.desk.ask(
            snoozing.snooze, self._child, self._thing, what=self._what, until=on, because=why
        )
        ask.then(partial(_saved, self.desk, danish.day(on)), self.desk)


def clock_for(line: PutOff, what: str) -> Button:
    """The small clock at the end of a row."""
    made = button("", "icon", "ur", name=f"Se på det en anden dag: {what}")
    made.clicked.connect(line.toggle)
    made.setFixedWidth(look().theme.px(CLOCK_PX))
    return made


def _saved(desk: Desk, day: str, saved: Saved) -> None:
    desk.announce(saved.changes)
    desk.say(f"Udskudt. Det kommer igen {day}.", "ok", partial(_wake, desk, saved.id))


def _wake(desk: Desk, snooze: str) -> None:
    desk.ask(snoozing.wake, snooze).then(partial(_woken, desk), desk)


def _woken(desk: Desk, saved: Saved) -> None:
    desk.announce(saved.changes)
    desk.say("Taget op igen.", "ok")


def asleep(overview: Overview, desk: Desk) -> QWidget | None:
    """What is put off, until when and why: nothing goes away by being put off."""
    if not overview.asleep:
        return None
    return card("Udskudt", *(_sleeper(one, overview, desk) for one in overview.asleep[:6]))


def _sleeper(one: Stored[Snoozed], overview: Overview, desk: Desk) -> QWidget:
    put_off, names = one.record, overview.names
    up = button("Tag op", "small", name=f"Tag op nu: {put_off.what}")
    up.clicked.connect(partial(_wake, desk, one.id))
    by = names.first(put_off.by or one.written_by)
    words = f"Ses igen {danish.day(put_off.until)}. {by}: {put_off.because}"
    said = boxed(col(strong(names.said(put_off.what)), small(names.said(words)), gap=0))
    return frame("row", row((said, 1), up, gap=10, margins=(0, 4)))
