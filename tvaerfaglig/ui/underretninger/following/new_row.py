"""One new observation: when, what was seen, by whom; taken in with one key."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.letters.page import Evidence, LetterPage
from tvaerfaglig.ui.underretninger.wording import first_words, seen_by
from tvaerfaglig.ui.widgets import boxed, button, col, glyph, one, row, small, spread, text


class NewRow(QWidget):
    """`take` is gone once it stands in the letter; then its number is told."""

    def __init__(self, evidence: Evidence, page: LetterPage, number: int | None) -> None:
        super().__init__()
        seen = evidence.stored.record
        self.used = number is not None
        words = page.names.said(first_words(seen.text or seen.child_words))
        when = danish.capital(danish.day_short(seen.day))
        source = seen_by(seen, page.names)
        self.take = button("Tag ind", "small", "plus", name=f"Tag ind: {when}, {words}")
        if self.used:
            self.take.hide()
        told = (
            boxed(row(glyph("flueben", "ok", 16), one(f"nr. {number}", "small"), gap=4))
            if self.used
            else None
        )
        said = col(text(f"{when}: {words}"), small(source) if source else None, gap=0)
        self.setLayout(col(spread(boxed(said), told, self.take, gap="near"), gap=0))
