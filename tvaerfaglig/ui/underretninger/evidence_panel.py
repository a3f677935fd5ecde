"""Belæg: the child's observations, unused first and ressourcer before bekymringer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services.letter_page import Evidence, LetterPage
from tvaerfaglig.ui.underretninger.wording import evidence_about, first_words, seen_by, used_in
from tvaerfaglig.ui.widgets import Evidence as Shown
from tvaerfaglig.ui.widgets import (
    EvidenceCard,
    button,
    col,
    empty_layout,
    line_edit,
    menu_button,
    muted,
    row,
    section,
    small,
)

BATCH = 12
FILTERS: dict[str, tuple[str, Callable[[Evidence], bool]]] = {
    "alle": ("Alle", lambda _: True),
    "ubrugte": ("Ubrugte", lambda one: not one.used),
    "ressource": ("Ressourcer", lambda one: one.stored.record.sign is Sign.RESSOURCE),
    "bekymring": ("Bekymringer", lambda one: one.stored.record.sign is Sign.BEKYMRING),
    "ord": ("Med barnets ord", lambda one: bool(one.stored.record.child_words)),
    "nye": ("Nye siden sidste underretning", lambda one: one.new),
}


class EvidencePanel(QWidget):
    """`inserted` sends the observation that is to be used where one writes."""

    inserted = Signal(str)

    def __init__(self, categories: Categories) -> None:
        super().__init__()
        self.setAccessibleName("Belæg")
        self._categories = categories
        self._page: LetterPage | None = None
        self._numbers: dict[str, int] = {}
        self._filter, self._most = "alle", BATCH
        self.cards: dict[str, EvidenceCard] = {}
        self._count = muted("")
        self.filter = menu_button("Vælg, hvad der vises", icon="filter", dense=True)
        for key, (words, _) in FILTERS.items():
            self.filter.add(words, partial(self.choose, key))
        self.search = line_edit(name="Find i belægget")
        self.search.setPlaceholderText("Find i det, der er skrevet")
        self.search.textChanged.connect(self._on_find_changed)
        self._shown = small("")
        self.unfilter = button("Vis alle", "link")
        self.unfilter.clicked.connect(partial(self.choose, "alle"))
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self._place.setSpacing(6)
        self.more = button("", "link", "pil-ned")
        self.more.clicked.connect(self._on_more_clicked)
        layout = col(
            row(section("Belæg"), (self._count, 1), self.filter),
            self.search,
            row((self._shown, 1), self.unfilter),
            gap="near",
        )
        layout.addLayout(self._place)
        layout.addLayout(row(self.more, ...))
        self.setLayout(layout)

    def show_page(self, page: LetterPage, numbers: dict[str, int]) -> None:
        """`numbers` are the sections' in the outline, for "brugt i 4"."""
        self._page, self._numbers = page, numbers
        self._draw()

    def choose(self, key: str) -> None:
        """Show only some of it."""
        self._filter = key if key in FILTERS else "alle"
        self._most = BATCH
        self._draw()

    def take_focus(self) -> None:
        """Ctrl+B: to the first that is not used yet."""
        first = next(iter(self.cards.values()), None)
        (first or self.search).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _draw(self) -> None:
        focused = next((key for key, card in self.cards.items() if card.hasFocus()), "")
        order = list(self.cards)
        empty_layout(self._place)
        self.cards = {}
        found = self._found()
        for one in found[: self._most]:
            card = EvidenceCard(self._card(one))
            card.inserted.connect(self.inserted)
            self.cards[one.id] = card
            self._place.addWidget(card)
        if focused:
            self._keep_focus(focused, order)
        self._say(found)

    def _keep_focus(self, focused: str, order: list[str]) -> None:
        """A card that was used moves down: the focus goes on to the one that stood after it."""
        at = order.index(focused)
        left = [key for key in order[at + 1 :] + order[:at] if key in self.cards]
        where = focused if focused in self.cards and not left else next(iter(left), "")
        if where:
            self.cards[where].setFocus(Qt.FocusReason.OtherFocusReason)

    def _found(self) -> list[Evidence]:
        if self._page is None:
            return []
        fits = FILTERS[self._filter][1]
        words = danish.fold(self.search.text()).split()
        return [
            one
            for one in self._page.evidence
            if fits(one) and all(word in danish.fold(self._words(one)) for word in words)
        ]

    def _words(self, one: Evidence) -> str:
        seen = one.stored.record
        return " ".join((seen.text, seen.child_words, evidence_about(seen, self._categories)))

    def _card(self, one: Evidence) -> Shown:
        page, seen = self._page, one.stored.record
        if page is None:
            raise LookupError("no letter is shown")
        source = seen_by(seen, page.names)
        return Shown(
            key=one.id,
            about=evidence_about(seen, self._categories) + (" · ny" if one.new else ""),
            words=first_words(page.names.said(seen.text)),
            source=source,
            sign=seen.sign.value,
            used=used_in(one, self._numbers),
        )

    def _say(self, found: list[Evidence]) -> None:
        evidence = self._page.evidence if self._page else ()
        unused = sum(not one.used for one in evidence)
        self._count.say(danish.count(unused, "ubrugt", "ubrugte"))
        narrowed = self._filter != "alle"
        words = FILTERS[self._filter][0] if narrowed else ""
        if not evidence:
            words = "Der er ikke skrevet observationer endnu."
        elif not found:
            words = f"{words}: ingen." if narrowed else "Ingen med de ord."
        self._shown.say(words)
        self._shown.setHidden(not words)
        self.unfilter.setHidden(not narrowed)
        self.search.setHidden(len(evidence) <= BATCH // 2)
        left = len(found) - self._most
        self.more.say(f"Vis {min(left, BATCH)} til")
        self.more.setHidden(left <= 0)

    @Slot()
    def _on_find_changed(self) -> None:
        self._most = BATCH
        self._draw()

    @Slot()
    def _on_more_clicked(self) -> None:
        self._most += BATCH
        self._draw()
