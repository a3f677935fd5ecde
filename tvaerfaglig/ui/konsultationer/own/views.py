"""Everyone's own view of it, the family's first; also those who could not come may have sent theirs."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from tvaerfaglig.domain.meetings.kind import Side
from tvaerfaglig.domain.meetings.parties import Party, parties
from tvaerfaglig.ui.konsultationer.own.own_part import OwnNotePart
from tvaerfaglig.ui.konsultationer.prose import new_prose
from tvaerfaglig.ui.widgets import (
    avatar,
    boxed,
    chip,
    col,
    flow,
    frame,
    one,
    prose,
    small,
)
from tvaerfaglig.ui.widgets.layout import Item
from tvaerfaglig.ui.widgets.prose_edit import ProseKind


class PartiesPart(OwnNotePart):
    def build(self) -> list[Item]:
        here = parties(self.work.note.participants, self.answer)
        none = small("Skriv først, hvem der er med, under »Møde og deltagere«.")
        return [self._written(each) for each in here] or [none]

    def read(self) -> list[Item]:
        here = parties(self.work.note.participants, self.answer)
        return [self._told(each) for each in here if each.view]

    def _head(self, each: Party) -> QWidget:
        side = Side(each.side).word if each.side in set(Side) else ""
        words = ", ".join(filter(None, (each.role, side if side != each.role else "")))
        name = self.said_by(each.who)
        away = chip("Kunne ikke komme", "fravaer") if each.absent else None
        told = one(words, "small") if words else None
        return boxed(flow(avatar(name, 28), one(name, "strong"), told, away, gap=8))

    def _written(self, each: Party) -> QWidget:
        kind: ProseKind = "plain" if each.side == Side.FAGPERSON else "voice"
        made = new_prose(self.work.page, each.view, kind, lines=2)
        made.setAccessibleName(f"Sådan ser {self.said_by(each.who)} det")
        made.textEdited.connect(partial(self._on_edited, each.who))
        return boxed(col(self._head(each), made, gap=4))

    def _told(self, each: Party) -> QWidget:
        said = prose(self.work.page.names.said(each.view))
        framed = frame("voice", col(said, margins=(12, 6, 12, 6)))
        return boxed(col(self._head(each), framed, gap=4))

    def _on_edited(self, who: str, words: str) -> None:
        self.write_line_of(who, replace(self.line_of(who), text=words))
