"""The pages beside the letter: Spørg mig, and Sådan læser de det. They open from it and lead back to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from tvaerfaglig.domain.interview.told import Told
from tvaerfaglig.services.letters import glasses as letter_glasses
from tvaerfaglig.services.letters import interviewing
from tvaerfaglig.services.letters.glasses import LaidOut, Mark
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.underretninger.after_view import AfterView
from tvaerfaglig.ui.underretninger.glasses.to_the_text import asked_of, found_in
from tvaerfaglig.ui.underretninger.glasses.view import GlassesView
from tvaerfaglig.ui.underretninger.interview.view import InterviewView
from tvaerfaglig.ui.underretninger.letter_view import LetterView
from tvaerfaglig.ui.underretninger.read_view import ReadView
from tvaerfaglig.ui.underretninger.writer import LetterWriter
from tvaerfaglig.ui.widgets import Page

FROM_READING = "Ctrl+Skift+F går tilbage til læsningen."


class Beside(QObject):
    """`show` puts one of the place's pages in front."""

    print_asked = Signal()

    def __init__(
        self, desk: Desk, writer: LetterWriter, letter: LetterView, show: Callable[[Page], None]
    ) -> None:
        super().__init__(writer)
        self._desk, self._writer, self._letter, self._show = desk, writer, letter, show
        self._came_from: Page = letter
        self.interview = InterviewView(desk, writer)
        self.interview.left.connect(self._on_interview_left)
        letter.interview_asked.connect(self._on_interview_asked)
        writer.opened.connect(self.interview.close_letter)
        writer.catching_up.connect(self.interview.flush)
        self.glasses = GlassesView(desk)
        self.glasses.left.connect(self._on_glasses_left)
        self.glasses.place_asked.connect(self._on_place_asked)
        self.glasses.away_asked.connect(self._on_away_asked)
        self.glasses.print_asked.connect(self.print_asked)

    @property
    def pages(self) -> tuple[Page, ...]:
        return (self.interview, self.glasses)

    def may_open_from(self, letter: LetterView, read: ReadView, after: AfterView) -> None:
        """Where one may put the glasses on; in the text a key of its own leads there."""
        for page in (letter, read, after):
            page.glasses_asked.connect(partial(self._on_glasses_asked, page))
        for page in (read, after):
            key = QShortcut(QKeySequence("Ctrl+Shift+F"), page)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(page.glasses_asked)

    def flush(self) -> None:
        self.interview.flush()

    def find_here(self, shown: Page) -> None:
        if shown is self.interview:
            self.interview.to_beside()

    def help_words(self, shown: Page) -> str:
        """What F1 says of these pages; nothing of the others."""
        if shown is self.glasses:
            return self.glasses.help_words
        return self.interview.help_words if shown is self.interview else ""

    # Spørg mig

    @Slot()
    def _on_interview_asked(self) -> None:
        self._letter.flush()
        asked = self._desk.ask(interviewing.how_far, self._writer.letter)
        asked.then(self._on_how_far, self)

    def _on_how_far(self, told: Told) -> None:
        sitting = self._writer.sitting
        if sitting is not None and sitting.page.id == told.underretning and sitting.page.is_open:
            self.interview.begin(told)
            self._show(self.interview)
            self.interview.start()

    @Slot(str)
    def _on_interview_left(self, section: str) -> None:
        """Back to the text, at the section one was asked about; the sitting's version is written."""
        self._writer.save(self._letter.say_saved)
        self._back_to_text(section)
        self._letter.middle.focus_first()

    def _back_to_text(self, section: str) -> None:
        self._show(self._letter)
        self._letter.come_back(section)

    # Sådan læser de det

    def _on_glasses_asked(self, page: Page) -> None:
        """The sitting is saved first: what is read is what stands."""
        self._came_from = self._letter if isinstance(page, ReadView) else page
        letter = self._writer.letter
        self._letter.flush()
        self._writer.save()
        asked = self._desk.ask(letter_glasses.laid_out, letter, self._desk.library)
        asked.then(self._on_laid_out, self)

    def _on_laid_out(self, laid: LaidOut) -> None:
        if laid.page.id == self._writer.letter:
            self.glasses.read(laid, self._writer.help.asked.asked.away)
            self._show(self.glasses)
            self.glasses.start()

    @Slot()
    def _on_glasses_left(self) -> None:
        if self._came_from is self._letter:
            self._back_to_text(self._letter.section)
            self._letter.middle.focus_first()
        else:
            self._show(self._came_from)
            if isinstance(self._came_from, AfterView):
                self._came_from.start()

    @Slot(object)
    def _on_place_asked(self, where: Mark | str) -> None:
        """To the very words in the text; the way back is said."""
        self._back_to_text(where if isinstance(where, str) else where.section)
        if isinstance(where, str):
            self._letter.middle.focus_first()
        else:
            self._letter.walk.jump(
                found_in(self._letter.sitting, self._writer.help.asked.asked, where)
            )
        self._letter.tell(FROM_READING, "info")
        QTimer.singleShot(0, self._see_where)

    @Slot()
    def _see_where(self) -> None:
        """The section was just built; once it is laid out the words are brought into sight."""
        focused = QApplication.focusWidget()
        if focused is not None and self._letter.middle.isAncestorOf(focused):
            self._letter.middle.see(focused)

    @Slot(object)
    def _on_away_asked(self, mark: Mark) -> None:
        for one in asked_of(self._writer.help.asked.asked, mark):
            self._writer.dismiss(one)
