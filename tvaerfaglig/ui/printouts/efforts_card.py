"""Indsatser: which one, the whole of it or a family or a volunteer in it, and which of the papers there are."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame

from tvaerfaglig.services.efforts.papers import looking, printable
from tvaerfaglig.services.efforts.papers.printable import PrintableEffort, PrintableWho
from tvaerfaglig.services.efforts.papers.which import Offered
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.indsatser.papers import previews
from tvaerfaglig.ui.widgets import Choice, button, choice, col, field, glyph, row, section, small

WHOLE = ""
_SAYS = "Invitation, lister og emner er for hele indsatsen. Det, en familie får med hjem, holder kun den familie."
_NOTHING = "Her er ingen papirer, du kan skrive ud."


class EffortsCard(QFrame):
    """Hidden while there is no effort that one may see."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Indsatser")
        self._desk = desk
        self._efforts: dict[str, PrintableEffort] = {}
        self._papers: dict[str, Offered] = {}
        self.effort: Choice = choice(())
        self.who: Choice = choice(())
        self.paper: Choice = choice(())
        self._none = small(_NOTHING)
        self._none.hide()
        self.go = button("Vis papiret", "outlined", "vis", name="Vis papiret til indsatsen")
        self._which = field("Hvilket papir til indsatsen?", self.paper)
        self._whose = field("Til hvem?", self.who)
        self.setLayout(
            col(
                row(glyph("indsats", "accent"), (section("Indsatser"), 1)),
                small(_SAYS),
                field("Hvilken indsats?", self.effort),
                self._whose,
                self._which,
                self._none,
                row(self.go, ...),
                margins=(16, 12, 16, 14),
            )
        )
        self.effort.chosen_changed.connect(self._on_effort)
        self.who.chosen_changed.connect(self._on_who)
        self.go.clicked.connect(self._on_go)
        self.hide()

    def load(self) -> None:
        self._desk.ask(printable.printable_efforts).then(self._offer, self)

    def _offer(self, found: tuple[PrintableEffort, ...]) -> None:
        kept = self.effort.chosen()
        self._efforts = {one.id: one for one in found}
        named = [(one.id, f"{one.name} · {one.under}") for one in found]
        self.effort.offer(named, kept if kept in self._efforts else (named[0][0] if named else ""))
        self.setVisible(bool(found))
        self._on_effort(self.effort.chosen())

    @Slot(str)
    def _on_effort(self, effort_id: str) -> None:
        one = self._efforts.get(effort_id)
        if one is None:
            return
        kept = self.who.chosen()
        offered = [(WHOLE, "Hele indsatsen"), *((each.id, each.name) for each in one.who)]
        self.who.offer(offered, kept if kept in dict(offered) else WHOLE)
        self._whose.setVisible(bool(one.who))
        self._on_who(self.who.chosen())

    @Slot(str)
    def _on_who(self, who: str) -> None:
        effort_id = self.effort.chosen()
        one = self._who(who)
        if one is None:
            asked = self._desk.ask(looking.offered_to_effort, effort_id)
        elif one.child:
            asked = self._desk.ask(looking.offered_to_family, who)
        else:
            asked = self._desk.ask(looking.offered_to_volunteer, effort_id, who)
        asked.then(partial(self._offer_papers, effort_id, who), self)

    def _who(self, who: str) -> PrintableWho | None:
        made = self._efforts.get(self.effort.chosen())
        return next((one for one in made.who if one.id == who), None) if made else None

    def _offer_papers(self, effort_id: str, who: str, papers: tuple[Offered, ...]) -> None:
        if (effort_id, who) != (self.effort.chosen(), self.who.chosen()):
            return
        self._papers = {one.key: one for one in papers}
        self.paper.offer([(one.key, one.words) for one in papers])
        self._which.setVisible(bool(papers))
        self.go.setVisible(bool(papers))
        self._none.setVisible(not papers)

    @Slot()
    def _on_go(self) -> None:
        paper, effort = self._papers.get(self.paper.chosen()), self._efforts[self.effort.chosen()]
        one = self._who(self.who.chosen())
        if paper is None:
            return
        if one is None:
            named = self._desk.ask(looking.children_on, paper.which, effort.id)
            named.then(partial(self._show_effort, paper, effort), self)
        elif one.child:
            request = previews.of_family(paper, one.id, one.child, one.name)
            self._desk.preview_asked.emit(request)
        else:
            request = previews.of_volunteer(paper.which, effort.id, one.id, one.name)
            self._desk.preview_asked.emit(request)

    def _show_effort(
        self, paper: Offered, effort: PrintableEffort, children: tuple[str, ...]
    ) -> None:
        self._desk.preview_asked.emit(previews.of_effort(paper, effort.id, effort.name, children))
