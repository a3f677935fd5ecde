"""Why the newer version is as it is: read by everyone, said by the one who wrote it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.services.names import Names
from tvaerfaglig.services.versions import Point
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.kept_words import KeptWords, Words
from tvaerfaglig.ui.underretninger.compare.wording import point_words
from tvaerfaglig.ui.widgets import Prose, boxed, button, col, field, flow, spread, text


class ReasonBox(QWidget):
    """`said` sends the sitting and the reason. Shown where there is a reason, or where one may be said."""

    said = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._point = ""
        self._standing = ""
        self._words = text("")
        self.write = button("Skriv hvorfor", "small", "plus")
        self.write.clicked.connect(self._on_write_clicked)
        self.why = Prose(lines=2)
        self.keep = button("Gem begrundelsen", "small")
        self.keep.clicked.connect(self._on_keep_clicked)
        asks = field(
            "Hvorfor er teksten ændret?", self.why, "Står ved ændringerne. Kommer ikke på papiret."
        )
        self.form = boxed(col(asks, flow(self.keep), gap="tight"))
        self.form.hide()
        self._kept = KeptWords(desk, "hvorfor", self._written, self._put, self)
        self.why.textChanged.connect(self._kept.touch)
        self.setLayout(col(spread(self._words, self.write), self.form, gap="tight"))
        self.hide()

    def show_point(self, point: Point, names: Names, today: date) -> None:
        mine = point.is_mine(names.me)
        self._point, self._standing = point.first, point.why
        if mine:
            self._kept.open(f"hvorfor:{point.first}")
        which = point_words(point, names, today)
        self._words.say(
            f"{which}: {point.why}" if point.why else f"{which}: ingen begrundelse endnu."
        )
        self.write.say("Ret begrundelsen" if point.why else "Skriv hvorfor")
        self.write.setVisible(mine)
        if not mine:
            self.form.hide()
        self.setVisible(mine or bool(point.why))

    def leave(self) -> None:
        self._kept.keep()

    def take(self) -> None:
        """It stands in the vault now."""
        self._kept.done()

    @Slot()
    def _on_write_clicked(self) -> None:
        self.form.setVisible(self.form.isHidden())
        if self.form.isVisible():
            if not self.why.text():
                self.why.set_text(self._standing)
            self.why.setFocus()

    @Slot()
    def _on_keep_clicked(self) -> None:
        self.said.emit(self._point, self.why.text().strip())

    def _written(self) -> Words:
        words = self.why.text()
        return {"words": words} if words.strip() and words != self._standing else {}

    def _put(self, words: Words) -> None:
        self.why.set_text(words.get("words", ""))
        self.form.setVisible(bool(words))
