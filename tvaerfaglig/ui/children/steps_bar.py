"""The strip of steps above the timeline: which were taken, by whom, and what has a date. It folds into a line."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from tvaerfaglig.domain.deadline import due
from tvaerfaglig.services.courses.reading import ChildCourse
from tvaerfaglig.ui.children.step_cell import StepCell
from tvaerfaglig.ui.children.step_words import beneath, in_short, sentence
from tvaerfaglig.ui.desk import Desk
from tvaerfaglig.ui.remembered import remembered_of
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import SHAPES, boxed, button, col, row, small, spread

KEPT, FOLDED, OPEN = "trin", "foldet", "aaben"
CELL_EM = 7.6
STEP_BY = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class StepsBar(QFrame):
    """`chosen` carries the step that was pressed. Whether it is folded is remembered for each person.

    `beside` stands at the end of its last line, where there is room for it: how far the timeline is seen from.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk, beside: QWidget) -> None:
        super().__init__()
        self.setProperty("kind", "head")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.desk = desk
        self.cells: list[StepCell] = []
        self.fold = button("Trin", "link", "pil-ned", name="Fold trinene sammen", dense=True)
        self.fold.clicked.connect(self._on_fold)
        self._always = desk.library.way.always
        self._in_short, self._low = "", False
        self._words = small(self._always)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(4)
        self._box: QWidget = boxed(self._grid)
        line = spread(row(self.fold, (self._words, 1), gap=10), beside, gap=10)
        self.setLayout(col(self._box, line, gap=2, margins=(20, 6, 22, 6)))

    @property
    def folded(self) -> bool:
        kept = remembered_of(self.desk).kept(KEPT)
        return kept == FOLDED or (self._low and kept != OPEN)

    def set_low(self, *, low: bool) -> None:
        """Where the window is low the timeline needs the room, until somebody unfolds the steps."""
        if low != self._low:
            self._low = low
            self._arrange()

    def show_steps(self, course: ChildCourse, *, may_write: bool) -> None:
        """Another child's steps, or the same one's after something was written; the focus stays on its step."""
        at = next((n for n, cell in enumerate(self.cells) if cell.hasFocus()), None)
        words = {step.id: step for step in self.desk.library.way.steps}
        for old in self.cells:
            self._grid.removeWidget(old)
            old.deleteLater()
        self.cells = []
        for taken in course.steps:
            step, names, today = words[taken.step], course.names, course.today
            said = beneath(taken, step, names, today)
            if not may_write and not taken.record and not taken.passed_over:
                said = "ikke endnu"
            late = SHAPES[due(taken.next_on, today).state] if taken.next_on else ""
            cell = StepCell(taken, step.name, said, sentence(taken, step, names, today), late)
            cell.clicked.connect(partial(self.chosen.emit, taken))
            self.cells.append(cell)
        self._in_short = in_short(course.steps, words, course.today)
        self._arrange()
        if at is not None and at < len(self.cells):
            self.cells[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from step to step."""
        at = next((n for n, cell in enumerate(self.cells) if cell.hasFocus()), None)
        by = STEP_BY.get(Qt.Key(event.key()))
        if at is None or by is None:
            super().keyPressEvent(event)
            return
        self.cells[(at + by) % len(self.cells)].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _on_fold(self) -> None:
        remembered_of(self.desk).keep(KEPT, OPEN if self.folded else FOLDED)
        self._arrange()

    def _arrange(self) -> None:
        """As many beside each other as have room; none while it is folded."""
        self._box.setVisible(not self.folded)
        self._words.say(f"{self._in_short}. {self._always}" if self.folded else self._always)
        self.fold.show_icon("pil-hoejre" if self.folded else "pil-ned")
        self.fold.setAccessibleName("Vis trinene" if self.folded else "Fold trinene sammen")
        room = max(self.width() - 40, 1)
        across = max(1, min(len(self.cells) or 1, round(room / look().theme.em(CELL_EM))))
        rows = -(-len(self.cells) // across)
        across = -(-len(self.cells) // max(rows, 1)) or 1
        for n, cell in enumerate(self.cells):
            cell.first, cell.last = n == 0, n == len(self.cells) - 1
            self._grid.addWidget(cell, n // across, n % across)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < across))
        for line in range(rows):
            own = self.cells[line * across : (line + 1) * across]
            wide = _shares(
                [cell.minimumSizeHint().width() for cell in own], room * len(own) // across
            )
            high = max((cell.high(w) for cell, w in zip(own, wide, strict=True)), default=0)
            for cell in own:
                cell.setFixedHeight(high)


def _shares(least: list[int], room: int) -> list[int]:
    """What each of some cells beside one another gets: the same, but for those that need more."""
    share, needy = room // max(len(least), 1), set[int]()
    while more := {n for n, need in enumerate(least) if n not in needy and need > share}:
        needy |= more
        rest = room - sum(least[n] for n in needy)
        share = max(rest, 0) // max(len(least) - len(needy), 1)
    return [need if n in needy else share for n, need in enumerate(least)]
