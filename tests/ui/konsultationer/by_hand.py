"""Keys and presses as a person makes them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab
PAGE_DOWN, PAGE_UP = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp
RIGHT, DOWN = Qt.Key.Key_Right, Qt.Key.Key_Down


def typed(widget: QWidget, words: str) -> None:
    """Written by hand where the caret is put."""
    widget.setFocus()
    for letter in words:
        if letter == "\n":
            QTest.keyClick(widget, Qt.Key.Key_Return)
        elif letter.isascii():
            QTest.keyClicks(widget, letter)
        else:
            insert = getattr(widget, "insertPlainText", None) or widget.insert
            insert(letter)
            edited = getattr(widget, "textEdited", None)
            if not hasattr(widget, "flush") and edited is not None:
                edited.emit(widget.text())
    if hasattr(widget, "flush"):
        widget.flush()
    QApplication.processEvents()


def click(widget: QWidget) -> None:
    """A press where one can see it."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        QApplication.sendPostedEvents()
        area.ensureWidgetVisible(widget)
    assert widget.isVisible(), f"{widget.accessibleName() or widget} is not shown"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(8, widget.height() // 2))
    QApplication.processEvents()


def key(what: Qt.Key, mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key to whatever has the keyboard."""
    focused = QApplication.focusWidget()
    assert focused is not None, "nothing has the keyboard"
    QTest.keyClick(focused, what, mods)
    QApplication.processEvents()


def pressed(parent: QWidget, words: str) -> QWidget:
    """The visible button with these words or this name."""
    for one in parent.findChildren(QAbstractButton):
        if words in {one.text(), one.accessibleName()} and one.isVisible():
            return one
    raise AssertionError(f"no visible button {words!r}")
