"""What the parents say of a sheet: written beside it, in their words; the sheet is not changed by it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.contact import ParentRemark, RemarkForm
from tvaerfaglig.services import recording
from tvaerfaglig.services.efforts.family_view import FamilyView
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.children.remarks_card import RemarksCard
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.kept_words import KeptWords, Words
from tvaerfaglig.ui.widgets import Choice, Prose, button, col, field, flow, line_edit, message, row

KEPT = "bemaerkning_ark"
"""Its draft is of a kind of its own: the child's page would offer to go on with it in another form."""
OTHER = "-"


class SheetRemark(QWidget):
    """`shown` is the card beside it, where what was said stands afterwards."""

    def __init__(self, desk: Desk, view: FamilyView, sheet: str, shown: RemarksCard) -> None:
        super().__init__()
        self.desk, self._view, self._sheet, self._shown = desk, view, sheet, shown
        parents = view.child.record.parents
        choices = [("", "Vælg"), *((one.id, one.relation or one.name) for one in parents)]
        self.whose = Choice([*choices, (OTHER, "En anden")])
        self.other = line_edit(most=80)
        self._other = field("Hvem?", self.other)
        self._other.hide()
        self.words = Prose(lines=2)
        self.kept = KeptWords(desk, KEPT, self._said, self._put, self)
        self.kept.open(f"{KEPT}:{sheet}")
        self._asks = message("", "info", icon="spoergsmaal")
        self._asks.hide()
        save = button("Gem deres bemærkning", "outlined")
        said = field(
            "Ser forældrene det anderledes?",
            self.words,
            "Skriv deres egne ord. Det, der står på arket, bliver stående.",
            optional=True,
        )
        whose = row((field("Hvis ord er det?", self.whose), 1), (self._other, 1), gap="apart")
        self.setLayout(col(said, whose, self._asks, flow(save)))
        self.words.textEdited.connect(self.kept.touch)
        self.whose.chosen_changed.connect(self._on_whose)
        save.clicked.connect(self.save)

    def _said(self) -> Words:
        words = self.words.text().strip()
        return {"text": words, "child": self._view.child.id} if words else {}

    def _put(self, kept: Words) -> None:
        self.words.set_text(kept.get("text", ""))

    @Slot(str)
    def _on_whose(self, who: str) -> None:
        self._other.setVisible(who == OTHER)

    @Slot()
    def save(self) -> None:
        """Whose words they are is asked for; the words stay."""
        chosen, words = self.whose.chosen(), self.words.text().strip()
        who = self.other.text().strip() if chosen == OTHER else chosen
        if not words:
            self._ask("Hvad sagde de?", self.words)
        elif not who:
            self._ask("Hvis ord er det?", self.whose)
        else:
            remark = ParentRemark(
                child=self._view.child.id, text=words, by=who, day=self._view.today,
                form=RemarkForm.SAGT, to=self._sheet, taken_by=self.desk.my_id,
            )  # fmt: skip
            self.desk.ask(recording.save, remark).then(self._on_saved, self)

    def _ask(self, question: str, where: QWidget) -> None:
        self._asks.say(question, icon="spoergsmaal")
        where.setFocus()

    def _on_saved(self, saved: Saved) -> None:
        self.kept.done()
        self._asks.hide()
        self.whose.choose("")
        self.desk.announce(saved.changes, self)
        self._shown.show_record(self._sheet)
        back = partial(_take_back, self.desk, saved.id)
        self.desk.say("Bemærkningen er gemt ved siden af arket.", "ok", back)


def _take_back(desk: Desk, remark: str) -> None:
    desk.ask(recording.take_back, remark).then(desk.announce, desk)
