"""Boxes to choose in and to tick, with their arrow and tick drawn in the theme's colours."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
)

from tvaerfaglig.ui.theme import look

_NAME_IS_SAID = sys.platform == "win32"
"""Elsewhere Qt says what is chosen in a box in place of its name."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}


class Choice(QComboBox):
    """A box of choices by key; the wheel scrolls the page and never changes the choice."""

    chosen_changed = Signal(str)

    def __init__(
        self, choices: Iterable[tuple[str, str]] = (), chosen: str = "", *, name: str = ""
    ) -> None:
        super().__init__()
        self.setProperty("kind", "choice")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        short = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(short)
        if name:
            self.setAccessibleName(name)
        self.offer(choices, chosen)
        self.activated.connect(self._on_activated)

    def setAccessibleName(self, name: str) -> None:
        """Where Qt would leave the name out it is the description too; a field's label says both anew."""
        super().setAccessibleName(name)
        if not _NAME_IS_SAID:
            self.setAccessibleDescription(name)

    def offer(self, choices: Iterable[tuple[str, str]], chosen: str = "") -> None:
        """Choices as (key, words); nothing is announced."""
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        self.choose(chosen)

    def chosen(self) -> str:
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        at = self.findData(key)
        self.setCurrentIndex(at if at >= 0 or not key else self.currentIndex())
        if not key and at < 0:
            self.setCurrentIndex(0 if self.count() else -1)

    def sizeHint(self) -> QSize:
        """As wide as its longest choice; Qt's own way of that shrinks the box behind the layout."""
        words = (self.itemText(n) for n in range(self.count()))
        longest = max((self.fontMetrics().horizontalAdvance(w) for w in words), default=0)
        around = look().theme.px(22) + 30
        return QSize(longest + around, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), look().theme.em(9)), hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        arrow = look().icons.pixmap("pil-ned", "muted", 16, ratio=self.devicePixelRatioF())
        edge = look().theme.px(16)
        painter.drawPixmap(QPointF(self.width() - edge - 9, (self.height() - edge) / 2), arrow)
        painter.end()

    @Slot(int)
    def _on_activated(self, _at: int) -> None:
        self.chosen_changed.emit(self.chosen())


class Tick(QCheckBox):
    """A box to tick."""

    def __init__(self, words: str, *, on: bool = False) -> None:
        super().__init__(words)
        self.setProperty("kind", "tick")
        self.setChecked(on)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            _draw_inside(self, QStyle.SubElement.SE_CheckBoxIndicator, "flueben")


class OneOf(QRadioButton):
    """One of several that exclude each other. The arrows go on to the next; where one is chosen they choose.

    As Qt does it, which however finds no next one when each stands in a box of its own.
    """

    def __init__(self, words: str, *, on: bool = False) -> None:
        super().__init__(words)
        self.setProperty("kind", "tick")
        self.setChecked(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, group = _STEPS.get(Qt.Key(event.key()), 0), self.group()
        if not step or group is None:
            super().keyPressEvent(event)
            return
        free = [one for one in group.buttons() if one.isVisible() and one.isEnabled()]
        to = free[(free.index(self) + step) % len(free)]
        to.setFocus(Qt.FocusReason.TabFocusReason)
        if self.isChecked():
            to.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked():
            _draw_inside(self, QStyle.SubElement.SE_RadioButtonIndicator, "maerke-trives")


def _draw_inside(box: QCheckBox | QRadioButton, part: QStyle.SubElement, icon: str) -> None:
    option = QStyleOptionButton()
    box.initStyleOption(option)
    place = box.style().subElementRect(part, option, box)
    pixmap = look().icons.pixmap(icon, "on_accent", 14, ratio=box.devicePixelRatioF())
    edge = look().theme.px(14)
    painter = QPainter(box)
    x = place.x() + (place.width() - edge) / 2
    painter.drawPixmap(QPointF(x, place.y() + (place.height() - edge) / 2), pixmap)
    painter.end()


def choice(choices: Iterable[tuple[str, str]], chosen: str = "", *, name: str = "") -> Choice:
    """(key, words) pairs; `chosen_changed` sends the key."""
    return Choice(choices, chosen, name=name)


def tick(words: str, *, on: bool = False) -> Tick:
    return Tick(words, on=on)
