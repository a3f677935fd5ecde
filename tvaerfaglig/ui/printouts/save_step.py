"""When it is saved: as PDF or Word, and whether the file is locked with a few words."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.widgets import Segment, Segments, col, section, small, text, tick, well

PDF, WORD = "pdf", "word"
_LOCKED = (
    "Skriv ordene ned nu. De står kun her, og uden dem kan ingen åbne filen. "
    "Send dem ad en anden vej end filen, fx i telefonen."
)
_WORD = "En Word-fil kan rettes af den, der får den, og kan ikke låses herfra."


class SaveStep(QWidget):
    """`changed` comes with each choice; `code_wanted` when words are needed."""

    changed = Signal()
    code_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.forms = Segments((Segment(PDF, "PDF"), Segment(WORD, "Word")), PDF, name="Gem som")
        self.lock = tick("Lås filen med en adgangskode")
        self.code = text("", "section")
        self._told = well(self.code, small(_LOCKED))
        self._word = small(_WORD)
        self.setLayout(
            col(section("Når du gemmer"), self.forms, self._word, self.lock, self._told, gap="near")
        )
        for widget in (self._told, self._word):
            widget.hide()
        self.forms.changed.connect(self._arrange)
        self.lock.toggled.connect(self._on_lock)

    def begin(self, *, word: bool) -> None:
        """For another paper: a PDF without a lock."""
        self.forms.choose(PDF)
        self.forms.setHidden(not word)
        self.lock.setChecked(False)
        self.show_code("")
        self._arrange()

    def is_word(self) -> bool:
        return self.forms.chosen() == WORD

    def chosen_code(self) -> str:
        """The words that lock the file; empty when it is not to be locked."""
        return self.code.text() if self.lock.isChecked() and not self.is_word() else ""

    def waits_for_code(self) -> bool:
        return self.lock.isChecked() and not self.is_word() and not self.code.text()

    def show_code(self, code: str) -> None:
        self.code.say(code)
        self.code.setAccessibleName(f"Adgangskoden er: {code}" if code else "")
        self._arrange()

    def words(self) -> str:
        """What the button says."""
        if self.is_word():
            return "Gem som Word"
        return "Gem låst PDF" if self.lock.isChecked() else "Gem som PDF"

    @Slot()
    def _on_lock(self) -> None:
        if self.lock.isChecked():
            self.code_wanted.emit()
        else:
            self.show_code("")
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        word = self.is_word()
        self._word.setHidden(not word)
        self.lock.setHidden(word)
        self._told.setHidden(word or not self.chosen_code())
        self.changed.emit()
