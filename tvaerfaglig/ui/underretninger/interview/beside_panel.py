"""Beside a question: the observations that may answer it, to be cited or only looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services.letters.page import Evidence, LetterPage
from tvaerfaglig.ui.underretninger.wording import evidence_about, first_words, seen_by, used_in
from tvaerfaglig.ui.widgets import Evidence as Shown
from tvaerfaglig.ui.widgets import (
    EvidenceCard,
    button,
    col,
    empty_layout,
    muted,
    row,
    section,
    small,
)

AT_FIRST = 5


class BesidePanel(QWidget):
    """`inserted` sends the observation that is to be used in the answer."""

    inserted = Signal(str)

    def __init__(self, categories: Categories) -> None:
        super().__init__()
        self.setAccessibleName("Det har I skrevet ned")
        self._categories = categories
        self._shown: tuple[Evidence, ...] = ()
        self._page: LetterPage | None = None
        self._numbers: dict[str, int] = {}
        self._most = AT_FIRST
        self.cards: dict[str, EvidenceCard] = {}
        self._count = muted("")
        self._about = small("")
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(6)
        self.more = button("", "link", "pil-ned")
        self.more.clicked.connect(self._on_more_clicked)
        layout = col(
            row((section("Det har I skrevet ned"), 1), self._count), self._about, gap="near"
        )
        layout.addLayout(self._place)
        layout.addLayout(row(self.more, ...))
        layout.addStretch(1)
        self.setLayout(layout)

    def show_beside(
        self, page: LetterPage, found: Sequence[Evidence], numbers: dict[str, int], *, fresh: bool
    ) -> None:
        """`fresh` for another question: then only the first few stand there again."""
        self._page, self._shown, self._numbers = page, tuple(found), numbers
        if fresh:
            self._most = AT_FIRST
        self._draw()

    def take_focus(self) -> None:
        first = next(iter(self.cards.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _draw(self) -> None:
        focused = next((key for key, card in self.cards.items() if card.hasFocus()), "")
        empty_layout(self._place)
        self.cards = {one.id: self._card(one) for one in self._shown[: self._most]}
        for card in self.cards.values():
            self._place.addWidget(card)
        if focused in self.cards:
            self.cards[focused].setFocus(Qt.FocusReason.OtherFocusReason)
        many = len(self._shown)
        self._count.say(str(many) if many else "")
        words = "Ctrl+B går hertil, og Enter sætter nummeret ind i dit svar."
        self._about.say(words if many else "Her er ingen observationer til det spørgsmål.")
        left = many - self._most
        self.more.say(f"Vis {danish.count(left, 'observation', 'observationer')} til")
        self.more.setHidden(left <= 0)

    def _card(self, one: Evidence) -> EvidenceCard:
        page, seen = self._page, one.stored.record
        if page is None:
            raise LookupError("no letter is shown")
        words = first_words(page.names.said(seen.text))
        if seen.child_words.strip():
            words = f"{words} »{seen.child_words.strip().strip('»«')}«"
        made = EvidenceCard(
            Shown(
                key=one.id,
                about=evidence_about(seen, self._categories),
                words=words,
                source=seen_by(seen, page.names),
                sign=seen.sign.value,
                used=used_in(one, self._numbers),
            )
        )
        made.inserted.connect(self.inserted)
        return made

    @Slot()
    def _on_more_clicked(self) -> None:
        self._most = len(self._shown)
        self._draw()
