"""The questions to what is being written: the newest answer, which of them stand there, and the one that is current."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from tvaerfaglig.domain.quality.engine import Asked
from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.ui.underretninger.asked_now import AskedNow
from tvaerfaglig.ui.writing.asker import Asker, Work


class WritingHelp(QObject):
    """`found` comes when there are other questions to show, `typed` with every key in a text."""

    found = Signal()
    typed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.asked = AskedNow()
        self.current = ""
        self._asker = Asker(self)
        self._asker.answered.connect(self._on_answered)

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The questions that stand in the panel and are dotted in the text, in all sections."""
        return self.asked.shown(self.current)

    def finding(self, place: str) -> Finding | None:
        return next((one for one in self.asked.asked.open if one.place == place), None)

    # asking

    def ask(self, work: Work, *, at_once: bool = False) -> None:
        """What may be asked of a snapshot: when she pauses, or at once."""
        self._asker.ask(work, at_once=at_once)

    def ask_nothing(self) -> None:
        """Nothing is written here, so there is no question to it."""
        self._on_answered(Asked())

    def begin_anew(self) -> None:
        """Another text stands there."""
        self.asked, self.current = AskedNow(), ""

    def forget(self) -> None:
        """Nobody waits for an answer any more."""
        self._asker.forget()

    def stop(self) -> None:
        """The program closes: let the asking thread go."""
        self._asker.close()

    # what is heard of it

    @Slot()
    def typing(self) -> None:
        """What is on its way is about words that stand there no longer."""
        self._asker.outdate()
        self.typed.emit()

    def open_more(self, section: str, *, opened: bool) -> None:
        """*flere*, or back to the three that matter most."""
        self.asked = self.asked.opening(section, opened=opened)
        self.found.emit()

    def lay_away(self, finding: Finding) -> None:
        """It was laid away just now: it goes before the rules are asked again."""
        self.asked = self.asked.without(finding)
        self.found.emit()

    @Slot(object)
    def _on_answered(self, found: Asked) -> None:
        self.asked = replace(self.asked, asked=found, answered=True)
        self.found.emit()
