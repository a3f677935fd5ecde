"""Til forældrene: which child, and which of the papers that parents can be given."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame

from tvaerfaglig.services.children import one_child
from tvaerfaglig.services.children.one_child import ChildPage
from tvaerfaglig.services.printing.printable import PrintableChild
from tvaerfaglig.ui.children.parents_papers import (
    blocked,
    consent_request,
    letter_request,
    log_request,
)
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import (
    ListRow,
    button,
    choice,
    col,
    field,
    glyph,
    message,
    picker,
    row,
    say_whose,
    section,
    small,
)

LETTER, CONSENT, LOG, INDSIGT = "brev", "samtykke", "log", "indsigt"
_PAPERS = (
    (LETTER, "Informationsbrev: når vi skriver om jeres barn"),
    (CONSENT, "Samtykke, til at skrive under"),
    (LOG, "Hvem har set i barnets oplysninger"),
    (INDSIGT, "Indsigt: alt, der er skrevet"),
)
_SAYS = {
    LETTER: "Hvad I skriver, hvem der ser det, hvor længe, og hvad forældrene har ret til.",
    CONSENT: "Med kryds og formål for hvert, og hvordan det trækkes tilbage. Udfyldte ligger hos barnet.",
    LOG: "Hvornår og hvorfor nogen har set, skrevet og udskrevet. Medarbejdere står med fag, ikke navn.",
    INDSIGT: "Du går det igennem én ting ad gangen og streger andre over, før papiret bliver lavet.",
}


_REQUESTS = {LETTER: letter_request, CONSENT: consent_request, LOG: log_request}


class ParentsCard(QFrame):
    """The filled button leads to the preview, or to the page where an indsigt is gone through."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Til forældrene")
        self._desk = desk
        self.child = picker(name="Barn", placeholder="Skriv et navn")
        self.paper = choice(_PAPERS, LETTER)
        self._says = small(_SAYS[LETTER])
        self.guard = message("", "act", icon="afdaempet")
        self.guard.hide()
        self.go = button("Vis papiret", "outlined", "vis", name="Vis papiret, til forældrene")
        self._child_field = field("Barn", self.child)
        self.setLayout(
            col(
                row(glyph("familie", "accent"), (section("Til forældrene"), 1)),
                self._child_field,
                self.guard,
                field("Hvilket papir?", self.paper),
                self._says,
                row(self.go, ...),
                margins=(16, 12, 16, 14),
            )
        )
        say_whose(self, "til forældrene")
        self.paper.chosen_changed.connect(self._on_paper)
        self.child.picked.connect(self._on_child)
        self.go.clicked.connect(self._on_go)

    def offer(self, found: tuple[PrintableChild, ...]) -> None:
        self.child.offer([ListRow(key=one.id, title=one.name, aside=one.place) for one in found])

    @Slot(str)
    def _on_paper(self, paper: str) -> None:
        self._says.say(_SAYS[paper])
        words = "Begynd" if paper == INDSIGT else "Vis papiret"
        self.go.say(words)
        self.go.setAccessibleName(f"{words}, til forældrene")

    @Slot(str)
    def _on_child(self, child: str) -> None:
        self.guard.hide()
        self._child_field.ask("")
        del child

    @Slot()
    def _on_go(self) -> None:
        child = self.child.chosen()
        if not child:
            self._child_field.ask("Hvilket barn?")
            self.child.setFocus()
            return
        ask = self._desk.ask(one_child.child_page, child)
        ask.then(partial(self._open, self.paper.chosen()), self)

    def _open(self, paper: str, page: ChildPage) -> None:
        why_not = blocked(page)
        self.guard.setVisible(bool(why_not))
        if why_not:
            self.guard.say(why_not, "act", icon="afdaempet")
        elif paper == INDSIGT:
            self._desk.go("indsigt", page.stored.id)
        else:
            made = _REQUESTS[paper]
            self._desk.preview_asked.emit(made(page, self._desk.library))
