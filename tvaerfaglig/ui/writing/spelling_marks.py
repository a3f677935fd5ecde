"""Spelling in one field: a quiet wave under what no dictionary knows, and words to write instead.

The word under the caret is left alone while it is being typed. Only the paragraph that changes is
looked at anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu

from tvaerfaglig.domain.spelling import Spelled, words_of
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import Prose, announce
from tvaerfaglig.ui.widgets.prose_painter import Painted, units
from tvaerfaglig.ui.writing.speller import Speller, wrong_in

NEXT = "F7"


class SpellingMarks(QObject):
    """Belongs to a field, and goes with it."""

    def __init__(self, prose: Prose, speller: Speller) -> None:
        super().__init__(prose)
        self._prose, self._speller = prose, speller
        self._typing = False
        self._seen = _paragraph(prose.textCursor())
        self._typed_at = _at(prose.textCursor())
        self.menu: QMenu | None = None
        prose.painter.add(self._paint)
        prose.cursorPositionChanged.connect(self._on_caret)
        prose.installEventFilter(self)
        prose.viewport().installEventFilter(self)
        speller.learned.connect(self._on_learned)
        speller.changed.connect(self._on_changed)
        shortcut = QShortcut(QKeySequence(NEXT), prose)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.next)

    # marking

    def wrong(self) -> list[tuple[int, int, str]]:
        """What is marked, as (begin, end, word) in Qt's count."""
        found = []
        block = self._prose.document().begin()
        while block.isValid():
            found += [
                (block.position() + begin, block.position() + end, word.text)
                for word, begin, end in self._wrong_in(block)
            ]
            block = block.next()
        return found

    def _wrong_in(self, block: QTextBlock) -> list[tuple[Spelled, int, int]]:
        text = block.text()
        return [
            (word, units(text, word.start), units(text, word.end))
            for word in wrong_in(words_of(text), self._speller)
        ]

    def _paint(self, text: str, block: QTextBlock) -> Iterator[Painted]:
        if not self._speller.is_on:
            return
        at = self._caret_in(block)
        self._follow_typing(at, block)
        done = (word for word in words_of(text) if not self._is_typed(word, text, at))
        for word in wrong_in(done, self._speller):
            yield word.start, word.end, _wave()

    def _is_typed(self, word: Spelled, text: str, at: int) -> bool:
        """Half a word is nothing to look up."""
        return self._typing and units(text, word.start) <= at <= units(text, word.end)

    def _follow_typing(self, at: int, block: QTextBlock) -> None:
        """Where the caret is, there stand other words than when this paragraph was painted last."""
        now = (block.blockNumber(), block.text())
        if at >= 0:
            self._typing = self._typing or (now[0] == self._seen[0] and now != self._seen)
            self._seen = now

    def _caret_in(self, block: QTextBlock) -> int:
        """Where in this paragraph one writes; -1 where one does not."""
        cursor = self._prose.textCursor()
        if not self._prose.hasFocus() or cursor.blockNumber() != block.blockNumber():
            return -1
        return cursor.position() - block.position()

    @Slot()
    def _on_caret(self) -> None:
        """The word that was typed is done when the caret has left it."""
        here = _at(self._prose.textCursor())
        if self._typing and here != self._typed_at:
            block = self._prose.document().findBlockByNumber(self._typed_at[0])
            self._typing = False
            if block.isValid():
                self._prose.painter.rehighlightBlock(block)
        if here[0] != self._typed_at[0]:
            self._seen = _paragraph(self._prose.textCursor())
        self._typed_at = here

    @Slot(object)
    def _on_learned(self, wrong: frozenset[str]) -> None:
        block = self._prose.document().begin()
        while block.isValid():
            text = block.text()
            if any(word in text for word in wrong):
                self._prose.painter.rehighlightBlock(block)
            block = block.next()

    @Slot()
    def _on_changed(self) -> None:
        self._prose.painter.rehighlight()

    # words instead

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Focus wakes the speller; the menu of a marked word begins with words to write instead."""
        if event.type() == QEvent.Type.FocusIn and watched is self._prose:
            self._speller.wake()
        if isinstance(event, QContextMenuEvent) and event.type() == QEvent.Type.ContextMenu:
            return self._on_menu_asked(event)
        return super().eventFilter(watched, event)

    def _on_menu_asked(self, event: QContextMenuEvent) -> bool:
        by_hand = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_hand:
            spot = self._prose.cursorForPosition(
                self._prose.viewport().mapFromGlobal(event.globalPos())
            )
            at = spot.position()
        else:
            at = self._prose.textCursor().position()
        found = self._marked_at(at) if self._speller.is_on else None
        if found is None:
            return False
        begin, end, word = found
        corner = event.globalPos() if by_hand else self._below(begin)
        self._speller.suggest(word, partial(self._open, begin, end, word, corner))
        return True

    def _marked_at(self, at: int) -> tuple[int, int, str] | None:
        return next((one for one in self.wrong() if one[0] <= at <= one[1]), None)

    def _below(self, at: int) -> QPoint:
        cursor = QTextCursor(self._prose.document())
        cursor.setPosition(at)
        box = self._prose.cursorRect(cursor)
        return self._prose.viewport().mapToGlobal(box.bottomLeft() + QPoint(0, 2))

    def _open(
        self, begin: int, end: int, word: str, corner: QPoint, found: tuple[str, ...]
    ) -> None:
        if self._text(begin, end) != word:
            return  # she wrote on meanwhile
        menu = self._prose.createStandardContextMenu()
        first = menu.actions()[0] if menu.actions() else None
        made = [menu.addAction(one, partial(self._put, begin, end, word, one)) for one in found]
        if not found:
            none = menu.addAction("Ingen forslag")
            none.setEnabled(False)
            made = [none]
        made += [
            menu.addSeparator(),
            menu.addAction("Tilføj til min ordliste", partial(self._speller.add, word)),
        ]
        made += [menu.addSeparator()]
        if first is not None:
            menu.insertActions(first, made)
        self.menu = menu
        menu.setAccessibleName(f"Forslag til »{word}«")
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(corner)
        menu.setActiveAction(
            next((one for one in made if one.isEnabled() and not one.isSeparator()), made[0])
        )
        count = f"{len(found)} forslag. {found[0]}" if found else "Ingen forslag."
        announce(self._prose, f"»{word}« kender ordbogen ikke. {count}")

    def _put(self, begin: int, end: int, word: str, instead: str) -> None:
        if self._text(begin, end) != word:
            return
        cursor = self._selected(begin, end)
        cursor.insertText(instead)
        self._typing = False
        self._prose.setTextCursor(cursor)
        self._prose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _text(self, begin: int, end: int) -> str:
        return self._selected(begin, end).selectedText()

    def _selected(self, begin: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._prose.document())
        last = self._prose.document().characterCount() - 1
        cursor.setPosition(min(begin, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    @Slot()
    def next(self) -> None:
        """To the next word no dictionary knows, round again from the end; its menu opens."""
        if not self._speller.is_on:
            announce(self._prose, _why_not(self._speller))
            return
        wrong = self.wrong()
        if not wrong:
            announce(self._prose, "Ordbogen kender alle ordene.")
            return
        here = self._prose.textCursor().position()
        begin, end, word = next((one for one in wrong if one[0] > here or one[1] > here), wrong[0])
        self._prose.setTextCursor(self._selected(end, end))
        self._prose.ensureCursorVisible()
        self._speller.suggest(word, partial(self._open, begin, end, word, self._below(begin)))


def _wave() -> QTextCharFormat:
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    form.setUnderlineColor(look().theme.colour("spelling"))
    return form


def _paragraph(cursor: QTextCursor) -> tuple[int, str]:
    return cursor.blockNumber(), cursor.block().text()


def _at(cursor: QTextCursor) -> tuple[int, int]:
    """Which paragraph, and where in it the word at the caret begins; the caret itself where there is none."""
    text, at = cursor.block().text(), cursor.positionInBlock()
    while 0 < at <= len(text) and (text[at - 1].isalpha() or text[at - 1] in "-'’"):
        at -= 1
    return cursor.blockNumber(), at


def _why_not(speller: Speller) -> str:
    if not speller.is_there:
        return "Der er ingen dansk ordbog på denne computer."
    return "Stavekontrollen er slået fra. Den slås til under Indstillinger, Mig."
