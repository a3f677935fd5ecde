"""Rows, columns and flows: how every page is put together."""

from __future__ import annotations

from functools import partial
from types import EllipsisType
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.keeping_place import keep_place

Gap = Literal["tight", "near", "apart", "away"] | int
Margins = Gap | tuple[int, int] | tuple[int, int, int, int]
NOWHERE = Qt.AlignmentFlag(0)
Piece = QWidget | QLayout | int | EllipsisType | None
Item = Piece | tuple[QWidget | QLayout, int]


def distance(gap: Gap) -> int:
    """One of the four distances by name, or a number of pixels."""
    return gap if isinstance(gap, int) else look().theme.gap(gap)


def row(*items: Item, gap: Gap = "near", margins: Margins = 0) -> QHBoxLayout:
    """Side by side. `...` stretches, a number is empty pixels, (item, n) grows, None is left out."""
    layout = QHBoxLayout()
    _fill(layout, items, gap, margins)
    return layout


def col(*items: Item, gap: Gap = "near", margins: Margins = 0) -> QVBoxLayout:
    """One beneath the other; same items as `row`."""
    layout = QVBoxLayout()
    _fill(layout, items, gap, margins)
    return layout


def flow(*widgets: QWidget | None, gap: Gap = 6) -> Flow:
    """Side by side, and on to a new line when there is no room."""
    layout = Flow(gap=distance(gap))
    for widget in widgets:
        if widget is not None:
            layout.addWidget(widget)
    return layout


def spread(
    left: QWidget | QLayout, *right: QWidget | None, gap: Gap = "near", whole: bool = False
) -> Spread:
    """Something that grows, and what stands at its right until there is no room for both.

    `whole`: words at the left stay on one line as long as that can be had by moving the rest.
    """
    return Spread(left, [w for w in right if w is not None], gap=distance(gap), whole=whole)


def boxed(layout: QLayout, *, margins: Margins | None = None) -> QWidget:
    """A bare widget around a layout, for places that only take widgets."""
    widget = QWidget()
    if margins is not None:
        layout.setContentsMargins(*_sides(margins))
    widget.setLayout(layout)
    return widget


def frame(kind: str, layout: QLayout, **properties: str) -> QFrame:
    """A ground of a kind that the sheet knows."""
    made = QFrame()
    for name, value in {"kind": kind, **properties}.items():
        made.setProperty(name, value)
    made.setLayout(layout)
    return made


def scroller(content: QLayout | QWidget, *, ground: str = "window") -> QScrollArea:
    """Content that scrolls upright by itself; never sideways."""
    inner = Scrolled(content if isinstance(content, QLayout) else col(content, gap=0))
    inner.setProperty("ground", ground)
    inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    area = QScrollArea()
    area.setProperty("ground", ground)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area


def see(widget: QWidget) -> None:
    """Scroll what it stands in until it is in sight."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(widget, 0, 12)


def see_opened(widget: QWidget) -> None:
    """As `see`, of what opens just now: once it has taken the room it needs."""
    QTimer.singleShot(0, widget, partial(see, widget))


class Scrolled(QWidget):
    """What a scroller scrolls: as high as it is at its width.

    Qt also asks how high it would be at its narrowest, and gives it the greater of the two; the
    difference would stand as holes between the cards. Without words that break into lines there is
    no such height, and the least is what its parts need.
    """

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        self.setLayout(layout)

    def minimumSizeHint(self) -> QSize:
        least, layout = super().minimumSizeHint(), self.layout()
        breaks = layout is not None and layout.hasHeightForWidth()
        return QSize(least.width(), 0) if breaks else least


def empty_layout(layout: QLayout) -> None:
    """Take everything out and let it go: for lists that are built anew.

    It goes to the window until Qt deletes it, where nobody who looks for the parts of a page finds it
    any more. Without a parent it would belong to Python's collector, which may come by while Qt walks
    over every widget (a new sheet) and take it from under Qt's feet.
    """
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            keep_place(widget.parentWidget(), widget)
            widget.hide()
            widget.setParent(widget.window())
            widget.deleteLater()
        elif inner is not None:
            empty_layout(inner)
            inner.deleteLater()


def _fill(layout: QBoxLayout, items: tuple[Item, ...], gap: Gap, margins: Margins) -> None:
    layout.setSpacing(distance(gap))
    layout.setContentsMargins(*_sides(margins))
    for item in items:
        piece, stretch = item if isinstance(item, tuple) else (item, 0)
        if isinstance(piece, EllipsisType):
            layout.addStretch(1)
        elif isinstance(piece, int):
            layout.addSpacing(piece)
        elif isinstance(piece, QLayout):
            layout.addLayout(piece, stretch)
        elif piece is not None:
            top = Qt.AlignmentFlag.AlignTop if piece.property("stands") == "top" else NOWHERE
            layout.addWidget(piece, stretch, top)


def _sides(margins: Margins) -> tuple[int, int, int, int]:
    if not isinstance(margins, tuple):
        side = distance(margins)
        return side, side, side, side
    if len(margins) == 2:
        return margins[0], margins[1], margins[0], margins[1]
    return margins


class _Items(QLayout):
    """The bookkeeping that Qt asks of a layout of one's own."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Remembered until something in it changes: Qt asks dozens of times for each time it moves."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        wide = max((size.width() for size in shown), default=0)
        return QSize(wide, max((size.height() for size in shown), default=0))

    def _place(self, rect: QRect, *, move: bool) -> int:
        raise NotImplementedError

    def _lay(self, items: list[QLayoutItem], rect: QRect, *, move: bool) -> int:
        """Lines of items from the top left of `rect`; the height they came to."""
        line: list[tuple[QLayoutItem, QRect]] = []
        x, y = rect.x(), rect.y()
        for item in items:
            wide = min(item.sizeHint().width(), max(rect.width(), item.minimumSize().width()))
            if line and x + wide > rect.x() + rect.width():
                x, y = rect.x(), y + _set_line(line, y, move=move) + self._gap
                line = []
            line.append((item, QRect(QPoint(x, y), QSize(wide, _high(item, wide)))))
            x += wide + self._gap
        return y + _set_line(line, y, move=move) - rect.y()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]


