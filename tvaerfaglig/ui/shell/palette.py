"""Ctrl+K: find a child, a paper or an act by typing, and go there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    ListRow,
    Overlay,
    RowList,
    announce,
    boxed,
    col,
    hairline,
    line_edit,
    muted,
    one,
    row,
)

PAUSE_MS = 90


@dataclass(frozen=True)
class Found:
    """One result: what it is called, what it is, its icon, and the group it stands under."""

    key: str
    title: str
    subtitle: str = ""
    icon: str = ""
    group: str = ""
    person: str = ""


class Palette(Overlay):
    """Asks with `asked`, is answered with `show_found`, and sends the key of what was chosen.

    It knows no service. An answer to words that have since changed is dropped.
    """

    asked = Signal(str)
    chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        self.field = line_edit(name="Søg eller gør noget")
        self.field.setPlaceholderText("Søg efter et barn, en tekst eller noget at gøre")
        self._list = RowList(name="Fundet")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = muted("")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        keys = row(
            one("↑ ↓ vælger", "small"), one("Enter åbner", "small"), one("Esc lukker", "small"), ...
        )
        foot = boxed(keys, margins=(8, 2, 8, 4))
        layout = col(
            self.field,
            self._none,
            (self._list, 1),
            hairline(),
            foot,
            gap=6,
            margins=(10, 10, 10, 6),
        )
        super().__init__(window, layout)
        self._window = window
        self._before: QWidget | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.field.textEdited.connect(self._on_text_edited)
        self._list.opened.connect(self._choose)
        self.setAccessibleName("Søg eller gør noget")

    @Slot()
    def open(self) -> None:
        """Open empty; what is offered before one types is asked for at once."""
        self._before = self._window.focusWidget()
        self.field.clear()
        self._list.set_rows(())
        theme = look().theme
        wide = min(theme.em(44), self._window.width() - 32)
        high = min(theme.em(36), self._window.height() - 96)
        self.open_over(QRect((self._window.width() - wide) // 2, 64, wide, high))
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._ask()

    def show_found(self, words: str, found: Sequence[Found]) -> None:
        """The answer to `asked(words)`: in the order given, groups kept together by the asker."""
        if words != self.field.text().strip() or not self.isVisible():
            return
        rows = _rows(_grouped(found))
        self._list.set_rows(rows)
        first = next((made.key for made in rows if made.key), "")
        self._list.choose(first)
        self._list.scrollToTop()
        nothing = f"»{words}« står ingen steder, du kan se." if words and not rows else ""
        self._none.say(nothing)
        self._none.setHidden(not nothing)
        announce(self.field, nothing or f"{len(found)} fundet. {self._sentence()}")

    def found(self) -> tuple[str, ...]:
        return tuple(made.key for made in self._list.rows())

    def current(self) -> str:
        return self._list.current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.current())
        elif key == Qt.Key.Key_Escape:
            self._leave()
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        self._step(1 if forward else -1)
        return True

    def _step(self, by: int) -> None:
        keys = self.found()
        if keys:
            at = keys.index(self.current()) if self.current() in keys else -1
            self._list.choose(keys[(at + by) % len(keys)])
            self._list.scrollTo(self._list.currentIndex())
            announce(self.field, self._sentence())

    def _sentence(self) -> str:
        rows = self._list.rows()
        return next((made.sentence() for made in rows if made.key == self.current()), "")

    def _leave(self) -> None:
        self.close_overlay()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _choose(self, key: str) -> None:
        if key:
            self._leave()
            self.chosen.emit(key)

    @Slot(str)
    def _on_text_edited(self, _words: str) -> None:
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.field.text().strip())


def _grouped(found: Sequence[Found]) -> list[Found]:
    """Groups in the order they first come."""
    order = list(dict.fromkeys(one_found.group for one_found in found))
    return sorted(found, key=lambda one_found: order.index(one_found.group))


def _rows(found: Sequence[Found]) -> list[ListRow]:
    """The name of a group stands at its first row only."""
    groups = ["", *(one_found.group for one_found in found)]
    return [
        ListRow(
            made.key,
            made.title,
            aside=made.group if made.group != before else "",
            under=made.subtitle,
            icon="" if made.person else made.icon,
            person=made.person,
            spoken=", ".join(p for p in (made.title, made.subtitle, made.group) if p),
        )
        for before, made in zip(groups, found, strict=False)
    ]
