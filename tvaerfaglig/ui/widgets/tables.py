"""Tables over frozen rows; columns are data, text wraps and is never cut."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from tvaerfaglig.ui.theme import look

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ASIDE = 11
ABOVE = 6
WRAPS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True)
class TableColumn(Generic[Row]):
    """A heading, what stands beneath it for a row, and how wide: `em` 0 shares what is left."""

    title: str
    value: Callable[[Row], str]
    em: float = 0
    number: bool = False
    spoken: Callable[[Row], str] | None = None


class TableModel(QAbstractTableModel, Generic[Row]):
    """Frozen rows, columns as data."""

    def __init__(self, columns: Sequence[TableColumn[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column, made = self.columns[index.column()], self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.value(made)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (column.spoken or column.value)(made)
        return self._side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        right = self.columns[column].number
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class Cells(QStyledItemDelegate):
    """Words that wrap, a hairline beneath, the soft ground where chosen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else 0
        box = QRect(0, 0, max(width - 2 * ASIDE, 1), 0)
        high = look().theme.metrics().boundingRect(box, WRAPS, _words(index)).height()
        return QSize(width, high + 2 * look().theme.px(ABOVE) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = look().theme
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("accent_soft"))
        painter.setPen(theme.colour("hairline"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font())
        box = option.rect.adjusted(ASIDE, 0, -ASIDE, -1)
        side = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        how = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | side
        painter.drawText(box, how, _words(index))
        painter.restore()


def _words(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


class Table(QTableView, Generic[Row]):
    """The table itself; `opened` sends the number of the row. `whole` shows every row unscrolled."""

    opened = Signal(int)

    def __init__(
        self, columns: Sequence[TableColumn[Row]], *, name: str, whole: bool = True
    ) -> None:
        super().__init__()
        self._whole = whole
        self._columns = tuple(columns)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._model = TableModel[Row](columns, self)
        self.setModel(self._model)
        self.setItemDelegate(Cells(self))
        self._fit_columns()
        self.horizontalHeader().sectionResized.connect(self._on_section_resized)
        self.activated.connect(self._on_activated)

    def set_rows(self, rows: Sequence[Row]) -> None:
        self._model.set_rows(rows)
        self._fit_rows()

    def table_model(self) -> TableModel[Row]:
        return self._model

    def sizeHint(self) -> QSize:
        if not self._whole:
            return super().sizeHint()
        rows = sum(self.rowHeight(n) for n in range(self._model.rowCount()))
        return QSize(look().theme.em(20), self.horizontalHeader().sizeHint().height() + rows + 6)

    def minimumSizeHint(self) -> QSize:
        high = self.sizeHint().height() if self._whole else look().theme.em(8)
        return QSize(look().theme.em(12), high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.model() is not None:
            self._fit_columns()

    def _fit_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for n, column in enumerate(self._columns):
            fixed = QHeaderView.ResizeMode.Fixed if column.em else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(n, fixed)
            if column.em:
                header.resizeSection(n, look().theme.em(column.em))
        self._fit_rows()

    @Slot()
    def _fit_rows(self) -> None:
        self.resizeRowsToContents()
        self.updateGeometry()

    @Slot()
    def _on_section_resized(self) -> None:
        """Rows grow and shrink with the columns, once for all that moved together."""
        QTimer.singleShot(0, self, self._fit_rows)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())


def table(columns: Sequence[TableColumn[Row]], *, name: str, whole: bool = True) -> Table[Row]:
    return Table(columns, name=name, whole=whole)
