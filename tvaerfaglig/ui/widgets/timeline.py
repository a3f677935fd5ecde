"""The timeline: date, spine with a node, what was seen; and beside it what happened at home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.button import button
from tvaerfaglig.ui.widgets.card import hairline, thought, voice
from tvaerfaglig.ui.widgets.layout import Item, boxed, col, empty_layout, row, spread
from tvaerfaglig.ui.widgets.mark import SIGNS, mark
from tvaerfaglig.ui.widgets.words import one, small, strong, text

CHUNK = 50
DATE_EM = 6.2
LANE_EM = 10.5
NODE_Y = 17


@dataclass(frozen=True)
class FamilyNote:
    """What happened at home, and who told it."""

    words: str
    source: str = ""


@dataclass(frozen=True)
class TimelineEntry:
    """One thing in a child's time. `month` is said once, above the first entry that carries it.

    `quote` is the child's own words (without quotation marks), `thinks` the writer's own thought;
    `link` a first step such as "Skriv færdig".
    """

    key: str
    day: str
    under: str
    icon: str
    kind: str
    title: str = ""
    words: str = ""
    sign: str = ""
    quote: str = ""
    said_to: str = ""
    thinks: str = ""
    source: str = ""
    link: str = ""
    month: str = ""
    planned: bool = False
    family: FamilyNote | None = None

    def sentence(self) -> str:
        sign = SIGNS[self.sign].word.lower() if self.sign else ""
        quote = f"»{self.quote}«" if self.quote else ""
        when = " ".join(part for part in (self.day, self.under) if part)
        parts = (when, self.kind, self.title, sign, self.words, quote, self.source)
        return ", ".join(part for part in parts if part)


class Timeline(QScrollArea):
    """A scrolling list of entries, built fifty at a time as one comes near them.

    Tab comes to one entry, arrows go between them; `opened` (Enter, double click) and
    `link_pressed` send the key.
    """

    opened = Signal(str)
    link_pressed = Signal(str)

    def __init__(
        self, entries: Sequence[TimelineEntry] = (), *, name: str, lane: bool = True
    ) -> None:
        super().__init__()
        self._entries: tuple[TimelineEntry, ...] = ()
        self._made: list[_Entry] = []
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
        inner = boxed(self._rows)
        inner.setProperty("ground", "surface")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(inner)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_scrolled)
        self.set_entries(entries)

    def set_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Other entries; as many are built as before, and the place stays."""
        if tuple(entries) == self._entries:
            return
        there, built = self.verticalScrollBar().value(), len(self._made)
        self._entries = tuple(entries)
        self._rebuild(max(CHUNK, built))
        self.verticalScrollBar().setValue(there)

    def show_lane(self, lane: bool) -> None:
        """Show or leave out what happened at home: the first thing to go where room is short."""
        if lane != self._lane:
            self._lane = lane
            self._rebuild(max(CHUNK, len(self._made)))

    def built(self) -> int:
        """How many entries stand there as widgets."""
        return len(self._made)

    def go_to(self, key: str) -> None:
        """Bring an entry into sight, and the focus to it."""
        keys = [entry.key for entry in self._entries]
        if key not in keys:
            return
        at = keys.index(key)
        while at >= len(self._made):
            self._build_more(CHUNK)
        self._focus(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        at = next((n for n, made in enumerate(self._made) if made.hasFocus()), -1)
        if step is None or at < 0:
            super().keyPressEvent(event)
            return
        if at + step >= len(self._made):
            self._build_more(CHUNK)
        if 0 <= at + step < len(self._made):
            self._focus(at + step)

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
                self._add(_MonthRow(entry.month, lane=self._lane))
            at = len(self._made)
            last = at == len(self._entries) - 1
            made = _Entry(entry)
            made.opened.connect(self.opened)
            made.link_pressed.connect(self.link_pressed)
            self._made.append(made)
            self._add(_EntryRow(entry, made, lane=self._lane, first=at == 0, last=last))
        self._one_tab_stop(self._made[0] if self._made else None)

    def _add(self, widget: QWidget) -> None:
        self._rows.insertWidget(self._rows.count() - 1, widget)

    def _focus(self, at: int) -> None:
        made = self._made[at]
        self._one_tab_stop(made)
        made.setFocus(Qt.FocusReason.TabFocusReason)
        self._rows.activate()
        self.ensureWidgetVisible(made, 0, 24)

    def _one_tab_stop(self, stop: _Entry | None) -> None:
        for made in self._made:
            policy = Qt.FocusPolicy.StrongFocus if made is stop else Qt.FocusPolicy.ClickFocus
            made.setFocusPolicy(policy)

    @Slot()
    def _on_scrolled(self) -> None:
        bar = self.verticalScrollBar()
        near = bar.value() + 2 * bar.pageStep() >= bar.maximum()
        if near and len(self._made) < len(self._entries) and self.isVisible():
            self._build_more(CHUNK)


class _Entry(QFrame):
    """Kind, title, sign; what was seen; the child's words; whose eyes and when written."""

    opened = Signal(str)
    link_pressed = Signal(str)

    def __init__(self, entry: TimelineEntry) -> None:
        super().__init__()
        self._key = entry.key
        self.setProperty("kind", "entry")
        self.setAccessibleName(entry.sentence())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        kind = one(entry.kind, "smallstrong")
        named = row(kind, (strong(entry.title), 1)) if entry.title else row(kind, ...)
        items: list[Item] = [spread(named, mark(entry.sign) if entry.sign else None)]
        if entry.words:
            items.append(text(entry.words))
        if entry.quote:
            items.append(voice(entry.quote, entry.said_to, role="body"))
        if entry.thinks:
            items.append(thought(small(entry.thinks)))
        if entry.link:
            step = button(entry.link, "small")
            step.clicked.connect(self._on_link_clicked)
            items.append(spread(small(entry.source), step))
        elif entry.source:
            items.append(small(entry.source))
        self.setLayout(col(*items, gap=3, margins=(6, 3, 4, 6)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self._key)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.opened.emit(self._key)

    @Slot()
    def _on_link_clicked(self) -> None:
        self.link_pressed.emit(self._key)


class _Cell(QWidget):
    """As wide as so many em, so that the columns of all rows align at every text size."""

    def __init__(self, layout: QLayout, em: float) -> None:
        super().__init__()
        self._em = em
        self.setLayout(layout)
        self.setFixedWidth(look().theme.em(em))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedWidth(look().theme.em(self._em))


class _Spine(QWidget):
    """A piece of the line, perhaps with a node; pieces stacked without a gap make one line."""

    def __init__(
        self, icon: str = "", colour: str = "muted", *, begins: bool = False, ends: bool = False
    ) -> None:
        super().__init__()
        self._icon, self._colour = icon, colour
        self._begins, self._ends = begins, ends
        self.dotted = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(look().theme.px(32), look().theme.px(34))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme = look().theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y = self.width() / 2, theme.px(NODE_Y)
        pen = Qt.PenStyle.DotLine if self.dotted else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.colour("outline"), 1.5, pen))
        top = QPointF(x, y if self._begins else 0)
        painter.drawLine(top, QPointF(x, y if self._ends else self.height()))
        if self._icon:
            ring = "outline" if self._colour == "muted" else self._colour
            painter.setPen(QPen(theme.colour(ring), 1.5))
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(QPointF(x, y), theme.px(14) - 1, theme.px(14) - 1)
            edge = theme.px(16)
            ratio = self.devicePixelRatioF()
            drawing = look().icons.pixmap(self._icon, self._colour, 16, ratio=ratio)
            painter.drawPixmap(QPointF(x - edge / 2, y - edge / 2), drawing)
        painter.end()


