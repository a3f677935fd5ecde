"""A card with the papers of one kind: find one by name, or take one of the newest."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from tvaerfaglig.domain import danish
from tvaerfaglig.services.printing.printable import PrintableRecord
from tvaerfaglig.ui.widgets import ListRow, col, glyph, picker, row, row_list, section, small

_NEWEST = 4


class RecordCard(QFrame):
    """`chosen` carries the record that somebody wants to look at."""

    chosen = Signal(object)

    def __init__(self, heading: str, icon: str, words: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(heading)
        self._icon = icon
        self._records: dict[str, PrintableRecord] = {}
        self.finder = picker(name=f"Find: {heading}", keeps=False, placeholder="Skriv et navn")
        self.rows = row_list(name=f"{heading}, de nyeste")
        self._none = small("Der er ingen endnu.")
        self.finder.picked.connect(self._take)
        self.rows.opened.connect(self._take)
        self.setLayout(
            col(
                row(glyph(icon, "accent"), (section(heading), 1)),
                small(words),
                self.finder,
                self._none,
                self.rows,
                margins=(16, 12, 16, 14),
            )
        )

    def offer(self, records: tuple[PrintableRecord, ...], today: date) -> None:
        """Other papers; the newest stand there, all can be found."""
        self._records = {one.id: one for one in records}
        lines = [
            ListRow(
                key=one.id,
                title=one.title,
                aside=danish.day_near(one.day, today).lower(),
                under=one.state,
                icon=self._icon,
            )
            for one in records
        ]
        self.finder.offer(lines)
        self.finder.setVisible(len(lines) > _NEWEST)
        self.rows.set_rows(lines[:_NEWEST])
        self.rows.setFixedHeight(self.rows.whole_height() + 4)
        self.rows.setVisible(bool(lines))
        self._none.setVisible(not lines)

    @Slot(str)
    def _take(self, record: str) -> None:
        if record in self._records:
            self.chosen.emit(self._records[record])
