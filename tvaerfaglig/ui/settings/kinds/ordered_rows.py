"""Things in their order: moved, opened to be reworded, taken out, and new ones put in; all by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.ui.widgets import (
    Button,
    boxed,
    button,
    col,
    empty_layout,
    frame,
    one,
    row,
    small,
    spread,
    tab_stops,
)


class RowEditor(QWidget):
    """What an open row is reworded in."""

    def thing(self) -> Any:
        """As it stands now."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Sort:
    """How things of one sort are shown, opened and made; they have `id` and `name`."""

    add: str
    none: str
    aside: Callable[[Any], str]
    open: Callable[[Any], RowEditor]
    fresh: Callable[[str], Any]
    prefix: str


class OrderedRows(QWidget):
    """Every change is only here until the page is saved. One row is open at a time."""

    def __init__(self, things: Iterable[Any], sort: Sort) -> None:
        super().__init__()
        self._things = list(things)
        self._sort = sort
        self._open = ""
        self._editor: RowEditor | None = None
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self.add = button(sort.add, "small", "plus")
        self.add.clicked.connect(self._on_add)
        self.setLayout(col(self._rows, row(self.add, ...), gap=8))
        self._draw()

    def things(self) -> tuple[Any, ...]:
        """As they stand, with what is written in the open one."""
        self._flush()
        return tuple(self._things)

    def _flush(self) -> None:
        if self._editor is None:
            return
        made = self._editor.thing()
        self._things = [made if each.id == self._open else each for each in self._things]

    def _draw(self, focus: str = "") -> None:
        self._editor = None
        empty_layout(self._rows)
        if not self._things:
            self._rows.addWidget(small(self._sort.none))
        for n, thing in enumerate(self._things):
            made = self._row(n, thing)
            self._rows.addWidget(made)
            if self.isVisible():
                made.show()
        again = self.findChild(Button, focus) if focus else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, n: int, thing: Any) -> QWidget:
        name = thing.name or "Uden navn"
        up = self._tool("pil-op", f"Flyt {name} op", f"op-{thing.id}", partial(self._move, n, -1))
        down = self._tool(
            "pil-ned", f"Flyt {name} ned", f"ned-{thing.id}", partial(self._move, n, 1)
        )
        up.setEnabled(n > 0)
        down.setEnabled(n < len(self._things) - 1)
        opened = thing.id == self._open
        edit = button(
            "Luk" if opened else "Ret", "link", name=f"{'Luk' if opened else 'Ret'} {name}"
        )
        edit.setObjectName(f"ret-{thing.id}")
        edit.clicked.connect(partial(self._toggle, thing.id))
        away = self._tool("luk", f"Tag {name} ud", f"ud-{thing.id}", partial(self._remove, n))
        words = row(one(name, "strong"), (small(self._sort.aside(thing)), 1), gap=10)
        inner = self._opened(thing) if opened else None
        line = spread(boxed(words), edit, up, down, away)
        return frame("well", col(boxed(line), inner, gap=8, margins=(12, 2, 6, 6)))

    def _opened(self, thing: Any) -> RowEditor:
        self._editor = self._sort.open(thing)
        return self._editor

    def _tool(self, icon: str, name: str, key: str, do: partial[None]) -> Button:
        made = button("", "icon", icon, name=name, dense=True)
        made.setObjectName(key)
        made.clicked.connect(do)
        return made

    def _toggle(self, key: str) -> None:
        self._flush()
        self._open = "" if self._open == key else key
        self._draw(f"ret-{key}")

    def _move(self, n: int, by: int) -> None:
        self._flush()
        to = n + by
        self._things[n], self._things[to] = self._things[to], self._things[n]
        self._draw(f"{'op' if by < 0 else 'ned'}-{self._things[to].id}")

    def _remove(self, n: int) -> None:
        self._flush()
        self._things.pop(n)
        left = self._things[min(n, len(self._things) - 1)] if self._things else None
        self._draw(f"ret-{left.id}" if left else "")
        if left is None:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_add(self) -> None:
        self._flush()
        taken = {each.id for each in self._things}
        ids = (f"{self._sort.prefix}-{n}" for n in range(1, 1000))
        made = self._sort.fresh(next(each for each in ids if each not in taken))
        self._things.append(made)
        self._open = made.id
        self._draw()
        for first in tab_stops(self._editor)[:1] if self._editor else ():
            first.setFocus(Qt.FocusReason.OtherFocusReason)
