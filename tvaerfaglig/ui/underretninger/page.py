"""The place itself: which of its pages is shown, and what each of them asks for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QStackedWidget

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.ladder import Ladder
from tvaerfaglig.services import underretninger
from tvaerfaglig.services.after_sending.course import After
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.services.names import Names, names
from tvaerfaglig.services.observations import reading as observations
from tvaerfaglig.services.observations.reading import WhoToChoose
from tvaerfaglig.services.printing.freezing import Frozen
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.session import Session
from tvaerfaglig.services.underretninger import LetterRow, ReadThrough
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.place import Place
from tvaerfaglig.ui.underretninger import NewLetter, previews
from tvaerfaglig.ui.underretninger.after.reminder_page import ReminderPage
from tvaerfaglig.ui.underretninger.after.road import ReminderRoad, everything_after
from tvaerfaglig.ui.underretninger.after_view import AfterView
from tvaerfaglig.ui.underretninger.beside import Beside
from tvaerfaglig.ui.underretninger.compare.road import CompareRoad
from tvaerfaglig.ui.underretninger.compare.view import CompareView
from tvaerfaglig.ui.underretninger.deeds import LetterDeeds
from tvaerfaglig.ui.underretninger.glasses.view import GlassesView
from tvaerfaglig.ui.underretninger.interview.view import InterviewView
from tvaerfaglig.ui.underretninger.letter_view import LetterView
from tvaerfaglig.ui.underretninger.list_view import ListView
from tvaerfaglig.ui.underretninger.read_view import ReadView
from tvaerfaglig.ui.underretninger.reading_figure import figure_words
from tvaerfaglig.ui.underretninger.windows import LayAside, finishing
from tvaerfaglig.ui.underretninger.wording import named
from tvaerfaglig.ui.underretninger.writer import LetterWriter
from tvaerfaglig.ui.widgets import Confirm, Fold, Page

KINDS = (
    "underretning", "faerdig", "skridt", "afsnit", "barn", "deling", "kontakt", "opfoelgning", "rykker",
    "journaliseret",
)  # fmt: skip
BEGIN = "ny:"
_PAGES = ListView | ReadView | AfterView | CompareView | InterviewView | GlassesView | ReminderPage
HELP = (
    "F8 går til næste spørgsmål, Esc lægger det væk, og Ctrl+. skriver det, der foreslås. F7 går til "
    "næste ord, ordbogen ikke kender. Ctrl+B går til belægget, og Enter sætter en observation ind, "
    "hvor du skriver. Ctrl+PgDown og Ctrl+PgUp skifter afsnit."
)


class UnderretningerPlace(Place):
    """The list, the letter being written, the reading through, and what comes after."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.writer = LetterWriter(desk, self)
        self.list = ListView(desk)
        self.letter = LetterView(desk, self.writer)
        self.read = ReadView()
        self.after = AfterView(desk)
        self.beside = Beside(desk, self.writer, self.letter, self._show)
        road = ReminderRoad(desk, self.writer, self.after, self._show, self._to_after)
        self.reminder = road.page
        self.versions = CompareRoad(
            desk, self.writer, self.letter, self._show, self._back_to_letter
        )
        self._deeds = LetterDeeds(desk, self.writer, self.letter, self.after)
        self.beside.print_asked.connect(self.print_now)
        self.beside.may_open_from(self.letter, self.read, self.after)
        self.window_on_top: Confirm | None = None
        self._stack = QStackedWidget()
        for page in self._pages():
            self._stack.addWidget(page)
        self.set_body(self._stack)
        self._connect()

    def _pages(self) -> tuple[Page, ...]:
        written = (self.list, self.letter, self.read, self.after, self.reminder)
        return (*written, self.versions.page, *self.beside.pages)

    def _connect(self) -> None:
        self.list.opened.connect(self._open_letter)
        self.list.begin_asked.connect(self._begin)
        self.writer.opened.connect(self._on_opened)
        self.writer.renewed.connect(self._on_renewed)
        letter, read, after = self.letter, self.read, self.after
        letter.back_asked.connect(self._to_list)
        after.back_asked.connect(self._on_after_left)
        for page in (letter, after):
            page.aside_asked.connect(self._on_aside_asked)
            page.compare_asked.connect(self.versions.ask)
        letter.read_asked.connect(self._on_read_asked)
        letter.print_asked.connect(self.print_now)
        letter.finish_asked.connect(self._on_finish_asked)
        letter.course_asked.connect(self._on_course_asked)
        read.write_asked.connect(self._on_write_asked)
        read.print_asked.connect(self.print_now)
        read.finish_asked.connect(self._on_finish_asked)
        after.print_asked.connect(self._print_copy)
        after.again_asked.connect(self._on_again_asked)
        self.desk.changed.connect(self._on_changed)

    # what the shell asks

    @property
    def help_words(self) -> str:
        """What F1 says first: of the page in front."""
        if self.shown is self.letter:
            return f"{HELP}\n\n{figure_words(self.letter)}".strip()
        return self.beside.help_words(self.shown) or HELP

    def open(self, argument: object = None) -> None:
        if isinstance(argument, NewLetter):
            self._begin(argument.child, argument.follows)
        elif isinstance(argument, str) and argument.startswith(BEGIN):
            self._begin(argument.removeprefix(BEGIN))
        elif isinstance(argument, str) and argument:
            self._open_letter(argument)
        elif argument is None and self.shown is not self.list and self.writer.letter:
            self.writer.renew()
        else:
            self._to_list()

    def leave(self) -> None:
        """Everything typed is sent off; nothing waits for an answer."""
        self.letter.flush()
        self.beside.flush()
        self.letter.comments.leave()
        self.after.leave()
        self.reminder.leave()
        self.versions.leave()
        self.writer.save()

    def save_now(self) -> None:
        self.letter.flush()
        self.beside.flush()
        self.writer.save(self.letter.say_saved)

    def print_now(self) -> None:
        """The preview of the letter that stands here."""
        if self.shown is self.reminder:
            self.reminder.print_now()
        elif self.shown is self.after:
            self._print_copy("")
        elif self.writer.letter:
            self._read_then(self._preview)

    def find_here(self) -> None:
        if self.shown is self.letter:
            self.letter.placing.to_evidence()
        else:
            self.beside.find_here(self.shown)

    def start(self) -> None:
        if self.shown is self.letter:
            self.letter.middle.focus_first()
        elif isinstance(self.shown, _PAGES):
            self.shown.start()

    def on_fold(self, fold: Fold) -> None:
        for page in self._pages():
            page.set_fold(fold)

    @property
    def shown(self) -> Page:
        return self._pages()[self._stack.currentIndex()]

    def _show(self, page: Page) -> None:
        if page is not self.shown:
            self.desk.turned.emit()
        self._stack.setCurrentWidget(page)

    # the list

    @Slot()
    def _to_list(self) -> None:
        if self.writer.letter:
            self.leave()
        self.writer.close()
        self._show(self.list)
        self._ask_list()

    @Slot()
    def _on_after_left(self) -> None:
        """Back to the text where there is one being written, else to the list."""
        sitting = self.writer.sitting
        if sitting is not None and sitting.page.is_open:
            self._on_opened()
        else:
            self._to_list()

    def _ask_list(self) -> None:
        self.desk.ask(_everything, self.desk.library.ladder).then(self._on_list, self)

    def _on_list(self, found: tuple[tuple[LetterRow, ...], Names, WhoToChoose]) -> None:
        letters, who, choose = found
        self.list.offer(choose.children)
        self.list.show_letters(letters, who, self.desk.clock.now().date())

    @Slot(str)
    def _open_letter(self, letter: str) -> None:
        if letter == self.writer.letter and self.shown is not self.list:
            if self.shown is self.reminder:
                self.leave()
                self._show(self.after)
            self.writer.renew()
            return
        if self.writer.letter:
            self.leave()
        self.writer.open(letter)

    def _begin(self, child: str, follows: str = "") -> None:
        self.desk.ask(underretninger.begin, child, follows).then(self._on_begun, self)

    def _on_begun(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.writer.open(saved.id)

    # the letter

    @Slot()
    def _on_opened(self) -> None:
        sitting = self.writer.sitting
        if sitting is None:
            return
        if sitting.page.is_open:
            self._show(self.letter)
            self.letter.show_letter()
            self.start()
        else:
            self._show_after(sitting.page)

    @Slot()
    def _on_renewed(self) -> None:
        sitting = self.writer.sitting
        if sitting is None or self.shown in {self.list, self.reminder, self.versions.page}:
            return
        stays = self.after.acts.take_wrote() and self.shown is self.after
        if stays or not sitting.page.is_open:
            self._show_after(sitting.page)
        elif self.shown is self.after:
            self._on_opened()
        elif self.shown is self.letter:
            self.letter.show_again()

    @Slot()
    def _on_course_asked(self) -> None:
        """What has happened to one that is still being written: phoned in, and answered perhaps."""
        self.leave()
        self._to_after()

    def _to_after(self) -> None:
        if self.writer.sitting is not None:
            self._show_after(self.writer.sitting.page)

    def _show_after(self, page: LetterPage) -> None:
        asked = self.desk.ask(everything_after, page.id, self.desk.library)
        asked.then(partial(self._on_after, page), self)

    def _on_after(self, page: LetterPage, found: tuple[After, tuple[tuple[str, str], ...]]) -> None:
        if page.id != self.writer.letter:
            return
        after, sections = found
        fresh = self.shown is not self.after
        self.after.show_letter(page, after, sections if page.frozen else ())
        self._show(self.after)
        if fresh:
            self.after.close_form()
            self.after.start()

    # reading through, preview, finishing

    def _read_then(self, then: Callable[[ReadThrough], None]) -> None:
        """Save the sitting, read the letter as its readers will, and go on."""
        self.letter.flush()
        self.beside.flush()
        letter = self.writer.letter
        self.writer.save()
        self.desk.ask(underretninger.read_through, letter, self.desk.library).then(then, self)

    @Slot()
    def _on_read_asked(self) -> None:
        self._read_then(self._on_read)

    def _on_read(self, read: ReadThrough) -> None:
        self.read.show_letter(read, read.page.template(self.desk.library.underretning))
        self._show(self.read)
        self.read.start()

    @Slot(str)
    def _on_write_asked(self, section: str) -> None:
        self._show(self.letter)
        self.letter.show_again()
        if section:
            self.letter.go_to_section(section)
        self.start()

    def _preview(self, read: ReadThrough) -> None:
        self.desk.preview_asked.emit(previews.of_letter(read, self.desk.library))

    @Slot(str)
    def _print_copy(self, copy: str) -> None:
        sitting = self.writer.sitting
        if sitting is not None and sitting.page.frozen is not None:
            request = previews.of_copy(sitting.page, copy or sitting.page.frozen.id)
            self.desk.preview_asked.emit(request)

    @Slot()
    def _on_finish_asked(self) -> None:
        self._read_then(self._ask_finish)

    def _ask_finish(self, read: ReadThrough) -> None:
        made = finishing(
            self.window(), read, len(self.writer.help.shown), self._wanted_and_missing()
        )
        made.accepted.connect(self._finish)
        self._open_window(made)

    def _wanted_and_missing(self) -> tuple[str, ...]:
        """What the municipality's pack asks for and nobody has written."""
        sitting = self.writer.sitting
        pack = sitting.template.pack if sitting else None
        if sitting is None or pack is None:
            return ()
        written, child = set(sitting.written()), sitting.page.child.record
        return tuple(
            named(one.screen, child)
            for one in sitting.sections()
            if one.id in pack.wanted and one.id not in written
        )

    def _open_window(self, made: Confirm) -> None:
        self.window_on_top = made
        made.finished.connect(made.deleteLater)
        made.open()

    @Slot()
    def _finish(self) -> None:
        asked = self.desk.ask(underretninger.finish, self.writer.letter, self.desk.library)
        asked.then(self._on_finished, self)

    def _on_finished(self, frozen: Frozen) -> None:
        self.desk.announce(frozen.changes, self)
        self.writer.renew()
        number = " ".join(frozen.kontrolnr[n : n + 4].upper() for n in range(0, 12, 4))
        words = f"Afsluttet. Kontrolnr. {number}. Send den, og registrér det her."
        self.after.tell(words, "ok")

    def _back_to_letter(self) -> None:
        """From its versions: to the text at the section one left, or to what has happened to it."""
        sitting = self.writer.sitting
        if sitting is not None and not sitting.page.is_open:
            self._show_after(sitting.page)
        else:
            self._on_write_asked("")

    # what follows

    @Slot()
    def _on_again_asked(self) -> None:
        sitting = self.writer.sitting
        if sitting is not None:
            self._begin(sitting.page.child.id, sitting.page.id)

    @Slot()
    def _on_aside_asked(self) -> None:
        sitting = self.writer.sitting
        if sitting is None:
            return
        self.letter.flush()
        self.writer.save()
        name = sitting.page.child.record.name
        made = LayAside(self.window(), name, lambda: self.desk.clock.now().date())
        made.accepted.connect(partial(self._deeds.lay_aside, made))
        self._open_window(made)

    @Slot(object, object)
    def _on_changed(self, changes: Changes, origin: QObject | None) -> None:
        if self.shown is self.list and origin is not self and changes.touch(*KINDS):
            self._ask_list()


def _everything(
    session: Session, ladder: Ladder
) -> tuple[tuple[LetterRow, ...], Names, WhoToChoose]:
    """What the list needs, in one go to the vault."""
    return (
        underretninger.letters(session, ladder),
        names(session),
        observations.who_to_choose(session),
    )
