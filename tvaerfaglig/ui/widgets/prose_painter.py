"""Paints within a text without touching it: what one types is coloured in its own paragraph alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

Painted = tuple[int, int, QTextCharFormat]
Painter = Callable[[str, QTextBlock], Iterable[Painted]]


class ProsePainter(QSyntaxHighlighter):
    """`Painter` is given a paragraph and answers with what to paint, as (begin, end, how) in its words."""

    def __init__(self, prose: QTextEdit) -> None:
        super().__init__(prose.document())
        self._painters: list[Painter] = []

    def add(self, painter: Painter) -> None:
        self._painters.append(painter)
        self.rehighlight()

    def remove(self, painter: Painter) -> None:
        if painter in self._painters:
            self._painters.remove(painter)
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        if not text:
            return
        for painter in self._painters:
            for begin, end, form in painter(text, self.currentBlock()):
                self.setFormat(units(text, begin), units(text[begin:end], end - begin), form)


def units(words: str, at: int) -> int:
    """Where our character stands in Qt's count: an emoji is two."""
    if words.isascii():
        return min(at, len(words))
    return len(words[:at].encode("utf-16-le", "surrogatepass")) // 2
