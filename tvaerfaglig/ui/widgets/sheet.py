"""A sheet from the right, with the page behind it dimmed: Akut, help, and the drawer of a panel."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.button import Button
from tvaerfaglig.ui.widgets.dressing import mark_as
from tvaerfaglig.ui.widgets.layout import col
from tvaerfaglig.ui.widgets.overlay import tab_stops

SHADE = 118


class SheetHost(QWidget):
    """Lies over the whole of `over` while a sheet is open; Tab stays within the sheet.

    Esc and a press on the dimmed page close it; the focus then returns to where it was.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._page = over
        self._em = 45.0
        self._content: QWidget | None = None
        self._before: QWidget | None = None
        self._sheet = QFrame(self)
        self._sheet.setProperty("stop", True)
        self._place = col(gap=0, margins=(4, 0, 0, 0))  # the coloured edge stays in sight
        self._sheet.setLayout(self._place)
        over.installEventFilter(self)
        self.hide()

    def is_open(self) -> bool:
        return not self.isHidden()

    def content(self) -> QWidget | None:
        return self._content

    def open(self, content: QWidget, *, em: float = 45, tone: str = "", name: str = "") -> None:
        """Show a sheet; the one that may be open gives way. It keeps its parent when closed."""
        if not self.is_open():
            self._before = self.window().focusWidget()
        self._put(content)
        self._em = em
        mark_as(self._sheet, kind="sheet", tone=tone)
        self._sheet.setAccessibleName(name)
        self.setGeometry(self._over().rect())
        self.show()
        self.raise_()
        self._arrange()
        _begin_at(tab_stops(content))
        self.opened.emit()

    def close_sheet(self) -> None:
        if not self.is_open():
            return
        before = self._before
        back = before if before is not None and shiboken6.isValid(before) else None
        focused = self.window().focusWidget()
        if back is not None and focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()  # else Qt hands it to a neighbour first, and a reader tells of that
        self.hide()
        if back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.closed.emit()

    def let_go(self) -> None:
        """What it showed is not needed again."""
        gone, self._content = self._content, None
        if gone is not None:
            self._place.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops = tab_stops(self._sheet)
        if not stops:
            return True
        at = self.window().focusWidget()
        where = stops.index(at) if at in stops else -1
        stops[(where + (1 if forward else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme = look().theme
        shade = QColor(theme.colour("window" if theme.is_dark else "text"))
        shade.setAlpha(SHADE + (50 if theme.is_dark else 0))
        painter = QPainter(self)
        painter.fillRect(self.rect(), shade)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.is_open():
            self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self._over().rect())
        return False

    def _over(self) -> QWidget:
        return self._page

    def _put(self, content: QWidget) -> None:
        if self._content is not None and self._content is not content:
            self._place.removeWidget(self._content)
            self._content.hide()
        self._content = content
        self._place.addWidget(content)
        content.show()

    def _arrange(self) -> None:
        wide = min(look().theme.em(self._em), self.width())
        place = QPoint(self.width() - wide, 0)
        self._sheet.resize(wide, self.height())
        self._sheet.move(place)


def _begin_at(stops: list[QWidget]) -> None:
    """Where there is something to do; the × is only for one who came to read."""
    crosses = [one for one in stops if isinstance(one, Button) and one.is_cross]
    for first in [one for one in stops if one not in crosses][:1] or crosses[:1]:
        first.setFocus(Qt.FocusReason.TabFocusReason)