class _EntryRow(QWidget):
    """One entry with its date, its piece of the spine, and its place in the family's lane."""

    def __init__(
        self, entry: TimelineEntry, made: _Entry, *, lane: bool, first: bool, last: bool
    ) -> None:
        super().__init__()
        day, under = text(entry.day, "strong"), small(entry.under)
        for label in (day, under):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        when = _Cell(col(day, under, ..., gap=0, margins=(0, 6, 2, 0)), DATE_EM)
        sign = SIGNS[entry.sign].colour if entry.sign else "muted"
        spine = _Spine(entry.icon, "accent" if entry.planned else sign, begins=first, ends=last)
        spine.dotted = entry.planned
        body = boxed(col(made, ..., gap=0, margins=(0, 2, 0, 8)))
        pieces = row(when, spine, (body, 1), gap=0)
        if lane:
            home = entry.family
            pieces.addWidget(_Spine("familie" if home else "", begins=first, ends=last))
            told = (text(home.words), small(home.source)) if home else ()
            pieces.addWidget(_Cell(col(*told, ..., gap=1, margins=(4, 7, 0, 6)), LANE_EM))
        self.setLayout(pieces)


class _MonthRow(QWidget):
    """Where a month begins: its word and a hairline."""

    def __init__(self, month: str, *, lane: bool) -> None:
        super().__init__()
        word = small(month)
        word.setAlignment(Qt.AlignmentFlag.AlignRight)
        when = _Cell(col(word, margins=(0, 6, 4, 6)), DATE_EM)
        rule = boxed(col(..., hairline(), ..., gap=0, margins=(6, 0, 6, 0)))
        pieces = row(when, _Spine(), (rule, 1), gap=0)
        if lane:
            pieces.addWidget(_Spine())
            pieces.addWidget(_Cell(col(gap=0), LANE_EM))
        self.setLayout(pieces)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)


def timeline(entries: Sequence[TimelineEntry] = (), *, name: str, lane: bool = True) -> Timeline:
    return Timeline(entries, name=name, lane=lane)
