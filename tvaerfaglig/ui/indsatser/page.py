"""The place: the list, one effort with its rooms, or a form; which of them stands there."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain.efforts.records import Effort, EffortSession, Enrolment
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.stored import Draft
from tvaerfaglig.services import drafts
from tvaerfaglig.services.efforts import beginning, families, giving, reading, rules, starting
from tvaerfaglig.services.efforts.families import Asking
from tvaerfaglig.services.efforts.own_sheets import own_sheets
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.desk import Asked, Desk
from tvaerfaglig.ui.indsatser import (
    ADMIT,
    BEGIN,
    CHANGE,
    CLOSE,
    CORRECT,
    END,
    JOIN,
    NEW,
    OFF,
    PLACE,
    SHEET,
    way,
)
from tvaerfaglig.ui.indsatser.ask_form import AskForm
from tvaerfaglig.ui.indsatser.days.forms_here import DAY_FORMS
from tvaerfaglig.ui.indsatser.effort_forms import CloseForm, StartForm
from tvaerfaglig.ui.indsatser.effort_page import EffortView
from tvaerfaglig.ui.indsatser.forms import IndsatsForm
from tvaerfaglig.ui.indsatser.join_page import JoinPage
from tvaerfaglig.ui.indsatser.list_page import ListPage
from tvaerfaglig.ui.indsatser.place_forms import EndForm, GiveForm, OffForm
from tvaerfaglig.ui.indsatser.sheets.form import OwnSheetForm
from tvaerfaglig.ui.indsatser.shelf_page import ShelfPage
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.widgets import Fold

_LISTED = (Effort.KIND, Enrolment.KIND, EffortSession.KIND)


def _start(session: Session, which: str) -> tuple[Any, ...]:
    """»KIND:HOUSE:CHILD«; house and child may be empty."""
    ref, _, rest = which.partition(":")
    house, _, child = rest.partition(":")
    return beginning.to_start(session, ref, house), child


def _change(session: Session, effort: str, _which: str) -> tuple[Any, ...]:
    return (beginning.to_change(session, effort),)


def _close(session: Session, effort: str, _which: str) -> tuple[Any, ...]:
    rules.require_run(session, effort)
    return reading.effort_page(session, effort), starting.still_in_it(session, effort)


def _join(session: Session, effort: str, child: str) -> tuple[Any, ...]:
    if child:
        return (families.to_ask(session, effort, child),)
    return reading.effort_page(session, effort), families.may_join(session, effort)


def _correct(session: Session, _effort: str, enrolment: str) -> tuple[Any, ...]:
    return (families.to_correct(session, enrolment),)


def _own_sheet(session: Session, effort: str, which: str) -> tuple[Any, ...]:
    """»FORM[:SHEET]«."""
    form, _, sheet = which.partition(":")
    found, page = own_sheets(session, effort), reading.effort_page(session, effort)
    return found.form(form), found, page.effort.name, sheet


def _place(session: Session, _effort: str, enrolment: str) -> tuple[Any, ...]:
    return (giving.giving(session, enrolment),)


Facts = Callable[[Session, str, str], tuple[Any, ...]]
FORMS: dict[str, tuple[Facts, type[IndsatsForm]]] = {
    CHANGE: (_change, StartForm),
    CLOSE: (_close, CloseForm),
    JOIN: (_join, AskForm),
    CORRECT: (_correct, AskForm),
    ADMIT: (_place, GiveForm),
    END: (_place, EndForm),
    OFF: (_place, OffForm),
    SHEET: (_own_sheet, OwnSheetForm),
    **DAY_FORMS,
}
"""A word of the way: what the form is made from, and the form."""


class IndsatserPlace(Place):
    """`open(None)` the list; what other arguments there are stands in the package."""

    help_words = (
        "Ctrl+PgDn og Ctrl+PgUp går fra del til del i en indsats, Esc går tilbage. På ventelisten giver "
        "Enter den valgte familie en plads. I dagene begynder O opråbet: A alle kom, I ingen kom, tallene er "
        "grundene, hver person har sit bogstav, og T går en familie tilbage. "
        "På en families side sætter tallene trin på et mål. Ctrl+S gemmer kladden, og Ctrl+Enter gemmer det, "
        "du skriver."
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list_page, self.shelf = ListPage(desk), ShelfPage(desk)
        self.effort = EffortView(desk)
        self.form: IndsatsForm | JoinPage | None = None
        self._begun = False
        self._stack = QStackedWidget()
        for each in (self.list_page, self.shelf, self.effort):
            self._stack.addWidget(each)
        self.set_body(self._stack)
        self.list_page.opened.connect(self._go)
        self.list_page.new_asked.connect(partial(self._go, NEW))
        self.shelf.left.connect(self._go_to_list)
        self.effort.left.connect(self._go_to_list)
        desk.changed.connect(self._on_changed)

    def open(self, argument: object = None) -> None:
        asked = argument if isinstance(argument, str) else ""
        first, _, rest = asked.partition(":")
        self._drop_form()
        if not first:
            self._show_list()
        elif first == NEW:
            self._begun = False
            self._stack.setCurrentWidget(self.shelf)
            self.shelf.open_shelf(rest)
        elif first == BEGIN:
            self._begun = False
            self._ask_for(self.desk.ask(_start, rest), StartForm, way(NEW))
        else:
            self._open_effort(first, *_split(rest))

    def is_past(self, argument: object) -> bool:
        """From one just begun one comes back to where one was before the shelf."""
        first = argument.partition(":")[0] if isinstance(argument, str) else ""
        return self._begun and first in {NEW, BEGIN}

    def leave(self) -> None:
        if self.form is not None:
            self.form.keep()
        elif self._in_effort:
            self.effort.leave()

    def save_now(self) -> None:
        if self.form is not None:
            self.form.keep()
        elif self._in_effort and self.effort.room is not None:
            self.effort.room.save_now()

    def print_now(self) -> None:
        if self._in_effort and self.effort.room is not None:
            self.effort.room.print_now()

    def find_here(self) -> None:
        if self._stack.currentWidget() is self.list_page:
            self.list_page.find_here()
        elif self._in_effort and self.effort.room is not None:
            self.effort.room.find_here()

    def start(self) -> None:
        here = self._stack.currentWidget()
        if isinstance(here, ListPage | ShelfPage | EffortView | IndsatsForm | JoinPage):
            here.start()

    @property
    def child_at_hand(self) -> str | None:
        """The child that Ctrl+N writes about."""
        room = self.effort.room if self._in_effort else None
        return room.child_at_hand if room is not None else None

    def on_fold(self, fold: Fold) -> None:
        for each in (self.list_page, self.shelf, self.effort, self.form):
            if each is not None:
                each.set_fold(fold)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts a form away."""
        if event.key() == Qt.Key.Key_Escape and self.form is not None:
            self.form.put_away()
            return
        super().keyPressEvent(event)

    @property
    def _in_effort(self) -> bool:
        return self._stack.currentWidget() is self.effort

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.list_page)
        self.list_page.refresh()

    def _open_effort(self, effort: str, word: str, which: str) -> None:
        if word in FORMS:
            facts, kind = FORMS[word]
            self._ask_for(self.desk.ask(facts, effort, which), kind, effort)
            return
        self._stack.setCurrentWidget(self.effort)
        self.effort.open_effort(effort, word, which)

    # a form

    def _ask_for(
        self, asked: Asked[tuple[Any, ...]], kind: type[IndsatsForm], beneath: str
    ) -> None:
        asked.then(partial(self._open_form, kind), self, failed=partial(self._on_refused, beneath))

    def _on_refused(self, beneath: str, error: BaseException) -> None:
        self.desk.explain(error)
        self._go(beneath)

    def _open_form(self, kind: type[IndsatsForm], facts: tuple[Any, ...]) -> None:
        self._drop_form()
        which_child = kind is AskForm and not isinstance(facts[0], Asking)
        form = JoinPage(self.desk, *facts) if which_child else kind(self.desk, *facts)
        self.form = form
        form.finished.connect(partial(self._go, form.beneath()))
        form.leads.connect(self._on_led)
        form.set_fold(self.fold)
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        if self.isVisible():
            form.start()
        if isinstance(form, IndsatsForm):
            self.desk.ask(drafts.one, form.key).then(partial(self._offer_draft, form), self)

    def _offer_draft(self, form: IndsatsForm, draft: Draft | None) -> None:
        """Whoever opens the form anew finds what she had begun."""
        if draft is not None and form is self.form and not form.is_touched():
            form.resume(draft)

    def _drop_form(self) -> None:
        old, self.form = self.form, None
        if old is not None:
            old.keep()
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()

    # the ways between its pages

    @Slot(str)
    def _on_led(self, where: str) -> None:
        self._begun = isinstance(self.form, StartForm)
        self._go(where)

    @Slot(str)
    def _go(self, where: str) -> None:
        self.desk.go(PLACE, where)

    @Slot()
    def _go_to_list(self) -> None:
        self.desk.go(PLACE, None)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, origin: QObject | None) -> None:
        if not self.isVisible():
            return
        if self._in_effort:
            self.effort.on_changed(changes, origin)
        elif self._stack.currentWidget() is self.list_page and changes.touch(*_LISTED):
            self.list_page.refresh()


def _split(rest: str) -> tuple[str, str]:
    word, _, which = rest.partition(":")
    return word, which
