"""What is done with a letter as a whole: sent, answered for, corrected, laid aside, commented on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Slot

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services import underretninger
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.underretninger.after_view import AfterView
from tvaerfaglig.ui.underretninger.comments import CommentsPanel
from tvaerfaglig.ui.underretninger.letter_view import LetterView
from tvaerfaglig.ui.underretninger.step_form import StepNote
from tvaerfaglig.ui.underretninger.windows import LayAside
from tvaerfaglig.ui.underretninger.writer import LetterWriter


class LetterDeeds(QObject):
    """Asks the services for what the letter's two pages ask of it, and has it read again."""

    def __init__(
        self, desk: Desk, writer: LetterWriter, letter: LetterView, after: AfterView
    ) -> None:
        super().__init__(writer)
        self._desk, self._writer, self._after = desk, writer, after
        for panel in (letter.comments, after.comments):
            panel.wrote.connect(partial(self._on_comment_wrote, panel))
            panel.signed.connect(self._on_signed)
            panel.resolved.connect(self._on_comment_resolved)
        after.registered.connect(self._on_registered)
        after.correct_asked.connect(self._on_correct_asked)
        after.take_up_asked.connect(self._on_take_up_asked)
        after.copied.connect(self._on_copied)

    def lay_aside(self, made: LayAside) -> None:
        """As the window says: why, and when it is looked at again."""
        on = made.again.value()
        if on is not None:
            why = made.because.text().strip()
            asked = self._desk.ask(underretninger.lay_aside, self._writer.letter, why, on)
            asked.then(self._on_acted, self)

    @Slot(object)
    def _on_registered(self, note: StepNote) -> None:
        asked = self._desk.ask(
            underretninger.register_step,
            self._writer.letter,
            note.stage,
            note.day,
            note.at,
            channel=note.channel,
            receiver=note.receiver,
            spoke_with=note.spoke_with,
            number=note.number,
            note=note.note,
            journal=note.journal,
        )
        asked.then(self._on_acted, self)

    @Slot()
    def _on_correct_asked(self) -> None:
        asked = self._desk.ask(underretninger.new_version, self._writer.letter)
        asked.then(self._on_acted, self)

    @Slot()
    def _on_take_up_asked(self) -> None:
        self._desk.ask(underretninger.take_up, self._writer.letter).then(self._on_acted, self)

    @Slot(str)
    def _on_copied(self, heading: str) -> None:
        asked = self._desk.ask(
            underretninger.note_printed, self._writer.letter, "kopieret", f"Afsnittet {heading}"
        )
        asked.then(self._on_noted, self)

    def _on_noted(self, changes: Changes) -> None:
        self._desk.announce(changes, self)

    @Slot(str, str, bool)
    def _on_comment_wrote(
        self, panel: CommentsPanel, words: str, section: str, disagrees: bool
    ) -> None:
        """The words stay in their field until they stand in the vault."""
        asked = self._desk.ask(
            underretninger.comment, self._writer.letter, words, section, disagrees=disagrees
        )
        asked.then(partial(self._on_commented, panel), self)

    def _on_commented(self, panel: CommentsPanel, saved: Saved) -> None:
        panel.take()
        self._on_acted(saved)

    @Slot()
    def _on_signed(self) -> None:
        self._desk.ask(underretninger.cosign, self._writer.letter).then(self._on_acted, self)

    @Slot(str)
    def _on_comment_resolved(self, comment: str) -> None:
        self._desk.ask(underretninger.resolve_comment, comment).then(self._on_acted, self)

    def _on_acted(self, saved: Saved) -> None:
        self._after.untell()
        self._desk.announce(saved.changes, self)
        self._writer.renew()
