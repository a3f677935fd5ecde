"""Two acts that need a word first: naming the child of an anonymous talk, and cancelling a meeting."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot

from tvaerfaglig.domain.events import Changes
from tvaerfaglig.services.konsultation import acts as konsultationer
from tvaerfaglig.services.konsultation import planning as konsultation_planning
from tvaerfaglig.services.konsultation.planning import Grounds as Offered
from tvaerfaglig.services.konsultation.planning import Planning
from tvaerfaglig.services.recording import Saved
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.konsultationer.act_sheet import ActSheet
from tvaerfaglig.ui.konsultationer.authority import RULES
from tvaerfaglig.ui.konsultationer.grounds import Grounds
from tvaerfaglig.ui.widgets import (
    ListRow,
    Prose,
    field,
    picker,
)
from tvaerfaglig.ui.widgets.layout import Item

STAYS = (
    "Den anonyme drøftelse bliver stående, som den er, og kommer aldrig på barnets side. Der "
    "begynder et nyt notat med navn, som nævner det, I aftalte."
)


class NameSheet(ActSheet):
    """Få navn på: which child, on which basis. `named` sends the new note."""

    named = Signal(str)

    def __init__(self, desk: Desk, note_id: str, counts: str) -> None:
        self._note_id = note_id
        self.child = picker(placeholder="Skriv et navn")
        self.grounds = Grounds(counts=counts)
        self.grounds.rules_asked.connect(partial(desk.go, *RULES))
        super().__init__(desk, "Få navn på", STAYS, "Begynd et notat med navn")
        self.child.picked.connect(self._on_child)
        self.grounds.hide()
        desk.ask(konsultation_planning.to_plan).then(self._offer, self)

    def build(self) -> list[Item]:
        return [field("Hvilket barn?", self.child), self.grounds]

    @Slot()
    def do(self) -> None:
        child = self.child.chosen()
        if not child:
            self.asks.say("Hvilket barn handler det om?", "info", icon="spoergsmaal")
            self.child.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        asked = self.desk.ask(
            konsultationer.name_the_child,
            self._note_id,
            child,
            self.grounds.basis(),
            self.grounds.text(),
            samtykke=self.grounds.samtykke(),
        )
        asked.then(self._on_named, self, failed=self.ask)

    def _offer(self, planning: Planning) -> None:
        self.child.offer(
            [ListRow(one, name, stue, person=name) for one, name, stue in planning.children]
        )

    @Slot(str)
    def _on_child(self, child: str) -> None:
        if child:
            self.desk.ask(konsultation_planning.grounds, child).then(self._on_grounds, self)

    def _on_grounds(self, offered: Offered) -> None:
        self.grounds.offer(
            offered.child.record,
            offered.samtykker,
            hides_parents=offered.hides_parents,
            early=offered.early,
        )
        self.grounds.show()

    def _on_named(self, saved: Saved) -> None:
        self.desk.announce(saved.changes, self)
        self.closed.emit()
        self.named.emit(saved.id)


class CancelSheet(ActSheet):
    """Aflys: why it came to nothing."""

    cancelled = Signal()

    def __init__(self, desk: Desk, note_id: str) -> None:
        self._note_id = note_id
        self.because = Prose(lines=2)
        line = "Det, der er forberedt, bliver stående, og den kan tages op igen."
        super().__init__(desk, "Aflys konsultationen", line, "Aflys konsultationen")

    def build(self) -> list[Item]:
        return [
            field("Hvorfor bliver den ikke til noget?", self.because, "Og hvad gør I så i stedet?")
        ]

    @Slot()
    def do(self) -> None:
        asked = self.desk.ask(konsultationer.cancel, self._note_id, self.because.text())
        asked.then(self._on_cancelled, self, failed=self.ask)

    def _on_cancelled(self, changes: Changes) -> None:
        self.desk.announce(changes)
        self.closed.emit()
        self.cancelled.emit()
