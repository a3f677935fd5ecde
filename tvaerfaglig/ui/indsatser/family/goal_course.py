"""A goal's course: its steps as quiet lines, and where the family stood each time somebody looked."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tvaerfaglig.domain import danish
from tvaerfaglig.domain.efforts.goals import Goal, Score
from tvaerfaglig.ui.indsatser.family.wording import OCCASIONS, course_words
from tvaerfaglig.ui.theme import look

STEP, LABEL, LEFT, DOT = 26, 44, 22, 5
WIDE_EM, LEAST_EM = 20, 13


class GoalCourse(QWidget):
    """The steps from below, the days from the left. The words beside it say the same: it takes no focus."""

    def __init__(self, goal: Goal) -> None:
        super().__init__()
        self._goal = goal
        self.setAccessibleName(course_words(goal))
        self.setToolTip(course_words(goal))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        theme = look().theme
        high = len(self._goal.steps) * STEP + LABEL
        return QSize(theme.em(WIDE_EM), theme.px(high))

    def minimumSizeHint(self) -> QSize:
        return QSize(look().theme.em(LEAST_EM), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_steps(painter)
        spots = [(one, self._spot(nr, one)) for nr, one in enumerate(self._goal.scores)]
        painter.setPen(QPen(look().theme.colour("accent"), 2))
        for (_, first), (_, second) in pairwise(spots):
            painter.drawLine(first, second)
        for nr, (_, spot) in enumerate(spots):
            self._draw_score(painter, spot, last=nr == len(spots) - 1)
        self._draw_days(painter, spots)
        painter.end()

    def _draw_steps(self, painter: QPainter) -> None:
        theme = look().theme
        painter.setFont(theme.font("small"))
        for step in range(1, len(self._goal.steps) + 1):
            y = self._y(step)
            painter.setPen(QPen(theme.colour("hairline"), 1))
            painter.drawLine(QPointF(theme.px(LEFT), y), QPointF(self.width() - 4, y))
            painter.setPen(theme.colour("muted"))
            box = QRectF(0, y - theme.px(STEP) / 2, theme.px(LEFT) - 6, theme.px(STEP))
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(step)
            )

    def _draw_score(self, painter: QPainter, spot: QPointF, *, last: bool) -> None:
        theme = look().theme
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(theme.colour("accent" if last else "surface"))
        painter.drawEllipse(spot, theme.px(DOT), theme.px(DOT))

    def _draw_days(self, painter: QPainter, spots: list[tuple[Score, QPointF]]) -> None:
        """Under each score which it is; where they stand close the last, the first, and what has room between."""
        theme = look().theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(theme.font("small"))
        taken: list[QRectF] = []
        for nr, (score, spot) in enumerate([*spots[-1:], *spots[:-1]]):
            said = f"{OCCASIONS[score.at]}\n{danish.day_of_month(score.day)}"
            wide = max(painter.fontMetrics().horizontalAdvance(one) for one in said.split("\n"))
            left = min(max(spot.x() - wide / 2, 0), self.width() - wide)
            top = theme.px(len(self._goal.steps) * STEP) + 2
            box = QRectF(left - 3, top, wide + 6, theme.px(LABEL) - 2)
            if any(box.intersects(other) for other in taken):
                continue
            taken.append(box)
            painter.setPen(theme.colour("muted" if nr else "text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, said)

    def _spot(self, nr: int, score: Score) -> QPointF:
        left = look().theme.px(LEFT)
        return QPointF(left + self._room() * (nr + 0.5), self._y(score.step))

    def _room(self) -> float:
        """What each score has to the sides; at least three fit, so that the first does not stand in the middle."""
        many = max(3, len(self._goal.scores))
        return (self.width() - look().theme.px(LEFT) - 4) / many

    def _y(self, step: int) -> float:
        """The highest step is at the top."""
        return look().theme.px(STEP) * (len(self._goal.steps) - step + 0.5)
