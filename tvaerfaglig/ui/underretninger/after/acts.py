"""What is asked on the page of a sent letter, and what the vault is asked for then. The page itself only draws."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.follow_up import Contacted
from tvaerfaglig.domain.underretning import Stage, Step
from tvaerfaglig.services import recording
from tvaerfaglig.services.after_sending import calls, decisions, journal, reminders, steps
from tvaerfaglig.services.after_sending.journal import JournalCopy
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.underretninger.after import day_form
from tvaerfaglig.ui.underretninger.after.call_form import CallForm, last_of
from tvaerfaglig.ui.underretninger.after.day_form import Asks, DayForm
from tvaerfaglig.ui.underretninger.step_form import StepForm, StepNote

if TYPE_CHECKING:
    from tvaerfaglig.ui.underretninger.after_view import AfterView

Form = StepForm | CallForm | DayForm
_COPIED = "Kopieret. Sæt ind med Ctrl+V inden et minut. Udklipsholderen ligger uden for boksen."


class AfterActs(QObject):
    """Each act opens a form on the page, or asks at once; what was written makes the page read itself again."""

    def __init__(self, desk: Desk, view: AfterView) -> None:
        super().__init__(view)
        self.desk, self.view = desk, view
        self._wrote = False

    def take_wrote(self) -> bool:
        """Whether it was written from here just now: then one stays on this page."""
        wrote, self._wrote = self._wrote, False
        return wrote

    @property
    def letter(self) -> str:
        return self.view.after.letter if self.view.after else ""

    # calls

    @Slot()
    def log_call(self) -> None:
        if self.view.after is not None:
            last = last_of(tuple(one.record for one in self.view.after.contacts))
            self._put_call(CallForm(self.desk, self.letter, last))

    @Slot(str)
    def correct_call(self, contact: str) -> None:
        if self.view.after is None:
            return
        found = {one.id: one.record for one in self.view.after.contacts}
        if contact in found:
            last = last_of(())
            self._put_call(CallForm(self.desk, self.letter, last, (contact, found[contact])))

    def correct_step(self, step: str, before: Step) -> None:
        made = StepForm(before.stage, self.desk.clock.now, before=before)
        made.saved.connect(partial(self._save_step, step))
        self.view.put_form(made)

    def _save_step(self, step: str, note: StepNote) -> None:
        asked = self.desk.ask(
            steps.correct,
            step,
            note.day,
            note.at,
            channel=note.channel,
            receiver=note.receiver,
            number=note.number,
            note=note.note,
            journal=note.journal,
        )
        asked.then(partial(self._saved, "Rettet. Den første udgave står i historikken."), self)

    def _put_call(self, made: CallForm) -> None:
        made.saved.connect(partial(self._save_call, made))
        self.view.put_form(made)

    def _save_call(self, form: CallForm, contact: Contacted, corrects: str) -> None:
        """The words stay in the form until they stand in the vault."""
        asked = self.desk.ask(_put_down, contact, corrects)
        asked.then(partial(self._call_saved, form), self)

    def _call_saved(self, form: CallForm, saved: Saved) -> None:
        form.take()
        self._saved("Opkaldet er gemt.", saved)

    # days

    @Slot(str)
    def own_day(self, what: str) -> None:
        """Set, move or see to the house's own day."""
        if what == "set":
            self._ask_day(day_form.SEEN, self._seen_to)
        else:
            asks = day_form.MOVE if what == "flyt" else day_form.SET
            self._ask_day(asks, self._set_day)

    def _set_day(self, on: date | None, words: str) -> None:
        if on is not None:
            asked = self.desk.ask(calls.set_day, self.letter, on, words)
            asked.then(partial(self._saved, "Dagen er sat."), self)

    def _seen_to(self, _on: date | None, words: str) -> None:
        asked = self.desk.ask(calls.seen_to, self.letter, words)
        asked.then(partial(self._saved, "Gemt i forløbet."), self)

    @Slot()
    def move_aside(self) -> None:
        self._ask_day(day_form.MOVE, self._move_aside)

    def _move_aside(self, on: date | None, words: str) -> None:
        if on is not None:
            asked = self.desk.ask(decisions.move_aside, self.letter, on, words)
            asked.then(partial(self._saved, "Dagen er flyttet."), self)

    def _ask_day(
        self, asks: Asks, then: Callable[[date | None, str], None], on: date | None = None
    ) -> None:
        made = DayForm(asks, lambda: self.desk.clock.now().date(), on)
        made.saved.connect(then)
        self.view.put_form(made)

    # letters that follow

    @Slot(str)
    def show_reminder(self, reminder: str) -> None:
        """A finished one: always the frozen bytes."""
        if self.view.after is None:
            return
        found = {one.id: one.record for one in self.view.after.reminders}
        if reminder in found:
            made = found[reminder]
            request = PreviewRequest(
                title=made.title,
                document="rykker",
                make=partial(reminders.look_at_frozen, reminder_id=reminder),
                word=partial(reminders.word, reminder_id=reminder),
                child=made.child,
                record=reminder,
                purpose=made.title,
                receiver=made.receiver,
            )
            self.desk.preview_asked.emit(request)

    @Slot(str)
    def reminder_sent(self, reminder: str) -> None:
        if self.view.after is None:
            return
        found = {one.id: one.record for one in self.view.after.reminders}
        if reminder in found:
            made = StepForm(Stage.AFSENDT, self.desk.clock.now, found[reminder].receiver)
            made.saved.connect(partial(self._register_sent, reminder))
            self.view.put_form(made)

    def _register_sent(self, reminder: str, note: StepNote) -> None:
        asked = self.desk.ask(
            reminders.register_sent,
            reminder,
            note.day,
            note.at,
            channel=note.channel,
            receiver=note.receiver,
        )
        asked.then(partial(self._saved, "Registreret som sendt."), self)

    # the journal

    @Slot(str)
    def copy_for_journal(self, paper: str) -> None:
        self.desk.ask(journal.copy, paper).then(self._copied, self)

    def _copied(self, copy: JournalCopy) -> None:
        self.view.lent.lend(copy.text)
        if self.view.journal is not None:
            self.view.journal.show_copy(copy)
        self.view.tell(_COPIED, "watch")
        self.desk.ask(journal.note_copied, copy.paper).then(self._noted, self)

    def _noted(self, changes: Changes) -> None:
        self.desk.announce(changes, self)

    @Slot(str)
    def mark_journalled(self, paper: str) -> None:
        """The number that stood on the receipt stands there already."""
        today = self.desk.clock.now().date()
        self._ask_day(day_form.JOURNAL, partial(self._mark, paper), today)
        if self.view.after is not None and isinstance(self.view.form, DayForm):
            self.view.form.line.setText(self.view.after.their_number)

    def _mark(self, paper: str, on: date | None, number: str) -> None:
        if on is not None:
            asked = self.desk.ask(journal.mark, paper, on, number)
            asked.then(partial(self._marked, paper), self)

    def _marked(self, paper: str, saved: Saved) -> None:
        self._saved("", saved)
        self.desk.say("Markeret som journaliseret.", "ok", partial(self.unmark_journalled, paper))

    @Slot(str)
    def unmark_journalled(self, paper: str) -> None:
        asked = self.desk.ask(journal.take_back, paper)
        asked.then(self._unmarked, self)

    def _unmarked(self, saved: Saved) -> None:
        self._saved("", saved)
        self.desk.say("Mærket er taget tilbage.", "ok")

    # afterwards

    def _saved(self, words: str, saved: Saved) -> None:
        """The form goes; the page is read anew because of what was written. *Fortryd* takes it back."""
        self.view.close_form()
        self.view.untell()
        self._wrote = True
        self.desk.announce(saved.changes, self)
        if words:
            self.desk.say(words, "ok", partial(self._undo, saved.id))

    def _undo(self, record: str) -> None:
        self.desk.ask(recording.take_back, record).then(self._undone, self)

    def _undone(self, changes: Changes) -> None:
        self._wrote = True
        self.desk.announce(changes, self)
        self.desk.say("Fortrudt.", "ok")


def _put_down(session: Session, contact: Contacted, corrects: str) -> Saved:
    """A new call, or another version of one."""
    return calls.correct(session, corrects, contact) if corrects else calls.note(session, contact)
