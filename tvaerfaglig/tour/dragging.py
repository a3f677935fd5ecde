"""A drag by hand: press, move past the threshold, and drop what the source offers where it is let go."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


def drag_and_drop(source: QWidget, target: QWidget) -> None:
    """Hand over the source's mime data as the windowing system would at the end of a drag."""
    offered: QMimeData = source.mime()  # type: ignore[attr-defined]
    where = target.viewport() if hasattr(target, "viewport") else target
    point: QPoint = where.rect().center()
    action, button, key = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(where, QDragEnterEvent(point, action, offered, button, key))
    QApplication.sendEvent(where, QDragMoveEvent(point, action, offered, button, key))
    QApplication.sendEvent(where, QDropEvent(QPointF(point), action, offered, button, key))
