"""Hours held: a day, how long, Enter; the last ones beneath, each to be taken away again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.logs import Hours, HoursFor
from tvaerfaglig.domain.efforts.sheets import Weekday
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.efforts import hours
from tvaerfaglig.services.efforts.volunteer_page import PlaceLine, VolunteerPage
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.fields import Missing
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser.volunteers.wording import minutes
from tvaerfaglig.ui.visiting.visit_forms import hours_typed, read_minutes
from tvaerfaglig.ui.widgets import (
    DayField,
    boxed,
    button,
    card,
    choice,
    col,
    empty_layout,
    field,
    line_edit,
    row,
    small,
    spread,
    text,
)
from tvaerfaglig.ui.widgets.fields_row import FieldsRow

FIRST_SHOWN = 6


class HoursCard(QWidget):
    """Enter in any of its fields writes the hours. `written` is sent when something was."""

    written = Signal()

    def __init__(self, desk: Desk, today: Callable[[], date]) -> None:
        super().__init__()
        self.desk = desk
        self._page: VolunteerPage | None = None
        self._all = False
        self.where = choice((), name="Hvor?")
        self.day = DayField(today, None)
        self.long = line_edit(most=12)
        self.note = line_edit(most=120)
        self.add = button("Skriv timer på", "outlined")
        self._day, self._long = field("Dag", self.day), field("Hvor længe?", self.long)
        self._where = field("Hvor?", self.where)
        noted = field("Note", self.note, optional=True)
        self.day.asked.connect(self._day.ask)
        self.add.clicked.connect(self._on_add)
        for each in (self.day, self.long, self.note):
            each.returnPressed.connect(self._on_add)
        self._fields = boxed(
            col(
                self._where,
                FieldsRow([(self._day, 3), (self._long, 2), (noted, 4)], em=44, two=30, gap=16),
                row(self.add, ...),
            )
        )
        self._sum, self._none = text(""), small("Ingen timer endnu.")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.more = button("", "link")
        self.more.clicked.connect(self._on_more)
        made = card("Timer", self._sum, self._fields, self._none, self._lines, row(self.more, ...))
        self.setLayout(col(made, gap=0))

    def show_page(self, page: VolunteerPage) -> None:
        same = self._page is not None and self._page.row.id == page.row.id
        self._page = page
        self._all = self._all and same
        here = [one for one in page.places if one.stored.record.effort in page.runs]
        self._fields.setVisible(bool(here) and page.record.ended_on is None)
        if not same or not self.long.text():
            self._offer(here)
        said = minutes(page.row.minutes)
        half = f" · {minutes(page.half_year)} det seneste halve år" if page.half_year else ""
        self._sum.say(f"{danish.capital(said)} i alt{half}")
        self._sum.setVisible(bool(page.hours))
        self._none.setVisible(not page.hours)
        self._draw()

    def _offer(self, here: list[PlaceLine]) -> None:
        efforts = dict.fromkeys(one.stored.record.effort for one in here)
        named = {one.stored.record.effort: one.where for one in reversed(here)}
        self.where.offer([(one, named[one]) for one in efforts])
        self._where.setVisible(len(efforts) > 1)
        self.day.set_value(self._last_day())
        self.long.setText(self._usual())

    def _last_day(self) -> date | None:
        """The last weekday agreed that has come; today where none is."""
        page = self._page
        if page is None:
            return None
        days = {list(Weekday).index(each.weekday) for each in page.row.weekly}
        back = [
            on
            for on in (date.fromordinal(page.listed.today.toordinal() - n) for n in range(7))
            if on.weekday() in days
        ]
        return back[0] if back else page.listed.today

    def _usual(self) -> str:
        """How long was agreed."""
        weekly = self._page.row.weekly if self._page else ()
        if not weekly:
            return ""
        at, to = weekly[0].at, weekly[0].to
        return hours_typed((to.hour - at.hour) * 60 + to.minute - at.minute)

    # writing

    @Slot()
    def _on_add(self) -> None:
        page = self._page
        if page is None:
            return
        for each in (self._day, self._long):
            each.ask("")
        made = self._made(page)
        if made is None:
            return
        ask = self.desk.ask(hours.save, made)
        ask.then(partial(self._on_saved, made), self)

    def _made(self, page: VolunteerPage) -> Hours | None:
        """What is typed, or None when a question was put at a field."""
        day = self.day.value()
        if day is None:
            self._day.ask("Hvilken dag? Skriv fx 10.11. eller i går.")
            return None
        try:
            long = read_minutes(self.long.text())
        except Missing as missing:
            self._long.ask(missing.question)
            return None
        if not long:
            self._long.ask("Skriv timer og minutter, fx 1.30.")
            self.long.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return Hours(
            effort=self.where.chosen(), day=day, minutes=long, went_to=HoursFor.FRIVILLIG,
            volunteer=page.row.id, note=self.note.text().strip(),
        )  # fmt: skip

    def _on_saved(self, made: Hours, saved: Saved) -> None:
        self.note.clear()
        self.desk.announce(saved.changes)
        words = f"{minutes(made.minutes)} den {danish.day_of_month(made.day)} er skrevet på."
        self.desk.say(words, "ok", partial(self._take_away, saved.id))
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.written.emit()

    def _take_away(self, hours_id: str) -> None:
        self.desk.ask(hours.take_away, hours_id).then(self._on_gone, self)

    def _on_gone(self, changes: object) -> None:
        self.desk.announce(changes)  # type: ignore[arg-type]
        self.desk.say("Timerne er taget af igen.", "ok")
        self.written.emit()

    # the lines

    @Slot()
    def _on_more(self) -> None:
        self._all = not self._all
        self._draw()

    def _draw(self) -> None:
        page = self._page
        if page is None:
            return
        empty_layout(self._lines)
        shown = page.hours if self._all else page.hours[:FIRST_SHOWN]
        for one in shown:
            self._lines.addWidget(self._line(page, one))
        left = len(page.hours) - FIRST_SHOWN
        self.more.setVisible(left > 0)
        self.more.say("Vis færre" if self._all else f"Vis {left} til")

    def _line(self, page: VolunteerPage, one: Stored[Hours]) -> QWidget:
        made = one.record
        day = danish.capital(danish.day_near(made.day, page.listed.today))
        said = " · ".join(filter(None, (day, minutes(made.minutes), made.note)))
        away = button("", "icon", "luk", name=f"Tag timerne af: {said}", dense=True)
        away.clicked.connect(partial(self._take_away, one.id))
        if made.effort not in page.runs:
            away.hide()
        return boxed(spread(small(said), away))
