"""The timeline: date, spine with a node, what was seen; and beside it what happened at home."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from tvaerfaglig.ui.widgets.layout import Scrolled, empty_layout
from tvaerfaglig.ui.widgets.timeline_rows import (
    EntryRow,
    FamilyNote,
    MonthRow,
    Pressable,
    TimelineEntry,
)

__all__ = ["FamilyNote", "Timeline", "TimelineEntry", "timeline"]

CHUNK = 25
MARGIN = 24


class Timeline(QScrollArea):
    """A scrolling list of entries, built two dozen at a time as one comes near them.

    Tab comes to one entry, up and down go between them, left and right to and from the family's
    lane. `opened` (Enter, a press) and `link_pressed` send the key; `unfold` shows more in place.
    """

    opened = Signal(str)
    link_pressed = Signal(str)

    def __init__(
        self, entries: Sequence[TimelineEntry] = (), *, name: str, lane: bool = True
    ) -> None:
        super().__init__()
        self._entries: tuple[TimelineEntry, ...] = ()
        self._made: list[EntryRow] = []
        self._lane = lane
        self._month = ""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(16, 4, 16, 16)
        self._rows.addStretch(1)
        self.setAccessibleName(name)
        self.setProperty("ground", "surface")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = Scrolled(self._rows)
        inner.setProperty("ground", "surface")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(inner)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_scrolled)
        self.set_entries(entries)

    def set_entries(self, entries: Sequence[TimelineEntry], *, lane: bool | None = None) -> None:
        """Other entries; as many are built as before, and the place stays."""
        lane = self._lane if lane is None else lane
        if tuple(entries) == self._entries and lane == self._lane:
            return
        there, built = self.verticalScrollBar().value(), len(self._made)
        self._entries, self._lane = tuple(entries), lane
        self._rebuild(max(CHUNK, built))
        self.verticalScrollBar().setValue(there)

    def entries(self) -> tuple[TimelineEntry, ...]:
        return self._entries

    def show_lane(self, lane: bool) -> None:
        """Show or leave out what happened at home: the first thing to go where room is short."""
        self.set_entries(self._entries, lane=lane)

    def built(self) -> int:
        """How many entries stand there as widgets."""
        return len(self._made)

    def go_to(self, key: str) -> None:
        """Bring an entry into sight, and the focus to it."""
        found = self._stop(key)
        if found is not None:
            self._focus(found)
            inside = self.viewport().mapFromGlobal(found.mapToGlobal(QPoint(0, 0)))
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + inside.y() - MARGIN)

    def unfold(self, key: str, more: QWidget | None) -> None:
        """Show more of an entry beneath it, in place; None folds it up."""
        found = self._stop(key)
        if found is not None:
            found.unfold(more)
            self._rows.activate()
            if more is not None:
                self.ensureWidgetVisible(more, 0, MARGIN)

    def is_unfolded(self, key: str) -> bool:
        return any(
            one.is_unfolded() for made in self._made for one in made.stops() if one.key == key
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Left: (0, -1),
        }
        step = steps.get(Qt.Key(event.key()))
        at, side = self._focused()
        if step is None or at < 0:
            super().keyPressEvent(event)
            return
        if at + step[0] >= len(self._made):
            self._build_more(CHUNK)
        if 0 <= at + step[0] < len(self._made):
            stops = self._made[at + step[0]].stops()
            self._focus(stops[min(max(side + step[1], 0), len(stops) - 1)])

    def _focused(self) -> tuple[int, int]:
        for at, made in enumerate(self._made):
            for side, one in enumerate(made.stops()):
                if one.hasFocus():
                    return at, side
        return -1, 0

    def _stop(self, key: str) -> Pressable | None:
        keys = [{entry.key, entry.family.key if entry.family else ""} for entry in self._entries]
        at = next((n for n, own in enumerate(keys) if key and key in own), -1)
        while at >= len(self._made):
            self._build_more(CHUNK)
        stops = self._made[at].stops() if at >= 0 else ()
        return next((one for one in stops if one.key == key), None)

    def _rebuild(self, count: int) -> None:
        empty_layout(self._rows)
        self._made.clear()
        self._month = self._entries[0].month if self._entries else ""
        self._rows.addStretch(1)
        self._build_more(count)

    def _build_more(self, count: int) -> None:
        begin = len(self._made)
        for entry in self._entries[begin : begin + count]:
            if entry.month and entry.month != self._month:
                self._month = entry.month
                self._add(MonthRow(entry.month, lane=self._lane))
            at = len(self._made)
            last = at == len(self._entries) - 1
            made = EntryRow(entry, lane=self._lane, first=at == 0, last=last)
            for one in made.stops():
                one.opened.connect(self.opened)
            if made.main is not None:
                made.main.link_pressed.connect(self.link_pressed)
            self._made.append(made)
            self._add(made)
        stops = self._made[0].stops() if self._made else ()
        self._one_tab_stop(stops[0] if stops else None)

    def _add(self, widget: QWidget) -> None:
        self._rows.insertWidget(self._rows.count() - 1, widget)

    def _focus(self, made: Pressable) -> None:
        self._one_tab_stop(made)
        made.setFocus(Qt.FocusReason.TabFocusReason)
        self._rows.activate()
        self.ensureWidgetVisible(made, 0, MARGIN)

    def _one_tab_stop(self, stop: Pressable | None) -> None:
        for one in (one for made in self._made for one in made.stops()):
            policy = Qt.FocusPolicy.StrongFocus if one is stop else Qt.FocusPolicy.ClickFocus
            one.setFocusPolicy(policy)

    @Slot()
    def _on_scrolled(self) -> None:
        bar = self.verticalScrollBar()
        near = bar.value() + 2 * bar.pageStep() >= bar.maximum()
        if near and len(self._made) < len(self._entries) and self.isVisible():
            self._build_more(CHUNK)


def timeline(entries: Sequence[TimelineEntry] = (), *, name: str, lane: bool = True) -> Timeline:
    return Timeline(entries, name=name, lane=lane)
