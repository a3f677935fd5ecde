"""The sections of a paper and how far each has come, in words; never in percent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.choices import Choice
from tvaerfaglig.ui.widgets.drawn import LEFT, WRAPS, DrawnList, HeadedRows, Index, draw_ground

KINDS = {"voice": ("barnets-ord", "voice"), "thought": ("egen-tanke", "muted")}


@dataclass(frozen=True)
class Section:
    """One section: "skrevet", "3 spørgsmål", "ikke begyndt"; `step` is the heading it stands under.

    `brief` leaves the state out and shows only the tick: for outlines of many small parts.
    """

    key: str
    number: str
    name: str
    state: str = ""
    done: bool = False
    asks: bool = False
    kind: str = ""
    step: str = ""
    brief: bool = False

    def title(self) -> str:
        return f"{self.number} {self.name}".strip()

    def sentence(self) -> str:
        state = self.state or ("skrevet" if self.done else "")
        return ", ".join(part for part in (self.title(), state) if part)


class _SectionLines(QStyledItemDelegate):
    """Number, name (wrapping), state; at the right what kind of writing it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(Qt.ItemDataRole.UserRole)
        theme = look().theme
        if isinstance(line, str):
            return QSize(theme.em(6), theme.px(30))
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else theme.em(15)
        name = self._name_box(QRect(0, 0, width, 0), line)
        high = theme.metrics(strong=True).boundingRect(name, WRAPS, line.name).height()
        if line.state and not line.brief:
            high += theme.metrics("small").lineSpacing()
        return QSize(theme.em(6), max(high + theme.px(8), theme.px(30)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, str):
            self._draw_heading(painter, option.rect, line)
        else:
            self._draw_section(painter, option, line)
        painter.restore()

    def _name_box(self, box: QRect, line: Section) -> QRect:
        theme = look().theme
        aside = line.kind or (line.brief and (line.done or line.asks))
        right = theme.px(16) + 12 if aside else 8
        return box.adjusted(theme.px(22) + 10, 0, -right, 0)

    def _draw_heading(self, painter: QPainter, box: QRect, words: str) -> None:
        theme = look().theme
        painter.setFont(theme.font("small", strong=True))
        painter.setPen(theme.colour("muted"))
        low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(box.adjusted(10, 0, -6, -3), low, words)

    def _draw_section(self, painter: QPainter, option: QStyleOptionViewItem, line: Section) -> None:
        theme = look().theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        draw_ground(painter, option, option.rect.adjusted(1, 1, -1, -1))
        box = option.rect.adjusted(0, theme.px(4), 0, -theme.px(4))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        number = QRect(box.x() + 10, box.y(), theme.px(22), theme.metrics().lineSpacing())
        painter.drawText(number, LEFT, line.number)
        painter.setFont(theme.font(strong=chosen))
        painter.setPen(theme.colour("accent" if chosen else "text"))
        name = self._name_box(box, line)
        drawn = painter.fontMetrics().boundingRect(name, WRAPS, line.name)
        painter.drawText(name, WRAPS, line.name)
        if line.state and not line.brief:
            self._draw_state(
                painter, line, QRect(name.x(), name.y() + drawn.height(), name.width(), 0)
            )
        self._draw_aside(painter, line, option.rect)

    def _draw_state(self, painter: QPainter, line: Section, box: QRect) -> None:
        theme = look().theme
        metrics = theme.metrics("small")
        icon = "spoergsmaal" if line.asks else "flueben" if line.done else ""
        x = box.x()
        if icon:
            edge = theme.px(14)
            y = box.y() + (metrics.lineSpacing() - edge) // 2
            painter.drawPixmap(x, y, _drawing(painter, icon, "accent" if line.asks else "ok", 14))
            x += edge + 4
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        painter.drawText(x, box.y() + metrics.ascent(), line.state)

    def _draw_aside(self, painter: QPainter, line: Section, box: QRect) -> None:
        icon, colour = KINDS.get(line.kind, ("", ""))
        if line.brief and (line.asks or line.done):
            icon, colour = ("spoergsmaal", "accent") if line.asks else ("flueben", "ok")
        if icon:
            edge = look().theme.px(16)
            spot = box.right() - edge - 8, box.center().y() - edge // 2
            painter.drawPixmap(*spot, _drawing(painter, icon, colour, 16))


class Outline(QWidget):
    """The sections as a list, or (folded) as a drop-down: "Afsnit 4 af 12: …". `chosen` sends the key."""

    chosen = Signal(str)

    def __init__(self, sections: Sequence[Section] = (), *, name: str = "Afsnit") -> None:
        super().__init__()
        self._name = name
        self._sections: tuple[Section, ...] = ()
        self._model = HeadedRows[Section](self)
        self.list = DrawnList(name)
        self.list.setModel(self._model)
        self.list.setItemDelegate(_SectionLines(self.list))
        self.box = Choice(name=name)
        self.box.chosen_changed.connect(self._on_box_chosen)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.box)
        self.list.selectionModel().currentChanged.connect(self._on_moved)
        self.set_sections(sections)

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Show how far they have come; the one chosen stays."""
        key = self.current()
        self._sections = tuple(sections)
        lines: list[Section | str] = []
        step = ""
        for section in sections:
            if section.step and section.step != step:
                step = section.step
                lines.append(step)
            lines.append(section)
        self._model.set_lines(lines)
        count = len(self._sections)
        self.box.offer((s.key, self._line(n, count, s)) for n, s in enumerate(self._sections, 1))
        self.choose(key)

    def current(self) -> str:
        line = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return line.key if isinstance(line, Section) else ""

    def choose(self, key: str) -> None:
        """Set from outside; nothing is announced."""
        at = next(
            (n for n, s in enumerate(self._model.lines) if isinstance(s, Section) and s.key == key),
            -1,
        )
        blocked = self.list.selectionModel().blockSignals(True)
        self.list.setCurrentIndex(self._model.index(at, 0) if at >= 0 else QModelIndex())
        self.list.selectionModel().blockSignals(blocked)
        self.list.viewport().update()
        self.box.choose(key)

    def step(self, by: int) -> str:
        """Go to the next (1) or the previous (-1) section; its key."""
        keys = [section.key for section in self._sections]
        at = keys.index(self.current()) if self.current() in keys else 0
        to = keys[min(max(at + by, 0), len(keys) - 1)] if keys else ""
        if to and to != self.current():
            self.choose(to)
            self.chosen.emit(to)
        return to

    def set_folded(self, folded: bool) -> None:
        """A drop-down instead of the list."""
        self._stack.setCurrentWidget(self.box if folded else self.list)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return self._shown().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._shown().minimumSizeHint()

    def _shown(self) -> QWidget:
        return self.box if self._stack.currentIndex() else self.list

    def _line(self, n: int, count: int, section: Section) -> str:
        state = f" · {section.state}" if section.state else ""
        return f"{self._name} {n} af {count}: {section.name}{state}"

    @Slot(str)
    def _on_box_chosen(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    @Slot(QModelIndex, QModelIndex)
    def _on_moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        line = current.data(Qt.ItemDataRole.UserRole)
        if isinstance(line, Section):
            self.box.choose(line.key)
            self.chosen.emit(line.key)


def _drawing(painter: QPainter, icon: str, colour: str, size: int) -> QPixmap:
    ratio = painter.device().devicePixelRatioF()
    return look().icons.pixmap(icon, colour, size, ratio=ratio)
