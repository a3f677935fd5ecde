"""What every drawn list shares: a quiet frame, the ground under a chosen row, and words cut to their room."""

from __future__ import annotations

from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
)

from tvaerfaglig.ui.theme import look

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Spoken(Protocol):
    """A row: what one types to find it, and the whole of it for a screen reader."""

    def title(self) -> str: ...

    def sentence(self) -> str: ...


R = TypeVar("R", bound=Spoken)


class HeadedRows(QAbstractListModel, Generic[R]):
    """Rows under headings; a heading is plain words and cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[R | str] = []

    def set_lines(self, lines: list[R | str]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line if isinstance(line, str) else line.title()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line if isinstance(line, str) else line.sentence()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.lines[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class DrawnList(QListView):
    """A list whose rows a delegate draws; they are measured again when room or type changes."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("kind", "rows")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()


def draw_ground(painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
    """The row's ground while it is chosen or pointed at, and its ring while the list has focus."""
    theme, radius = look().theme, look().tokens.radii["control"]
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(theme.colour("accent_soft" if chosen else "raised"))
        edge = QPen(theme.colour("chosen_edge"), 1) if chosen else QPen(Qt.PenStyle.NoPen)
        painter.setPen(edge)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    view = option.widget
    if option.state & QStyle.StateFlag.State_HasFocus and view is not None and view.hasFocus():
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("focus"), look().tokens.sizes["focus"]))
        painter.drawRoundedRect(QRectF(box), radius, radius)


def draw_words(
    painter: QPainter,
    words: str,
    box: QRect,
    colour: str,
    kind: str,
    *,
    bold: bool = False,
    align: Qt.AlignmentFlag = LEFT,
) -> int:
    """One line, as much as there is room for; the width it took, with air after it."""
    if not words or box.width() <= 0:
        return 0
    theme = look().theme
    painter.setFont(theme.font(kind, strong=bold))
    painter.setPen(theme.colour(colour))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, align, shown)
    return metrics.horizontalAdvance(shown) + 8
