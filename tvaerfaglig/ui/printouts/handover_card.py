"""Overgangsark: first the sheet on which the parents tick, then only what they ticked, on the consent they gave."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from tvaerfaglig.domain.errors import ForPeople
from tvaerfaglig.services.efforts.papers import handover
from tvaerfaglig.services.efforts.papers.handover import Offer, Wanted
from tvaerfaglig.services.efforts.papers.which import EffortPaper
from tvaerfaglig.services.errors import NotAllowed
from tvaerfaglig.services.printing.printable import PrintableChild
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser.papers import previews
from tvaerfaglig.ui.widgets import (
    ListRow,
    Tick,
    boxed,
    button,
    choice,
    col,
    empty_layout,
    field,
    glyph,
    line_edit,
    message,
    picker,
    row,
    section,
    see_opened,
    small,
    tick,
)

_SAYS = "Til næste hus eller skole. Forældrene krydser af på papir, og du krydser det samme af her."
_NO_CONSENT = (
    "Der er ikke noget samtykke, der gælder i dag. Lad forældrene krydse af, og skriv samtykket på barnets side. "
    "Så kan arket sendes."
)
_NOTHING = "Der er ikke skrevet noget om barnet, der kan følge med endnu."


class HandoverCard(QFrame):
    """The child first: what can go along, and on which consent, follows from it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Overgangsark")
        self._desk = desk
        self._offer: Offer | None = None
        self._names: dict[str, str] = {}
        self._wanted = ""
        self.ticks: dict[str, Tick] = {}
        self.child = picker(name="Hvilket barn skifter hus?", placeholder="Skriv et navn")
        self.to = line_edit()
        self.to.setPlaceholderText("Det nye hus eller skolen")
        self.consent = choice((), name="Samtykke")
        self.told = message("", "info", icon="info")
        self.told.hide()
        self.ask_parents = button(
            "Må det følge med?", "outlined", "vis", name="Vis arket til forældrene"
        )
        self.send = button("Vis overgangsarket", "outlined", "vis")
        self._child = field("Hvilket barn?", self.child)
        self._to = field("Til hvem?", self.to)
        self._on = field("På hvilket samtykke?", self.consent)
        self._along = QVBoxLayout()
        self._ticked = boxed(col(small("Det har forældrene krydset af:"), self._along, gap="tight"))
        self._rest = boxed(
            col(
                self._to,
                row(self.ask_parents, ...),
                self.told,
                self._ticked,
                self._on,
                row(self.send, ...),
            )
        )
        self._rest.hide()
        self.setLayout(
            col(
                row(glyph("send", "accent"), (section("Overgangsark"), 1)),
                small(_SAYS),
                self._child,
                self._rest,
                margins=(16, 12, 16, 14),
            )
        )
        self.child.picked.connect(self._on_child)
        self.ask_parents.clicked.connect(self._on_ask)
        self.send.clicked.connect(self._on_send)

    def offer(self, found: tuple[PrintableChild, ...]) -> None:
        self._names = {one.id: one.name for one in found}
        self.child.offer([ListRow(key=one.id, title=one.name, aside=one.place) for one in found])
        self.setVisible(bool(found))
        if self._wanted in self._names:
            self.choose(self._wanted)

    def choose(self, child: str) -> None:
        """Come here about this child; before the list has come it waits for it."""
        self._wanted = "" if child in self._names else child
        if child in self._names:
            self.child.choose(child)
            self._on_child(child)

    @Slot(str)
    def _on_child(self, child: str) -> None:
        self._offer = None
        self._rest.hide()
        self._child.ask("")
        if child in self._names:
            asked = self._desk.ask(handover.offer, child)
            asked.then(partial(self._show, child), self, failed=self._on_refused)

    def _on_refused(self, error: BaseException) -> None:
        """A guard stands here as a sentence, where the child was chosen."""
        if isinstance(error, ForPeople):
            self._child.ask(str(error))
        else:
            self._desk.explain(error)

    def _show(self, child: str, offer: Offer) -> None:
        if child != self.child.chosen():
            return
        self._offer = offer
        empty_layout(self._along)
        self.ticks = {one.key: tick(one.made.heading) for one in offer.parts}
        for one in self.ticks.values():
            self._along.addWidget(one)
        self.consent.offer(offer.consents, offer.consents[0][0] if offer.consents else "")
        ready = bool(offer.consents and offer.parts)
        for one_widget in (self._ticked, self._on, self.send):
            one_widget.setVisible(ready)
        self.told.setVisible(not ready)
        if not ready:
            self.told.say(_NO_CONSENT if offer.parts else _NOTHING, "info", icon="samtykke")
        self._rest.show()
        see_opened(self)

    @Slot()
    def _on_ask(self) -> None:
        child = self.child.chosen()
        if self._offer is not None:
            request = previews.asking(
                EffortPaper.OVERGANG_VALG, child, self._names[child], self.to.text()
            )
            self._desk.preview_asked.emit(request)

    @Slot()
    def _on_send(self) -> None:
        child, offer = self.child.chosen(), self._offer
        if offer is None:
            return
        ticked = tuple(key for key, one in self.ticks.items() if one.isChecked())
        wanted = Wanted(to=self.to.text(), samtykke=self.consent.chosen(), ticked=ticked)
        self._to.ask("" if wanted.to.strip() else "Hvem får arket?")
        if not wanted.to.strip():
            self.to.setFocus()
            return
        self._on.ask("")
        asked = self._desk.ask(handover.handover, child, wanted)
        asked.then(partial(self._preview, child, wanted, offer), self, failed=self._on_stopped)

    def _on_stopped(self, error: BaseException) -> None:
        """A consent that does not carry it is asked about where it was chosen."""
        if isinstance(error, NotAllowed):
            self._on.ask(str(error))
            self.consent.setFocus()
        else:
            self._desk.explain(error)

    def _preview(self, child: str, wanted: Wanted, offer: Offer, _paper: object) -> None:
        """It can be made: what lacks was said before the preview opened."""
        request = previews.handover(EffortPaper.OVERGANG, child, self._names[child], wanted, offer)
        self._desk.preview_asked.emit(request)
