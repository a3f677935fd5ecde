"""Beside the paper: what one may ask oneself, where a reader may stop, other children, and hard words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.reading_glasses import Glass, HardWord, Wonder
from tvaerfaglig.services.letters.glasses import Closely, Mark, OtherName
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.underretninger.glasses.mark_card import MarkCard
from tvaerfaglig.ui.widgets import (
    boxed,
    button,
    col,
    empty_layout,
    glyph,
    muted,
    row,
    section,
    small,
    text,
)

CLEAR = (
    "Står med navn. Skriv »et andet barn«, eller vælg barnet med @, mens du skriver. Ellers bliver det "
    "streget over, når forældrene får det."
)
MASKED = "Du valgte barnet, mens du skrev. På papiret står der »et andet barn«."


class GlassSide(QWidget):
    """`wondered` sends a section to be seen on the paper, `written` one to be written in."""

    wondered = Signal(str)
    written = Signal(str)
    chosen = Signal(int)
    opened = Signal(int)
    dismissed = Signal(int)
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Spørgsmål til læsningen")
        self.cards: list[MarkCard] = []
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(look().theme.gap("apart"))
        self.setLayout(self._place)

    def show_glass(
        self,
        glass: Glass,
        wonders: Sequence[Wonder],
        marks: Sequence[Mark] | None,
        closely: Closely,
        names: dict[str, str],
        *,
        writable: bool,
    ) -> None:
        """`names` are what the sections are called; `marks` None while the paper is still being read."""
        empty_layout(self._place)
        self._names, self._writable = names, writable
        self.cards = []
        self._place.addWidget(self._wonders(glass, wonders))
        if marks is None:
            self._place.addWidget(muted("Læser ordene igennem …"))
        else:
            self._place.addWidget(self._stops(marks))
            if closely.names:
                self._place.addWidget(self._others(closely.names))
            if closely.hard:
                self._place.addWidget(self._hard(closely.hard))
        self._place.addStretch(1)

    def choose(self, at: int) -> None:
        for nr, card in enumerate(self.cards):
            card.set_current(current=nr == at)

    def focus_card(self, at: int) -> None:
        if 0 <= at < len(self.cards):
            self.cards[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _wonders(self, glass: Glass, wonders: Sequence[Wonder]) -> QWidget:
        lines = []
        for one in wonders:
            where = self._names.get(one.section, "")
            see = button("Se", "link", name=f"Se {where}")
            see.setAccessibleDescription(one.words)
            see.clicked.connect(partial(self.wondered.emit, one.section))
            if not where:
                see.hide()
            lines.append(row(glyph("spoergsmaal", "accent", 16), (text(one.words), 1), see, gap=6))
        heading = section("Spørg dig selv")
        heading.setAccessibleName(f"Spørg dig selv. {glass.title}")
        return boxed(col(heading, *lines, gap="near"))

    def _stops(self, marks: Sequence[Mark]) -> QWidget:
        heading = row((section("Ord at standse ved"), 1), muted(str(len(marks)) if marks else ""))
        if not marks:
            words = "Der er ingen ord, som programmet vil standse ved. Læs det alligevel med deres øjne."
            return boxed(col(heading, small(words), gap="near"))
        about = small("F8 går fra det ene til det andet. Det er spørgsmål; ordene er dine.")
        for nr, mark in enumerate(marks):
            card = MarkCard(mark, self._names.get(mark.section, ""), writable=self._writable)
            card.chosen.connect(partial(self.chosen.emit, nr))
            card.opened.connect(partial(self.opened.emit, nr))
            card.dismissed.connect(partial(self.dismissed.emit, nr))
            card.stepped.connect(self.stepped)
            self.cards.append(card)
        return boxed(col(heading, about, *self.cards, gap="near"))

    def _others(self, names: Sequence[OtherName]) -> QWidget:
        """Each child once, with the places; those in clear first."""
        heading = row(
            (section("Andre børn i teksten"), 1), muted(str(len({one.name for one in names})))
        )
        lines: list[QWidget] = []
        for name, clear in dict.fromkeys((one.name, one.clear) for one in names):
            places = [one for one in names if (one.name, one.clear) == (name, clear)]
            lines.append(self._other(name, places, clear=clear))
        return boxed(col(heading, *lines, gap="near"))

    def _other(self, name: str, places: Sequence[OtherName], *, clear: bool) -> QWidget:
        where = danish.join_and([self._place_words(one) for one in places])
        said = boxed(
            col(text(f"{name} · {where}", "smallstrong"), small(CLEAR if clear else MASKED), gap=2)
        )
        go = button("Til stedet", "link", "pil-hoejre", name=f"Til stedet: {name}, {where}")
        go.clicked.connect(partial(self.written.emit, places[0].section))
        if not (self._writable and clear):
            go.hide()
        mark = glyph("person", "watch" if clear else "muted", 18)
        return boxed(row(mark, (said, 1), go, gap=6))

    def _place_words(self, one: OtherName) -> str:
        times = f", {danish.count(one.times, 'gang', 'gange')}" if one.times > 1 else ""
        return f"{self._names.get(one.section, 'papirets hoved')}{times}"

    def _hard(self, words: Sequence[HardWord]) -> QWidget:
        heading = section("Ord, ikke alle kender")
        lines = [
            boxed(col(text(f"»{one.words}« · {self._names.get(one.section, '')}", "smallstrong"),
                      small(danish.capital(one.meaning) + "."), gap=0))
            for one in words
        ]  # fmt: skip
        about = small(
            "Skriv det helt ud første gang, eller sig det, som du ville sige det til dem."
        )
        return boxed(col(heading, about, *lines, gap="near"))
