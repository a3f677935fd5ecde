"""One question of the page: its short answer always there, its drawing and table when it is opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from tvaerfaglig.domain.figures.definitions import Definitions
from tvaerfaglig.services.figures.showing.shown import Question, Variant
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.figures.defined import defined
from tvaerfaglig.ui.figures.pieces import View, abreast, drawings, notes, tables
from tvaerfaglig.ui.widgets import (
    Button,
    boxed,
    button,
    col,
    empty_layout,
    flow,
    frame,
    in_sentences,
    opener,
    row,
    see_opened,
    strong,
    text,
)
from tvaerfaglig.ui.widgets.layout import Item

EXPLAIN = "Sådan er det talt"
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class Room:
    """What the page has for a question: how wide, and how many drawings beside one another."""

    em: float
    abreast: int
    view: View


class Inside(QWidget):
    """What a question shows when it is open: drawings, then tables, then how to read them."""

    def __init__(self, desk: Desk, words: Definitions) -> None:
        super().__init__()
        self._desk, self._words = desk, words
        self._explained = False
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.explain: Button | None = None
        self.told: QWidget | None = None

    def show_variant(
        self, question: Question, variant: Variant, room: Room, beside: QWidget | None = None
    ) -> None:
        """`beside` stands at the left of the drawings, over them where there is no room."""
        empty_layout(self._place)
        drawn = drawings(self._desk, question, variant, room.view)
        many = 1 if beside is not None else room.abreast
        pictures = list(abreast(drawn, many))
        top: list[Item] = [*pictures]
        if beside is not None:
            over = room.abreast == 1 or not pictures
            top = (
                [beside, *pictures]
                if over
                else [row((beside, 3), *((one, 7) for one in pictures), gap="away")]
            )
        shown = tables(question, variant, room.view, room.em)
        said = () if question.empty else notes(question, variant, self._words)
        self._place.addWidget(boxed(col(*top, *shown, *said, *self._definition(question))))

    def _definition(self, question: Question) -> tuple[Item, ...]:
        """The definition stays open where it was."""
        told = self.told = defined(question.definition, self._words)
        told.setVisible(self._explained)
        name = f"{EXPLAIN}: {question.definition.name}"
        self.explain = opener(EXPLAIN, "info", name=name, opened=self._explained)
        self.explain.setToolTip("F2")
        self.explain.toggled.connect(told.setVisible)
        self.explain.toggled.connect(self._on_explain)
        return boxed(flow(self.explain)), told

    @Slot(bool)
    def _on_explain(self, explained: bool) -> None:
        self._explained = explained
        if explained and self.told is not None:
            see_opened(self.told)


class QuestionRow(QFrame):
    """`opened` and `folded` send the figure's id, `stepped` which way an arrow goes.

    What is inside is made when it is first opened.
    """

    opened = Signal(str)
    folded = Signal(str)
    stepped = Signal(int)

    def __init__(self, question: Question, make: Callable[[], Inside], room: Room) -> None:
        super().__init__()
        self.question, self._make, self._given = question, make, room
        self.inside: Inside | None = None
        self.arrow = button("", "icon", "pil-hoejre", name=question.definition.question, dense=True)
        self.arrow.setToolTip("")
        self.arrow.clicked.connect(self.toggle)
        self._answer = text("", "small")
        words = boxed(col(strong(question.definition.question), self._answer, gap=2))
        self._head = frame("row", row(self.arrow, (words, 1), gap="near", margins=(4, 4, 8, 4)))
        self._head.setCursor(Qt.CursorShape.PointingHandCursor)
        self._place = col(gap=0, margins=(38, 4, 8, 8))
        self._room = boxed(self._place)
        self._room.hide()
        self.setLayout(col(self._head, self._room, gap=0))
        self.renew(question, room)

    def renew(self, question: Question, room: Room) -> None:
        """Other figures, or the same ones with other room; what is open stays open."""
        self.question, self._given = question, room
        answer = question.empty or question.variants[0].answer
        self._answer.say(answer)
        self.arrow.setAccessibleName(question.definition.question)
        self._describe()
        if self.is_open:
            self._fill()
        elif self.inside is not None:
            self.inside.deleteLater()
            self.inside = None
        self._describe()

    def _fill(self) -> None:
        if self.inside is None:
            self.inside = self._make()
            self._place.addWidget(self.inside)
        self.inside.show_variant(self.question, self.question.variants[0], self._given)

    @property
    def is_open(self) -> bool:
        return not self._room.isHidden()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._head.geometry().contains(event.position().toPoint()):
            self.arrow.setFocus(Qt.FocusReason.MouseFocusReason)
            self.toggle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Before what scrolls takes the arrows."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not self.arrow.hasFocus():
            super().keyPressEvent(event)
            return
        self.stepped.emit(step)

    @Slot()
    def toggle(self) -> None:
        self.set_open(not self.is_open)
        (self.opened if self.is_open else self.folded).emit(self.question.id)

    def set_open(self, is_open: bool) -> None:
        """Nothing is announced."""
        if is_open and self.inside is None:
            self._fill()
        self._room.setVisible(is_open)
        self.arrow.show_icon("pil-ned" if is_open else "pil-hoejre")
        self._describe()

    def explain(self) -> None:
        """The definition, opening the question for it; a second time folds it away."""
        if not self.is_open:
            self.toggle()
            if self.inside and self.inside.explain and self.inside.explain.isChecked():
                return
        if self.inside is not None and self.inside.explain is not None:
            self.inside.explain.toggle()

    def _describe(self) -> None:
        state = "Foldet ud" if self.is_open else "Foldet sammen"
        self.arrow.setAccessibleDescription(in_sentences(self._answer.text(), state))
