"""The parents' remarks beside the record they are about: shown wherever that record is read."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.contact import ParentRemark
from tvaerfaglig.domain.events import Changes
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.services.children import remarks
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.widgets import boxed, card, col, empty_layout, hairline, small, text
from tvaerfaglig.ui.widgets.layout import Item

Found = tuple[tuple[Stored[ParentRemark], str], ...]


class RemarksCard(QWidget):
    """Hidden where there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.record = ""
        self._place = col(gap=0)
        self.setLayout(self._place)
        self.hide()
        desk.changed.connect(self._on_changed)

    def show_record(self, record: str) -> None:
        if record != self.record:
            self.hide()
        self.record = record
        self.desk.ask(remarks.of_record, record).then(partial(self._show, record), self)

    def _show(self, record: str, found: Found) -> None:
        if record != self.record:
            return
        empty_layout(self._place)
        items: list[Item] = []
        for n, (stored, who) in enumerate(found):
            items += [hairline()] if n else []
            remark = stored.record
            source = f"{danish.capital(who)} · {danish.day(remark.day)} · {remark.form.word}"
            items.append(boxed(col(text(f"»{remark.text}«"), small(source), gap="tight")))
        if items:
            self._place.addWidget(card("Forældrenes bemærkning", *items, icon="samtale"))
        self.setHidden(not items)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if self.record and changes.touch(ParentRemark.KIND):
            self.show_record(self.record)
