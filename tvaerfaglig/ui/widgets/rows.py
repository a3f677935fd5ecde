"""Lists of two-line rows: drawn, not built, so that a thousand cost no more than ten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.drawn import RIGHT, ROOT, DrawnList, Index, draw_ground, draw_words
from tvaerfaglig.ui.widgets.glyph import draw_avatar
from tvaerfaglig.ui.widgets.mark import DUES, SIGNS, Due, Sign


@dataclass(frozen=True)
class ListRow:
    """One row: name and aside above; mark or words and a note beneath, with the shape of its date if it is `due`.

    `spoken` is the row as one sentence; without it the parts are read one after the other.
    """

    key: str
    title: str
    aside: str = ""
    mark: str = ""
    under: str = ""
    note: str = ""
    due: Due | None = None
    icon: str = ""
    colour: str = "muted"
    person: str = ""
    spoken: str = ""

    def sentence(self) -> str:
        if self.spoken:
            return self.spoken
        word = SIGNS[self.mark].word.lower() if self.mark else ""
        return ", ".join(p for p in (self.title, self.aside, word, self.under, self.note) if p)


class RowModel(QAbstractListModel):
    """Frozen rows; each answers as one sentence to a screen reader."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ListRow, ...] = ()

    def set_rows(self, rows: Sequence[ListRow]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> tuple[ListRow, ...]:
        return self._rows

    def has_people(self) -> bool:
        """Then every leading drawing takes the room of a face, and the words align."""
        return any(made.person for made in self._rows)

    def index_of(self, key: str) -> QModelIndex:
        at = next((n for n, made in enumerate(self._rows) if made.key == key), -1)
        return self.index(at, 0) if at >= 0 else QModelIndex()

    def key_at(self, index: Index) -> str:
        return self._rows[index.row()].key if index.isValid() else ""

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        made = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return made.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return made.sentence()
        return made if role == Qt.ItemDataRole.UserRole else None


class TwoLines(QStyledItemDelegate):
    """Draws a row: name and age; shape, word and what is open."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(look().theme.em(8), look().theme.px(look().tokens.sizes["row"]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        made = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(3, 1, -3, -1)
        draw_ground(painter, option, box)
        model = index.model()
        faces = isinstance(model, RowModel) and model.has_people()
        inner = _draw_leading(painter, made, box.adjusted(11, 8, -11, -8), 32 if faces else 20)
        if made.mark or made.under or made.note:
            half = inner.height() // 2
            above = QRect(inner.topLeft(), QSize(inner.width(), half))
            beneath = QRect(inner.x(), inner.y() + half, inner.width(), half)
            self._draw_above(painter, made, above)
            self._draw_beneath(painter, made, beneath)
        else:
            self._draw_above(painter, made, inner)
        painter.restore()

    def _draw_above(self, painter: QPainter, made: ListRow, box: QRect) -> None:
        taken = draw_words(painter, made.aside, box, "muted", "small", align=RIGHT)
        room = box.adjusted(0, 0, -taken, 0)
        draw_words(painter, made.title, room, "text", "body", bold=True)

    def _draw_beneath(self, painter: QPainter, made: ListRow, box: QRect) -> None:
        room = self._draw_note(painter, made, box)
        if not made.mark:
            draw_words(painter, made.under, room, "muted", "small")
            return
        sign = SIGNS[made.mark]
        words = room.adjusted(_draw_shape(painter, sign, room), 0, 0, 0)
        used = draw_words(painter, sign.word, words, sign.colour, "small", bold=bool(sign.tone))
        after = words.adjusted(used, 0, 0, 0)
        draw_words(painter, made.under, after, "muted", "small")

    def _draw_note(self, painter: QPainter, made: ListRow, box: QRect) -> QRect:
        """What is open, at the right; the room that is left."""
        sign = DUES[made.due] if made.due else None
        colour = sign.colour if sign and sign.tone else "muted"
        taken = draw_words(painter, made.note, box, colour, "small", align=RIGHT)
        if sign is None:
            return box.adjusted(0, 0, -taken, 0)
        taken += look().theme.px(12) - 3  # the air after the words is before the shape
        _draw_shape(painter, sign, box.adjusted(box.width() - taken, 0, 0, 0))
        return box.adjusted(0, 0, -taken - 8, 0)


class RowList(DrawnList):
    """The list itself. `opened` comes on Enter, click or double click; `moved` as one goes along.

    The row last chosen stays chosen when the rows are asked for again.
    """

    opened = Signal(str)
    moved = Signal(str)

    def __init__(self, rows: Sequence[ListRow] = (), *, name: str) -> None:
        super().__init__(name)
        self.setUniformItemSizes(True)
        self._model = RowModel(self)
        self.setModel(self._model)
        self.setItemDelegate(TwoLines(self))
        self.set_rows(rows)
        self.clicked.connect(self._on_clicked)

    def set_rows(self, rows: Sequence[ListRow]) -> None:
        """Other rows; nothing is announced, and the current one stays if it is still there."""
        key = self.current()
        self._model.set_rows(rows)
        self.choose(key)
        self.updateGeometry()

    def rows(self) -> tuple[ListRow, ...]:
        return self._model.rows()

    def current(self) -> str:
        return self._model.key_at(self.currentIndex())

    def choose(self, key: str) -> None:
        """Set from outside; nothing is announced."""
        model = self.selectionModel()
        blocked = self.blockSignals(True)
        index = self._model.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            model.clear()
        self.blockSignals(blocked)

    def whole_height(self) -> int:
        """What it takes to show every row without scrolling."""
        return self._model.rowCount() * look().theme.px(look().tokens.sizes["row"])

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not self.signalsBlocked():
            self.moved.emit(self._model.key_at(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.opened.emit(self.current())
            return
        super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.key_at(index))


def row_list(rows: Sequence[ListRow] = (), *, name: str) -> RowList:
    return RowList(rows, name=name)


def _draw_shape(painter: QPainter, sign: Sign, box: QRect) -> int:
    """The shape at the left of the box; how far in the words begin."""
    edge = look().theme.px(12)
    ratio = painter.device().devicePixelRatioF()
    drawing = look().icons.pixmap(sign.icon, sign.colour, 12, ratio=ratio)
    painter.drawPixmap(box.x(), box.center().y() - edge // 2 + 1, drawing)
    return edge + 5


def _draw_leading(painter: QPainter, made: ListRow, box: QRect, room: int) -> QRect:
    """Face or icon before the words; what room is left."""
    theme = look().theme
    if made.person:
        edge = theme.px(32)
        draw_avatar(painter, QRectF(box.x(), box.center().y() - edge / 2, edge, edge), made.person)
        return box.adjusted(edge + 10, 0, 0, 0)
    if made.icon:
        edge = theme.px(20)
        ratio = painter.device().devicePixelRatioF()
        drawing = look().icons.pixmap(made.icon, made.colour, 20, ratio=ratio)
        aside = (theme.px(room) - edge) // 2
        painter.drawPixmap(box.x() + aside, box.center().y() - edge // 2, drawing)
        return box.adjusted(theme.px(room) + 10, 0, 0, 0)
    return box
