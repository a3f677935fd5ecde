"""What lies beside a heading: its observations of the period, resources first, or the gap in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Observation
from tvaerfaglig.domain.statusudtalelser.form import Heading
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services.statusudtalelser.reading import StatusPage
from tvaerfaglig.ui.underretninger.wording import evidence_about, first_words, seen_by
from tvaerfaglig.ui.widgets import (
    Evidence,
    EvidenceCard,
    boxed,
    button,
    col,
    empty_layout,
    line_edit,
    muted,
    row,
    section,
    small,
)

BATCH = 12


class BesidePanel(QWidget):
    """`chosen`, `left_out` and `renewed` send an observation."""

    chosen = Signal(str)
    left_out = Signal(str)
    renewed = Signal(str)

    def __init__(self, categories: Categories) -> None:
        super().__init__()
        self.setAccessibleName("Observationer")
        self._categories = categories
        self._page: StatusPage | None = None
        self._here: tuple[Stored[Observation], ...] = ()
        self._gap, self._filed = "", False
        self._all, self._most = False, BATCH
        self.cards: dict[str, EvidenceCard] = {}
        self._count = muted("")
        self.search = line_edit(name="Find i observationerne")
        self.search.setPlaceholderText("Find i det, der er skrevet")
        self.search.textChanged.connect(self._on_find_changed)
        self._words = small("")
        self.turn = button("", "link")
        self.turn.clicked.connect(self._on_turn_clicked)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(6)
        self.more = button("", "link", "pil-ned")
        self.more.clicked.connect(self._on_more_clicked)
        layout = col(
            row((section("Observationer"), 1), self._count),
            self._words,
            row(self.turn, ...),
            self.search,
            gap="near",
        )
        layout.addLayout(self._place)
        layout.addLayout(row(self.more, ...))
        self.setLayout(layout)

    def show_heading(
        self,
        page: StatusPage,
        heading: Heading | None,
        here: tuple[Stored[Observation], ...],
        gap: str,
    ) -> None:
        """Those that belong here; a heading that nothing is filed under shows them all."""
        filed = heading is not None and bool(heading.ics or here or gap)
        if (filed, here) != (self._filed, self._here):
            self._all, self._most = not filed, BATCH
        self._page, self._here, self._gap, self._filed = page, here, gap, filed
        self._draw()

    def take_focus(self) -> None:
        """Ctrl+B: to the first that is not used yet, else to the way to all of them."""
        unused = (card for card in self.cards.values() if not card.insert_button.isHidden())
        first = next(unused, None) or next(iter(self.cards.values()), None)
        (first or self.turn).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _found(self) -> Sequence[Stored[Observation]]:
        if self._page is None:
            return ()
        every = sorted(self._page.observations, key=lambda one: one.record.happened(), reverse=True)
        shown = every if self._all else self._here
        words = danish.fold(self.search.text()).split()
        return [
            one for one in shown if all(word in danish.fold(_text(one.record)) for word in words)
        ]

    def _draw(self) -> None:
        focused = next((key for key, card in self.cards.items() if card.hasFocus()), "")
        order = list(self.cards)
        empty_layout(self._place)
        self.cards = {}
        found = self._found()
        for one in found[: self._most]:
            self._place.addWidget(self._entry(one))
        if focused:
            at = order.index(focused)
            after = [key for key in (*order[at + 1 :], *order[: at + 1]) if key in self.cards]
            if after:
                self.cards[after[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(found)

    def _entry(self, stored: Stored[Observation]) -> QWidget:
        page, seen = self._page, stored.record
        if page is None:
            raise LookupError("no statusudtalelse is shown")
        number = page.record.number(stored.id)
        about = evidence_about(seen, self._categories)
        card = EvidenceCard(
            Evidence(
                key=stored.id,
                about=about,
                words=first_words(page.names.said(seen.text)),
                source=seen_by(seen, page.names),
                sign=seen.sign.value,
                used=f"brugt som [{number}]" if number else "",
            ),
            action="Brug",
        )
        card.setAccessibleDescription("Enter bruger den, hvor du skriver")
        card.inserted.connect(self.chosen)
        self.cards[stored.id] = card
        if not number:
            return card
        out = button("Tag ud", "link", name=f"Tag ud: {about}")
        out.clicked.connect(partial(self.left_out.emit, stored.id))
        newer = None
        if page.newer(stored.id) is not None:
            newer = button("Rettet siden. Hent rettelsen", "link", name=f"Hent rettelsen: {about}")
            newer.clicked.connect(partial(self.renewed.emit, stored.id))
        return boxed(col(card, row(out, newer, ...), gap=2))

    def _say(self, found: Sequence[Stored[Observation]]) -> None:
        page = self._page
        used = len(page.record.rows) if page else 0
        self._count.say(f"{used} brugt" if used else "")
        words = self._gap if not self._here and not self._all else ""
        if page is not None and not page.observations:
            words = "Der er ikke skrevet observationer endnu."
        elif self.search.text().strip() and not found:
            words = "Ingen med de ord."
        self._words.say(words)
        self._words.setHidden(not words)
        self.turn.say("Vis kun dem, der hører til her" if self._all else "Vis alle observationer")
        self.turn.setHidden(not self._filed or page is None or not page.observations)
        self.search.setHidden(len(found) <= BATCH // 2 and not self.search.text())
        left = len(found) - self._most
        self.more.say(f"Vis {min(left, BATCH)} til")
        self.more.setHidden(left <= 0)

    @Slot()
    def _on_turn_clicked(self) -> None:
        self._all, self._most = not self._all, BATCH
        self._draw()

    @Slot()
    def _on_find_changed(self) -> None:
        self._most = BATCH
        self._draw()

    @Slot()
    def _on_more_clicked(self) -> None:
        self._most += BATCH
        self._draw()


def _text(seen: Observation) -> str:
    return f"{seen.text} {seen.child_words} {seen.place}"
