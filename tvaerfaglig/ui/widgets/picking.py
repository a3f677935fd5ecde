"""Find a person or a child by typing a part of the name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from tvaerfaglig.domain.danish import fold
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.announce import announce
from tvaerfaglig.ui.widgets.layout import col
from tvaerfaglig.ui.widgets.overlay import Overlay
from tvaerfaglig.ui.widgets.rows import ListRow, RowList

MOST = 8


def matching(rows: Sequence[ListRow], typed: str) -> list[ListRow]:
    """Rows where each typed word begins a word; titles that begin so come first."""
    wanted = fold(typed).split()
    found = []
    for row in rows:
        words = fold(f"{row.title} {row.aside} {row.under}").replace("-", " ").split()
        if all(any(word.startswith(want) for word in words) for want in wanted):
            begins = bool(wanted) and fold(row.title).startswith(wanted[0])
            found.append((not begins, row))
    found.sort(key=lambda pair: pair[0])
    return [row for _, row in found]


class Picker(QLineEdit):
    """Type to find, arrows to choose, Enter takes it; `picked` sends the key.

    With `keeps=False` the field empties itself after each choice: for adding one after another.
    With `free=True` a name that is not on the list is sent as it stands by `typed`.
    """

    picked = Signal(str)
    typed = Signal(str)

    def __init__(
        self,
        rows: Sequence[ListRow] = (),
        *,
        name: str = "",
        keeps: bool = True,
        free: bool = False,
        placeholder: str = "",
    ) -> None:
        super().__init__()
        self._rows: tuple[ListRow, ...] = tuple(rows)
        self._keeps, self._free, self._key = keeps, free, ""
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if name:
            self.setAccessibleName(name)
        self._list = RowList(name="Forslag")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._popup = Overlay(self, col(self._list, margins=4))
        self._list.opened.connect(self._take)
        self.textEdited.connect(self._on_text_edited)

    def offer(self, rows: Sequence[ListRow]) -> None:
        """Other rows to find among; the one chosen stays, and so does what is half typed."""
        self._rows = tuple(rows)
        if self._key or not self.text().strip():
            self.choose(self._key)

    def chosen(self) -> str:
        return self._key

    def choose(self, key: str) -> None:
        """Set from outside; nothing is announced. An empty key empties the field."""
        row = next((row for row in self._rows if row.key == key), None)
        self._key = row.key if row else ""
        self.setText(row.title if row else "")

    def is_open(self) -> bool:
        return self._popup.isVisible()

    def suggestions(self) -> tuple[str, ...]:
        """Keys of what the list shows now."""
        return tuple(row.key for row in self._list.rows()) if self.is_open() else ()

    def open(self) -> None:
        """Show everything there is to choose from."""
        self._suggest("" if self._key else self.text())

    def minimumSizeHint(self) -> QSize:
        return QSize(look().theme.em(8), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_open():
            self._take(self._list.current())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._free and self.text().strip():
            self._take("")
        elif key == Qt.Key.Key_Escape and self.is_open():
            self._popup.close_overlay()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.is_open():
            self.open()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self._popup.close_overlay()
        if self._free and self.text().strip() and not self._key:
            self.typed.emit(self.text().strip())
        elif not self._free:
            self.choose(self._key)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        edge = look().theme.px(16)
        drawing = look().icons.pixmap("soeg", "muted", 16, ratio=self.devicePixelRatioF())
        painter.drawPixmap(self.width() - edge - 12, (self.height() - edge) // 2, drawing)
        painter.end()

    def _step(self, by: int) -> None:
        if not self.is_open():
            self.open()
            return
        keys = self.suggestions()
        if keys:
            at = keys.index(self._list.current()) if self._list.current() in keys else -1
            self._list.choose(keys[(at + by) % len(keys)])
            self._list.scrollTo(self._list.currentIndex())
            announce(self, self._sentence())

    def _sentence(self) -> str:
        rows = self._list.rows()
        return next((row.sentence() for row in rows if row.key == self._list.current()), "")

    def _suggest(self, typed: str) -> None:
        found = matching(self._rows, typed)
        if not found:
            self._popup.close_overlay()
            announce(self, "Ingen forslag")
            return
        self._list.set_rows(found)
        self._list.choose(found[0].key)
        self._list.scrollToTop()
        row = look().theme.px(look().tokens.sizes["row"])
        self._popup.open_at_anchor(
            max(self.width(), look().theme.em(20)), row * min(len(found), MOST) + 12
        )

    @Slot(str)
    def _on_text_edited(self, typed: str) -> None:
        self._key = ""
        if typed.strip():
            self._suggest(typed)
            if self.is_open():
                announce(self, f"{len(self.suggestions())} forslag. {self._sentence()}")
        else:
            self._popup.close_overlay()
            if self._keeps:
                self.picked.emit("")

    @Slot(str)
    def _take(self, key: str) -> None:
        self._popup.close_overlay()
        if not key:
            if self._free and self.text().strip():
                self.typed.emit(self.text().strip())
            return
        self.choose(key if self._keeps else "")
        self.picked.emit(key)


def picker(
    rows: Sequence[ListRow] = (),
    *,
    name: str = "",
    keeps: bool = True,
    free: bool = False,
    placeholder: str = "",
) -> Picker:
    return Picker(rows, name=name, keeps=keeps, free=free, placeholder=placeholder)