class Flow(_Items):
    """Chips and buttons that turn to a new line: what keeps a header whole at 200 % text."""

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        wide = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def _place(self, rect: QRect, *, move: bool) -> int:
        return self._lay(self._shown(), rect, move=move)


class Spread(_Items):
    """First item left and growing, the others right; they go beneath when it gets too tight.

    They do so too when the whole is lower that way: a heading in three lines leaves no room for its page.
    """

    def __init__(
        self, left: QWidget | QLayout, right: list[QWidget], gap: int, *, whole: bool = False
    ) -> None:
        super().__init__(gap)
        self._whole = whole
        self.addWidget(left if isinstance(left, QWidget) else boxed(left))
        for widget in right:
            self.addWidget(widget)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        wide = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def _place(self, rect: QRect, *, move: bool) -> int:
        left, right = self._items[0], [i for i in self._items[1:] if not i.isEmpty()]
        sizes = [item.sizeHint() for item in right]
        taken = sum(size.width() + self._gap for size in sizes)
        if rect.width() - taken < self._least(left):
            return self._stacked(left, right, rect, move=move)
        room = rect.width() - taken
        tall = max([_high(left, room), *(size.height() for size in sizes)])
        if right and tall > self._stacked(left, right, rect, move=False):
            return self._stacked(
                left, right, rect, move=move
            )  # the words were broken once too often
        if move:
            high = max(tall, rect.height())
            self._put(left, QRect(rect.x(), rect.y(), room, high))
            x = rect.x() + room + self._gap
            for item, size in zip(right, sizes, strict=True):
                y = rect.y() + (high - size.height()) // 2
                item.setGeometry(QRect(QPoint(x, y), size))
                x += size.width() + self._gap
        return tall

    def _least(self, left: QLayoutItem) -> int:
        """What the left must have before the rest goes beneath it."""
        words = left.widget()
        if self._whole and isinstance(words, QLabel):
            return words.fontMetrics().horizontalAdvance(words.text()) + 1
        return max(left.minimumSize().width(), min(left.sizeHint().width(), look().theme.em(16)))

    def _stacked(
        self, left: QLayoutItem, right: list[QLayoutItem], rect: QRect, *, move: bool
    ) -> int:
        high = _high(left, rect.width())
        if move:
            left.setGeometry(QRect(rect.x(), rect.y(), rect.width(), high))
        beneath = rect.adjusted(0, high + self._gap // 2, 0, 0)
        return high + self._gap // 2 + self._lay(right, beneath, move=move)

    def _put(self, item: QLayoutItem, rect: QRect) -> None:
        high = min(_high(item, rect.width()), rect.height())
        item.setGeometry(
            QRect(rect.x(), rect.y() + (rect.height() - high) // 2, rect.width(), high)
        )


def _set_line(line: list[tuple[QLayoutItem, QRect]], y: int, *, move: bool) -> int:
    """Centre what stands on one line; its height."""
    tall = max((box.height() for _, box in line), default=0)
    if move:
        for item, box in line:
            item.setGeometry(box.translated(0, y - box.y() + (tall - box.height()) // 2))
    return tall


def _high(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def keep_height(widget: QWidget) -> QWidget:
    """As high as it asks, never stretched."""
    policy = widget.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
    widget.setSizePolicy(policy)
    return widget
