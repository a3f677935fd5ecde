"""Prose in which a known child is named by a marked word that holds together.

What is stored is the token `{barn:ID}`; what is read, spoken and copied is the name. @ opens the list
of children.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from tvaerfaglig.domain.typed_names import NamesToLookFor
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.announce import announce
from tvaerfaglig.ui.widgets.layout import col
from tvaerfaglig.ui.widgets.named_text import CHILD, Guess, NamedText, holds_token, select
from tvaerfaglig.ui.widgets.overlay import RIM, Overlay
from tvaerfaglig.ui.widgets.picking import matching
from tvaerfaglig.ui.widgets.prose_edit import Prose
from tvaerfaglig.ui.widgets.rows import ListRow, RowList

TEXT_MIME = "application/x-tvaerfaglig-tekst"
MOST = 6
LONGEST = 40


class NameProse(Prose):
    """`know` tells it the children; until then it is prose like any other."""

    _inner: NamedText | None = None
    _mending = False

    def __init__(self, words: str = "", *args: Any, **extra: Any) -> None:
        super().__init__(words, *args, **extra)
        self._rows: tuple[ListRow, ...] = ()
        self._at = -1
        self._called = False
        self._caret = 0
        self._list = RowList(name="Børn")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._popup = Overlay(self, col(self._list, margins=4))
        self._list.opened.connect(self._take)
        self.textChanged.connect(self._on_written)
        self.cursorPositionChanged.connect(self._on_caret_moved)
        self.currentCharFormatChanged.connect(self._on_format_changed)

    # what it knows and holds

    @property
    def _named(self) -> NamedText:
        if self._inner is None:
            self._inner = NamedText(self, MappingProxyType({}))
        return self._inner

    def know(self, names: Mapping[str, str], rows: Sequence[ListRow]) -> None:
        """The names that marks are shown by, and the children that @ offers."""
        kept = self.text()
        self._rows = tuple(rows)
        self._named.know(names)
        if holds_token(kept):
            self._show(kept)

    def text(self) -> str:
        """What stands there (NFC), with a token for each marked name."""
        return self._named.stored()

    def set_text(self, words: str) -> None:
        if words != self.text() or not words:
            self._show(words)

    @Slot()
    def ask_whom(self) -> None:
        """Open the list of children at the caret, as @ does."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        before = self._character(self._here() - 1)
        self.textCursor().insertText(" @" if before.isalnum() else "@")
        self._called = True
        self._begin()

    def guesses(self, others: NamesToLookFor) -> list[Guess]:
        """Names of `others` that are typed in clear, each word with all it may mean."""
        return self._named.guesses(others)

    def put_child(self, words: str, child: str, full: str) -> None:
        """The guess was right: mark the word, wherever it stands."""
        self._named.mark(words, child, full)

    # naming by @

    def is_naming(self) -> bool:
        return self._popup.isVisible()

    def suggestions(self) -> tuple[str, ...]:
        """Ids of the children the list shows now."""
        return tuple(row.key for row in self._list.rows()) if self.is_naming() else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if not self.is_naming():
            if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
                self._take_in_whole(before=key == Qt.Key.Key_Backspace)
            super().keyPressEvent(event)
            if event.text() == "@" and not self._character(self._here() - 2).isalnum():
                self._begin()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._take(self._list.current())
        elif key == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        if self.is_naming() and forward:
            self._take(self._list.current())
            return True
        return super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw_marks()

    # copying

    def createMimeDataFromSelection(self) -> QMimeData:
        """Names for other programs, and the tokens for ourselves."""
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n"))
        inner = self._named.stored(cursor.selectionStart(), cursor.selectionEnd())
        data.setData(TEXT_MIME, inner.encode("utf-8", "replace"))
        return data

    def insertFromMimeData(self, source: QMimeData) -> None:
        if not source.hasFormat(TEXT_MIME):
            super().insertFromMimeData(source)
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        self._named.write(cursor, bytes(source.data(TEXT_MIME).data()).decode())
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _show(self, words: str) -> None:
        """Put text in from outside: nothing is announced, and there is nothing to undo."""
        blocked = self.blockSignals(True)
        self.clear()
        self._named.write(QTextCursor(self.document()), words)
        self._set_leading()
        self.document().setModified(False)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.blockSignals(blocked)
        self._known = self.text()
        self._draw_marks()
        self.updateGeometry()

    def _here(self) -> int:
        return self.textCursor().position()

    def _character(self, at: int) -> str:
        return str(self.document().characterAt(at)) if at >= 0 else ""

    # holding names together

    def _take_in_whole(self, *, before: bool) -> None:
        """Select the name that the next Backspace or Delete would bite into."""
        cursor = self.textCursor()
        at = cursor.position()
        for piece in self._named.marked() if not cursor.hasSelection() else ():
            if at == (piece.end if before else piece.start):
                select(cursor, piece.start, piece.end)
                self.setTextCursor(cursor)

    @Slot()
    def _on_written(self) -> None:
        if self._mending:
            return
        self._mending = True
        self._named.mend()
        self._mending = False
        self._draw_marks()
        if self._at >= 0:
            self._suggest()

    @Slot()
    def _on_caret_moved(self) -> None:
        """The caret steps over a name; a selection takes it whole."""
        cursor = self.textCursor()
        at, anchor = cursor.position(), cursor.anchor()
        forward = at > self._caret if at == anchor else at > anchor
        self._caret = at
        if self._mending:
            return
        for piece in self._named.marked():
            if piece.start < at < piece.end:
                at = piece.end if forward else piece.start
            if piece.start < anchor < piece.end:
                anchor = piece.start if forward else piece.end
        if (at, anchor) != (cursor.position(), cursor.anchor()):
            if cursor.position() == cursor.anchor():
                anchor = at
            select(cursor, anchor, at)
            self.setTextCursor(cursor)
        if self.is_naming() and self._here() <= self._at:
            self._stop()

    @Slot(QTextCharFormat)
    def _on_format_changed(self, form: QTextCharFormat) -> None:
        """What is typed after a name is not part of it."""
        if form.hasProperty(CHILD) and not self.textCursor().hasSelection():
            self.setCurrentCharFormat(QTextCharFormat())

    def _draw_marks(self) -> None:
        drawn = []
        for piece in self._named.marked():
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.document())
            select(cursor, piece.start, piece.end)
            one.cursor = cursor
            form = QTextCharFormat()
            form.setBackground(look().theme.colour("accent_soft"))
            one.format = form
            drawn.append(one)
        self.put_layer("names", drawn)

    # the list

    def _begin(self) -> None:
        self._at = self._here() - 1
        self._suggest()

    def _suggest(self) -> None:
        typed = self._typed() if self._here() > self._at else "\n"
        found = matching(self._rows, typed) if "\n" not in typed else []
        if not found or len(typed) > LONGEST or self._character(self._at) != "@":
            self._stop()
            return
        self._list.set_rows(found)
        self._list.choose(found[0].key)
        self._list.scrollToTop()
        self._popup.open_over(self._place(len(found)))
        announce(self, f"{len(found)} forslag. {found[0].sentence()}")

    def _typed(self) -> str:
        cursor = QTextCursor(self.document())
        select(cursor, self._at + 1, self._here())
        return cursor.selectedText().replace("\u2029", "\n")

    def _place(self, count: int) -> QRect:
        """Beneath the caret, or above it where there is no room."""
        window, theme = self.window(), look().theme
        high = theme.px(look().tokens.sizes["row"]) * min(count, MOST) + 12
        wide = min(theme.em(20), window.width() - 2 * RIM)
        caret = self.cursorRect()
        below = self.viewport().mapTo(window, caret.bottomLeft()) + QPoint(0, 4)
        above = self.viewport().mapTo(window, caret.topLeft()) - QPoint(0, 4 + high)
        corner = below if below.y() + high <= window.height() - RIM or above.y() < RIM else above
        x = max(RIM, min(corner.x(), window.width() - wide - RIM))
        return QRect(x, corner.y(), wide, min(high, window.height() - corner.y() - RIM))

    def _step(self, by: int) -> None:
        keys = self.suggestions()
        at = keys.index(self._list.current()) if self._list.current() in keys else -1
        self._list.choose(keys[(at + by) % len(keys)])
        self._list.scrollTo(self._list.currentIndex())
        rows = self._list.rows()
        announce(self, next(r.sentence() for r in rows if r.key == self._list.current()))

    @Slot(str)
    def _take(self, child: str) -> None:
        at, here = self._at, self._here()
        self._stop()
        if not child or at < 0:
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        select(cursor, at, here)
        self._named.insert(cursor, child)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self) -> None:
        """Esc: what the button wrote goes again; what was typed stays."""
        called, at, here = self._called, self._at, self._here()
        self._stop()
        if called and here > at >= 0:
            cursor = QTextCursor(self.document())
            select(cursor, at, here)
            cursor.removeSelectedText()

    def _stop(self) -> None:
        self._at, self._called = -1, False
        self._popup.close_overlay()
