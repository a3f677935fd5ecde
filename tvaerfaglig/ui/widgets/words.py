"""Labels: words in the few roles that the look knows."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from tvaerfaglig.ui.theme import look

Role = Literal[
    "body", "title", "section", "strong", "small", "plainsmall", "smallstrong", "muted", "prose",
    "figure",
]  # fmt: skip
Tone = Literal["", "ok", "watch", "act", "accent", "voice"]


class Held(QLabel):
    """Words that break into lines can be marked and copied, once somebody takes hold of them.

    Qt keeps a whole document for each label of that kind (10 kB, and a page has hundreds), and offers the
    keyboard to each, so a label becomes one only then.
    """

    def enterEvent(self, event: QEnterEvent) -> None:
        if self.wordWrap():
            self.setCursor(Qt.CursorShape.IBeamCursor)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self.wordWrap():
            self.unsetCursor()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._can_be_marked()
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._can_be_marked()
        super().contextMenuEvent(event)

    def _can_be_marked(self) -> None:
        by_mouse = Qt.TextInteractionFlag.TextSelectableByMouse
        if self.wordWrap() and not self.textInteractionFlags() & by_mouse:
            self.setTextInteractionFlags(by_mouse)
            self.setFocus(Qt.FocusReason.MouseFocusReason)


class Words(Held):
    """A label that shows what people wrote as they wrote it, never as markup."""

    def __init__(self, words: str, role: Role, tone: Tone, *, wraps: bool) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wraps)
        self.setText(words)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._name_it()

    def say(self, words: str) -> None:
        """Other words; an empty label takes no room."""
        if self.text() != words:
            self.setText(words)
            self._name_it()
            self.updateGeometry()

    def _name_it(self) -> None:
        if self.property("role") == "title":
            self.setAccessibleName(self.text())


class Reading(Held):
    """Running text with the line height of a book."""

    def __init__(self, words: str, role: Role = "prose") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.say(words)

    def say(self, words: str) -> None:
        from html import escape

        paragraphs = [escape(part).replace("\n", "<br>") for part in words.split("\n\n")]
        leading = f"line-height:{round(look().theme.line_percent())}%"
        style = f"{leading}; margin-top:0; margin-bottom:8px"
        last = f"{leading}; margin:0"
        shown = [f'<p style="{style}">{part}</p>' for part in paragraphs[:-1]]
        self.setText("".join([*shown, f'<p style="{last}">{paragraphs[-1]}</p>']))
        self.setAccessibleName(words)


def text(words: str, role: Role = "body", tone: Tone = "") -> Words:
    """Words that break into lines as there is room, and can be marked and copied."""
    return Words(words, role, tone, wraps=True)


def one(words: str, role: Role = "body", tone: Tone = "") -> Words:
    """Words that stay on one line: names, dates, counts."""
    return Words(words, role, tone, wraps=False)


def title(words: str) -> Words:
    return text(words, "title")


def section(words: str) -> Words:
    return text(words, "section")


def strong(words: str) -> Words:
    return text(words, "strong")


def small(words: str) -> Words:
    return text(words, "small")


def muted(words: str) -> Words:
    return text(words, "muted")


def prose(words: str) -> Reading:
    return Reading(words)


def figure(words: str, tone: Tone = "") -> Words:
    return one(words, "figure", tone)
