"""The phases as a calm strip: which are over, which one is now; by rule and as it went, and who has it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from tvaerfaglig.services.efforts.family_view import FamilyView
from tvaerfaglig.services.efforts.phases import InPhase
from tvaerfaglig.ui.indsatser.family.wording import as_it_went, by_rule, who_has
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import boxed, col, small, text

KNOT, LINE, CELL_EM = 16, 2, 12


class PhaseStrip(QWidget):
    """As many beside each other as have room; the rest beneath."""

    def __init__(self, view: FamilyView, now: str) -> None:
        super().__init__()
        self._cells = [_cell(view, one, now) for one in view.phases.phases]
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(12)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        many = len(self._cells)
        room = max(1, self.width() // look().theme.em(CELL_EM))
        rows = -(-many // min(room, many)) if many else 1
        across = -(-many // rows) if many else 1
        if across == self._across:
            return
        self._across = across
        for nr, cell in enumerate(self._cells):
            self._grid.addWidget(cell, nr // across, nr % across)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, int(column < across))


def _cell(view: FamilyView, one: InPhase, now: str) -> QWidget:
    rule = one.planned.rule
    here = rule.id == now
    who = who_has(one.responsible, view.names)
    went = as_it_went(one.went.record) if one.went else ""
    planned, has = by_rule(one.planned), f"Ansvar: {who}"
    state = "nu" if here else "gået" if one.went else "ikke begyndt"
    made = boxed(
        col(
            _Knot(done=one.went is not None and not here, here=here),
            text(rule.name, "strong" if here else "smallstrong"),
            small(planned),
            text(went, "plainsmall") if went else None,
            small(has),
            ...,
            gap=2,
            margins=(0, 0, 10, 0),
        )
    )
    made.setAccessibleName(f"{rule.name}, {state}. {planned}. {went} {has}.")
    made.setToolTip(rule.guidance)
    return made


class _Knot(QWidget):
    """On the line: filled with a tick when it is over, a ring with its heart filled now, open before."""

    def __init__(self, *, done: bool, here: bool) -> None:
        super().__init__()
        self._done, self._here = done, here
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        knot = look().theme.px(KNOT)
        return QSize(knot * 2, knot + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, knot = look().theme, look().theme.px(KNOT)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() // 2
        painter.setPen(QPen(theme.colour("outline"), LINE))
        painter.drawLine(knot, middle, self.width(), middle)
        lit = self._done or self._here
        painter.setPen(QPen(theme.colour("accent" if lit else "outline"), 1.7))
        painter.setBrush(theme.colour("accent" if self._done else "surface"))
        painter.drawEllipse(1, middle - knot // 2 + 1, knot - 2, knot - 2)
        if self._here:
            painter.setBrush(theme.colour("accent"))
            heart = knot // 4
            painter.drawEllipse(knot // 2 - heart, middle - heart, 2 * heart, 2 * heart)
        if self._done:
            tick = look().icons.pixmap("flueben", "on_accent", 11, ratio=self.devicePixelRatioF())
            side = theme.px(11)
            painter.drawPixmap(knot // 2 - side // 2, middle - side // 2, tick)
        painter.end()
