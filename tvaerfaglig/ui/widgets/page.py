"""The frame of a page: head with its actions, body, foot with what is saved."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QVBoxLayout, QWidget

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.announce import announce, in_sentences
from tvaerfaglig.ui.widgets.button import button
from tvaerfaglig.ui.widgets.fold import Fold, fold_at
from tvaerfaglig.ui.widgets.glyph import glyph
from tvaerfaglig.ui.widgets.keeping_place import keep_place
from tvaerfaglig.ui.widgets.layout import Item, boxed, col, row, spread
from tvaerfaglig.ui.widgets.message import MessageBar
from tvaerfaglig.ui.widgets.overlay import tab_stops
from tvaerfaglig.ui.widgets.words import muted, title


class PageHead(QFrame):
    """White; title, one muted line, actions at the right and the filled one last.

    `beside` stands in the title's line while there is room, so that the line beneath has the whole width.
    """

    back_pressed = Signal()

    def __init__(
        self,
        heading: str,
        line: str | QWidget = "",
        *actions: QWidget,
        before: QWidget | None = None,
        beside: QWidget | None = None,
        extra: QWidget | QLayout | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "head")
        self.heading = title(heading)
        self.line = line if isinstance(line, QWidget) else muted(line)
        if not line:
            self.line.hide()
        self.back = button("", "icon", "pil-venstre", name="Tilbage")
        self.back.clicked.connect(self.back_pressed)
        self.back.hide()
        top = spread(self.heading, beside, whole=True) if beside is not None else self.heading
        words = boxed(col(top, self.line, gap=2))
        left = boxed(row(self.back, before, (words, 1), gap=12))
        body: list[Item] = [spread(left, *actions)]
        if extra is not None:
            body.append(extra)
        self.setLayout(col(*body, gap=10, margins=(24, 14, 24, 14)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def say(self, heading: str, line: str = "") -> None:
        """Other words in the head; `line` only where it was words from the start."""
        self.heading.say(heading)
        self.heading.setAccessibleName(heading)
        self.say_line(line)

    def say_line(self, line: str) -> None:
        if not isinstance(self.line, QLayout) and hasattr(self.line, "say"):
            self.line.say(line)
            self.line.setVisible(bool(line))

    def said(self) -> str:
        """Heading and line as one hears them."""
        line = getattr(self.line, "text", str)()
        return in_sentences(self.heading.text(), line)

    def offer_back(self, name: str) -> None:
        """Show ‹ with what it leads back to; an empty name takes it away."""
        self.back.setVisible(bool(name))
        self.back.setAccessibleName(name)
        self.back.setToolTip(name)


class SavedLabel(QWidget):
    """Says what is saved and when: "Gemt 10.42"."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._glyph = glyph("flueben", "ok", 18)
        self._words = muted("")
        self.setLayout(row(self._glyph, (self._words, 1)))
        self.say(words)

    def say(self, words: str, *, saved: bool = True) -> None:
        """`saved=False` for what is being written or could not be: the tick gives way to a pen."""
        self._glyph.show_icon("flueben" if saved else "kladde", "ok" if saved else "muted")
        self._glyph.setVisible(bool(words))
        self._words.say(words)
        self.setAccessibleName(words or "Intet skrevet endnu")

    def saved_at(self, clock: str, note: str = "") -> None:
        """`clock` as it is shown, 10.42; said to a screen reader too."""
        words = f"Gemt {clock}" + (f" · {note}" if note else "")
        self.say(words)
        announce(self, words)

    def words(self) -> str:
        return self._words.text()


class PageFoot(QFrame):
    """White; what is saved (or what can always be done) at the left, actions at the right."""

    def __init__(self, left: QWidget | None = None, *actions: QWidget) -> None:
        super().__init__()
        self.setProperty("kind", "foot")
        self.saved = left if isinstance(left, SavedLabel) else SavedLabel()
        layout = QVBoxLayout()
        layout.setContentsMargins(24, 8, 24, 8)
        layout.addLayout(spread(left or self.saved, *actions))
        self.setLayout(layout)
        if self.saved.parent() is None:
            self.saved.setParent(self)
            self.saved.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


class Page(QWidget):
    """A place in the program: head, message, body, foot; head and foot stay while the body scrolls.

    `folded` says how much room there is; a page that folds overrides `on_fold`. A page standing
    by itself measures its own width, one in the shell is told.
    """

    folded = Signal(object)

    def __init__(
        self, head: QWidget | None = None, body: QWidget | None = None, foot: QWidget | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.fold = Fold.NONE
        self._told = False
        self.head, self.foot = head, foot
        self.body: QWidget | None = None
        self.message = MessageBar(closable=True)
        self.message.hide()
        self._message_place = boxed(col(self.message, margins=(24, 8, 24, 8)))
        self._message_place.hide()
        self.message.closed.connect(self._message_place.hide)
        self._place = col(gap=0)
        holder = _Holder()
        holder.setLayout(self._place)
        layout = col(head, self._message_place, (holder, 1), gap=0)
        if foot is not None:
            layout.addWidget(foot)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(layout)
        if body is not None:
            self.set_body(body)

    def set_body(self, body: QWidget) -> None:
        """Put another body in; the old one is let go."""
        if self.body is not None:
            keep_place(self, self.body)
            self._place.removeWidget(self.body)
            self.body.hide()
            self.body.deleteLater()
        self.body = body
        body.setProperty("stop", True)
        self._place.addWidget(body)

    def tell(self, words: str, tone: str = "info", *, link: str = "") -> None:
        """A message above the body, until it is read or done."""
        self._message_place.show()
        self.message.say(words, tone, link=link, closable=True)  # type: ignore[arg-type]

    def untell(self) -> None:
        self._message_place.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Someone has come to the page and to nothing on it yet: its heading is what is heard."""
        if isinstance(self.head, PageHead):
            self.setAccessibleName(self.head.said())
        super().focusInEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """From the page itself Tab goes into it, also where its parts were made before it."""
        stops = tab_stops(self) if forward and self.hasFocus() else []
        if not stops:
            return super().focusNextPrevChild(forward)
        stops[0].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def set_fold(self, fold: Fold) -> None:
        """Told by the shell; from then on the page no longer measures itself."""
        self._told = True
        self._take_fold(fold)

    def on_fold(self, fold: Fold) -> None:
        """Rearrange for the room there is; does nothing by itself."""

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        """Small, so that a window can become narrow enough for the page to fold."""
        em = look().theme.em
        return QSize(em(22), em(16))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._told and self.isWindow():
            self._take_fold(fold_at(self.width()))

    def _take_fold(self, fold: Fold) -> None:
        if fold != self.fold:
            self.fold = fold
            self.on_fold(fold)
            self.folded.emit(fold)


class _Holder(QWidget):
    """Takes the height that is left over.

    A body that is asked how high it would like to be (as Qt does of anything that wraps) gets it at
    the head's cost when the window is low; so this one is never asked.
    """

    def hasHeightForWidth(self) -> bool:
        return False


def page_head(
    heading: str,
    line: str | QWidget = "",
    *actions: QWidget,
    before: QWidget | None = None,
    extra: QWidget | QLayout | None = None,
) -> PageHead:
    return PageHead(heading, line, *actions, before=before, extra=extra)


def page_foot(left: QWidget | None = None, *actions: QWidget) -> PageFoot:
    return PageFoot(left, *actions)
