"""Lines, alone or in columns side by side; with the child's own words each column is a house."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QSizePolicy, QWidget

from tvaerfaglig.domain.meetings.answers import Line
from tvaerfaglig.domain.meetings.lines import InColumn, columns_of
from tvaerfaglig.domain.meetings.own_part import Column
from tvaerfaglig.ui.konsultationer.own.line_list import LineList
from tvaerfaglig.ui.konsultationer.own.own_part import OwnNotePart
from tvaerfaglig.ui.konsultationer.own.roof import Roof
from tvaerfaglig.ui.konsultationer.own.source import said_of
from tvaerfaglig.ui.konsultationer.part import FRAMES
from tvaerfaglig.ui.widgets import Fold, boxed, col, frame, prose, row, small, strong
from tvaerfaglig.ui.widgets.layout import Item
from tvaerfaglig.ui.widgets.prose_edit import ProseKind


class LinesPart(OwnNotePart):
    """One list of lines."""

    def columns(self) -> tuple[InColumn, ...]:
        return (InColumn(Column(id="", name=self.form_part.name), self.answer.lines),)

    def build(self) -> list[Item]:
        return [self.list_of(one) for one in self.columns()]

    def read(self) -> list[Item]:
        return [self.read_lines(one.lines) for one in self.columns()]

    @property
    def prose_kind(self) -> ProseKind:
        return FRAMES.get(self.form_part.frame.value, "plain")

    def list_of(self, one: InColumn) -> LineList:
        made = LineList(
            self.work, one.column, one.lines, kind=self.prose_kind, sourced=self.spec.sourced
        )
        made.changed.connect(partial(self.write_lines, one.column.id))
        return made

    def read_lines(self, lines: tuple[Line, ...]) -> QWidget:
        people = list(self.work.page.names.staff.items())
        shown = []
        for line in lines:
            source = said_of(line, people)
            words = prose(self.work.page.names.said(line.text))
            kind = {"taenkt": "thought", "ord": "voice"}.get(self.form_part.frame.value, "")
            said = col(words, small(source) if source else None, gap=0)
            framed = col(boxed(said), margins=(10, 4, 10, 4))
            shown.append(frame(kind, framed) if kind else boxed(said))
        return boxed(col(*(shown or [small("Ikke skrevet")]), gap=6))


class ColumnsPart(LinesPart):
    """Columns side by side, under one another where there is no room."""

    def columns(self) -> tuple[InColumn, ...]:
        return columns_of(self.spec, self.answer)

    def build(self) -> list[Item]:
        return [self._beside([self._column(one, self.list_of(one)) for one in self.columns()])]

    def read(self) -> list[Item]:
        made = [self._column(one, self.read_lines(one.lines)) for one in self.columns()]
        return [self._beside(made)]

    def _beside(self, made: list[QWidget]) -> QWidget:
        if self.work.fold >= Fold.LIST:
            return boxed(col(*made, gap=10))
        return boxed(row(*((one, 1) for one in made), gap=10))

    def _column(self, one: InColumn, inner: QWidget) -> QWidget:
        asks = small(one.column.question) if one.column.question and self.work.writable else None
        box = frame(
            "card",
            col(strong(one.column.name), asks, inner, ..., gap=6, margins=(12, 10, 12, 10)),
        )
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        box.setAccessibleName(one.column.name)
        if self.form_part.frame.value != "ord":
            return box
        return boxed(col(Roof(), (box, 1), gap=0))
