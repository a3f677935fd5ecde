"""Tabs within a page, chosen by key."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QTabBar

from tvaerfaglig.ui.theme import look


class Tabs(QTabBar):
    """A row of words; `changed` sends the key. Arrows go between them."""

    changed = Signal(str)

    def __init__(self, tabs: Iterable[tuple[str, str]], *, name: str) -> None:
        super().__init__()
        self._keys: list[str] = []
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        for key, words in tabs:
            self._keys.append(key)
            self.addTab(words)
        self.currentChanged.connect(self._on_current_changed)

    def chosen(self) -> str:
        return self._keys[self.currentIndex()] if self._keys else ""

    def choose(self, key: str) -> None:
        """Set from outside; nothing is announced."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self._keys.index(key))
        self.blockSignals(blocked)

    def say(self, key: str, words: str) -> None:
        """Other words on one tab, a count for instance."""
        self.setTabText(self._keys.index(key), words)

    def tabSizeHint(self, index: int) -> QSize:
        """Room for the word in bold, which it becomes when chosen."""
        hint = super().tabSizeHint(index)
        words = self.tabText(index)
        bold = look().theme.metrics(strong=True).horizontalAdvance(words)
        plain = self.fontMetrics().horizontalAdvance(words)
        return QSize(hint.width() + max(0, bold - plain), hint.height())

    @Slot(int)
    def _on_current_changed(self, at: int) -> None:
        self.changed.emit(self._keys[at])


def tabs(choices: Iterable[tuple[str, str]], *, name: str) -> Tabs:
    return Tabs(choices, name=name)
