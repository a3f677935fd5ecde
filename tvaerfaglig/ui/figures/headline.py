"""Alder ved første hjælp: the one number large, the ways to count it, and its drawing beside."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from tvaerfaglig.services.figures.showing.shown import Headline, Question, Variant
from tvaerfaglig.ui.figures.question_row import Inside, Room
from tvaerfaglig.ui.widgets import (
    Choice,
    boxed,
    choice,
    col,
    figure,
    flow,
    muted,
    row,
    section,
    small,
    text,
)


class HeadlineCard(QFrame):
    """`counted` sends the id of the chosen way to count help."""

    counted = Signal(str)

    def __init__(self, question: Question, way: str, inside: Inside, room: Room) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(question.definition.name)
        self.question, self.inside, self._room = question, inside, room
        self.way: Choice = choice(
            [(one.id, one.name) for one in question.variants], way, name="Tæl fra"
        )
        self.way.chosen_changed.connect(self._on_way)
        heading = boxed(
            col(section(question.definition.name), muted(question.definition.question), gap=2)
        )
        self._top = row((heading, 1), self.way, gap="apart")
        self.setLayout(col(self._top, inside, margins=(16, 12, 16, 12)))
        self._show()

    def renew(self, question: Question, room: Room) -> None:
        """Other figures, or the same ones with other room; the way to count stays as chosen."""
        self.question, self._room = question, room
        self._show()

    def variant(self) -> Variant:
        """The chosen way, or the first if that way is no longer there."""
        found = self.way.chosen()
        return next(
            (one for one in self.question.variants if one.id == found), self.question.variants[0]
        )

    @Slot(str)
    def _on_way(self, way: str) -> None:
        self._show()
        self.counted.emit(way)

    def _show(self) -> None:
        variant = self.variant()
        over = self._room.abreast == 1
        way = QBoxLayout.Direction.TopToBottom if over else QBoxLayout.Direction.LeftToRight
        self._top.setDirection(way)
        number = _number(variant.headline, variant.answer)
        self.inside.show_variant(self.question, variant, self._room, number)


def _number(told: Headline | None, answer: str) -> QWidget:
    """Large, with of what and beside what; where there is none the answer says why."""
    if told is None:
        return boxed(col(figure("–"), text(answer), ..., gap="near"))
    number = figure(told.number)
    number.setAccessibleName(f"{told.number} {told.unit}, {told.of_what}")
    return boxed(
        col(
            flow(number, muted(told.unit)),
            small(told.of_what),
            text(told.against) if told.against else None,
            ...,
            gap="near",
        )
    )
