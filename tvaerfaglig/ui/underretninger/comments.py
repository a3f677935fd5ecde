"""Words beside the text: comments, a "no" that is kept, and whoever signs with the writer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.underretning import Comment
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.kept_words import KeptWords, Words
from tvaerfaglig.ui.underretninger.proposing.panel import ProposalsPanel
from tvaerfaglig.ui.widgets import (
    Prose,
    button,
    card,
    chip,
    col,
    empty_layout,
    flow,
    muted,
    row,
    section,
    see_opened,
    small,
    spread,
    text,
    tick,
)


class CommentsPanel(QWidget):
    """`wrote` sends text, section and "kommentar" or "nej"; `signed` when she signs with the writer."""

    wrote = Signal(str, str, bool)
    signed = Signal()
    resolved = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName("Kommentarer")
        self._section = ""
        self.proposals = ProposalsPanel(desk)
        self._count = muted("")
        self.write = button("Skriv", "small", "plus", name="Skriv en kommentar")
        self.write.clicked.connect(self._on_write_clicked)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(6)
        self._build_form()
        self._kept = KeptWords(desk, "kommentar", self._written, self._put, self)
        self.words.textChanged.connect(self._kept.touch)
        layout = col(
            self.proposals,
            row(section("Kommentarer"), (self._count, 1), self.write),
            gap="near",
        )
        layout.addWidget(self.form)
        layout.addLayout(self._place)
        self.setLayout(layout)

    def _build_form(self) -> None:
        self.words = Prose(lines=3)
        self.words.setAccessibleName("Din kommentar")
        self.disagrees = tick("Jeg er uenig i at underrette")
        self.keep = button("Sæt ved siden af", "small")
        self.keep.clicked.connect(self._on_keep_clicked)
        self.sign = button("Skriv under med", "small", "flueben")
        self.sign.clicked.connect(self._on_sign_clicked)
        about = "Står ved siden af teksten. Den, der skriver, kan altid afslutte og sende alene."
        self.form: QFrame = card(
            "", small(about), self.words, self.disagrees, flow(self.keep, self.sign)
        )
        self.form.hide()

    def show_page(self, page: LetterPage, section_id: str, names: dict[str, str]) -> None:
        """All of them, those to this section first; `names` are the sections'."""
        self._section = section_id
        self.proposals.show_page(page, section_id, names)
        self._kept.open(f"kommentar:{page.id}")
        empty_layout(self._place)
        ordered = sorted(page.comments, key=lambda one: one.record.section != section_id)
        for one in ordered:
            self._place.addWidget(self._card(page, one, names))
        open_ones = sum(not one.record.resolved for one in page.comments)
        self._count.say(str(open_ones) if open_ones else "")
        mine = any(one.record.cosigns and one.record.by == page.names.me for one in page.comments)
        self.sign.setHidden(mine or page.names.me in page.record.writers)

    def _card(self, page: LetterPage, stored: Stored[Comment], names: dict[str, str]) -> QFrame:
        made = stored.record
        who = page.names.of_staff(made.by)
        where = names.get(made.section, "")
        when = danish.day_near(made.day, page.today)
        said = chip("Skriver under", "flueben", "ok") if made.cosigns else None
        if made.disagrees:
            said = chip("Uenig i at underrette", "info", "watch")
        away = button("Læst", "small", name=f"Læst: {who}")
        away.clicked.connect(partial(self.resolved.emit, stored.id))
        if made.resolved or made.cosigns:
            away.hide()
        head = spread(text(who, "strong"), said, gap=6)
        line = small(" · ".join(filter(None, (when, where, "læst" if made.resolved else ""))))
        body = text(made.text) if made.text and not made.resolved else None
        return card("", col(head, line, gap=1), body, row(away, ...))

    @Slot()
    def _on_write_clicked(self) -> None:
        self.form.setVisible(self.form.isHidden())
        if self.form.isVisible():
            self.words.setFocus()
            see_opened(self.form)

    @Slot()
    def _on_keep_clicked(self) -> None:
        words = self.words.text().strip()
        if not words:
            self.words.setFocus()
            return
        self.wrote.emit(words, self._section, self.disagrees.isChecked())

    @Slot()
    def _on_sign_clicked(self) -> None:
        self.signed.emit()
        if not self.words.text().strip():
            self.form.hide()

    def leave(self) -> None:
        """Keep what is being written."""
        self._kept.keep()
        self.proposals.leave()

    def take(self) -> None:
        """What was sent stands beside the text now; who sent it stands where one writes the next."""
        was_here = self.form.isAncestorOf(self.form.window().focusWidget())
        self._kept.done()
        if was_here:
            self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _written(self) -> Words:
        words = self.words.text()
        kind = "nej" if self.disagrees.isChecked() else "kommentar"
        return {"words": words, "kind": kind} if words.strip() else {}

    def _put(self, words: Words) -> None:
        self.words.set_text(words.get("words", ""))
        self.disagrees.setChecked(words.get("kind") == "nej")
        self.form.setVisible(bool(words))
