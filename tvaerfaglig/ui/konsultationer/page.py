"""The place: the list, one note, or a new one; which of them stands there, and what the shell asks of it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer import NEW
from tvaerfaglig.ui.konsultationer.list_page import ListPage
from tvaerfaglig.ui.konsultationer.note_page import NotePage
from tvaerfaglig.ui.konsultationer.plan_page import PlanPage
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.widgets import Fold


class KonsultationerPlace(Place):
    """`open(None)` the list, an id its note, "ny" or "ny:CHILDID" a new one."""

    help_words = (
        "Anonymt er det almindelige. Et navn kræver et grundlag. I en tekst bliver en linje, der "
        "begynder med en pil (→ eller ->), tilbudt som aftale. Ctrl+B henter observationer, Ctrl+PgDn "
        "og Ctrl+PgUp går fra del til del."
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list_page = ListPage(desk)
        self.note_page = NotePage(desk)
        self.plan_page = PlanPage(desk)
        self.stack = QStackedWidget()
        for page in (self.list_page, self.note_page, self.plan_page):
            self.stack.addWidget(page)
        self.set_body(self.stack)
        self.list_page.opened.connect(self._go)
        self.list_page.new_asked.connect(self._go_new)
        self.note_page.left.connect(self._go_list)
        self.note_page.opened_other.connect(self._go)
        self.plan_page.planned.connect(self._go)
        self.plan_page.left.connect(self._go_list)
        desk.changed.connect(self._on_changed)

    def open(self, argument: object = None) -> None:
        asked = argument if isinstance(argument, str) else ""
        if not asked:
            self.stack.setCurrentWidget(self.list_page)
            self.list_page.refresh()
        elif asked == NEW or asked.startswith(f"{NEW}:"):
            self.stack.setCurrentWidget(self.plan_page)
            self.plan_page.open_plan(asked.partition(":")[2])
        else:
            self.stack.setCurrentWidget(self.note_page)
            self.note_page.open_note(asked)

    def leave(self) -> None:
        here = self.stack.currentWidget()
        if here is self.note_page:
            self.note_page.leave()
        elif here is self.plan_page:
            self.plan_page.leave()

    def save_now(self) -> None:
        if self.stack.currentWidget() is self.note_page:
            self.note_page.save_now()

    def print_now(self) -> None:
        if self.stack.currentWidget() is self.note_page:
            self.note_page.print_note()

    def find_here(self) -> None:
        if self.stack.currentWidget() is self.list_page:
            self.list_page.search.setFocus()

    def start(self) -> None:
        here = self.stack.currentWidget()
        if here is self.list_page:
            self.list_page.start()
        elif here is self.note_page:
            self.note_page.start()
        else:
            self.plan_page.start()

    @property
    def child_at_hand(self) -> str | None:
        """The child that Ctrl+N writes about."""
        here = self.stack.currentWidget()
        return self.note_page.child_at_hand if here is self.note_page else None

    def on_fold(self, fold: Fold) -> None:
        for page in (self.list_page, self.note_page, self.plan_page):
            page.set_fold(fold)

    @Slot(str)
    def _go(self, konsultation: str) -> None:
        self.desk.go("konsultationer", konsultation)

    @Slot()
    def _go_new(self) -> None:
        self.desk.go("konsultationer", NEW)

    @Slot()
    def _go_list(self) -> None:
        self.desk.go("konsultationer")

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touch("konsultation", "aftale") and self.list_page.isVisible():
            self.list_page.refresh()
