"""What a hand does at a letter: keys, words typed, a card let go, and waiting for the writing help."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def asked(desk, qtbot):
    """Wait for the writing help to have answered about what stands there now."""
    desk.settle()
    qtbot.wait(450)
    desk.settle()


def key(widget, what, mods=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, what, mods)
    QApplication.processEvents()


def typed(widget, words):
    widget.setFocus()
    for letter in words:
        if letter == "\n":
            QTest.keyClick(widget, Qt.Key.Key_Return)
        elif letter.isascii():
            QTest.keyClicks(widget, letter)
        else:
            widget.insertPlainText(letter) if hasattr(widget, "insertPlainText") else widget.insert(
                letter
            )
    QApplication.processEvents()


def drop_on(target, card, spot):
    """What Qt delivers when a card is let go over a widget: it is asked first, and then given."""
    how = (
        Qt.DropAction.CopyAction,
        card.mime(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(spot, *how)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(spot), *how))


def finish(desk):
    desk.page.letter.top.finish_button.click()
    desk.settle()
    desk.page.window_on_top.act_button.click()
    desk.settle()
