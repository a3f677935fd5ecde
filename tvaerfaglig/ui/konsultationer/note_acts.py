"""What is done with a whole note: finished, cancelled, given a name, looked back on, printed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.konsultation import Konsultation, KonsultationKind
from tvaerfaglig.domain.meetings.kind import as_form
from tvaerfaglig.domain.stored import Version
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import page as konsultation_page
from tvaerfaglig.services.konsultation import paper as konsultation_paper
from tvaerfaglig.services.konsultation import saving as konsultation_saving
from tvaerfaglig.services.konsultation.page import KonsultationPage
from tvaerfaglig.services.meeting_papers.which import MeetingPaper
from tvaerfaglig.services.printing import pressing
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.writing import reidentifying
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer import wording
from tvaerfaglig.ui.konsultationer.authority import counts_as
from tvaerfaglig.ui.konsultationer.for_parents import ForParentsSheet
from tvaerfaglig.ui.konsultationer.history import History
from tvaerfaglig.ui.konsultationer.papers import request_of
from tvaerfaglig.ui.konsultationer.sheets import CancelSheet, NameSheet
from tvaerfaglig.ui.konsultationer.writer import NoteWriter
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.widgets import Confirm, SheetHost, small

DOCUMENT = "konsultationsnotat"
STAYS = "Det kan stadig rettes. Det, der står nu, bliver stående som en udgave."


class NoteActs(QObject):
    """Each saves the sitting first. `changed` when the note is to be opened anew, `named` sends the new one."""

    changed = Signal()
    named = Signal(str)

    def __init__(self, desk: Desk, writer: NoteWriter, over: QWidget) -> None:
        super().__init__(over)
        self._desk, self._writer, self._over = desk, writer, over
        self.sheet = SheetHost(over)
        self.confirm: Confirm | None = None

    @property
    def _page(self) -> KonsultationPage:
        return self._writer.sitting.page

    # finishing

    def finish(self) -> None:
        """Ask once, with what comes of it; nothing that is missing stands in the way."""
        self._writer.save(self._look_before_finish)

    def _look_before_finish(self) -> None:
        asked = self._desk.ask(reidentifying.look_first, self._page.id)
        asked.then(self._ask_finish, self)

    def _ask_finish(self, look_first: str) -> None:
        note = self._writer.sitting.note
        asks = f"Afslut notatet om {wording.called(self._page)}?"
        if note.kind is KonsultationKind.TEMA:
            asks = "Afslut notatet?"
        told = [small(line) for line in (look_first, *self._follows(note)) if line]
        self.confirm = Confirm(
            self._over,
            asks,
            STAYS,
            *told,
            act="Afslut notatet",
            safe="Skriv videre",
            kind="outlined",
        )
        self.confirm.accepted.connect(self._on_accepted)
        self.confirm.finished.connect(self.confirm.deleteLater)
        self.confirm.open()

    def _follows(self, note: Konsultation) -> list[str]:
        """What comes of it, and what one might still wish to write."""
        said = []
        if note.position and note.about():
            word = self._desk.library.positions.of(note.position).in_sentence
            verb = "" if word == note.position.value else "står fra i dag "
            said.append(f"{danish.capital(wording.called(self._page))} {verb}{word}.")
        rows = [made for _, made in self._writer.sitting.agreements() if made.who]
        if rows:
            many = danish.count(len(rows), "aftale", "aftaler", spelled=True)
            said.append(f"{danish.capital(many)} ligger hos dem, der er nævnt.")
        if note.follow_up_on and note.follow_up_on >= self._page.today:
            said.append(f"Opfølgning {danish.day_long(note.follow_up_on)} bliver planlagt.")
        if not note.tovholder:
            said.append(self._who_holds_on())
        return said

    def _who_holds_on(self) -> str:
        """The note names nobody: it stays with whoever has it, or nobody does."""
        page = self._page
        if page.tovholder:
            return f"{page.names.of_staff(page.tovholder)} er stadig tovholder."
        return "Der er ingen tovholder endnu. Ét navn holder det i gang."

    @Slot()
    def _on_accepted(self) -> None:
        asked = self._desk.ask(konsultation_saving.finish, self._page.id)
        asked.then(self._on_finished, self, failed=self._writer.refused.emit)

    def _on_finished(self, saved: Saved) -> None:
        self._desk.announce(saved.changes, self._writer)
        self._desk.say("Notatet er afsluttet.", "ok")
        self.changed.emit()

    def take_up(self) -> None:
        """A cancelled meeting is planned again."""
        asked = self._desk.ask(konsultationer.take_up, self._page.id)
        asked.then(self._on_taken_up, self)

    def _on_taken_up(self, _changes: object) -> None:
        self.changed.emit()

    # sheets

    @Slot()
    def ask_cancel(self) -> None:
        self._writer.save(self._open_cancel)

    def _open_cancel(self) -> None:
        made = CancelSheet(self._desk, self._page.id)
        made.closed.connect(self.sheet.close_sheet)
        made.cancelled.connect(self.changed)
        self.show_sheet(made, "Aflys konsultationen")

    @Slot()
    def ask_name(self) -> None:
        self._writer.save(self._open_name)

    def _open_name(self) -> None:
        page = self._page
        made = NameSheet(self._desk, page.id, counts_as(page.note.participants, page.colleagues))
        made.closed.connect(self.sheet.close_sheet)
        made.named.connect(self.named)
        self.show_sheet(made, "Få navn på")

    @Slot()
    def show_history(self) -> None:
        asked = self._desk.ask(konsultation_page.history, self._page.id)
        asked.then(self._on_history, self)

    def _on_history(self, versions: list[Version[Konsultation]]) -> None:
        page = self._page
        made = History(
            versions, as_form(self._desk.library.konsultation, page.meeting), page.names,
            today=page.today, hides_parents=page.hides_parents,
        )  # fmt: skip
        made.closed.connect(self.sheet.close_sheet)
        self.show_sheet(made, "Tidligere udgaver")

    def show_sheet(self, made: QWidget, name: str, em: float = 40) -> None:
        """What was made for one showing is let go when the sheet holds something else."""
        before = self.sheet.content()
        self.sheet.open(made, em=em, name=name)
        if isinstance(before, CancelSheet | NameSheet | History | ForParentsSheet):
            before.deleteLater()

    # paper

    def print_paper(self, which: MeetingPaper) -> None:
        """Another of the meeting's papers: what is unsaved goes into it."""
        if which is MeetingPaper.FORAELDREARK:
            self._open_for_parents()
        else:
            self._writer.save(partial(self._preview_paper, which))

    def _open_for_parents(self) -> None:
        made = ForParentsSheet(self._desk, self._writer)
        made.closed.connect(self.sheet.close_sheet)
        made.wanted.connect(self._on_for_parents)
        made.given.connect(self._on_given)
        self.show_sheet(made, "Ark til forældrene")

    @Slot()
    def _on_for_parents(self) -> None:
        self._writer.save(partial(self._preview_paper, MeetingPaper.FORAELDREARK))

    @Slot()
    def _on_given(self) -> None:
        self.sheet.close_sheet()
        self._writer.save(partial(self._desk.say, "Noteret: forældrene har fået arket.", "ok"))

    def _preview_paper(self, which: MeetingPaper) -> None:
        self._desk.preview_asked.emit(request_of(self._desk, which, self._page))

    def print_note(self, purpose: str) -> None:
        """The preview, with what to look at first above it."""
        self._writer.save(partial(self._look_before_print, purpose))

    def _look_before_print(self, purpose: str) -> None:
        asked = self._desk.ask(konsultation_paper.before_print, self._page.id)
        asked.then(partial(self._preview, purpose), self)

    def _preview(self, purpose: str, warnings: tuple[str, ...]) -> None:
        page = self._page
        request = PreviewRequest(
            title=f"{DOCUMENT.capitalize()} · {wording.heading(page, page.note)}",
            document=DOCUMENT,
            make=partial(pressing.konsultationsnotat, konsultation_id=page.id),
            child=page.note.child,
            record=page.id,
            purpose=purpose,
            warnings=warnings,
        )
        self._desk.preview_asked.emit(request)
