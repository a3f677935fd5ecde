"""The columns of a list, each with what it was taken for; whoever knows the list puts it right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.lists.headings import FIELD_WORDS, Field
from tvaerfaglig.services.lists.opening import Opened
from tvaerfaglig.ui.settings.parts import setting
from tvaerfaglig.ui.widgets import Choice, card, choice, col, field, row, scroller, small

_LEFT_OUT = "– tages ikke med –"
_WHY = "Kolonner, der ikke tages med, bliver ikke læst."


class ColumnsView(QWidget):
    """One line for each column: its heading, what stands in it, and what it is."""

    sheet_chosen = Signal(str)

    def __init__(self, opened: Opened) -> None:
        super().__init__()
        self.houses = choice(opened.houses, name="Hvilket hus er det børn i?")
        self.sheets = choice([(one, one) for one in opened.listed.sheets], opened.listed.sheet)
        self.sheets.chosen_changed.connect(self.sheet_chosen)
        self.fields = [
            self._choice(at, heading, opened) for at, heading in enumerate(opened.headings)
        ]
        house, sheet = (
            field("Hvilket hus er det børn i?", self.houses),
            field("Hvilket ark?", self.sheets),
        )
        for one, offered in ((house, opened.houses), (sheet, opened.listed.sheets)):
            if len(offered) < 2:
                one.hide()
        where = row((house, 1), (sheet, 1), gap="apart")
        lines = [
            setting(heading, " · ".join(opened.examples[at]) or "Kolonnen er tom.", self.fields[at])
            for at, heading in enumerate(opened.headings)
        ]
        lines_card = card("Kolonner i listen", small(_WHY), *lines)
        body = col(where, lines_card, ..., gap="apart", margins=(24, 16, 24, 24))
        self.setLayout(col((scroller(body), 1), gap=0))
        if self.fields:
            self.setFocusProxy(self.fields[0])

    def _choice(self, at: int, heading: str, opened: Opened) -> Choice:
        known = opened.columns.get(at)
        return choice(
            [("", _LEFT_OUT), *((one.value, words) for one, words in FIELD_WORDS.items())],
            known.value if known else "",
            name=f"{heading} er",
        )

    def house(self) -> str:
        return self.houses.chosen()

    def chosen(self) -> dict[int, Field]:
        """What each column that comes along holds."""
        return {at: Field(one.chosen()) for at, one in enumerate(self.fields) if one.chosen()}
