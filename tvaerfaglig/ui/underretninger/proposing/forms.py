"""Two small forms beside the text: another wording, and a word about one. Both survive a lock."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.services.proposing.beside import Proposed
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.kept_words import KeptWords, Words
from tvaerfaglig.ui.underretninger.proposing.passage import Passage
from tvaerfaglig.ui.widgets import Prose, button, card, col, field, flow, see_opened, small, text

ABOUT = "Teksten ændres ikke, før en af dem, der skriver, tager det ind."


class ProposeForm(QWidget):
    """`sent` carries the passage, the wording and why."""

    sent = Signal(object, str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._passage: Passage | None = None
        self._stands = text("")
        self.wording = Prose(lines=3)
        self.why = Prose(lines=2)
        self.keep = button("Foreslå", "small", "plus")
        self.leave_button = button("Fortryd", "link")
        self.keep.clicked.connect(self._on_keep_clicked)
        self.leave_button.clicked.connect(self.close_form)
        instead = field("Der kunne stå", self.wording)
        because = field("Hvorfor?", self.why, optional=True)
        made = card(
            "Foreslå en anden ordlyd",
            small("Der står nu"),
            self._stands,
            instead,
            because,
            small(ABOUT),
            flow(self.keep, self.leave_button),
        )
        self.setLayout(col(made, gap=0))
        self.kept = KeptWords(desk, "forslag", self._written, self._put, self)
        self.wording.textChanged.connect(self.kept.touch)
        self.why.textChanged.connect(self.kept.touch)
        self.hide()

    def open_for(self, passage: Passage) -> None:
        """About these words; they stand in the field, to be changed."""
        self._take(passage)
        self.wording.set_text(passage.words)
        self.why.set_text("")
        self.show()
        self.wording.setFocus()
        self.wording.selectAll()
        see_opened(self)

    def _take(self, passage: Passage) -> None:
        self._passage = passage
        self._stands.say(f"»{passage.words}«")

    @Slot()
    def close_form(self) -> None:
        self.kept.done()

    @Slot()
    def _on_keep_clicked(self) -> None:
        if self._passage is not None:
            self.sent.emit(self._passage, self.wording.text(), self.why.text())

    def _written(self) -> Words:
        made = self._passage
        if made is None:
            return {}
        return {
            "section": made.section,
            "passage": made.words,
            "before": made.before,
            "after": made.after,
            "wording": self.wording.text(),
            "why": self.why.text(),
        }

    def _put(self, words: Words) -> None:
        self._passage = None
        if words:
            around = words.get("before", ""), words.get("after", "")
            self._take(Passage(words["section"], words["passage"], *around))
        self.wording.set_text(words.get("wording", ""))
        self.why.set_text(words.get("why", ""))
        self.setVisible(bool(words))


class ReplyForm(QWidget):
    """`sent` carries the proposal, whether it is a no, and the words (a no may have none)."""

    sent = Signal(str, bool, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._proposal, self._no = "", False
        self._heading = text("", "strong")
        self.words = Prose(lines=2)
        self.words.setAccessibleName("Dit svar")
        self.keep = button("Send", "small")
        self.leave_button = button("Fortryd", "link")
        self.keep.clicked.connect(self._on_keep_clicked)
        self.leave_button.clicked.connect(self.close_form)
        made = card("", self._heading, self.words, flow(self.keep, self.leave_button))
        self.setLayout(col(made, gap=0))
        self.kept = KeptWords(desk, "forslag", self._written, self._put, self)
        self.words.textChanged.connect(self.kept.touch)
        self.hide()

    def open_for(self, found: Proposed, who: str, *, no: bool) -> None:
        self._take(found.id, no=no)
        heading = (
            f"Nej tak til forslaget fra {who}. Skriv gerne hvorfor." if no else f"Svar til {who}"
        )
        self._heading.say(heading)
        self.show()
        self.words.setFocus()
        see_opened(self)

    def _take(self, proposal: str, *, no: bool) -> None:
        self._proposal, self._no = proposal, no
        self._heading.say("Nej tak til forslaget" if no else "Svar på forslaget")
        self.keep.say("Sig nej tak" if no else "Svar")

    @Slot()
    def close_form(self) -> None:
        self.kept.done()

    @Slot()
    def _on_keep_clicked(self) -> None:
        if not self._no and not self.words.text().strip():
            self.words.setFocus()
            return
        self.sent.emit(self._proposal, self._no, self.words.text().strip())

    def _written(self) -> Words:
        if not self._proposal or not self.words.text().strip():
            return {}
        return {
            "proposal": self._proposal,
            "no": "1" if self._no else "",
            "words": self.words.text(),
        }

    def _put(self, words: Words) -> None:
        self._proposal = ""
        if words:
            self._take(words["proposal"], no=bool(words.get("no")))
        self.words.set_text(words.get("words", ""))
        self.setVisible(bool(words))
