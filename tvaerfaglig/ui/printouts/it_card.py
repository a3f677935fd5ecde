"""Til kommunens IT og DPO: one press, and the sheet stands in the preview."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame

from tvaerfaglig.services.it_sheet.sheet import DOCUMENT, sheet
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.preview_request import PreviewRequest
from tvaerfaglig.ui.widgets import button, col, glyph, row, section, small

_WORDS = (
    "Hvad der ligger hvor, hvordan det er låst, hvem der ser hvad, hvor længe det gemmes, og hvad der ikke er "
    "beskyttet. Lavet ud fra det, der kører nu. Ingen børn er nævnt."
)


class ItCard(QFrame):
    """For the leader; it stands in Udskrifter and in Om programmet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName("Til kommunens IT og DPO")
        self._desk = desk
        self.show_it = button("Vis arket", "outlined", "vis")
        self.show_it.clicked.connect(self._on_show)
        self.setLayout(
            col(
                row(glyph("info", "accent"), (section("Til kommunens IT og DPO"), 1)),
                small(_WORDS),
                row(self.show_it, ...),
                margins=(16, 12, 16, 14),
            )
        )

    @Slot()
    def _on_show(self) -> None:
        self._desk.preview_asked.emit(
            PreviewRequest(
                title="Til kommunens IT og DPO",
                document=DOCUMENT,
                make=partial(sheet, library=self._desk.library),
                purpose="Til kommunens IT og DPO",
            )
        )
