"""The place itself: which of its pages is shown, and what each of them asks for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services import recording
from tvaerfaglig.services.observations import reading as observations
from tvaerfaglig.services.observations.reading import WhoToChoose
from tvaerfaglig.services.printing import noting
from tvaerfaglig.services.printing.freezing import Frozen
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.statusudtalelser import acts, reading, writing
from tvaerfaglig.services.statusudtalelser.reading import StatusList, StatusPage
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.statusudtalelser import NewStatus
from tvaerfaglig.ui.statusudtalelser.after_view import AfterView
from tvaerfaglig.ui.statusudtalelser.list_view import ListView
from tvaerfaglig.ui.statusudtalelser.write_view import WriteView
from tvaerfaglig.ui.statusudtalelser.writer import StatusWriter
from tvaerfaglig.ui.underretninger.step_form import StepNote
from tvaerfaglig.ui.widgets import Confirm, Fold, Page, small

KINDS = ("statusudtalelse", "statusudtalelse_faerdig", "statusudtalelse_skridt", "barn", "deling")
HELP = (
    "Ctrl+I skriver »det ved vi ikke noget om«. Ctrl+B går til observationerne, og Enter bruger en, hvor du "
    "skriver. F8 går til næste spørgsmål, Esc lægger det væk. Ctrl+PgDown og Ctrl+PgUp skifter overskrift."
)


class StatusPlace(Place):
    """The list, the one being written, and what comes after."""

    help_words = HELP

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.form = desk.library.statusudtalelse
        self.writer = StatusWriter(desk, self)
        self.list = ListView(desk)
        self.write = WriteView(desk, self.writer)
        self.after = AfterView(desk)
        self.window_on_top: Confirm | None = None
        self._stack = QStackedWidget()
        for page in self._pages():
            self._stack.addWidget(page)
        self.set_body(self._stack)
        self._connect()

    def _pages(self) -> tuple[Page, ...]:
        return (self.list, self.write, self.after)

    def _connect(self) -> None:
        self.list.opened.connect(self._open_status)
        self.list.begin_asked.connect(self._begin)
        self.list.back_asked.connect(self._to_letters)
        self.writer.opened.connect(self._on_opened)
        self.writer.renewed.connect(self._on_renewed)
        self.write.back_asked.connect(self._to_list)
        self.write.print_asked.connect(self.print_now)
        self.write.finish_asked.connect(self._on_finish_asked)
        self.write.take_back_asked.connect(self._on_take_back_asked)
        self.write.course_asked.connect(self._on_course_asked)
        self.after.back_asked.connect(self._on_after_left)
        self.after.print_asked.connect(self._print_copy)
        self.after.registered.connect(self._on_registered)
        self.after.correct_asked.connect(self._on_correct_asked)
        self.after.copied.connect(self._on_copied)
        self.desk.changed.connect(self._on_changed)

    # what the shell asks

    def open(self, argument: object = None) -> None:
        if isinstance(argument, NewStatus):
            self._begin(argument.child)
        elif isinstance(argument, str) and argument:
            self._open_status(argument)
        elif argument is None and self.shown is not self.list and self.writer.status:
            self.writer.renew()
        else:
            self._to_list()

    def leave(self) -> None:
        """Everything typed is sent off; nothing waits for an answer."""
        self.write.flush()
        self.writer.save()

    def save_now(self) -> None:
        self.write.flush()
        self.writer.save(self.write.say_saved)

    def print_now(self) -> None:
        if self.shown is self.after:
            self._print_copy("")
        elif self.writer.status:
            self._save_then(self._ask_preview)

    def find_here(self) -> None:
        if self.shown is self.write:
            self.write.to_observations()

    def start(self) -> None:
        shown = self.shown
        if isinstance(shown, ListView | WriteView | AfterView):
            shown.start()

    def on_fold(self, fold: Fold) -> None:
        for page in self._pages():
            page.set_fold(fold)

    @property
    def shown(self) -> Page:
        return self._pages()[self._stack.currentIndex()]

    def _show(self, page: Page) -> None:
        self._stack.setCurrentWidget(page)

    # the list

    @Slot()
    def _to_letters(self) -> None:
        self.desk.go("underretninger")

    @Slot()
    def _to_list(self) -> None:
        if self.writer.status:
            self.leave()
        self.write.close_status()
        self.writer.close()
        self._show(self.list)
        self._ask_list()

    def _ask_list(self) -> None:
        self.desk.ask(_everything).then(self._on_list, self)

    def _on_list(self, found: tuple[StatusList, WhoToChoose]) -> None:
        statuses, choose = found
        self.list.offer(choose.children)
        self.list.show_list(statuses)

    @Slot(str)
    def _open_status(self, status: str) -> None:
        if status == self.writer.status and self.shown is not self.list:
            self.writer.renew()
            return
        if self.writer.status:
            self.leave()
        self.write.close_status()
        self.writer.open(status)

    @Slot(str)
    def _begin(self, child: str) -> None:
        self.desk.ask(writing.begin, child, self.form).then(self._on_begun, self)

    def _on_begun(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self._open_status(saved.id)

    @Slot()
    def _on_take_back_asked(self) -> None:
        """*Fortryd* while nothing is written in it: it was never begun."""
        status = self.writer.status
        self.write.close_status()
        self.writer.close()
        self._show(self.list)
        self.list.start()
        self.desk.ask(recording.take_back, status).then(self._on_taken_back, self)

    def _on_taken_back(self, changes: Changes) -> None:
        self.desk.announce(changes, self)
        self._ask_list()

    # the one being written

    @Slot()
    def _on_opened(self) -> None:
        page = self.writer.page
        if page is None:
            return
        if page.is_open:
            self._show(self.write)
            self.write.show_status()
            self.start()
        else:
            self._show_after(page)

    @Slot()
    def _on_renewed(self) -> None:
        page = self.writer.page
        if page is None or self.shown is self.list:
            return
        if not page.is_open:
            self._show_after(page)
        elif self.shown is self.after:
            self._on_opened()
        else:
            self.write.show_again()

    @Slot()
    def _on_course_asked(self) -> None:
        self.leave()
        if self.writer.page is not None:
            self._show_after(self.writer.page)

    @Slot()
    def _on_after_left(self) -> None:
        page = self.writer.page
        if page is not None and page.is_open:
            self._on_opened()
        else:
            self._to_list()

    def _show_after(self, page: StatusPage) -> None:
        self.write.close_status()
        self.desk.ask(acts.sections, page.id, self.form).then(partial(self._on_after, page), self)

    def _on_after(self, page: StatusPage, sections: tuple[tuple[str, str], ...]) -> None:
        if page.id != self.writer.status:
            return
        fresh = self.shown is not self.after
        self.after.show_status(page, () if page.is_open else sections)
        self._show(self.after)
        if fresh:
            self.after.close_form()
        if fresh or not self.after.isAncestorOf(self.focusWidget()):
            self.after.start()

    # preview and finishing

    def _save_then(self, then: object) -> None:
        """Save the sitting, see what to look at before it leaves, and go on."""
        self.write.flush()
        status = self.writer.status
        self.writer.save()
        self.desk.ask(acts.warnings, status, self.form).then(then, self)  # type: ignore[arg-type]

    def _ask_preview(self, warnings: tuple[str, ...]) -> None:
        page = self.writer.page
        if page is None:
            return
        request = PreviewRequest(
            title=f"Statusudtalelse om {page.child.record.name}",
            document=acts.DOCUMENT,
            make=partial(acts.preview, status_id=page.id, form=self.form),
            word=partial(acts.word, status_id=page.id, form=self.form),
            child=page.child.id,
            record=page.id,
            purpose="Kladde til gennemlæsning" if page.is_open else "Statusudtalelse til kommunen",
            warnings=(*warnings, *_guarded(page)),
        )
        self.desk.preview_asked.emit(request)

    @Slot(str)
    def _print_copy(self, copy: str) -> None:
        """A finished copy: always the frozen bytes."""
        page = self.writer.page
        if page is None or page.frozen is None:
            return
        chosen = copy or page.frozen.id
        request = PreviewRequest(
            title=f"Statusudtalelse om {page.child.record.name}",
            document=acts.DOCUMENT,
            make=partial(acts.frozen, finished_id=chosen),
            word=partial(acts.frozen_word, finished_id=chosen),
            child=page.child.id,
            record=page.id,
            purpose="Statusudtalelse til kommunen",
            receiver=page.record.request.authority,
            warnings=_guarded(page),
        )
        self.desk.preview_asked.emit(request)

    @Slot()
    def _on_finish_asked(self) -> None:
        self._save_then(self._ask_finish)

    def _ask_finish(self, warnings: tuple[str, ...]) -> None:
        page = self.writer.page
        if page is None:
            return
        made = Confirm(
            self.window(),
            f"Afslut statusudtalelsen om {page.child.record.name}?",
            "Teksten bliver låst, som den er nu, og kan udskrives og kopieres. Skal noget ændres senere, "
            "laver du en rettelse; det første eksemplar bliver stående.",
            *(small(words) for words in (*_left_open(page, self.writer), *warnings)),
            act="Afslut",
            safe="Skriv videre",
            kind="outlined",
        )
        made.accepted.connect(self._finish)
        self.window_on_top = made
        made.finished.connect(made.deleteLater)
        made.open()

    @Slot()
    def _finish(self) -> None:
        asked = self.desk.ask(acts.finish, self.writer.status, self.form)
        asked.then(self._on_finished, self)

    def _on_finished(self, frozen: Frozen) -> None:
        self.desk.announce(frozen.changes, self)
        self.writer.renew()
        number = " ".join(frozen.kontrolnr[n : n + 4].upper() for n in range(0, 12, 4))
        words = f"Afsluttet. Kontrolnr. {number}. Send den, og registrér det her."
        self.after.tell(words, "ok")

    # what follows

    @Slot(object)
    def _on_registered(self, note: StepNote) -> None:
        asked = self.desk.ask(
            acts.send,
            self.writer.status,
            note.day,
            note.at,
            channel=note.channel,
            receiver=note.receiver,
            note=note.note,
            journal=note.journal,
        )
        asked.then(self._on_acted, self)

    @Slot()
    def _on_correct_asked(self) -> None:
        self.desk.ask(acts.correct, self.writer.status).then(self._on_acted, self)

    def _on_acted(self, saved: Saved) -> None:
        self.after.untell()
        self.desk.announce(saved.changes, self)
        self.writer.renew()

    @Slot(str)
    def _on_copied(self, heading: str) -> None:
        page = self.writer.page
        if page is not None:
            asked = self.desk.ask(
                noting.note_printed,
                document=acts.DOCUMENT,
                how="kopieret",
                child=page.child.id,
                record=page.id,
                purpose=f"Afsnittet {heading}",
            )
            asked.then(self._on_noted, self)

    def _on_noted(self, changes: Changes) -> None:
        self.desk.announce(changes, self)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, origin: QObject | None) -> None:
        if origin is not self and self.shown is self.list and changes.touch(*KINDS):
            self._ask_list()


def _everything(session: Session) -> tuple[StatusList, WhoToChoose]:
    return reading.statuses(session), observations.who_to_choose(session)


def _guarded(page: StatusPage) -> tuple[str, ...]:
    words = "Værnet er sat. Papiret må ikke udleveres til eller gennemgås med forældrene."
    return (words,) if page.hides_parents else ()


def _left_open(page: StatusPage, writer: StatusWriter) -> tuple[str, ...]:
    """What stands open; none of it stops anything."""
    found = []
    record = writer.record or page.record
    headings = [
        one for one in writer.form.open_headings(parents_hidden=page.hides_parents) if one.ics
    ]
    empty = sum(record.answer(one.id) is None for one in headings)
    if empty:
        many = danish.count(empty, "overskrift", "overskrifter", spelled=True)
        found.append(
            f"{danish.capital(many)} har intet svar. Der kommer til at stå: »{writer.form.unanswered}«"
        )
    if writer.help.shown:
        asked = danish.count(
            len(writer.help.shown), "spørgsmål", "spørgsmål", spelled=True, neuter=True
        )
        found.append(f"Der er {asked} tilbage. Det forhindrer ikke noget.")
    return tuple(found)
