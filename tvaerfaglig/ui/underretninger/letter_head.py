"""The head of a letter: about whom, by which law, how far it is, and what can be done with it."""

from __future__ import annotations

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.law import Law
from tvaerfaglig.services.letters.page import LetterPage
from tvaerfaglig.ui.underretninger.wording import stage_words
from tvaerfaglig.ui.widgets import (
    Outline,
    PageHead,
    boxed,
    button,
    chip,
    empty_layout,
    menu_button,
    row,
)

DUTY = "skaerpet_pligt"


class LetterHead(PageHead):
    """*Afslut* is never disabled: nothing here knows whether anything is missing."""

    def __init__(self) -> None:
        self._chips = row(gap=6)
        self.read_button = button("Læs igennem")
        self.print_button = button("Udskriv", icon="udskrift")
        self.finish_button = button("Afslut", "primary")
        self.more_button = menu_button("Mere om underretningen")
        self.outline = Outline(name="Afsnit")
        self.outline.set_folded(True)
        self.panel_button = button("Spørgsmål og belæg", icon="belaeg")
        self._narrow = row((self.outline, 1), self.panel_button)
        self.narrow = boxed(self._narrow)
        self.narrow.hide()
        super().__init__(
            "Underretning",
            "…",
            self.more_button,
            self.read_button,
            self.print_button,
            self.finish_button,
            beside=boxed(self._chips),
            extra=self.narrow,
        )
        self.offer_back("Til alle underretninger")

    def show_page(self, page: LetterPage, law: Law) -> None:
        child = page.child.record
        receiver = f"til {page.record.receiver}" if page.record.receiver else ""
        begun = f"begyndt {danish.day_near(page.record.begun, page.today).lower()}"
        cite = danish.capital(law.ref(DUTY).cite)
        hidden = "beskyttet adresse" if child.protected else ""
        line = " · ".join(filter(None, (cite, receiver, begun, hidden)))
        self.say(f"Underretning om {child.name}", line)
        empty_layout(self._chips)
        self._chips.addWidget(chip(stage_words(page), "kladde"))

    def set_folded(self, *, listed: bool, drawer: bool) -> None:
        self.narrow.setHidden(not listed)
        self.panel_button.setHidden(not drawer)
        way = self._narrow.Direction
        self._narrow.setDirection(way.TopToBottom if drawer else way.LeftToRight)
        self.print_button.setHidden(listed)
