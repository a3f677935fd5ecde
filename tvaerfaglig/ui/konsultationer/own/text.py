"""A part of text: what was seen, thought or said, each in its frame."""

from __future__ import annotations

from PySide6.QtCore import Slot

from tvaerfaglig.ui.konsultationer.own.own_part import OwnNotePart
from tvaerfaglig.ui.widgets.layout import Item


class OwnTextPart(OwnNotePart):
    def build(self) -> list[Item]:
        return [self.add_prose(self.answer.text, self._on_edited)]

    def read(self) -> list[Item]:
        return [self.said(self.answer.text) if self.answer.text else None]

    @Slot(str)
    def _on_edited(self, words: str) -> None:
        self.write_text(words)
