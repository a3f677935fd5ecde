"""For whoever leads: who rates this child, one alone with a reason, or nobody with a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.rounds.records import TOGETHER, Assigned
from tvaerfaglig.services.rounds.reading import ChildInRound
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    Pick,
    button,
    card,
    col,
    field,
    flow,
    line_edit,
)

_WAYS = (
    Pick("to", "To eller flere"),
    Pick("en", "Én alene"),
    Pick("ingen", "Ikke denne gang"),
)


class AssignForm(QWidget):
    """`chosen` sends the child as assigned. Those who have rated stay chosen; the service says so in words."""

    chosen = Signal(object)

    def __init__(self, child: ChildInRound, people: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._child = child.id
        self.way = ChipGroup(_WAYS, (_way(child),), name="Hvor mange vurderer?", several=False)
        self.people = ChipGroup(
            [Pick(key, name) for key, name in people], child.raters, name="Hvem vurderer?"
        )
        self.why = line_edit(child.alone or child.left_out, most=160)
        self._why = field("Hvorfor?", self.why, "Det kommer til at stå på arket.")
        self._people = field("Hvem vurderer?", self.people)
        self.save = button("Gem", "outlined", name="Gem, hvem der vurderer")
        self.save.clicked.connect(self._on_save)
        self.way.changed.connect(self._on_way)
        inside = card("Hvor mange vurderer?", self.way, self._people, self._why, flow(self.save))
        self.setLayout(col(inside, gap=0))
        self._on_way(self.way.chosen())

    @Slot(tuple)
    def _on_way(self, chosen: tuple[str, ...]) -> None:
        if not chosen:
            self.way.choose(("to",))
        way = (chosen or ("to",))[0]
        self._people.setVisible(way != "ingen")
        self._why.setVisible(way != "to")

    @Slot()
    def _on_save(self) -> None:
        way, why = (self.way.chosen() or ("to",))[0], self.why.text().strip()
        people = self.people.chosen()
        if way != "to" and not why:
            self._why.ask("Skriv det kort. Den, der læser arket, skal kunne forstå det.")
            self.why.setFocus()
            return
        least = {"to": TOGETHER, "en": 1, "ingen": 0}[way]
        if len(people) < least or (way == "en" and len(people) != 1):
            self._people.ask("Vælg to, der kender barnet." if way == "to" else "Vælg den ene.")
            return
        self.chosen.emit(
            Assigned(
                child=self._child,
                raters=people if way != "ingen" else (),
                alone=why if way == "en" else "",
                left_out=why if way == "ingen" else "",
            )
        )


def _way(child: ChildInRound) -> str:
    if child.left_out:
        return "ingen"
    return "en" if child.alone else "to"
