"""The pages of a PDF one under the other, drawn as they come into sight; nothing is written to a file on the way."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from tvaerfaglig.ui.printouts.leaves import Leaves
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import announce

_GAP = 16
_KEPT = 6
_STEP = 48
_LEAST, _MOST = 0.3, 4.0


class Pages(QAbstractScrollArea):
    """As wide as there is room for, unless zoomed. PgUp and PgDn go from page to page.

    `turned` sends the number of the page in sight, counted from 1.
    """

    turned = Signal(int)
    zoomed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.leaves = Leaves()
        self._zoom = 0.0
        self._drawn: dict[tuple[int, int, int], QImage] = {}
        self._at = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Siderne")
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        look().changed.connect(self.viewport().update)

    def load(self, pdf: bytes) -> None:
        """Show these bytes instead of what was shown, from the top."""
        self.leaves.load(pdf)
        self._drawn.clear()
        self._at = 0
        self._fit()
        self.verticalScrollBar().setValue(0)
        self._on_scrolled()
        self.viewport().update()

    def count(self) -> int:
        return self.leaves.count()

    def current(self) -> int:
        """The page that fills most of the view, counted from 1; 0 when there is none."""
        return self._at

    def go_to(self, page: int) -> None:
        """Bring the top of a page to the top; counted from 1."""
        if self.count():
            wanted = min(max(page, 1), self.count())
            self.verticalScrollBar().setValue(self._boxes()[wanted - 1].y() - _GAP // 2)

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller; 0 fits the width again."""
        self._zoom = min(_MOST, max(_LEAST, self.scale() * factor)) if factor else 0.0
        kept = self._at
        self._fit()
        self.go_to(kept)
        self.viewport().update()
        self.zoomed.emit()

    def scale(self) -> float:
        """1.0 is as large as on paper, by the screen's own count of points."""
        if self._zoom:
            return self._zoom
        widest = max((self._points(n).width() for n in range(self.count())), default=1.0)
        room = self.viewport().width() - 2 * _GAP
        return max(_LEAST, min(room / (widest * self._point()), _MOST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        acts = {
            Qt.Key.Key_PageDown: lambda: self.go_to(self._at + 1),
            Qt.Key.Key_PageUp: lambda: self.go_to(self._at - 1),
            Qt.Key.Key_Home: lambda: self.go_to(1),
            Qt.Key.Key_End: lambda: self.go_to(self.count()),
            Qt.Key.Key_Down: lambda: bar.setValue(bar.value() + _STEP),
            Qt.Key.Key_Up: lambda: bar.setValue(bar.value() - _STEP),
            Qt.Key.Key_Space: lambda: bar.setValue(bar.value() + bar.pageStep() - _STEP),
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        act()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.1 if event.angleDelta().y() > 0 else 1 / 1.1)
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        kept = self._at
        self._fit()
        if event.oldSize().width() != event.size().width():
            self.go_to(kept)
            self.zoomed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look().theme
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour("window"))
        painter.translate(-self._offset())
        seen = event.rect().translated(self._offset())
        for page, box in enumerate(self._boxes()):
            if box.intersects(seen):
                painter.fillRect(box, Qt.GlobalColor.white)
                painter.drawImage(box.topLeft(), self._image(page, box.size()))
                painter.setPen(QPen(theme.colour("hairline"), 1))
                painter.drawRect(box.adjusted(-1, -1, 0, 0))
        painter.end()

    def sizeHint(self) -> QSize:
        return QSize(look().theme.em(34), look().theme.em(30))

    # where each page lies

    def _point(self) -> float:
        """Pixels of a point on this screen."""
        return self.logicalDpiY() / 72

    def _points(self, page: int) -> QSize:
        return self.leaves.points(page).toSize()

    def _boxes(self) -> list[QRect]:
        """Every page's place, from the top of the first."""
        per_point = self.scale() * self._point()
        sizes = [self._points(n) * per_point for n in range(self.count())]
        room = max([self.viewport().width(), *(size.width() + 2 * _GAP for size in sizes)])
        boxes, y = [], _GAP
        for size in sizes:
            boxes.append(QRect(QPoint((room - size.width()) // 2, y), size))
            y += size.height() + _GAP
        return boxes

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _fit(self) -> None:
        boxes = self._boxes()
        high = boxes[-1].bottom() + _GAP if boxes else 0
        wide = max((box.width() + 2 * _GAP for box in boxes), default=0)
        view = self.viewport().size()
        for bar, whole, seen in (
            (self.verticalScrollBar(), high, view.height()),
            (self.horizontalScrollBar(), wide, view.width()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(_STEP)
            bar.setRange(0, max(0, whole - seen))
        self._on_scrolled()

    def _image(self, page: int, size: QSize) -> QImage:
        """In its own pixels: fitted to the box by one row more or less, a line of text would lose a row."""
        ratio = self.devicePixelRatioF()
        key = (page, round(size.width() * ratio), round(size.height() * ratio))
        if key not in self._drawn:
            while len(self._drawn) >= _KEPT:
                self._drawn.pop(next(iter(self._drawn)))
            drawn = self.leaves.render(page, QSize(*key[1:]))
            drawn.setDevicePixelRatio(ratio)
            self._drawn[key] = drawn
        return self._drawn[key]

    @Slot()
    def _on_scrolled(self) -> None:
        top = self._offset().y()
        seen = QRect(0, top, 1 << 20, self.viewport().height())
        shares = [box.intersected(seen).height() for box in self._boxes()]
        at = shares.index(max(shares)) + 1 if shares else 0
        self.viewport().update()
        if at != self._at:
            self._at = at
            self.setAccessibleName(f"Side {at} af {self.count()}")
            announce(self, self.accessibleName())
            self.turned.emit(at)
