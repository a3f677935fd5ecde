"""Show a window in a test as on a desk: in front, so that keys reach it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication


def shown(qtbot, widget, size=None):
    """The widget, in front; it is let go after the test."""
    qtbot.addWidget(widget)
    if size:
        widget.resize(*size)
    with qtbot.waitActive(widget, timeout=3000):
        widget.show()
        widget.activateWindow()
    QApplication.processEvents()
    return widget


def press(qtbot, key, times=1, mods=Qt.KeyboardModifier.NoModifier):
    """A key to whatever has the keyboard."""
    for _ in range(times):
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the keyboard"
        qtbot.keyClick(focused, key, mods)
