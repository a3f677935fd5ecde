"""Spørgsmål: at most three for the section one is in; they can be answered, jumped to and laid away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.quality.finding import Finding
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    QuestionCard,
    announce,
    boxed,
    button,
    col,
    empty_layout,
    muted,
    row,
    section,
    small,
)

ANNOUNCE_MS = 3000
SHOWS = {"ressourcer": "ressource", "ressource_eksempel": "ressource", "faa_observationer": "alle",
         "ingen_observationer": "alle", "nyeste": "alle", "vurdering_belaeg": "alle"}  # fmt: skip
"""Questions that the log may answer: which evidence *Vis dem* then shows."""


class QuestionsPanel(QWidget):
    """`jumped` and `dismissed` send a finding's place, `shown` what evidence to show."""

    jumped = Signal(str)
    dismissed = Signal(str)
    shown = Signal(str)
    asked_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Spørgsmål")
        self._findings: tuple[Finding, ...] = ()
        self._section = ""
        self._away = 0
        self.current = ""
        self.cards: dict[str, QuestionCard] = {}
        self._count = muted("")
        self.fold = button("", "icon", "pil-ned", name="Fold spørgsmål sammen", dense=True)
        self.fold.clicked.connect(self._on_fold_clicked)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(6)
        self._none = small("")
        self.again = button("Vis dem igen", "link")
        self.again.clicked.connect(self.asked_again)
        self._body = boxed(col(self._none, gap="tight"))
        body = self._body.layout()
        if isinstance(body, QVBoxLayout):
            body.addLayout(self._place)
            body.addLayout(row(self.again, ...))
        heading = row(section("Spørgsmål"), (self._count, 1), self.fold)
        self.setLayout(col(heading, self._body, gap="near"))
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(ANNOUNCE_MS)
        self._said.timeout.connect(self._on_announce)
        self._draw()

    def show_findings(self, findings: Sequence[Finding], section_id: str, away: int) -> None:
        """The questions of the letter, and the section one is in."""
        fresh = tuple(findings) != self._findings or section_id != self._section
        self._findings, self._section, self._away = tuple(findings), section_id, away
        if self.current not in {one.place for one in self._findings}:
            self.current = ""
        if fresh:
            self._said.start()
        self._draw()

    def here(self) -> tuple[Finding, ...]:
        return tuple(one for one in self._findings if one.section == self._section)

    def choose(self, place: str) -> None:
        """Make one the current; an empty place leaves none."""
        self.current = place
        for own, card in self.cards.items():
            card.set_current(own == place)

    def _draw(self) -> None:
        focused = next((place for place, card in self.cards.items() if card.hasFocus()), "")
        empty_layout(self._place)
        self.cards = {}
        for one in self.here():
            card = QuestionCard(
                f"»{one.quote}«" if one.quote else "hele afsnittet",
                one.question,
                one.why,
                show="Vis dem" if one.rule in SHOWS else "",
                current=one.place == self.current,
            )
            card.chosen.connect(partial(self._on_chosen, one.place))
            card.jumped.connect(partial(self.jumped.emit, one.place))
            card.dismissed.connect(partial(self.dismissed.emit, one.place))
            card.shown.connect(partial(self.shown.emit, SHOWS.get(one.rule, "")))
            self.cards[one.place] = card
            self._place.addWidget(card)
        if focused in self.cards:
            self.cards[focused].setFocus()
        self._say()

    def _say(self) -> None:
        here, everywhere = len(self.cards), len(self._findings)
        self._count.say(f"{here} her" if here else "")
        rest = everywhere - here
        words = "Ingen spørgsmål her."
        if rest:
            words = f"Ingen her. {danish.count(rest, 'spørgsmål', 'spørgsmål')} andre steder. F8 går til det næste."
        self._none.say(words)
        self._none.setHidden(bool(here))
        away = danish.count(self._away, "lagt væk", "lagt væk")
        self.again.say(f"{away}. Vis igen")
        self.again.setHidden(not self._away)

    def _on_chosen(self, place: str) -> None:
        self.choose(place)

    @Slot()
    def _on_announce(self) -> None:
        here = len(self.cards)
        if here and self.isVisible():
            announce(self, danish.count(here, "spørgsmål til afsnittet", "spørgsmål til afsnittet"))

    @Slot()
    def _on_fold_clicked(self) -> None:
        folded = not self._body.isHidden()
        self._body.setHidden(folded)
        self.fold.show_icon("pil-hoejre" if folded else "pil-ned")
        name = "Vis spørgsmål" if folded else "Fold spørgsmål sammen"
        self.fold.setAccessibleName(name)
        self.fold.setToolTip(name)

    def edge(self) -> int:
        return look().theme.em(1)
