"""Hands and eyes: finds what a person would read on the screen, and presses and types for real.

Nothing here calls a page's methods: keys and presses go to Qt as they would from a keyboard and a mouse,
and things are found by the words on them or the name a screen reader would say.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

from tvaerfaglig.app import Program

W = TypeVar("W", bound=QWidget)
_PATIENCE = 20.0


class LostTheWay(AssertionError):
    """What should have stood on the screen did not."""


class Hands:
    """The tour's hands on one program."""

    def __init__(self, program: Program) -> None:
        self._program = program

    @property
    def window(self) -> QWidget:
        """What is in front: a window that asks, else the house, else the door."""
        asking = QApplication.activeModalWidget()
        if asking is not None:
            return asking
        house = self._program.house
        shell = house.shell if house is not None else None
        return shell if shell is not None and shell.isVisible() else self._program.doorway

    # waiting

    def settle(self) -> None:
        """Let everything that was asked for be answered and drawn."""
        quiet = 0
        until = time.monotonic() + _PATIENCE
        while quiet < 3 and time.monotonic() < until:
            QApplication.processEvents()
            QTest.qWait(15)
            quiet = 0 if self._program.tasks.busy else quiet + 1
        if QApplication.activeWindow() is None and self.window.isVisible():
            self.window.activateWindow()  # what a window manager does when a dialog closes

    def wait_for(self, seen: Callable[[], object], what: str) -> None:
        """Go on as soon as it is there; say what was missing when it never came."""
        until = time.monotonic() + _PATIENCE
        while not seen():
            if time.monotonic() > until:
                raise LostTheWay(f"{what}\nPå skærmen stod: {' | '.join(self.words())[:1500]}")
            QTest.qWait(20)
        self.settle()

    # seeing

    def words(self) -> list[str]:
        """Everything that can be read on the page, by scrolling where that is needed."""
        found = [one.text() for one in self._on_page(QLabel) if one.text()]
        found += [one.text() or one.accessibleName() for one in self._on_page(QAbstractButton)]
        return found

    def sees(self, words: str) -> bool:
        """Whether these words stand anywhere, as a label, on a button, in a field or in a list."""
        if any(words in one for one in self.words()):
            return True
        fields = [one.text() for one in self._visible(QLineEdit)]
        return any(words in one for one in fields) or self._row(words) is not None

    def look_for(self, words: str) -> None:
        self.wait_for(lambda: self.sees(words), f"»{words}« kom ikke frem.")

    def find(self, kind: type[W], name: str) -> W:
        """The widget of a kind that bears this name, or these words; one out of sight is scrolled to."""
        shown = list(self._visible(kind))
        there = [*shown, *(one for one in self._on_page(kind) if one not in shown)]
        found = [one for one in there if name in _names(one)]
        found += [one for one in there if any(n.startswith(name) for n in _names(one))]
        if not found:
            raise LostTheWay(
                f"{kind.__name__} »{name}« findes ikke.\nDer er: {[_names(o) for o in self._visible(kind)]}"
            )
        self._scroll_to(found[0])
        return found[0]

    def _on_page(self, kind: type[W]) -> Iterator[W]:
        return (one for one in self.window.findChildren(kind) if one.isVisible())

    def _scroll_to(self, widget: QWidget) -> None:
        """As a person would with the wheel."""
        area = widget.parentWidget()
        while area is not None:
            if isinstance(area, QScrollArea):
                area.ensureWidgetVisible(widget, 20, 60)
            area = area.parentWidget()
        QApplication.processEvents()

    def _visible(self, kind: type[W]) -> Iterator[W]:
        return (one for one in self._on_page(kind) if not one.visibleRegion().isEmpty())

    def _row(self, words: str) -> tuple[QAbstractItemView, int] | None:
        for view in self._visible(QAbstractItemView):
            model = view.model()
            for row in range(model.rowCount()):
                index = model.index(row, 0)
                said = f"{index.data()} {index.data(Qt.ItemDataRole.AccessibleTextRole)}"
                if words in said:
                    return view, row
        return None

    # doing

    def press(self, words: str) -> None:
        """Press the button with these words, or this name."""
        self.wait_for(lambda: self._pressable(words), f"Knappen »{words}« findes ikke.")
        button = self._pressable(words)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def _pressable(self, words: str) -> QAbstractButton | None:
        try:
            found = self.find(QAbstractButton, words)
        except LostTheWay:
            return None
        return found if found.isEnabled() else None

    def choose(self, words: str) -> None:
        """Press the row with these words in any list."""
        self.wait_for(lambda: self._row(words), f"Rækken »{words}« findes ikke.")
        found = self._row(words)
        assert found is not None
        view, row = found
        index = view.model().index(row, 0)
        view.scrollTo(index)
        where = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
        self.settle()

    def turn_to(self, tab: str) -> None:
        """Press the tab with these words."""
        self.wait_for(lambda: self._tab(tab), f"Fanen »{tab}« findes ikke.")
        found = self._tab(tab)
        assert found is not None
        bar, at = found
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(at).center())
        self.settle()

    def _tab(self, words: str) -> tuple[QTabBar, int] | None:
        places = ((bar, at) for bar in self._visible(QTabBar) for at in range(bar.count()))
        return next(((bar, at) for bar, at in places if words in bar.tabText(at)), None)

    def into(self, name: str, kind: type[QWidget] = QWidget) -> QWidget:
        """Put the caret into the field with this name, by the mouse."""
        self.wait_for(lambda: self._field(name, kind), f"Feltet »{name}« findes ikke.")
        field = self._field(name, kind)
        assert field is not None
        target = field.viewport() if hasattr(field, "viewport") else field
        QTest.mouseClick(
            target, Qt.MouseButton.LeftButton, pos=QPoint(12, min(14, target.height() // 2))
        )
        self.settle()
        return field

    def _field(self, name: str, kind: type[QWidget]) -> QWidget | None:
        named = [
            one
            for one in self._on_page(kind)
            if one.accessibleName() == name and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if named:
            self._scroll_to(named[0])
        return named[0] if named else None

    def type(self, words: str) -> None:
        """Type where the caret is."""
        focused = QApplication.focusWidget()
        if focused is None:
            raise LostTheWay(f"Ingen steder at skrive »{words[:30]}«.")
        for number, line in enumerate(words.split("\n")):
            if number:
                QTest.keyClick(focused, Qt.Key.Key_Return)
            QTest.keyClicks(focused, line)
        self.settle()

    def keys(self, sequence: str) -> None:
        """Press a key, or keys held together, as "Ctrl+Return"."""
        target = QApplication.focusWidget() or self.window
        QTest.keySequence(target, QKeySequence(sequence))
        self.settle()

    def drag(self, from_: QWidget, to: QWidget) -> None:
        """Drag one thing onto another with the mouse held down.

        Qt's own drag loop waits for a real pointer, so the press and the moves are sent to the source, and
        what it lets go is dropped on the target, as the windowing system would.
        """
        from tvaerfaglig.tour.dragging import drag_and_drop

        drag_and_drop(from_, to)
        self.settle()

    def save_as(self, press: str, path: str) -> None:
        """Press a button that asks where; type the path in the window that opens, and Enter."""
        self.press(press)
        self.wait_for(self._save_window, "Vinduet, der spørger hvor, kom ikke.")
        window = self._save_window()
        field = window.findChild(QLineEdit, "fileNameEdit") if window else None
        if field is None:
            raise LostTheWay("Der er intet felt til filens navn.")
        field.selectAll()
        QTest.keyClicks(field, path)
        for _ in range(2):  # the first Enter may only take what the field suggests
            if self._save_window() is not None:
                QTest.keyClick(field, Qt.Key.Key_Return)
                QTest.qWait(100)
        self.settle()

    def _save_window(self) -> QFileDialog | None:
        windows = QApplication.topLevelWidgets()
        return next(
            (one for one in windows if isinstance(one, QFileDialog) and one.isVisible()), None
        )


def _names(widget: QWidget) -> tuple[str, ...]:
    shown = getattr(widget, "text", None)
    words = shown() if callable(shown) else ""
    return tuple(one.replace("&", "") for one in (str(words), widget.accessibleName()) if one)
