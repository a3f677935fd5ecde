"""F6: from column to column (rail, list, page, panel), each where one last was in it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from tvaerfaglig.ui.widgets import tab_stops


class Columns:
    """What is marked as a stop within a window, from left to right."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._last: dict[int, QWidget] = {}

    def step(self, by: int) -> None:
        """Move the focus one column on (1) or back (-1); it goes round."""
        columns = self._columns()
        if not columns:
            return
        focused = self._window.focusWidget()
        at = next((n for n, (_, stops) in enumerate(columns) if focused in stops), -1)
        if focused is not None and at >= 0:
            self._last[id(columns[at][0])] = focused
        column, stops = columns[(at + by) % len(columns)]
        last = self._last.get(id(column), stops[0])
        target = last if last in stops else stops[0]
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _columns(self) -> list[tuple[QWidget, list[QWidget]]]:
        """Each with the stops that are its own, not those of a column inside it."""
        marked = [
            w for w in self._window.findChildren(QWidget) if w.property("stop") and w.isVisible()
        ]
        found = []
        for column in marked:
            others = (other for other in marked if other is not column)
            inner = [other for other in others if column.isAncestorOf(other)]
            stops = [s for s in tab_stops(column) if not any(i.isAncestorOf(s) for i in inner)]
            if stops:
                found.append((column, stops))
        return sorted(found, key=lambda pair: pair[1][0].mapTo(self._window, QPoint(0, 0)).x())
