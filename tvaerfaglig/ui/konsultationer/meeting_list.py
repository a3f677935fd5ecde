"""The list of meetings: when, whom, the question, and where it stands; drawn, with headings between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.theme.theme import Theme
from tvaerfaglig.ui.widgets.drawn import (
    WRAPS,
    DrawnList,
    HeadedRows,
    Index,
    draw_ground,
    draw_words,
)

DATE_EM, STATE_EM = 7.5, 10.5
NARROW_EM = 40
PAD = 8


@dataclass(frozen=True)
class MeetingRow:
    """One meeting: `day` over `hours`; `heading` over `question`; the state over what is open.

    A heading that `wraps` is read whole, and has nothing beside it.
    """

    key: str
    day: str
    hours: str
    heading: str
    question: str
    icon: str
    colour: str
    state: str
    open_words: str = ""
    aside: str = ""
    wraps: bool = False

    def title(self) -> str:
        return self.heading

    def sentence(self) -> str:
        parts = (
            self.day,
            self.hours,
            self.heading,
            self.aside,
            self.question,
            self.state.lower(),
            self.open_words,
        )
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class _Boxes:
    """Where the columns of a row lie."""

    day: QRect
    words: QRect
    state: QRect


class _Rows(QStyledItemDelegate):
    """Rows as high as their question needs; in a narrow list the state stands beneath.

    Qt asks for the height of every row, however many: the same words in the same room are measured once.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._width = look().theme, 0
        self._sizes: dict[tuple[str, str], QSize] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(Qt.ItemDataRole.UserRole)
        theme = look().theme
        if isinstance(line, str):
            return QSize(theme.em(8), theme.px(40))
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else theme.em(60)
        if theme is not self._theme or width != self._width:
            self._theme, self._width = theme, width
            self._sizes.clear()
        words = (line.question, line.heading if line.wraps else "")
        if words not in self._sizes:
            self._sizes[words] = self._measured(theme, width, line)
        return self._sizes[words]

    def _measured(self, theme: Theme, width: int, line: MeetingRow) -> QSize:
        boxes = _boxes(QRect(0, 0, width, 0))
        high = _heading_height(boxes, line) + self._question_height(boxes, line)
        if boxes.state.isNull():
            high += theme.metrics("small").lineSpacing()
        least = theme.metrics(strong=True).lineSpacing() + theme.metrics("small").lineSpacing()
        return QSize(theme.em(8), max(high, least) + 2 * PAD + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, str):
            draw_words(
                painter, line, option.rect.adjusted(12, 8, -12, 0), "muted", "body", bold=True
            )
        else:
            draw_ground(painter, option, option.rect.adjusted(3, 1, -3, -1))
            self._draw(painter, option.rect, line)
        painter.restore()

    def _question_height(self, boxes: _Boxes, line: MeetingRow) -> int:
        metrics = look().theme.metrics("small")
        if not line.question:
            return 0
        room = QRect(0, 0, boxes.words.width(), 10_000)
        return metrics.boundingRect(room, WRAPS, line.question).height()

    def _draw(self, painter: QPainter, rect: QRect, line: MeetingRow) -> None:
        theme = look().theme
        boxes = _boxes(rect.adjusted(0, PAD, 0, -PAD))
        high, low = theme.metrics(strong=True).lineSpacing(), theme.metrics("small").lineSpacing()
        draw_words(painter, line.day, _line(boxes.day, 0, high), "text", "body", bold=True)
        draw_words(painter, line.hours, _line(boxes.day, high, low), "muted", "small")
        tall = _heading_height(boxes, line)
        head = _line(boxes.words, 0, tall)
        if line.wraps:
            painter.setFont(theme.font("body", strong=True))
            painter.setPen(theme.colour("text"))
            painter.drawText(head, WRAPS, line.heading)
        else:
            used = draw_words(painter, line.heading, head, "text", "body", bold=True)
            draw_words(painter, line.aside, head.adjusted(used + 4, 0, 0, 0), "muted", "small")
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        asked = boxes.words.adjusted(0, tall, 0, 0)
        painter.drawText(asked, WRAPS, line.question)
        if boxes.state.isNull():
            under = _line(boxes.words, boxes.words.height() - low, low)
            self._draw_state(
                painter,
                line,
                under,
                f"{line.state} · {line.open_words}" if line.open_words else line.state,
            )
        else:
            self._draw_state(painter, line, _line(boxes.state, 0, high), line.state)
            below = _line(boxes.state, high, low).adjusted(theme.px(14) + 6, 0, 0, 0)
            draw_words(painter, line.open_words, below, "muted", "small")

    def _draw_state(self, painter: QPainter, line: MeetingRow, box: QRect, words: str) -> None:
        theme = look().theme
        edge = theme.px(14)
        ratio = painter.device().devicePixelRatioF()
        drawing = look().icons.pixmap(line.icon, line.colour, 14, ratio=ratio)
        painter.drawPixmap(box.x(), box.center().y() - edge // 2 + 1, drawing)
        strong = line.colour in ("watch", "act", "accent")
        colour = line.colour if strong else "muted"
        draw_words(painter, words, box.adjusted(edge + 6, 0, 0, 0), colour, "small", bold=strong)


class MeetingList(DrawnList):
    """`opened` comes on Enter or a press; the row last chosen stays chosen."""

    opened = Signal(str)

    def __init__(self, *, name: str) -> None:
        super().__init__(name)
        self._model = HeadedRows[MeetingRow](self)
        self.setModel(self._model)
        self.setItemDelegate(_Rows(self))
        self.clicked.connect(self._on_clicked)

    def set_groups(self, groups: Sequence[tuple[str, Sequence[MeetingRow]]]) -> None:
        """Headings with their rows; empty groups are left out."""
        key = self.current()
        lines: list[MeetingRow | str] = []
        for heading, rows in groups:
            if rows:
                lines += [heading, *rows]
        self._model.set_lines(lines)
        self.choose(key)

    def rows(self) -> list[MeetingRow]:
        return [line for line in self._model.lines if isinstance(line, MeetingRow)]

    def headings(self) -> list[str]:
        return [line for line in self._model.lines if isinstance(line, str)]

    def current(self) -> str:
        line = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        return line.key if isinstance(line, MeetingRow) else ""

    def choose(self, key: str) -> None:
        """Set from outside; the first row where that key is gone."""
        at = self._at(key) if key else -1
        if at < 0:
            at = next(
                (n for n, one in enumerate(self._model.lines) if not isinstance(one, str)), -1
            )
        self.setCurrentIndex(self._model.index(at, 0) if at >= 0 else QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.opened.emit(self.current())
            return
        if event.key() == Qt.Key.Key_Home:  # Qt stops at the heading, on which nobody can stand
            self.choose("")
            return
        super().keyPressEvent(event)

    def _at(self, key: str) -> int:
        lines = self._model.lines
        found = (n for n, one in enumerate(lines) if isinstance(one, MeetingRow) and one.key == key)
        return next(found, -1)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(line, MeetingRow):
            self.opened.emit(line.key)


def _boxes(rect: QRect) -> _Boxes:
    theme = look().theme
    inner = rect.adjusted(14, 0, -14, 0)
    day = QRect(inner.x(), inner.y(), theme.em(DATE_EM), inner.height())
    left = day.right() + 12
    if rect.width() < theme.em(NARROW_EM):
        words = QRect(left, inner.y(), inner.right() - left, inner.height())
        return _Boxes(day, words, QRect())
    wide = theme.em(STATE_EM)
    state = QRect(inner.right() - wide, inner.y(), wide, inner.height())
    words = QRect(left, inner.y(), state.x() - 16 - left, inner.height())
    return _Boxes(day, words, state)


def _heading_height(boxes: _Boxes, line: MeetingRow) -> int:
    metrics = look().theme.metrics(strong=True)
    if not line.wraps:
        return metrics.lineSpacing()
    room = QRect(0, 0, boxes.words.width(), 10_000)
    return metrics.boundingRect(room, WRAPS, line.heading).height()


def _line(box: QRect, down: int, high: int) -> QRect:
    return QRect(box.x(), box.y() + down, box.width(), high)
