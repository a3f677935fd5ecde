"""The child's observations to lay on the table: ressourcer first, those already there last."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Observation, Sign
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services.konsultation.page import KonsultationPage
from tvaerfaglig.ui.konsultationer.wording import seen_by
from tvaerfaglig.ui.widgets import (
    Evidence,
    EvidenceCard,
    button,
    col,
    empty_layout,
    line_edit,
    row,
    scroller,
    section,
    small,
)

BATCH = 12
LONGEST = 150
ON_THE_TABLE = "ligger her"


class Tray(QWidget):
    """`inserted` sends an observation to lay on the table; drag it, press it or Enter."""

    inserted = Signal(str)
    closed = Signal()

    def __init__(self, categories: Categories) -> None:
        super().__init__()
        self.setAccessibleName("Observationer")
        self._categories = categories
        self._page: KonsultationPage | None = None
        self._chosen: tuple[str, ...] = ()
        self._most = BATCH
        self.cards: dict[str, EvidenceCard] = {}
        self.search = line_edit(name="Find i observationerne")
        self.search.setPlaceholderText("Find i det, der er skrevet")
        self.search.textChanged.connect(self._on_find_changed)
        away = button("", "icon", "luk", name="Luk observationerne", dense=True)
        away.clicked.connect(self.closed)
        self._none = small("")
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(6)
        self.more = button("", "link", "pil-ned")
        self.more.clicked.connect(self._on_more_clicked)
        inner = col(self._none, self._cards, row(self.more, ...), ..., margins=(12, 0, 12, 12))
        head = col(row((section("Observationer"), 1), away), self.search, margins=(12, 12, 12, 6))
        self.setLayout(col(head, (scroller(inner), 1), gap=0))

    def show_page(self, page: KonsultationPage, chosen: tuple[str, ...]) -> None:
        """What there is, and what lies on the table already."""
        self._page, self._chosen = page, chosen
        self._draw()

    def take_focus(self) -> None:
        first = next(iter(self.cards.values()), None)
        (first or self.search).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        focused = next((key for key, card in self.cards.items() if card.hasFocus()), "")
        order = list(self.cards)
        empty_layout(self._cards)
        self.cards = {}
        found = self._found()
        for one in found[: self._most]:
            card = EvidenceCard(self._shown(one), action="Læg på bordet")
            card.inserted.connect(self.inserted)
            self.cards[one.id] = card
            self._cards.addWidget(card)
        if focused:
            self._go_on(focused, order)
        everything = self._page.observations if self._page else ()
        self._none.say(_none_words(len(everything), len(found)))
        self._none.setHidden(bool(found))
        left = len(found) - self._most
        self.more.say(f"Vis {min(left, BATCH)} til")
        self.more.setHidden(left <= 0)

    def _go_on(self, focused: str, order: list[str]) -> None:
        """One that was taken moves down: the focus goes to the one that stood after it."""
        at = order.index(focused)
        later = [key for key in order[at + 1 :] if key in self.cards and key not in self._chosen]
        card = self.cards.get(next(iter(later), focused))
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _found(self) -> list[Stored[Observation]]:
        if self._page is None:
            return []
        words = danish.fold(self.search.text()).split()
        every = [one for one in self._page.observations if self._fits(one.record, words)]
        order = (Sign.RESSOURCE, Sign.BEKYMRING, Sign.NEUTRAL)
        every.sort(key=lambda one: one.record.happened(), reverse=True)
        every.sort(key=lambda one: (one.id in self._chosen, order.index(one.record.sign)))
        return every

    def _fits(self, made: Observation, words: list[str]) -> bool:
        text = danish.fold(" ".join((made.text, made.child_words, made.place, self._about(made))))
        return all(word in text for word in words)

    def _about(self, made: Observation) -> str:
        subject = next((self._categories.name(one).lower() for one in made.categories), "")
        return " · ".join(filter(None, (danish.day_of_month(made.day), subject)))

    def _shown(self, one: Stored[Observation]) -> Evidence:
        assert self._page is not None
        made, names = one.record, self._page.names
        return Evidence(
            key=one.id,
            about=self._about(made),
            words=_beginning(names.said(made.text)),
            source=seen_by(made, names),
            sign=made.sign.value,
            used=ON_THE_TABLE if one.id in self._chosen else "",
        )

    @Slot()
    def _on_find_changed(self) -> None:
        self._most = BATCH
        self._draw()

    @Slot()
    def _on_more_clicked(self) -> None:
        self._most += BATCH
        self._draw()


def _beginning(words: str) -> str:
    line = " ".join(words.split())
    if len(line) <= LONGEST:
        return line
    return line[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _none_words(every: int, found: int) -> str:
    if found:
        return ""
    return "Ingen med de ord." if every else "Der er ikke skrevet observationer om barnet endnu."
