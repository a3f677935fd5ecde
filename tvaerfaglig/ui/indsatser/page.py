"""The place: the list, one effort with its rooms, or a form; which of them stands there."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain.efforts.records import Effort, EffortSession, Enrolment
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser import PLACE
from tvaerfaglig.ui.indsatser.effort_page import EffortView
from tvaerfaglig.ui.indsatser.list_page import ListPage
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.widgets import Fold

_LISTED = (Effort.KIND, Enrolment.KIND, EffortSession.KIND)


class IndsatserPlace(Place):
    """`open(None)` the list; what other arguments there are stands in the package."""

    help_words = "Ctrl+PgDn og Ctrl+PgUp går fra del til del i en indsats. Esc går tilbage."

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list_page, self.effort = ListPage(desk), EffortView(desk)
        self._stack = QStackedWidget()
        for each in (self.list_page, self.effort):
            self._stack.addWidget(each)
        self.set_body(self._stack)
        self.list_page.opened.connect(self._go)
        self.effort.left.connect(self._go_to_list)
        desk.changed.connect(self._on_changed)

    def open(self, argument: object = None) -> None:
        asked = argument if isinstance(argument, str) else ""
        first, _, rest = asked.partition(":")
        if not first:
            self._show_list()
            return
        word, _, which = rest.partition(":")
        self._stack.setCurrentWidget(self.effort)
        self.effort.open_effort(first, word, which)

    def leave(self) -> None:
        if self._in_effort:
            self.effort.leave()

    def save_now(self) -> None:
        if self._in_effort and self.effort.room is not None:
            self.effort.room.save_now()

    def print_now(self) -> None:
        if self._in_effort and self.effort.room is not None:
            self.effort.room.print_now()

    def find_here(self) -> None:
        if not self._in_effort:
            self.list_page.find_here()
        elif self.effort.room is not None:
            self.effort.room.find_here()

    def start(self) -> None:
        (self.effort if self._in_effort else self.list_page).start()

    @property
    def child_at_hand(self) -> str | None:
        """The child that Ctrl+N writes about."""
        room = self.effort.room if self._in_effort else None
        return room.child_at_hand if room is not None else None

    def on_fold(self, fold: Fold) -> None:
        self.list_page.set_fold(fold)
        self.effort.set_fold(fold)

    @property
    def _in_effort(self) -> bool:
        return self._stack.currentWidget() is self.effort

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.list_page)
        self.list_page.refresh()

    @Slot(str)
    def _go(self, effort: str) -> None:
        self.desk.go(PLACE, effort)

    @Slot()
    def _go_to_list(self) -> None:
        self.desk.go(PLACE, None)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, origin: QObject | None) -> None:
        if not self.isVisible():
            return
        if self._in_effort:
            self.effort.on_changed(changes, origin)
        elif changes.touch(*_LISTED):
            self.list_page.refresh()
