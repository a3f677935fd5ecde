"""One goal: its words, its course beside its steps, and what may be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.goals import Goal
from tvaerfaglig.domain.stored import Stored
from tvaerfaglig.ui.indsatser.family.goal_course import GoalCourse
from tvaerfaglig.ui.indsatser.family.wording import change_words, seen_line
from tvaerfaglig.ui.widgets import (
    Fold,
    boxed,
    button,
    col,
    field,
    flow,
    line_edit,
    one,
    row,
    small,
    text,
)
from tvaerfaglig.ui.widgets.button import Kind


class GoalCard(QFrame):
    """`asked` sends what is wanted ("trin", "ret", "op") and the goal; `dropped` the goal and why."""

    asked = Signal(str, str)
    dropped = Signal(str, str)

    def __init__(
        self, stored: Stored[Goal], *, may: bool, fold: Fold, hides_parents: bool = False
    ) -> None:
        super().__init__()
        self._id, goal = stored.id, stored.record
        self._text = goal.text
        self.setProperty("kind", "well")
        whose = "" if hides_parents else goal.in_words_of
        said = f"Sat {danish.day(goal.day)}" + (f" · med {whose}s ord" if whose else "")
        self.because = line_edit("", most=200)
        self._asks = field("Hvorfor går I ikke efter det mere?", self.because)
        self._why = boxed(
            col(
                self._asks,
                flow(self._act("Læg målet væk", self._on_dropped, "outlined")),
            )
        )
        self._why.hide()
        self.because.returnPressed.connect(self._on_dropped)
        head = col(text(goal.text, "strong"), small(said), gap=1)
        self.setLayout(
            col(
                head,
                self._course(goal, fold),
                text(change_words(goal), "smallstrong"),
                *(self._acts(goal) if may else ()),
                self._why,
                margins=(14, 10, 14, 12),
            )
        )

    def _course(self, goal: Goal, fold: Fold) -> QWidget:
        """The drawing and the words; beneath each other where there is no room."""
        words = _steps(goal)
        if not goal.scores:
            return words
        drawn = boxed(col(GoalCourse(goal), ..., gap=0))
        laid = col if fold > Fold.LIST else row
        return boxed(laid(drawn, (words, 1), gap="apart"))

    def _acts(self, goal: Goal) -> tuple[QWidget, ...]:
        if goal.dropped_on is not None:
            gone = f"Lagt væk {danish.day(goal.dropped_on)}: {goal.dropped_because}"
            again = self._act("Tag op igen", partial(self.asked.emit, "op", self._id))
            return (text(gone), boxed(flow(again)))
        acts = (
            self._act("Sæt trin", partial(self.asked.emit, "trin", self._id)),
            self._act("Ret", partial(self.asked.emit, "ret", self._id)),
            self._act("Læg væk", self._on_drop_asked),
        )
        return (boxed(flow(*acts)),)

    def _act(self, words: str, act: Callable[[], None], kind: Kind = "small") -> QWidget:
        made = button(words, kind, name=f"{words}: {self._text}")
        made.clicked.connect(act)
        return made

    @Slot()
    def _on_drop_asked(self) -> None:
        self._why.setVisible(not self._why.isVisible())
        if self._why.isVisible():
            self.because.setFocus()

    @Slot()
    def _on_dropped(self) -> None:
        if not self.because.text().strip():
            self._asks.ask("Skriv det kort. Det, der er set, bliver stående.")
            self.because.setFocus()
            return
        self.dropped.emit(self._id, self.because.text())


def _steps(goal: Goal) -> QWidget:
    """The steps from the highest down, each with when it was seen: the table beside the drawing."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    now = goal.latest
    for line, step in enumerate(range(len(goal.steps), 0, -1)):
        here = now is not None and now.step == step
        seen = [small(seen_line(score)) for score in goal.scores if score.step == step]
        words = text(goal.steps[step - 1], "strong" if here else "body")
        told = boxed(col(words, *seen, gap=1))
        told.setAccessibleName(f"Trin {step}{', her nu' if here else ''}: {goal.steps[step - 1]}")
        number = one(str(step), "strong" if here else "small", "accent" if here else "")
        grid.addWidget(boxed(col(number, ..., gap=0)), line, 0)
        grid.addWidget(told, line, 1)
    grid.setRowStretch(len(goal.steps), 1)
    return boxed(grid)
