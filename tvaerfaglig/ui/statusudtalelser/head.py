"""The head of one that is being written: about whom, for whom, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from tvaerfaglig.services.statusudtalelser.reading import StatusPage
from tvaerfaglig.ui.statusudtalelser.wording import head_line, stage_words
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


class StatusHead(PageHead):
    """*Afslut* is never disabled: nothing here knows whether anything is missing."""

    def __init__(self) -> None:
        self._chips = row(gap=6)
        self.print_button = button("Vis", icon="vis", name="Vis, som den bliver på papir")
        self.finish_button = button("Afslut", "primary")
        self.more = menu_button("Mere om statusudtalelsen")
        self.outline = Outline(name="Overskrifter")
        self.outline.set_folded(True)
        self.panel_button = button("Observationer og spørgsmål", icon="belaeg")
        self._narrow = row((self.outline, 1), self.panel_button)
        self.narrow = boxed(self._narrow)
        self.narrow.hide()
        super().__init__(
            "Statusudtalelse",
            "…",
            self.more,
            self.print_button,
            self.finish_button,
            beside=boxed(self._chips),
            extra=self.narrow,
        )
        self.offer_back("Til alle statusudtalelser")

    def show_page(self, page: StatusPage, to_course: Callable[[], None]) -> None:
        self.say(f"Statusudtalelse om {page.child.record.name}", head_line(page))
        empty_layout(self._chips)
        self._chips.addWidget(chip(stage_words(page), "kladde"))
        self.more.empty()
        begun_before = bool(page.finished or page.steps)
        if begun_before:
            self.more.add("Færdige eksemplarer og forløb", to_course)
        self.more.setVisible(begun_before)

    def set_folded(self, *, listed: bool, drawer: bool) -> None:
        self.narrow.setHidden(not listed)
        self.panel_button.setHidden(not drawer)
        way = self._narrow.Direction
        self._narrow.setDirection(way.TopToBottom if drawer else way.LeftToRight)
