"""The day list of one visit: what to do by the clock at the left, what one should know beforehand at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.visiting.visit import VisitState
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.visiting import acts, questions
from tvaerfaglig.services.visiting.acts import Done
from tvaerfaglig.services.visiting.day_list import DayList, ToDo, day_list
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.meeting_list import MeetingList
from tvaerfaglig.ui.visiting import PLACE, day_cards, previews, way, wording
from tvaerfaglig.ui.visiting.undoing import undo_of, undone
from tvaerfaglig.ui.visiting.view import View
from tvaerfaglig.ui.widgets import (
    Fold,
    boxed,
    button,
    col,
    empty,
    empty_layout,
    menu_button,
    row,
    scroller,
    small,
)


class DayKeys(MeetingList):
    """As any list of meetings; a letter does what the foot of the page says."""

    pressed_letter = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letters = {Qt.Key.Key_H: "h", Qt.Key.Key_N: "n"}
        letter = letters.get(Qt.Key(event.key()))
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if letter and plain:
            self.pressed_letter.emit(letter)
            return
        super().keyPressEvent(event)


class DayView(View):
    """Enter opens a konsultation or takes a question up; H holds the visit, N adds to the day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.hold_button = button("Notér som holdt", "primary", "flueben")
        self.report_button = button("Besøgsrapport", "outlined", "udskrift")
        self.print_button = button("Dagsliste", "outlined", "udskrift")
        self.more = menu_button("Mere om besøget")
        self.deeds = (self.more, self.print_button, self.report_button, self.hold_button)
        self.list = DayKeys(name="Dagens liste")
        self.add_button = button("Læg en konsultation til", "outlined", "plus")
        self._which = ""
        self._found: DayList | None = None
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._build()

    def _build(self) -> None:
        self.nothing = empty(
            "konsultation",
            "Ingen konsultationer endnu.",
            "Spørgsmål fra huset kommer her af sig selv. Du kan også tage en runde på stuerne.",
        )
        self.none_then = empty("konsultation", "Ingen konsultationer den dag.", "")
        self._stack = QStackedWidget()
        for each in (self.list, self.nothing, self.none_then):
            self._stack.addWidget(each)
        self._keys = small(wording.KEYS)
        left = boxed(
            col((self._stack, 1), self._keys, row(self.add_button, ...), margins=(16, 12, 8, 12))
        )
        inner = boxed(col(self._cards, ..., margins=(8, 12, 16, 12)))
        self._right = scroller(inner)
        self._columns = row((left, 6), (self._right, 4), gap=0)
        self.take(self._columns)
        self.list.opened.connect(self._on_opened)
        self.list.pressed_letter.connect(self._on_letter)
        self.add_button.clicked.connect(self._add)
        self.hold_button.clicked.connect(self.hold)
        self.print_button.clicked.connect(self.print_now)
        self.report_button.clicked.connect(self._print_report)

    def on_fold(self, fold: Fold) -> None:
        super().on_fold(fold)
        below = fold >= Fold.LIST
        self._columns.setDirection(
            self._columns.Direction.TopToBottom if below else self._columns.Direction.LeftToRight
        )

    # what the place asks

    def open(self, which: str) -> None:
        if which != self._which:
            self._found = None
            self.list.set_groups([])
            self.heading, self.line = "Besøg", ""
        self._which = which
        self.refresh()

    def refresh(self) -> None:
        self.desk.ask(day_list, self._which).then(self._show, self)

    def start(self) -> None:
        target = self.list if self.list.rows() else self.add_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def print_now(self) -> None:
        if self._found is not None:
            self.desk.preview_asked.emit(previews.day_list(self._found))

    @Slot()
    def _print_report(self) -> None:
        if self._found is not None:
            self.desk.preview_asked.emit(previews.report(self._found, self.desk.library.areas))

    # showing

    def _show(self, found: DayList) -> None:
        fresh = self._found is None
        self._found = found
        self.heading, self.line = wording.heading(found), wording.line(found)
        rows = [wording.todo(found, one) for one in found.todo]
        self.list.set_groups([("Dagen", rows)] if rows else [])
        planned = found.visit.status is VisitState.PLANLAGT
        nothing = self.nothing if planned else self.none_then
        self._stack.setCurrentWidget(self.list if rows else nothing)
        self._dress_actions(found)
        empty_layout(self._cards)
        for each in day_cards.cards(found, self.desk):
            self._cards.addWidget(each)
        self.headed.emit()
        if fresh and self.isVisible():
            self.start()

    def _dress_actions(self, found: DayList) -> None:
        visit = found.visit
        keeps, held = found.row.may_keep, visit.status is VisitState.HOLDT
        planned = visit.status is VisitState.PLANLAGT
        holds = keeps and planned and visit.day <= found.today
        self.hold_button.setVisible(holds)
        self._keys.say(wording.KEYS if holds else wording.KEYS_BEFORE)
        self.report_button.setVisible(held)
        self.add_button.setVisible(not held and visit.status is not VisitState.AFLYST)
        self._keys.setVisible(planned)
        self.more.empty()
        if found.may_give and visit.status is not VisitState.AFLYST:
            self.more.add("Skriv et bidrag", partial(self.go, "bidrag", found.id), icon="plus")
        if not held:
            self.more.add("Spørg ved dette besøg", partial(self.go, "spoerg"), icon="spoergsmaal")
        if keeps and held:
            self.more.add("Ret tid, tema og hvem der var med", partial(self.go, "holdt", found.id))
        if keeps and planned:
            self.more.add("Flyt besøget", partial(self.go, "flyt", found.id), icon="kalender")
            self.more.add("Aflys besøget", partial(self.go, "aflys", found.id), icon="minus")
        if keeps and visit.status is VisitState.AFLYST:
            self.more.add("Find en ny dag", partial(self.go, "nydag", found.id), icon="kalender")
        self.more.setVisible(bool(self.more.menu_words()))

    # doing

    @Slot(str)
    def _on_opened(self, key: str) -> None:
        one = next((each for each in self._todo() if each.key == key), None)
        if one is None:
            return
        if one.question is not None:
            asked = self.desk.ask(questions.take_up, one.question.id, self._which, one.at)
            asked.then(partial(self._on_taken_up, one.question.id), self)
        else:
            self.desk.go(PLACE, key)

    def _todo(self) -> tuple[ToDo, ...]:
        return self._found.todo if self._found is not None else ()

    def _on_taken_up(self, question: str, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.desk.go(PLACE, saved.id)
        back = partial(_leave, self.desk, question, self._which)
        self.desk.say("Spørgsmålet er taget op som en anonym drøftelse.", "ok", back)

    @Slot(str)
    def _on_letter(self, letter: str) -> None:
        if letter == "h":
            self.hold()
        else:
            self._add()

    @Slot()
    def _add(self) -> None:
        if self.add_button.isVisible():
            self.desk.go(PLACE, f"ny:besoeg:{self._which}")

    @Slot()
    def hold(self) -> None:
        """With one key: as planned. What was otherwise is put right afterwards."""
        if self.hold_button.isVisible():
            self.desk.ask(acts.hold, self._which).then(self._on_held, self)

    def _on_held(self, done: Done) -> None:
        self.desk.announce(done.changes, self)
        back = undo_of(self.desk, done.before)
        self.desk.say("Noteret som holdt, med den tid der var planlagt.", "ok", back)
        self.go("holdt", self._which)


def _leave(desk: Desk, question: str, visit: str) -> None:
    """*Fortryd*: the question waits again."""
    desk.ask(questions.leave, question).then(partial(_left, desk, visit), desk)


def _left(desk: Desk, visit: str, changes: Changes) -> None:
    desk.go(PLACE, way(visit))
    undone(desk, changes)
