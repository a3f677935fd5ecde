"""Into a phase: from which day, and who has it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.efforts.rhythm import Anchor, Point
from tvaerfaglig.services.efforts.family_view import FamilyView
from tvaerfaglig.services.efforts.phases import InPhase
from tvaerfaglig.ui.indsatser.family.wording import by_rule
from tvaerfaglig.ui.widgets import (
    ChipGroup,
    DayField,
    Pick,
    button,
    col,
    field,
    flow,
    frame,
    small,
    text,
)


def _begins(view: FamilyView, one: InPhase) -> date:
    """Today; the birthday where it begins with the birth."""
    born = view.child.record.born
    return born if born and one.planned.rule.begins == Point(Anchor.FOEDSEL) else view.today


class PhaseForm(QWidget):
    """`chosen` sends (day, people)."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, view: FamilyView, one: InPhase) -> None:
        super().__init__()
        self._view = view
        went = one.went.record if one.went else None
        rule = one.planned.rule
        self.day = DayField(self._today, went.first if went else _begins(view, one))
        people = [Pick(key, name.split()[0]) for key, name in view.people]
        self.people = ChipGroup(people, one.responsible, name="Hvem har ansvaret?")
        self._day = field("Fra hvilken dag?", self.day, by_rule(one.planned))
        self._people = field("Hvem har ansvaret?", self.people)
        self.save = button("Gem fasen" if went else f"Begynd »{rule.name}«", "outlined")
        back = button("Fortryd", "quiet")
        self.save.clicked.connect(self._on_save)
        back.clicked.connect(self.left)
        guidance = small(rule.guidance) if rule.guidance and went is None else None
        inside = col(
            text(rule.name, "strong"), guidance, self._day, self._people, flow(self.save, back),
            margins=(14, 10, 14, 12),
        )  # fmt: skip
        self.setLayout(col(frame("well", inside), gap=0))

    def start(self) -> None:
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _today(self) -> date:
        return self._view.today

    @Slot()
    def _on_save(self) -> None:
        on, people = self.day.value(), self.people.chosen()
        if on is None:
            self._day.ask("Hvilken dag begyndte den?")
            self.day.setFocus()
        elif not people:
            self._people.ask("Vælg mindst én kollega.")
            self.people.setFocus()
        else:
            self.chosen.emit((on, people))
