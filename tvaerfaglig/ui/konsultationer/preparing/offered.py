"""A line that the log offers: what it says, where it comes from, and a tick that one key takes away."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.preparing.line import Line
from tvaerfaglig.services.children.chronicle import first_sentence
from tvaerfaglig.services.names import Names
from tvaerfaglig.ui.widgets import boxed, col, in_sentences, row, small, text, tick, voice

OUT = "ikke med"
_HEARD = 90
"""Letters of a line that are heard as the name of its tick; the whole line is its description."""


class Offered(QWidget):
    """`kept` sends the line's key and whether it is to come along. Space on the tick changes it."""

    kept = Signal(str, bool)

    def __init__(self, line: Line, names: Names, *, on: bool, quotes: bool = False) -> None:
        super().__init__()
        self.line = line
        said = " ".join(names.said(line.text).split())
        self.tick = tick("", on=on)
        whole = line.words if quotes else said
        self.tick.setAccessibleName(f"Tag med: {first_sentence(whole, _HEARD)}")
        self.tick.setAccessibleDescription(in_sentences(whole, line.source))
        self.tick.toggled.connect(self._on_toggled)
        asked = f"Der blev spurgt: »{line.asked}«" if line.asked else ""
        words = voice(names.said(line.words), asked, role="body") if quotes else text(said)
        self._source = small("")
        self._words = boxed(col(words, self._source, gap=1))
        self.setLayout(row(col(self.tick, ..., gap=0), (self._words, 1), gap=8))
        self._show(on=on)

    def _show(self, *, on: bool) -> None:
        self._source.say(" · ".join(filter(None, (self.line.source, "" if on else OUT))))
        self._source.setHidden(on and not self.line.source)
        self._words.setEnabled(on)

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        self._show(on=on)
        self.kept.emit(self.line.key, on)
