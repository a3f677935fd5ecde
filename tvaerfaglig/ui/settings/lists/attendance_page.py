"""An attendance list on its way in: what each child's days would be, then all of it at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.lists.attendance_rows import Crosses
from tvaerfaglig.services.lists import attendance
from tvaerfaglig.services.lists.attendance import AttendanceLook, ChildDays, OpenedAttendance
from tvaerfaglig.services.lists.child_lists import Brought
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.lists.stoppable import Stoppable
from tvaerfaglig.ui.settings.lists.undoing import take_back
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.widgets import (
    ListRow,
    Segment,
    Segments,
    boxed,
    button,
    choice,
    col,
    field,
    page_foot,
    row,
    row_list,
)


class AttendancePage(DeepPage):
    """Nothing is written until »Hent ind«."""

    def __init__(self, desk: Desk, opened: OpenedAttendance) -> None:
        super().__init__(desk, "Fremmøde", "Intet er skrevet endnu.", "Lister")
        self.opened = opened
        self.seen: AttendanceLook | None = None
        self.house = choice(opened.houses)
        self.house.chosen_changed.connect(self._look)
        self.crosses = Segments(
            (
                Segment(Crosses.PRESENT.value, "Barnet var her"),
                Segment(Crosses.ABSENT.value, "Barnet var væk"),
            ),
            opened.crosses.value,
            name="Hvad betyder et kryds?",
        )
        self.crosses.changed.connect(self._look)
        self.list = row_list(name="Børnene i listen")
        self.work = Stoppable(self)
        self.go_on = button("Hent ind", "primary")
        self.go_on.clicked.connect(self._on_go_on)
        foot = page_foot(None, self.go_on)
        self.sum = foot.saved
        choices = row(
            (field("Hvilket hus?", self.house), 1),
            (field("Hvad betyder et kryds?", self.crosses), 1),
            gap="apart",
        )
        body = col(self.work.bar, choices, (self.list, 1), margins=(24, 12, 24, 8), gap="near")
        self.set_body(boxed(body))
        self.add_foot(foot)

    def load(self) -> None:
        self._look()

    def start(self) -> None:
        self.list.setFocus()

    @Slot()
    def _look(self) -> None:
        self.untell()
        self.go_on.block("Listen bliver læst.")
        ask = self.desk.ask(
            attendance.look_at_attendance,
            self.opened,
            self.house.chosen(),
            Crosses(self.crosses.chosen()),
        )
        ask.then(self._show, self, failed=self._failed)

    def _show(self, seen: AttendanceLook) -> None:
        self.seen = seen
        self.list.set_rows([_line(one) for one in seen.lines])
        if seen.lines and not self.list.current():
            self.list.choose(seen.lines[0].key)
        self._ready()

    def _ready(self) -> None:
        self.work.end()
        seen = self.seen
        if seen is None:
            return
        lost = sum(not one.child for one in seen.lines)
        same = len(seen.lines) - lost - seen.to_write
        parts = [f"{seen.to_write} med nyt"] if seen.to_write else []
        parts += [danish.count(same, "uændret", "uændrede")] if same else []
        parts += [f"{lost} ikke fundet"] if lost else []
        self.sum.say(" · ".join(parts), saved=False)
        many = danish.count(seen.to_write, "barn", "børn", spelled=True, neuter=True)
        self.go_on.say(f"Hent fremmøde for {many} ind" if seen.to_write else "Hent ind")
        self.go_on.block("" if seen.to_write else "Der er ikke noget nyt at hente ind.")

    @Slot()
    def _on_go_on(self) -> None:
        if self.seen is None:
            return
        self.untell()
        self.go_on.block("Listen er på vej ind.")
        self.work.start("Henter ind:")
        ask = self.desk.ask(
            attendance.bring_in_attendance,
            self.opened,
            self.house.chosen(),
            Crosses(self.crosses.chosen()),
            self.seen,
            step=self.work.step,
        )
        ask.then(self._brought, self, failed=self._failed)

    def _brought(self, done: Brought) -> None:
        self._ready()
        self.desk.say("Fremmødet er hentet ind.", "ok", partial(take_back, self.desk, done.id))
        self.desk.announce(done.changes, self)
        self.done.emit()

    def _failed(self, error: BaseException) -> None:
        self._ready()
        self.refuse(error)


def _line(one: ChildDays) -> ListRow:
    said = attendance.said(one)
    under = " · ".join(filter(None, (*one.notes, said)))
    aside = "" if one.news else ("uændret" if one.child else "springes over")
    icon, colour = ("plus", "accent") if one.news else ("flueben", "muted")
    if not one.child:
        icon, colour = "bekymring", "watch"
    return ListRow(
        key=one.key, title=one.name, aside=aside, under=under, icon=icon, colour=colour,
        spoken=", ".join(filter(None, (one.name, aside, *one.notes, said))),
    )  # fmt: skip
