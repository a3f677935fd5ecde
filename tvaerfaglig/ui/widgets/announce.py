"""Say something to a screen reader without moving the focus."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

_PAINTED_MS = 50
_ENDS = (".", "?", "!", ":", "…")


def in_sentences(*parts: str) -> str:
    """What is heard in one go, each part brought to its end; the empty ones are left out."""
    return " ".join(one if one.endswith(_ENDS) else f"{one}." for one in parts if one.strip())


def announce(widget: QWidget, words: str) -> None:
    """Politely: it waits until what it tells of is painted, and until the reader has finished what it is saying."""
    QTimer.singleShot(_PAINTED_MS, widget, partial(_say, widget, words))


def _say(widget: QWidget, words: str) -> None:
    if not widget.window().isVisible():
        return  # the door looks on behind the house that is open, and has nothing to say there
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)
