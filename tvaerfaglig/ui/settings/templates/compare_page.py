"""Two skabeloner side by side: any two, only where they differ."""

from __future__ import annotations

from PySide6.QtCore import Slot

from tvaerfaglig.domain.packs.comparing import Difference
from tvaerfaglig.services.packs import changing
from tvaerfaglig.services.packs.changing import Standing
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.settings.parts import DeepPage
from tvaerfaglig.ui.settings.templates.differing import side_by_side
from tvaerfaglig.ui.widgets import choice, field
from tvaerfaglig.ui.widgets.fields_row import FieldsRow


class ComparePage(DeepPage):
    """Nothing is changed here."""

    def __init__(self, desk: Desk, standing: Standing, first: str, second: str) -> None:
        super().__init__(desk, "Sammenlign", "Kun det, der er forskelligt, står her.", "Skabeloner")
        self._names = {one.ref: one.name for one in standing.packs}
        self._refs = (first, second)
        self.found: tuple[Difference, ...] = ()
        self._choose()

    def _choose(self) -> None:
        first, second = self._refs
        self.first = choice(self._names.items(), first)
        self.second = choice(self._names.items(), second)
        for box in (self.first, self.second):
            box.chosen_changed.connect(self._on_chosen)

    def load(self) -> None:
        ask = self.desk.ask(changing.compare, *self._refs, template=self.desk.library.underretning)
        ask.then(self._show, self)

    def start(self) -> None:
        self.second.setFocus()

    def _show(self, found: tuple[Difference, ...]) -> None:
        self.found = found
        had = self.first.hasFocus(), self.second.hasFocus()
        self._choose()
        boxes = FieldsRow(
            ((field("Den ene", self.first), 1), (field("Den anden", self.second), 1)), em=30
        )
        first, second = (self._names[one] for one in self._refs)
        self.show_cards(boxes, side_by_side(found, first, second))
        if had[0]:
            self.first.setFocus()
        elif had[1]:
            self.second.setFocus()

    @Slot()
    def _on_chosen(self) -> None:
        self._refs = (self.first.chosen(), self.second.chosen())
        self.load()
