"""The window everything stands in: rail, page, sheet, palette, messages and the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from tvaerfaglig.ui.shell.columns import Columns
from tvaerfaglig.ui.shell.help import Help
from tvaerfaglig.ui.shell.keys import KEYS
from tvaerfaglig.ui.shell.palette import Palette
from tvaerfaglig.ui.shell.places import RailPlace
from tvaerfaglig.ui.shell.rail import Rail
from tvaerfaglig.ui.theme import Settings, look
from tvaerfaglig.ui.widgets import (
    Button,
    Fold,
    MessageBar,
    Page,
    SheetHost,
    boxed,
    col,
    fold_at,
    frame,
    one,
    row,
)
from tvaerfaglig.ui.widgets.message import BarTone

AKUT_EM = 46
HELP_EM = 34
FIRST_SIZE = (1280, 800)


class Shell(QWidget):
    """Shows one page at a time and says what was asked for; it knows no service.

    Pages are added under a key; places of the rail are such keys. `on_fold` of a page is called
    when the room changes, and when the page is added.
    """

    new_observation = Signal()
    place_chosen = Signal(str)
    lock_asked = Signal()
    hide_asked = Signal()
    save_asked = Signal()
    print_asked = Signal()
    find_here_asked = Signal()
    back_asked = Signal()
    akut_opened = Signal()
    akut_missed = Signal()
    folded = Signal(object)
    closing = Signal()

    def __init__(
        self,
        places: Sequence[RailPlace],
        *,
        name: str,
        line: str,
        settings: Settings | None = None,
        demo: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("Tværfaglig")
        self._places = tuple(places)
        self._settings = settings
        self._pages: dict[str, QWidget] = {}
        self._undo: Callable[[], None] | None = None
        self._akut: QWidget | None = None
        self.fold = Fold.NONE
        self.rail = Rail(places, name, line)
        self.stack = QStackedWidget()
        self.message = MessageBar(closable=True)
        self.offer = MessageBar(closable=True)
        self._build(demo)
        self.sheet = SheetHost(self._area)
        self.palette_view = Palette(self)
        self._columns = Columns(self)
        self._connect()
        self._bind_keys()
        self.resize(*FIRST_SIZE)
        self._restore()

    def add_page(self, key: str, page: QWidget) -> None:
        """A page under a key; one that was there before is let go."""
        self.remove_page(key)
        self._pages[key] = page
        self.stack.addWidget(page)
        if isinstance(page, Page):
            page.set_fold(self.fold)

    def remove_page(self, key: str) -> None:
        old = self._pages.pop(key, None)
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()

    def page(self, key: str) -> QWidget | None:
        return self._pages.get(key)

    def current_page(self) -> QWidget | None:
        return self.stack.currentWidget()

    def show_page(self, key: str, *, place: str = "") -> None:
        """Show a page; `place` is the one in the rail it belongs to, where that is another."""
        self.sheet.close_sheet()
        self._let_go()
        self.stack.setCurrentWidget(self._pages[key])
        self.rail.show_place(place or key)

    def _let_go(self) -> None:
        """The page that is left keeps no keyboard that Qt would hand to the rail, and a reader tell of."""
        focused = self.focusWidget()
        if focused is not None and self.stack.isAncestorOf(focused):
            focused.clearFocus()

    def set_akut(self, content: QWidget) -> None:
        """What the Akut sheet shows."""
        self._akut = content

    def open_sheet(self, content: QWidget, *, em: float = 40, name: str = "") -> None:
        """Another sheet from the right; Esc closes it."""
        self.sheet.open(content, em=em, name=name)

    def tell(
        self, words: str, tone: BarTone = "ok", undo: Callable[[], None] | None = None
    ) -> None:
        """A message above the page until it is read or done; with `undo` it carries *Fortryd*."""
        self._undo = undo
        self._message_place.show()
        self.message.say(words, tone, link="Fortryd" if undo else "", closable=True)

    def untell(self) -> None:
        self._message_place.hide()

    def tell_offer(self, words: str, link: str) -> None:
        """Something that may be taken or left, beneath the message; `offer.pressed` is the taking."""
        self._offer_place.show()
        self.offer.say(words, "info", icon="aftale", link=link, closable=True)

    def untell_offer(self) -> None:
        self._offer_place.hide()

    def say_demo(self, words: str) -> None:
        """The line above all: "Demo · torsdag 12. november 2026, 8.00"; empty takes it away."""
        self._demo_words.say(words)
        self._demo.setHidden(not words)

    def toggle_akut(self) -> None:
        if self._akut is None:
            self.akut_missed.emit()
        if self._akut is None:
            return
        if self.sheet.is_open() and self.sheet.content() is self._akut:
            self.sheet.close_sheet()
        else:
            self.sheet.open(self._akut, em=AKUT_EM, tone="act", name="Akut")
            self.akut_opened.emit()
        self._show_akut()

    def show_help(self) -> None:
        """All keys; a page with `help_words` is quoted first."""
        said = str(getattr(self.current_page(), "help_words", ""))
        made = Help(self._places, said)
        made.closed.connect(self.sheet.close_sheet)
        before = self.sheet.content()
        self.sheet.open(made, em=HELP_EM, name="Taster og hjælp")
        if isinstance(before, Help):
            before.deleteLater()  # not when it closes: the sheet would still hold it, and never open again

    def press_primary(self) -> None:
        """Press the filled button of what is in front: the sheet, a drawer of the page, else the page."""
        front = self.sheet.content() if self.sheet.is_open() else self._in_front()
        for made in front.findChildren(Button) if front else ():
            if made.kind == "primary" and made.isVisible() and made.isEnabled():
                made.click()
                return

    def _in_front(self) -> QWidget | None:
        page = self.current_page()
        drawers = page.findChildren(SheetHost) if page else []
        opened = (one.content() for one in drawers if one.isVisible() and one.is_open())
        return next(opened, page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refold()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._settings is not None:
            self._settings.setValue("window/geometry", self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)

    def _build(self, demo: str) -> None:
        self._demo_words = one(demo, "plainsmall")
        self._demo = frame("demo", row(..., self._demo_words, ..., margins=(8, 3, 8, 3)))
        self._demo.setHidden(not demo)
        self._message_place = frame("head", col(self.message, margins=(24, 6, 24, 6)))
        self._message_place.hide()
        self._message_place.setProperty("stop", True)
        self._offer_place = frame("head", col(self.offer, margins=(24, 6, 24, 6)))
        self._offer_place.hide()
        above = (self._message_place, self._offer_place)
        self._area = boxed(col(*above, (self.stack, 1), gap=0))
        self.stack.setFrameShape(QFrame.Shape.NoFrame)
        lower = row(self.rail, (self._area, 1), gap=0)
        whole = col(self._demo, gap=0)
        whole.addLayout(lower, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        rail = self.rail
        rail.new_observation.connect(self.new_observation)
        rail.find_pressed.connect(self.palette_view.open)
        rail.place_chosen.connect(self._on_place_chosen)
        rail.akut.connect(self.toggle_akut)
        rail.lock.connect(self.lock_asked)
        self.sheet.closed.connect(self._show_akut)
        self.message.closed.connect(self.untell)
        self.offer.closed.connect(self.untell_offer)
        self.message.pressed.connect(self._on_undo_pressed)
        look().changed.connect(self._refold)

    def _bind_keys(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "new_observation": self.new_observation.emit,
            "find": self.palette_view.open,
            "akut": self.toggle_akut,
            "lock": self.lock_asked.emit,
            "hide": self.hide_asked.emit,
            "primary": self.press_primary,
            "save": self.save_asked.emit,
            "print": self.print_asked.emit,
            "find_here": self.find_here_asked.emit,
            "next_column": self._next_column,
            "previous_column": self._previous_column,
            "help": self.show_help,
            "larger": look().larger,
            "smaller": look().smaller,
            "normal_size": look().normal_size,
        }
        for key in KEYS:
            for sequence in key.sequences if key.name in acts else ():
                self._bind(sequence, acts[key.name])
        for place in self._places:
            if place.number:
                shortcut = QShortcut(QKeySequence(f"Alt+{place.number}"), self)
                shortcut.setProperty("place", place.key)
                shortcut.activated.connect(self._on_place_key)

    def _bind(self, sequence: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(sequence), self)
        shortcut.activated.connect(act)

    def _restore(self) -> None:
        kept = self._settings.value("window/geometry") if self._settings else None
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)

    def _next_column(self) -> None:
        self._columns.step(1)

    def _previous_column(self) -> None:
        self._columns.step(-1)

    @Slot()
    def _refold(self) -> None:
        fold = fold_at(self.width())
        if fold == self.fold:
            return
        self.fold = fold
        self.rail.set_folded(fold >= Fold.RAIL)
        for page in self._pages.values():
            if isinstance(page, Page):
                page.set_fold(fold)
        self.folded.emit(fold)

    @Slot()
    def _show_akut(self) -> None:
        opened = self.sheet.is_open() and self.sheet.content() is self._akut
        self.rail.show_akut(opened)

    @Slot(str)
    def _on_place_chosen(self, key: str) -> None:
        self.sheet.close_sheet()
        self.place_chosen.emit(key)

    @Slot()
    def _on_place_key(self) -> None:
        self._on_place_chosen(str(self.sender().property("place")))

    @Slot()
    def _on_undo_pressed(self) -> None:
        undo, self._undo = self._undo, None
        self.untell()
        if undo is not None:
            undo()
