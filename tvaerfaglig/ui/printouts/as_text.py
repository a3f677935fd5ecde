"""A paper as text: for a screen reader, and for copying section by section into somebody else's form."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from tvaerfaglig.ui.widgets import button, choice, col, row

Sections = tuple[tuple[str, str], ...]
MARKED = "Det markerede"
Door = Callable[[Callable[[], None]], None]


def _open(act: Callable[[], None]) -> None:
    """Nothing is asked."""
    act()


class Reading(QTextEdit):
    """What is marked is copied only by being asked for: `copy_asked` comes instead of the copy."""

    copy_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.matches(QKeySequence.StandardKey.Copy):
            super().keyPressEvent(event)
        elif self.textCursor().hasSelection():
            self.copy_asked.emit()


class AsText(QWidget):
    """The sections to choose among, and all of it beneath. `copied` sends the heading that was copied.

    `door` is asked before anything is copied: it does the act at once, later, or not at all.
    """

    copied = Signal(str)

    def __init__(self, *, copies: bool = True) -> None:
        super().__init__()
        self._sections: Sections = ()
        self._starts: list[int] = []
        self.door: Door = _open
        self.which = choice((), name="Afsnit")
        self.which.chosen_changed.connect(self._on_chosen)
        self.copy = button("Kopiér afsnittet", "outlined")
        self.copy.clicked.connect(self._on_copy)
        if not copies:
            self.copy.hide()
        self.reading = Reading() if copies else QTextEdit()
        self.reading.setProperty("kind", "plain")
        self.reading.setReadOnly(True)
        self.reading.setTabChangesFocus(True)
        self.reading.setAccessibleName("Papiret som tekst")
        if isinstance(self.reading, Reading):
            self.reading.copy_asked.connect(self._on_copy_marked)
        marked = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.reading.setTextInteractionFlags(marked | Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setLayout(col(row((self.which, 1), self.copy), (self.reading, 1), margins=(24, 12)))

    def show_sections(self, sections: Sections) -> None:
        self._sections = sections
        self._starts = []
        self.which.offer((str(n), heading) for n, (heading, _) in enumerate(sections))
        self.reading.clear()
        cursor = self.reading.textCursor()
        bold, plain = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        for heading, words in sections:
            self._starts.append(cursor.position())
            cursor.insertText(f"{heading}\n", bold)
            cursor.insertText(f"{words}\n\n", plain)
        self._go(0)

    def has_text(self) -> bool:
        return any(words.strip() for _, words in self._sections)

    def text(self) -> str:
        return self.reading.toPlainText()

    def _go(self, at: int) -> None:
        """The caret to the heading, and the heading to the top."""
        if at < len(self._starts):
            cursor = self.reading.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            self.reading.setTextCursor(cursor)
            cursor.setPosition(self._starts[at])
            self.reading.setTextCursor(cursor)
            self.reading.ensureCursorVisible()

    @Slot(str)
    def _on_chosen(self, at: str) -> None:
        self._go(int(at))

    @Slot()
    def _on_copy(self) -> None:
        self.door(self._copy)

    @Slot()
    def _on_copy_marked(self) -> None:
        self.door(self._copy_marked)

    def _copy_marked(self) -> None:
        self.reading.copy()
        self.copied.emit(MARKED)

    def _copy(self) -> None:
        if self._sections:
            heading, words = self._sections[int(self.which.chosen() or 0)]
            QGuiApplication.clipboard().setText(words)
            self.copied.emit(heading)
