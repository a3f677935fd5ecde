"""Evidence set by sentences, taken back, and sought out: from a number to its observation and the other way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from tvaerfaglig.domain.quality.evidence.sentences import Sentence
from tvaerfaglig.services.letters import evidence
from tvaerfaglig.services.letters.kept_under import OBSERVATIONS
from tvaerfaglig.services.letters.rows import Rewritten
from tvaerfaglig.ui.underretninger import cited_prose
from tvaerfaglig.ui.underretninger.edit_rows import RowsEditor
from tvaerfaglig.ui.underretninger.letter_prose import LetterProse
from tvaerfaglig.ui.underretninger.wording import row_in_brief
from tvaerfaglig.ui.widgets import Fold

if TYPE_CHECKING:
    from tvaerfaglig.ui.underretninger.letter_view import LetterView


class EvidencePlacing(QObject):
    """Between the text and the panel of one letter's page."""

    def __init__(self, view: LetterView) -> None:
        super().__init__(view)
        self._view = view
        self._at: dict[str, int] = {}
        self._open = -1
        view.middle.dropped.connect(self.drop)
        panel = view.evidence
        panel.inserted.connect(self.insert)
        panel.rowed.connect(self.add_row)
        panel.sought.connect(self.seek)
        panel.stepped_open.connect(self.next_open)
        view.writer.help.found.connect(self._on_found)

    @property
    def _prose(self) -> LetterProse | None:
        """The text that numbers can be written in; rows, and the child's own words, take none."""
        editor = self._view.middle.editor
        return editor.prose if editor is not None and editor.cites else None

    @property
    def beside_text(self) -> bool:
        """Whether an observation is set by a sentence here."""
        return self._prose is not None

    def attend(self) -> None:
        """Another section stands there: hear of presses on its numbers."""
        self._open = -1
        if self._prose is not None:
            press = cited_prose.CitationPress(self._prose, self._cited_words)
            press.pressed.connect(self.to_cards)
            self._prose.hovered.connect(self._on_hovered)
            self._prose.unhovered.connect(self._on_unhovered)

    # in

    @Slot(str)
    def insert(self, observation: str) -> None:
        """Into the rows; in a section of prose its number is also set by the sentence one writes in."""
        if self._prose is None:
            self.add_row(observation)
        else:
            self._place(observation, cited_prose.caret(self._prose))

    @Slot(str, int)
    def drop(self, observation: str, position: int) -> None:
        """Let go over a sentence: its number is set by that one."""
        if self._prose is not None:
            self._place(observation, cited_prose.signs(self._prose, position))

    @Slot(int)
    def _on_hovered(self, position: int) -> None:
        """While it is held over the text, the sentence that would get it stands out."""
        if self._prose is not None:
            at = cited_prose.signs(self._prose, position)
            cited_prose.select(self._prose, *evidence.sentence_span(self._prose.text(), at))

    @Slot()
    def _on_unhovered(self) -> None:
        if self._prose is not None:
            at = cited_prose.caret(self._prose)
            cited_prose.select(self._prose, at, at)

    @Slot(str)
    def add_row(self, observation: str) -> None:
        """Into the rows alone."""
        self._view.writer.insert(observation, partial(self._tell_row, observation))

    def _place(self, observation: str, at: int) -> None:
        """The sentence is known by its number while the rows, and so the citations, move."""
        if self._prose is None:
            return
        sentence = evidence.sentence_number(self._prose.text(), at)
        self._prose.flush()
        self._view.writer.insert(
            observation, partial(self._cite, self._prose, observation, sentence)
        )

    def _cite(self, prose: LetterProse, observation: str, sentence: int, done: Rewritten) -> None:
        if prose is not self._prose or done.number is None:
            return
        change = evidence.cite(prose.text(), sentence, done.number)
        if prose.text()[change[0] : change[1]] == change[2]:
            self._view.desk.say(f"Nr. {done.number} står der allerede.", "info")
            return
        cited_prose.put(prose, *change)
        prose.flush()
        self._write_on(prose)
        undo = partial(self._take_back, prose, observation, sentence, done)
        self._view.desk.say(f"Sat ved sætningen som [{done.number}].", "ok", undo)

    def _write_on(self, prose: LetterProse) -> None:
        """Back to the text, where it is in sight: one goes on with the next sentence."""
        if self._view.fold < Fold.PANEL:
            prose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_row(self, observation: str, done: Rewritten) -> None:
        if done.number is None:
            return
        if not done.changes.touched:
            self._view.tell(f"Den står der allerede som nr. {done.number}.", "info")
            return
        undo = partial(self._view.writer.take_back, observation)
        self._view.desk.say(f"Sat ind som nr. {done.number}.", "ok", undo)

    def _take_back(
        self, prose: LetterProse, observation: str, sentence: int, done: Rewritten
    ) -> None:
        """*Fortryd*: the number goes; the row with it where it came with it."""
        if done.changes.touched:
            self._view.flush()
            self._view.writer.take_back(observation)
        elif prose is self._prose and done.number is not None:
            change = evidence.uncite(prose.text(), sentence, done.number)
            if change is not None:
                cited_prose.put(prose, *change)
                prose.flush()

    # to and fro

    @Slot()
    def to_evidence(self) -> None:
        """Ctrl+B: from a number to its observation, else to the first that is not used."""
        prose = self._prose
        numbers = cited_prose.numbers_at(prose, cited_prose.caret(prose)) if prose else ()
        self._view.panel.open_drawer()
        if not self._show_cards(numbers):
            self._view.evidence.take_focus()

    @Slot(object)
    def to_cards(self, numbers: tuple[int, ...]) -> None:
        self._view.panel.open_drawer()
        self._show_cards(numbers)

    def _show_cards(self, numbers: tuple[int, ...]) -> bool:
        found = evidence.observations(self._view.sitting.snapshot(), numbers)
        return bool(found) and self._view.evidence.show_one(found[0])

    def _cited_words(self, numbers: tuple[int, ...]) -> str:
        """What a number stands for, a line for each."""
        page = self._view.sitting.snapshot()
        return "\n".join(
            row_in_brief(row, page.names) for row in page.rows if row.number in numbers
        )

    @Slot(str)
    def seek(self, observation: str) -> None:
        """To the sentence that rests on it; again to the next, and after the last to the row itself."""
        found = evidence.resting_on(self._view.sitting.snapshot(), observation)
        at = self._at.get(observation, -1) + 1
        self._at = {observation: at if at < len(found) else -1}
        if at < len(found):
            self._go_to(found[at])
            return
        self._view.go_to_section(OBSERVATIONS)
        editor = self._view.middle.editor
        if isinstance(editor, RowsEditor):
            editor.show_row(observation)

    @Slot(int)
    def next_open(self, by: int = 1) -> None:
        """The next claim in the assessment that rests on nothing."""
        found = evidence.open_claims(self._view.sitting.snapshot())
        if not found:
            self._view.tell("Ingen sætninger i vurderingen mangler belæg.", "ok")
            return
        self._open = (self._open + by) % len(found)
        at = self._open
        self._go_to(found[at])
        self._open = at
        self._view.evidence.tell_open(at + 1, found)

    @Slot()
    def _on_found(self) -> None:
        """The writing help has read the letter, and its lists are loaded: tell anew what rests on what."""
        if self._view.writer.sitting is None or not self._view.section:
            return
        page = self._view.sitting.snapshot()
        self._view.evidence.show_used(page)
        if self._open < 0:
            self._view.evidence.show_open(evidence.open_claims(page) if page.is_open else ())

    def _go_to(self, one: Sentence) -> None:
        self._view.go_to_section(one.section)
        editor = self._view.middle.editor
        if editor is not None and editor.prose is not None:
            cited_prose.go_to(editor.prose, one.start + len(one.text.rstrip(".?!")))
            self._view.middle.see(editor.prose)
