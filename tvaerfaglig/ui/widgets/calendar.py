"""A month to choose a day in, with Danish weekdays and the number of the week."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from tvaerfaglig.domain.danish import MONTHS, WEEKDAYS, day_long
from tvaerfaglig.ui.widgets.button import Button, button
from tvaerfaglig.ui.widgets.dressing import mark_as
from tvaerfaglig.ui.widgets.layout import boxed, col, row
from tvaerfaglig.ui.widgets.stated import one_of
from tvaerfaglig.ui.widgets.words import one

WEEKS = 6
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}


class Calendar(QWidget):
    """`chosen` sends the day; arrows go by day and week, PgUp and PgDn by month."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._day = self._today = date(2000, 1, 1)
        self._month = one("", "strong")
        self._month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        before = button("", "icon", "pil-venstre", name="Forrige måned", dense=True)
        after = button("", "icon", "pil-hoejre", name="Næste måned", dense=True)
        before.clicked.connect(self._on_before_clicked)
        after.clicked.connect(self._on_after_clicked)
        self._weeks = [one("", "small") for _ in range(WEEKS)]
        self._days = [self._made_day() for _ in range(7 * WEEKS)]
        one_of(self, self._days)
        self.setLayout(col(row(before, (self._month, 1), after), boxed(self._grid()), gap="tight"))

    def show_day(self, on: date, today: date) -> None:
        """The month of a day, with that day chosen."""
        self._day, self._today = on, today
        self._month.say(f"{MONTHS[on.month - 1]} {on.year}")
        first = self._first()
        for n, label in enumerate(self._weeks):
            label.say(str((first + timedelta(7 * n)).isocalendar().week))
        for n, made in enumerate(self._days):
            self._dress(made, first + timedelta(n))

    def day(self) -> date:
        return self._day

    def take_focus(self) -> None:
        """To the day that is chosen."""
        self._days[(self._day - self._first()).days].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self._go(self._day + timedelta(STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._turn(-1 if key == Qt.Key.Key_PageUp else 1)
            self.take_focus()
        elif key == Qt.Key.Key_Escape:
            self.chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def _first(self) -> date:
        """The Monday that the page begins with."""
        begins = self._day.replace(day=1)
        return begins - timedelta(begins.weekday())

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(2)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(one("uge", "small"), 0, 0)
        for n, name in enumerate(WEEKDAYS, 1):
            label = one(name[:2], "smallstrong")
            label.setAccessibleName(name)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(label, 0, n)
        for n, label in enumerate(self._weeks):
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label, n + 1, 0)
        for n, made in enumerate(self._days):
            grid.addWidget(made, n // 7 + 1, n % 7 + 1)
        return grid

    def _made_day(self) -> Button:
        made = button("1", "day", checked=False)
        made.clicked.connect(self._on_day_clicked)
        return made

    def _dress(self, made: Button, on: date) -> None:
        made.say(str(on.day))
        made.setProperty("day", on.toordinal())
        made.setAccessibleName(day_long(on))
        made.setChecked(on == self._day)
        near = on.month == self._day.month
        mark_as(made, today=on == self._today, near=near)
        stop = Qt.FocusPolicy.StrongFocus if on == self._day else Qt.FocusPolicy.ClickFocus
        made.setFocusPolicy(stop)

    def _go(self, on: date) -> None:
        self.show_day(on, self._today)
        self.take_focus()

    def _turn(self, months: int) -> None:
        """The same day of another month, or its last one."""
        count = self._day.year * 12 + self._day.month - 1 + months
        year, month = divmod(count, 12)
        last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(1)).day
        self.show_day(date(year, month + 1, min(self._day.day, last)), self._today)

    @Slot()
    def _on_before_clicked(self) -> None:
        self._turn(-1)

    @Slot()
    def _on_after_clicked(self) -> None:
        self._turn(1)

    @Slot()
    def _on_day_clicked(self) -> None:
        self.chosen.emit(date.fromordinal(self.sender().property("day")))
