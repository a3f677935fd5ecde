"""Belæg: what the log holds beside what the letter uses of it, unused first and ressourcer before bekymringer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.domain.quality.evidence.sentences import Sentence
from tvaerfaglig.domain.vocabulary import Categories
from tvaerfaglig.services.letters import evidence as service
from tvaerfaglig.services.letters.page import Evidence, LetterPage
from tvaerfaglig.ui.underretninger.wording import (
    balance_words,
    evidence_about,
    first_words,
    used_in,
    witness,
)
from tvaerfaglig.ui.widgets import Evidence as Shown
from tvaerfaglig.ui.widgets import (
    EvidenceCard,
    boxed,
    button,
    col,
    empty_layout,
    line_edit,
    menu_button,
    muted,
    row,
    section,
    small,
    spread,
)

BATCH = 12
ROW, BESIDE = "Sæt ind", "Sæt ved sætningen"
FILTERS: dict[str, tuple[str, Callable[[Evidence], bool]]] = {
    "alle": ("Alle", lambda _: True),
    "ubrugte": ("Ubrugte", lambda one: not one.used),
    "ressource": ("Ressourcer", lambda one: one.stored.record.sign is Sign.RESSOURCE),
    "bekymring": ("Bekymringer", lambda one: one.stored.record.sign is Sign.BEKYMRING),
    "ord": ("Med barnets ord", lambda one: bool(one.stored.record.child_words)),
    "nye": ("Nye siden sidste underretning", lambda one: one.new),
}


class EvidencePanel(QWidget):
    """`inserted` sends the observation that is to be used where one writes, `rowed` one that is to be a row.

    `sought` asks for the sentences that rest on it, `stepped_open` for the next that rests on nothing.
    """

    inserted = Signal(str)
    rowed = Signal(str)
    sought = Signal(str)
    stepped_open = Signal(int)

    def __init__(self, categories: Categories) -> None:
        super().__init__()
        self.setAccessibleName("Belæg")
        self._categories = categories
        self._page: LetterPage | None = None
        self._numbers: dict[str, int] = {}
        self._beside_text = False
        self._filter, self._most = "alle", BATCH
        self.cards: dict[str, EvidenceCard] = {}
        self._count = muted("")
        self.filter = menu_button("Vælg, hvad der vises", icon="filter", dense=True)
        for key, (words, _) in FILTERS.items():
            self.filter.add(words, partial(self.choose, key))
        self.balance = small("")
        self._build_open()
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
            self.balance,
            self._open_place,
            self.search,
            row((self._shown, 1), self.unfilter),
            gap="near",
        )
        layout.addLayout(self._place)
        layout.addLayout(row(self.more, ...))
        self.setLayout(layout)

    def _build_open(self) -> None:
        self.open_words = small("")
        self.open_button = button("Næste", "link", name="Næste sætning uden belæg")
        self.open_button.setToolTip("Ctrl+Skift+B")
        self.open_button.clicked.connect(partial(self.stepped_open.emit, 1))
        self._open_place = boxed(spread(self.open_words, self.open_button, gap=4))
        self._open_place.hide()

    def show_page(
        self, page: LetterPage, numbers: dict[str, int], *, beside_text: bool = False
    ) -> None:
        """`numbers` are the sections' in the outline, for "brugt i 4"; `beside_text` where prose is written."""
        self._page, self._numbers, self._beside_text = page, numbers, beside_text
        self._draw()

    def show_used(self, page: LetterPage) -> None:
        """The same cards, with where each is cited now."""
        for one in page.evidence:
            if one.id in self.cards:
                self.cards[one.id].set_used(used_in(one, self._numbers))

    def show_open(self, claims: Sequence[Sentence]) -> None:
        """How many sentences of the assessment rest on nothing."""
        many = danish.count(len(claims), "sætning", "sætninger", spelled=True)
        self.open_words.say(f"{danish.capital(many)} i vurderingen uden belæg")
        self._open_place.setHidden(not claims)

    def tell_open(self, nr: int, claims: Sequence[Sentence]) -> None:
        """Which of them one stands at."""
        self.open_words.say(f"{nr} af {len(claims)} uden belæg: »{claims[nr - 1].opening} …«")
        self._open_place.show()

    def choose(self, key: str) -> None:
        """Show only some of it."""
        self._filter = key if key in FILTERS else "alle"
        self._most = BATCH
        self._draw()

    def show_one(self, observation: str) -> bool:
        """Go to one card, whatever else is shown; whether it is there."""
        if observation not in self.cards:
            self._filter, self._most = "alle", len(self._page.evidence) if self._page else BATCH
            self.search.clear()
            self._draw()
        if observation in self.cards:
            self.cards[observation].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return observation in self.cards

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
        older = False
        for one in found[: self._most]:
            if self._page and not older and not service.of_now(self._page, one):
                older = True
                self._place.addWidget(muted("Ældre"))
            self._place.addWidget(self._add_card(one))
        if focused:
            self._keep_focus(focused, order)
        self._say(found)

    def _add_card(self, one: Evidence) -> EvidenceCard:
        card = EvidenceCard(
            self._card(one), action=BESIDE if self._beside_text else ROW, seeks=True
        )
        card.inserted.connect(self.inserted)
        card.rowed.connect(self.rowed)
        card.sought.connect(self.sought)
        card.stepped.connect(partial(self._on_stepped, one.id))
        self.cards[one.id] = card
        return card

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
            for one in service.in_order(self._page)
            if fits(one) and all(word in danish.fold(self._words(one)) for word in words)
        ]

    def _words(self, one: Evidence) -> str:
        seen = one.stored.record
        return " ".join((seen.text, seen.child_words, evidence_about(seen, self._categories)))

    def _card(self, one: Evidence) -> Shown:
        page, seen = self._page, one.stored.record
        if page is None:
            raise LookupError("no letter is shown")
        return Shown(
            key=one.id,
            about=evidence_about(seen, self._categories) + (" · ny" if one.new else ""),
            words=first_words(page.names.said(seen.text)),
            source=witness(seen, page.names),
            sign=seen.sign.value,
            used=used_in(one, self._numbers),
            again=self._beside_text,
        )

    def _say(self, found: list[Evidence]) -> None:
        evidence = self._page.evidence if self._page else ()
        unused = sum(not one.used for one in evidence)
        self._count.say(danish.count(unused, "ubrugt", "ubrugte"))
        self.balance.say(balance_words(service.balance_of(self._page)) if self._page else "")
        self.balance.setHidden(not evidence)
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

    def _on_stepped(self, key: str, by: int) -> None:
        """The arrows go from card to card."""
        keys = list(self.cards)
        at = keys.index(key) + by
        if 0 <= at < len(keys):
            self.cards[keys[at]].setFocus(Qt.FocusReason.OtherFocusReason)
