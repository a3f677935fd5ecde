"""Når du skriver: which help one wants, and the words one has said are right. Each person's own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.services.writing import spelling
from tvaerfaglig.services.writing.spelling import KnownWords
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.parts import setting
from tvaerfaglig.ui.widgets import (
    Segment,
    Segments,
    boxed,
    button,
    card,
    col,
    empty_layout,
    one,
    opener,
    row,
)
from tvaerfaglig.ui.writing.speller import speller_of
from tvaerfaglig.ui.writing.switches import QUESTIONS, QUIET, SPELLING, switches_of

ON, OFF = "til", "fra"
_SPELLS = "En grå bølge under ord, ordbogen ikke kender. F7 går til det næste med forslag."
_NO_DICTIONARY = "Der er ingen dansk ordbog på denne computer, så der er ingen stavekontrol her."
_ASKS = (
    "Et spørgsmål eller to under teksten i observationer og konsultationer, når du holder en pause."
)
_ASKS_MORE = "Underretninger spørger også til småord som »lidt«, »meget« og »kun«. De fleste vil hellere være fri."
_OWN = "Ord, du selv har sagt god for. Højreklik på et ord, eller tryk F7, for at lægge det her."


class WritingHelp(QWidget):
    """A card of *Mig*. What is chosen is remembered on this computer, the words in the vault."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._switches = switches_of(desk)
        there = speller_of(desk).is_there
        self.spelling = _switch("Stavekontrol")
        self.questions = _switch("Spørgsmål under teksten")
        self.quiet = _switch("Spørg også til småord")
        self.spelling.setEnabled(there)
        self.spelling.changed.connect(partial(self._turn, SPELLING))
        self.questions.changed.connect(partial(self._turn, QUESTIONS))
        self.quiet.changed.connect(partial(self._turn, QUIET))
        self.see = opener("", kind="outlined")
        self.see.toggled.connect(self._on_see_toggled)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._list = boxed(self._place)
        self._list.hide()
        made = card(
            "Når du skriver",
            setting("Stavekontrol", _SPELLS if there else _NO_DICTIONARY, self.spelling),
            setting("Spørgsmål under teksten", _ASKS, self.questions),
            setting("Spørg også til småord", _ASKS_MORE, self.quiet),
            setting("Min ordliste", _OWN, self.see),
            self._list,
        )
        self.setLayout(col(made))
        self._switches.turned.connect(self._show_switches)
        self._show_switches()
        self._show_words(())

    def load(self) -> None:
        self._desk.ask(spelling.known_words).then(self._on_known, self)

    @Slot()
    def _show_switches(self) -> None:
        spells = self._switches.is_on(SPELLING) and self.spelling.isEnabled()
        self.spelling.choose(ON if spells else OFF)
        self.questions.choose(ON if self._switches.is_on(QUESTIONS) else OFF)
        self.quiet.choose(ON if self._switches.is_on(QUIET) else OFF)

    def _turn(self, help_: str, chosen: str) -> None:
        self._switches.turn(help_, on=chosen == ON)

    def _on_known(self, known: KnownWords) -> None:
        self._show_words(known.own)

    def _show_words(self, words: Sequence[str]) -> None:
        self.see.say(danish.count(len(words), "ord", "ord"))
        self.see.setAccessibleName(f"Min ordliste, {danish.count(len(words), 'ord', 'ord')}")
        self.see.block("" if words else "Der er ingen ord i den endnu.")
        self._list.setVisible(bool(words) and self.see.isChecked() and self.isVisible())
        empty_layout(self._place)
        for word in words:
            away = button("Tag ud", "link", name=f"Tag »{word}« ud af ordlisten")
            away.clicked.connect(partial(self._take_out, word))
            self._place.addWidget(boxed(row((one(word), 1), away)))

    def _take_out(self, word: str) -> None:
        self._desk.ask(spelling.take_word_out, word).then(self._on_taken_out, self)

    def _on_taken_out(self, saved: Saved) -> None:
        self._desk.announce(saved.changes, self)
        self.load()

    @Slot(bool)
    def _on_see_toggled(self, on: bool) -> None:
        self._list.setVisible(on)


def _switch(name: str) -> Segments:
    return Segments((Segment(ON, "Til"), Segment(OFF, "Fra")), ON, name=name)
