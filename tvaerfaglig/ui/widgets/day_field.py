"""A day as people say it: 10.11., i går, tirsdag; or chosen in a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from tvaerfaglig.domain.danish import day_table, parse_date, why_not_date
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.button import button
from tvaerfaglig.ui.widgets.calendar import Calendar
from tvaerfaglig.ui.widgets.layout import col
from tvaerfaglig.ui.widgets.overlay import Overlay

_OPENS = "Vælg i kalender"


class DayField(QLineEdit):
    """`changed` sends a date or None; `asked` what to ask where the words are no day.

    `today` is asked each time, for the demo owns its clock. `ahead` for days to come: "tirsdag"
    is then the next one. Arrow down or the icon opens the calendar.
    """

    changed = Signal(object)
    asked = Signal(str)

    def __init__(
        self,
        today: Callable[[], date],
        on: date | None = None,
        *,
        ahead: bool = False,
        name: str = "",
    ) -> None:
        super().__init__()
        self._today, self._ahead = today, ahead
        self._on: date | None = None
        self.setMaxLength(60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._calendar: Calendar | None = None
        self._popup: Overlay | None = None
        self.icon = button("", "icon", "kalender", name=_OPENS, dense=True)
        self.icon.setParent(self)
        self.icon.clicked.connect(self.open)
        if name:
            self.setAccessibleName(name)
        self.set_value(on)
        self.editingFinished.connect(self._on_editing_finished)

    def setAccessibleName(self, name: str) -> None:
        """A form has several days: the button says whose calendar it opens."""
        super().setAccessibleName(name)
        self.icon.setAccessibleName(f"{_OPENS}: {name}" if name else _OPENS)

    def value(self) -> date | None:
        """What stands there now, also before the field is left; None where nothing can be read."""
        return parse_date(self.text(), self._today(), ahead=self._ahead)

    def set_value(self, on: date | None) -> None:
        """Set from outside; nothing is announced."""
        self._on = on
        self.setText(day_table(on) if on else "")

    def is_open(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    @Slot()
    def open(self) -> None:
        calendar, popup = self._in_popup()
        today = self._today()
        calendar.show_day(self.value() or today, today)
        hint = popup.sizeHint()
        popup.open_at_anchor(hint.width(), hint.height())
        calendar.take_focus()

    def _in_popup(self) -> tuple[Calendar, Overlay]:
        """Made when it is first opened: a month is fifty buttons, and most fields are never opened."""
        if self._calendar is None or self._popup is None:
            self._calendar = Calendar()
            self._calendar.chosen.connect(self._on_day_chosen)
            self._popup = Overlay(self, col(self._calendar, margins=8))
        return self._calendar, self._popup

    def sizeHint(self) -> QSize:
        return QSize(look().theme.em(14), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(look().theme.em(12), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.open()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        hint = self.icon.sizeHint()
        self.setTextMargins(0, 0, hint.width() - 4, 0)
        top = (self.height() - hint.height()) // 2
        self.icon.setGeometry(self.width() - hint.width() - 8, top, hint.width(), hint.height())

    @Slot(object)
    def _on_day_chosen(self, on: object) -> None:
        if self._popup is not None:
            self._popup.close_overlay()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(on, date):
            self.setText(day_table(on))
            self._on_editing_finished()

    @Slot()
    def _on_editing_finished(self) -> None:
        words = self.text().strip()
        on = self.value() if words else None
        asks = why_not_date(words, self._today(), ahead=self._ahead) if words else ""
        self.asked.emit(asks)
        if on is not None:
            self.setText(day_table(on))
        if on != self._on and (on is not None or not words):
            self._on = on
            self.changed.emit(on)
