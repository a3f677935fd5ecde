"""The rows of a timeline: a date, a piece of the spine with its node, and what one may open there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QSizePolicy, QWidget

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.button import button
from tvaerfaglig.ui.widgets.card import hairline, thought, voice
from tvaerfaglig.ui.widgets.chips import chip
from tvaerfaglig.ui.widgets.layout import Item, boxed, col, flow, row, spread
from tvaerfaglig.ui.widgets.mark import SIGNS, mark
from tvaerfaglig.ui.widgets.words import one, small, strong, text

DATE_EM = 6.2
LANE_EM = 10.5
NODE_Y = 17


@dataclass(frozen=True)
class FamilyNote:
    """What happened at home, and who told it; one with a `key` can be opened."""

    words: str
    source: str = ""
    key: str = ""


@dataclass(frozen=True)
class TimelineEntry:
    """One thing in a child's time. `month` is said once, above the first entry that carries it.

    `quote` is the child's own words (without quotation marks), `thinks` the writer's own thought;
    `link` a first step such as "Skriv færdig". `counts` (icon, words) and `marks` (sign, words) stand
    for many things at once. `colour` is the node's where no sign gives it. Without a `kind` the row
    holds only what happened at home.
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
    counts: tuple[tuple[str, str], ...] = ()
    marks: tuple[tuple[str, str], ...] = ()
    colour: str = ""

    def sentence(self) -> str:
        sign = SIGNS[self.sign].word.lower() if self.sign else ""
        quote = f"»{self.quote}«" if self.quote else ""
        when = " ".join(part for part in (self.day, self.under) if part)
        many = [words for _, words in self.counts]
        many += [f"{SIGNS[key].word.lower()} {words}".strip() for key, words in self.marks]
        parts = (when, self.kind, self.title, sign, self.words, quote, *many, self.source)
        return ", ".join(part for part in parts if part)


class Pressable(QFrame):
    """Something on the timeline that a press or Enter opens, and that can unfold beneath itself."""

    opened = Signal(str)

    def __init__(self, key: str, sentence: str, summary: QWidget) -> None:
        super().__init__()
        self.key = key
        self._more: QWidget | None = None
        self._pressed = False
        self.setProperty("kind", "entry")
        self.setAccessibleName(sentence)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for label in summary.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._place = col(summary, gap=3, margins=(6, 3, 4, 6))
        self.setLayout(self._place)

    def unfold(self, more: QWidget | None) -> None:
        """Show more beneath; None folds it up again."""
        if self._more is not None:
            self._place.removeWidget(self._more)
            self._more.hide()
            self._more.deleteLater()
        self._more = more
        if more is not None:
            more.setCursor(Qt.CursorShape.ArrowCursor)
            self._place.addWidget(more)

    def is_unfolded(self) -> bool:
        return self._more is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.key)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() == Qt.MouseButton.LeftButton
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, False
        more = self._more is not None and self._more.geometry().contains(event.position().toPoint())
        if pressed and not more and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.key)


class Entry(Pressable):
    """Kind, title, sign; what was seen; the child's words; whose eyes and when written."""

    link_pressed = Signal(str)

    def __init__(self, entry: TimelineEntry) -> None:
        kind = one(entry.kind, "smallstrong")
        kind.setAlignment(Qt.AlignmentFlag.AlignTop)
        named = row(kind, (strong(entry.title), 1)) if entry.title else row(kind, ...)
        items: list[Item] = [spread(named, mark(entry.sign) if entry.sign else None)]
        if entry.counts or entry.marks:
            chips = [chip(words, icon) for icon, words in entry.counts]
            marks = [mark(sign, words) for sign, words in entry.marks]
            items.append(flow(*chips, *marks, gap=8))
        if entry.words:
            items.append(text(entry.words))
        if entry.quote:
            items.append(voice(entry.quote, entry.said_to, role="body"))
        if entry.thinks:
            items.append(thought(small(entry.thinks)))
        step = button(entry.link, "small") if entry.link else None
        if step is not None:
            items.append(spread(small(entry.source), step))
        elif entry.source:
            items.append(small(entry.source))
        super().__init__(entry.key, entry.sentence(), boxed(col(*items, gap=3)))
        if step is not None:
            step.clicked.connect(self._on_link_clicked)

    @Slot()
    def _on_link_clicked(self) -> None:
        self.link_pressed.emit(self.key)


class Home(Pressable):
    """What happened at home, in its own lane."""

    def __init__(self, note: FamilyNote) -> None:
        told = boxed(col(text(note.words), small(note.source) if note.source else None, gap=1))
        super().__init__(note.key, f"Familien, {note.words}, {note.source}".rstrip(", "), told)


class Cell(QWidget):
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


class Spine(QWidget):
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


class EntryRow(QWidget):
    """One entry with its date, its piece of the spine, and its place in the family's lane."""

    def __init__(self, entry: TimelineEntry, *, lane: bool, first: bool, last: bool) -> None:
        super().__init__()
        self.main = Entry(entry) if entry.kind else None
        self.home = Home(entry.family) if lane and entry.family else None
        day, under = text(entry.day, "strong"), small(entry.under)
        for label in (day, under):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        when = Cell(col(day, under, ..., gap=0, margins=(0, 6, 2, 0)), DATE_EM)
        sign = entry.colour or (SIGNS[entry.sign].colour if entry.sign else "muted")
        colour = entry.colour or ("accent" if entry.planned else sign)
        spine = Spine(entry.icon, colour, begins=first, ends=last)
        spine.dotted = entry.planned
        body = boxed(col(self.main, ..., gap=0, margins=(0, 2, 0, 8)))
        pieces = row(when, spine, (body, 1), gap=0)
        if lane:
            self._add_lane(pieces, first=first, last=last)
        self.setLayout(pieces)

    def stops(self) -> tuple[Pressable, ...]:
        """What can be opened here: what was seen, then what happened at home."""
        return tuple(one for one in (self.main, self.home) if one is not None)

    def _add_lane(self, pieces: QHBoxLayout, *, first: bool, last: bool) -> None:
        pieces.addWidget(Spine("familie" if self.home else "", begins=first, ends=last))
        pieces.addWidget(Cell(col(self.home, ..., gap=0, margins=(0, 4, 0, 6)), LANE_EM))


class MonthRow(QWidget):
    """Where a month begins: its word and a hairline."""

    def __init__(self, month: str, *, lane: bool) -> None:
        super().__init__()
        word = small(month)
        word.setAlignment(Qt.AlignmentFlag.AlignRight)
        when = Cell(col(word, margins=(0, 6, 4, 6)), DATE_EM)
        rule = boxed(col(..., hairline(), ..., gap=0, margins=(6, 0, 6, 0)))
        pieces = row(when, Spine(), (rule, 1), gap=0)
        if lane:
            pieces.addWidget(Spine())
            pieces.addWidget(Cell(col(gap=0), LANE_EM))
        self.setLayout(pieces)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
