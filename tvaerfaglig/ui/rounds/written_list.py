"""What was written about a child, beside what one rates: chosen with Enter, and read whole beneath the list."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.observation import Sign
from tvaerfaglig.services.rounds.rating import RatingPage
from tvaerfaglig.ui.rounds.domain_card import line_of
from tvaerfaglig.ui.widgets import (
    ListRow,
    RowList,
    boxed,
    col,
    empty,
    prose,
    scroller,
    section,
    small,
)

_SIGNS = {
    Sign.RESSOURCE: "maerke-ressource",
    Sign.NEUTRAL: "maerke-neutral",
    Sign.BEKYMRING: "maerke-bekymring",
}


class WrittenList(RowList):
    """`beside` are the widgets it stands among, the heading first; without a word of the child there is no list."""

    def __init__(self, page: RatingPage) -> None:
        super().__init__(name=f"Skrevet om {page.child.first_name}")
        self._page = page
        self._for = small("")
        self.words = prose("")
        self.beside = self._among() if page.observations else self._nothing()

    def _among(self) -> tuple[QWidget, ...]:
        self.moved.connect(self._on_looked_at)
        heading = section(f"Skrevet om {self._page.child.first_name}")
        chosen = boxed(col(self._for, (self, 1), gap="tight"))
        return (heading, chosen, scroller(col(self.words, ..., gap=0)))

    def _nothing(self) -> tuple[QWidget, ...]:
        nothing = empty(
            "observation", f"Ingen har skrevet om {self._page.child.first_name}",
            "Så er én sætning nok. Brug det som en anledning til at se efter de næste dage.",
        )  # fmt: skip
        return (scroller(col(nothing, ..., gap=0)),)

    def show_for(self, domain: str, evidence: tuple[str, ...]) -> None:
        """Which of them the domain rests on; Enter turns one."""
        self._for.say(f"Enter vælger til »{domain}«. Styrker står først.")
        self.set_rows([self._row(one.id, evidence) for one in self._page.observations])

    def _row(self, key: str, evidence: tuple[str, ...]) -> ListRow:
        stored = next(one for one in self._page.observations if one.id == key)
        day, words = line_of(stored, self._page.names).split(": ", 1)
        used = key in evidence
        return ListRow(
            key=key, title=day, under=words, note="valgt" if used else "",
            icon="flueben" if used else _SIGNS[stored.record.sign], colour="ok" if used else "muted",
            spoken=f"{'Valgt. ' if used else ''}{day}, {stored.record.sign.value}: {words}",
        )  # fmt: skip

    @Slot(str)
    def _on_looked_at(self, key: str) -> None:
        """The whole of what was written stands beneath the list."""
        found = next((one for one in self._page.observations if one.id == key), None)
        if found is not None:
            self.words.say(self._page.names.said(found.record.text))
