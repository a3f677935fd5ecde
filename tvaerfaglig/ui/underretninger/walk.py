"""Between the questions and the words they are about: from one to the next, back and forth, and away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.ui.widgets import announce, see

if TYPE_CHECKING:
    from tvaerfaglig.ui.statusudtalelser.write_view import WriteView
    from tvaerfaglig.ui.underretninger.letter_view import LetterView

Number = Callable[[str], int]


def next_question(
    findings: Iterable[Finding], number: Number, *, current: str, section: str, by: int
) -> Finding | None:
    """The one after (1) or before (-1) the current; from none, the nearest from the section on."""
    order = sorted(findings, key=lambda one: number(one.section))
    if not order:
        return None
    places = [one.place for one in order]
    if current in places:
        return order[(places.index(current) + by) % len(order)]
    here = [one for one in order if one.section == section]
    if here:
        return here[0 if by > 0 else -1]
    own = number(section)
    if by > 0:
        return next((one for one in order if number(one.section) > own), order[0])
    return next((one for one in reversed(order) if number(one.section) < own), order[-1])


class QuestionWalk(QObject):
    """The keys and presses of *Spørgsmål*: what the panel, the text and the writer have to say to each other."""

    def __init__(self, letter: LetterView | WriteView) -> None:
        super().__init__(letter)
        self._letter = letter
        self._last = ""
        panel, writer = letter.questions, letter.writer
        panel.chosen.connect(self._on_chosen)
        panel.jumped.connect(self._on_jumped)
        panel.dismissed.connect(self._on_dismissed)
        panel.replaced.connect(self._on_replaced)
        panel.asked_again.connect(writer.undismiss)
        panel.opened.connect(self._on_opened)
        letter.middle.entered.connect(self._on_entered)
        writer.help.found.connect(self._on_found)
        writer.help.typed.connect(panel.hush)

    # showing

    def show(self) -> None:
        """The panel, for the section one is in."""
        letter = self._letter
        letter.questions.show_questions(
            letter.writer.help.asked.here(letter.section, self._current)
        )

    def mark(self) -> None:
        """The dots in the text."""
        letter = self._letter
        if letter.middle.editor is not None:
            here = letter.questions.here()
            letter.middle.editor.show_findings(here, letter.questions.current)

    @property
    def _current(self) -> str:
        return self._letter.questions.current

    def _choose(self, place: str) -> None:
        self._letter.questions.choose(place)
        self._letter.writer.help.current = place
        if place:
            self._last = place
            QTimer.singleShot(0, self, self._see_card)

    @Slot()
    def _see_card(self) -> None:
        """The current card comes into sight when it has taken the room it needs."""
        card = self._letter.questions.cards.get(self._current)
        if card is not None:
            see(card)

    @Slot()
    def _on_found(self) -> None:
        letter = self._letter
        if not letter.is_open:
            return
        letter.show_outline()
        self.show()
        letter.writer.help.current = self._current
        self.mark()

    # walking

    @Slot()
    def next(self) -> None:
        self._step(1)

    @Slot()
    def previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        letter = self._letter
        shown = letter.writer.help.shown
        found = next_question(
            shown,
            letter.number,
            current=self._current or self._left(),
            section=letter.section,
            by=by,
        )
        if found is None:
            letter.tell("Ingen spørgsmål lige nu.", "ok")
        else:
            self.jump(found)
            where = f"»{found.quote}«: " if found.quote else ""
            announce(letter.questions, f"{where}{found.question}")

    def _left(self) -> str:
        """The one that one walked to last, while one is still in its section."""
        found = self._letter.writer.help.finding(self._last)
        return self._last if found is not None and found.section == self._letter.section else ""

    def jump(self, finding: Finding) -> None:
        """To its section, and the caret to its place."""
        letter = self._letter
        letter.go_to_section(finding.section)
        self._choose(finding.place)
        editor = letter.middle.editor
        if editor is None:
            return
        editor.choose_finding(finding.place)
        editor.go_to(finding)
        focused = QApplication.focusWidget()
        if focused is not None and letter.middle.isAncestorOf(focused):
            letter.middle.see(focused)

    @Slot(str)
    def _on_entered(self, place: str) -> None:
        """The caret came to the words of a question, or left them."""
        if place or (found := self._letter.writer.help.finding(self._current)) is None:
            self._choose(place)
        elif found.start is not None:
            self._choose("")
        if self._letter.middle.editor is not None and self._letter.middle.editor.prose is not None:
            self._letter.middle.editor.prose.choose_finding(self._current)

    @Slot(str)
    def _on_chosen(self, place: str) -> None:
        self._choose(place)
        if self._letter.middle.editor is not None:
            self._letter.middle.editor.choose_finding(place)

    @Slot(str)
    def _on_jumped(self, place: str) -> None:
        found = self._letter.writer.help.finding(place)
        if found is not None:
            self.jump(found)

    @Slot(bool)
    def _on_opened(self, opened: bool) -> None:
        self._letter.writer.help.open_more(self._letter.section, opened=opened)

    # away, and instead

    def lay_away(self) -> bool:
        """The current question goes; whether there was one."""
        place = self._current
        self._on_dismissed(place)
        return bool(place)

    @Slot(str)
    def _on_dismissed(self, place: str) -> None:
        found = self._letter.writer.help.finding(place)
        if found is not None:
            self._letter.questions.tell_laid_away(found)
            self._letter.writer.dismiss(found)

    @Slot()
    def put_instead(self) -> None:
        """Ctrl+. : write what the current question offers."""
        self._on_replaced(self._current)

    @Slot(str)
    def _on_replaced(self, place: str) -> None:
        found, editor = self._letter.writer.help.finding(place), self._letter.middle.editor
        if found is None or found.replacement is None or editor is None:
            return
        if editor.put_instead(found):
            announce(editor, f"Skrevet: {found.replacement}")
            editor.flush()
        else:
            self._letter.tell(
                "Ordene står der ikke længere, som de stod. Skriv det selv ind.", "info"
            )
