"""Flyt til rette barn: it was written with the wrong child, whose copy is then erased."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.services.observations.page import ObservationPage
from tvaerfaglig.ui.widgets import Confirm, Field, ListRow, Picker, choice, field, small


class MoveWindow(Confirm):
    """`chosen` sends the wrong child and the right one."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None, page: ObservationPage) -> None:
        assert page.reading is not None
        about = page.reading.stored.record.about()
        names = page.names
        self.wrong = choice([(one, names.of_child(one)) for one in about], about[0])
        rows = [ListRow(key=c.id, title=c.name, aside=c.place) for c in page.children]
        self.right = Picker([one for one in rows if one.key not in about])
        self._field: Field = field("Hvem skulle det have været?", self.right)
        items: Sequence[Field] = [self._field]
        if len(about) > 1:
            items = [field("Hvem står der forkert?", self.wrong), self._field]
        super().__init__(
            parent,
            "Flyt observationen til et andet barn?",
            f"Ordene slettes hos {danish.first_name(names.of_child(about[0]))} og skrives hos det "
            "rette barn. At den er flyttet, bliver noteret.",
            *items,
            small("Er den med i en underretning, så ret også dér."),
            act="Flyt den",
            safe="Lad den stå",
        )

    def open(self) -> None:
        super().open()
        self.right.setFocus()

    @Slot()
    def accept(self) -> None:
        """Only with a child to move it to."""
        if not self.right.chosen():
            self._field.ask("Hvilket barn? Skriv et par bogstaver, og tryk Enter.")
            self.right.setFocus()
            return
        self.chosen.emit(self.wrong.chosen(), self.right.chosen())
        super().accept()
