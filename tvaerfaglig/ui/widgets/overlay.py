"""A small window in the window: lists, calendars and the palette open in one.

It is a child of the window and no window of its own: the same on every desktop (some let no
program place its windows), and a picture of the window shows it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QWidget

RIM = 8


class Overlay(QFrame):
    """Opens beneath (or, where there is no room, above) its anchor; a press elsewhere closes it."""

    closed = Signal()

    def __init__(self, anchor: QWidget, layout: QLayout) -> None:
        super().__init__(anchor)
        self._anchor = anchor
        self.setProperty("kind", "overlay")
        self.setLayout(layout)
        self.hide()

    def open_at_anchor(self, width: int, height: int) -> None:
        window = self._anchor.window()
        self._enter(window)
        corner = self._anchor.mapTo(window, QPoint(0, self._anchor.height() + 2))
        room_below = window.height() - corner.y() - RIM
        above = self._anchor.mapTo(window, QPoint(0, 0)).y() - 2
        wide = min(width, window.width() - 2 * RIM)
        x = max(RIM, min(corner.x(), window.width() - wide - RIM))
        if room_below < height and above > room_below:
            high = min(height, above - RIM)
            self.setGeometry(QRect(x, above - high, wide, high))
        else:
            self.setGeometry(QRect(x, corner.y(), wide, min(height, max(room_below, 60))))
        self._show()

    def open_over(self, box: QRect) -> None:
        """Open at a place of the window's own."""
        self._enter(self._anchor.window())
        self.setGeometry(box)
        self._show()

    def close_overlay(self) -> None:
        if not self.isHidden():
            self.hide()
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            spot = event.globalPosition().toPoint()
            own = self.rect().contains(self.mapFromGlobal(spot))
            anchor = self._anchor.rect().contains(self._anchor.mapFromGlobal(spot))
            if not own and not anchor:
                self.close_overlay()
        elif event.type() == QEvent.Type.Resize and watched is self.parent():
            self.close_overlay()
        return False

    def _enter(self, window: QWidget) -> None:
        if self.parentWidget() is not window:
            self.setParent(window)
            self._anchor.destroyed.connect(self.deleteLater)

    def _show(self) -> None:
        self.show()
        self.raise_()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]


def tab_stops(inside: QWidget) -> list[QWidget]:
    """What Tab comes to within a widget, in order."""
    stops = []
    at = inside.nextInFocusChain()
    while at is not None and at is not inside:
        tabs = bool(at.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if tabs and inside.isAncestorOf(at) and at.isVisible() and at.isEnabled():
            stops.append(at)
        at = at.nextInFocusChain()
    return stops
