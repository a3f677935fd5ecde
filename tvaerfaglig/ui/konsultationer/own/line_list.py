"""Lines one under another, each with its words and, where the form asks, who and when.

A list writes all of its own column at once: two who write in the same column at the same time see the
last one's, and the version before stands in the history.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tvaerfaglig.domain.meetings.answers import Line
from tvaerfaglig.domain.meetings.own_part import Column
from tvaerfaglig.ui.konsultationer.own.source import Source
from tvaerfaglig.ui.konsultationer.part import Work, add_shown
from tvaerfaglig.ui.konsultationer.prose import new_prose
from tvaerfaglig.ui.widgets import Prose, boxed, button, col, empty_layout, flow, row, see
from tvaerfaglig.ui.widgets.prose_edit import ProseKind


class LineList(QWidget):
    """`changed` sends every line that stands there. There is always one to write in."""

    changed = Signal(tuple)

    def __init__(
        self,
        work: Work,
        column: Column,
        lines: tuple[Line, ...],
        *,
        kind: ProseKind,
        sourced: bool,
    ) -> None:
        super().__init__()
        self._work, self._column, self._kind, self._sourced = work, column, kind, sourced
        self._lines = list(lines) or [self._fresh()]
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        add = button("Tilføj en linje", "link", "plus", name=f"Tilføj en linje: {column.name}")
        add.setToolTip("Ctrl+Enter")
        add.clicked.connect(self.add)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self.add)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.setLayout(col(self._rows, boxed(flow(add)), gap=4))
        self._draw()

    def _fresh(self) -> Line:
        day = self._work.note.day if self._sourced else None
        return Line(column=self._column.id, under=self._column.name, day=day)

    def _draw(self) -> None:
        empty_layout(self._rows)
        for n, line in enumerate(self._lines):
            add_shown(self._rows, self._row(n, line))

    def _row(self, n: int, line: Line) -> QWidget:
        made = new_prose(self._work.page, line.text, self._kind, lines=1)
        made.setAccessibleName(f"{self._column.name}, linje {n + 1}")
        made.setAccessibleDescription(self._column.question)
        made.textEdited.connect(partial(self._on_text, n))
        away = button(
            "", "icon", "luk", name=f"Fjern linje {n + 1}: {self._column.name}", dense=True
        )
        away.clicked.connect(partial(self._remove, n))
        source = None
        if self._sourced:
            source = Source(self._work, line, n + 1)
            source.changed.connect(partial(self._on_source, n))
        return boxed(col(row((made, 1), away, gap=4), source, gap=0))

    def field(self, n: int) -> Prose:
        return self.findChildren(Prose)[n]

    @Slot()
    def add(self) -> None:
        """One line more, with the caret in it; an empty last one is used first."""
        for each in self.findChildren(Prose):
            each.flush()
        if not self._lines or not self._lines[-1].is_empty:
            self._lines.append(self._fresh())
            add_shown(self._rows, self._row(len(self._lines) - 1, self._lines[-1]))
        last = self.field(len(self._lines) - 1)
        last.setFocus(Qt.FocusReason.OtherFocusReason)
        see(last)

    def _remove(self, n: int) -> None:
        del self._lines[n]
        self._lines = self._lines or [self._fresh()]
        self._tell()
        self._draw()
        self.field(max(0, n - 1)).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text(self, n: int, words: str) -> None:
        self._lines[n] = replace(self._lines[n], text=words)
        self._tell()

    def _on_source(self, n: int, line: Line) -> None:
        self._lines[n] = replace(self._lines[n], who=line.who, day=line.day)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(tuple(self._lines))
