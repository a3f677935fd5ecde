"""The pages beside the letter: Spørg mig. They open from the text and lead back to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from tvaerfaglig.domain.interview.told import Told
from tvaerfaglig.services import interviewing
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.underretninger.interview.view import InterviewView
from tvaerfaglig.ui.underretninger.letter_view import LetterView
from tvaerfaglig.ui.underretninger.writer import LetterWriter
from tvaerfaglig.ui.widgets import Page


class Beside(QObject):
    """`show` puts one of the place's pages in front."""

    def __init__(
        self, desk: Desk, writer: LetterWriter, letter: LetterView, show: Callable[[Page], None]
    ) -> None:
        super().__init__(writer)
        self._desk, self._writer, self._letter, self._show = desk, writer, letter, show
        self.interview = InterviewView(desk, writer)
        self.interview.left.connect(self._on_interview_left)
        letter.interview_asked.connect(self._on_interview_asked)
        writer.opened.connect(self.interview.close_letter)

    @property
    def pages(self) -> tuple[Page, ...]:
        return (self.interview,)

    def flush(self) -> None:
        self.interview.flush()

    def find_here(self, shown: Page) -> None:
        if shown is self.interview:
            self.interview.to_beside()

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
        self._show(self._letter)
        self._letter.come_back(section)
        self._letter.middle.focus_first()
