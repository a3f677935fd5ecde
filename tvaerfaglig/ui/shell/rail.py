"""The rail: where one can go, always at the left, Akut always at the same spot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy, QWidget

from tvaerfaglig.ui.shell.places import SETTINGS, RailPlace
from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets import (
    Stated,
    Words,
    avatar,
    boxed,
    button,
    col,
    glyph,
    hairline,
    mark_as,
    one,
    row,
    small,
    strong,
)
from tvaerfaglig.ui.widgets.button import Button, Kind

WIDE_EM = 15.5


class Rail(QFrame):
    """Mark and name, *Ny observation*, find, places, Indstillinger, Akut, me and the lock."""

    new_observation = Signal()
    find_pressed = Signal()
    place_chosen = Signal(str)
    akut = Signal()
    lock = Signal()

    def __init__(self, places: Sequence[RailPlace], name: str, line: str) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self.setProperty("stop", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._folded = False
        self._named: list[tuple[Button, str, str]] = []
        self._places: dict[str, Button] = {}
        self.new_button = self._button("Ny observation", "primary", "plus", "Ctrl+N")
        self.find_button = self._button("Søg", "find", "soeg", "Ctrl+K")
        self.akut_button = self._stated("Akut", "akut", "akut", "Ctrl+Shift+A", says=("", "Åben"))
        self.lock_button = button("", "icon", "laas", name="Lås (Ctrl+L)")
        self.new_button.clicked.connect(self.new_observation)
        self.find_button.clicked.connect(self.find_pressed)
        self.akut_button.clicked.connect(self._on_akut_clicked)
        self.lock_button.clicked.connect(self.lock)
        buttons = [self._place(place) for place in places]
        settings = self._place(SETTINGS)
        self._title = one("Tværfaglig", "section")
        self._me: tuple[Words, Words] = (strong(name), small(line))
        self._hint = self._find_hint()
        self._list = _PlaceList(col(*buttons, ..., gap=2))
        bottom = col(settings, self.akut_button, 4, hairline(), 2, self._me_row(name), gap=4)
        self.setLayout(
            col(
                row(glyph("tvaerfaglig", "accent", 24), (self._title, 1), margins=(10, 2, 0, 4)),
                col(self.new_button, self.find_button, gap=2),
                (self._list, 1),
                bottom,
                gap=8,
                margins=(8, 14, 8, 10),
            )
        )

    def show_place(self, key: str) -> None:
        """Which place one is at; a key that is no place leaves none marked."""
        for own, made in self._places.items():
            made.setChecked(own == key)
        self._list.keep_in_sight(self._places.get(key))

    def show_akut(self, opened: bool) -> None:
        self.akut_button.setChecked(opened)

    def set_folded(self, folded: bool) -> None:
        """Icons only; the words become tooltips."""
        if folded == self._folded:
            return
        self._folded = folded
        for made, words, keys in self._named:
            made.say("" if folded else words)
            made.setToolTip(f"{words} ({keys})" if folded and keys else words if folded else "")
            mark_as(made, folded=folded)
        for widget in (self._title, self._hint, self._me_words, self._face):
            widget.setHidden(folded)
        self._list.updateGeometry()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as its longest word in bold, and wide enough for most names."""
        hint = super().sizeHint()
        return hint if self._folded else hint.expandedTo(QSize(look().theme.em(WIDE_EM), 0))

    def _button(self, words: str, kind: Kind, icon: str, keys: str = "") -> Button:
        return self._named_with(button(words, kind, icon), words, keys)

    def _stated(
        self, words: str, kind: Kind, icon: str, keys: str = "", *, says: tuple[str, str]
    ) -> Button:
        return self._named_with(Stated(words, kind, icon, says=says), words, keys)

    def _named_with(self, made: Button, words: str, keys: str) -> Button:
        made.setAccessibleName(f"{words} ({keys})" if keys else words)
        self._named.append((made, words, keys))
        return made

    def _place(self, place: RailPlace) -> Button:
        keys = f"Alt+{place.number}" if place.number else ""
        made = self._stated(place.word, "place", place.icon, keys, says=("", "Du er her"))
        made.setAccessibleName(place.word)
        made.setProperty("place", place.key)
        made.clicked.connect(self._on_place_clicked)
        self._places[place.key] = made
        return made

    def _find_hint(self) -> QWidget:
        """The key stands in the field itself: it is the one worth learning."""
        hint = one("Ctrl+K", "small")
        hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.find_button.setLayout(row(..., hint, margins=(0, 0, 10, 0)))
        self.find_button.setAccessibleName("Søg eller gør noget (Ctrl+K)")
        return hint

    def _me_row(self, name: str) -> QWidget:
        for label in self._me:
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._me_words = boxed(col(*self._me, gap=0))
        self._face = avatar(name, 32)
        return boxed(row(self._face, (self._me_words, 1), self.lock_button, gap=3))

    @Slot()
    def _on_place_clicked(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Button):
            pressed.setChecked(True)
            self.place_chosen.emit(str(pressed.property("place")))

    @Slot()
    def _on_akut_clicked(self) -> None:
        self.akut.emit()


class _PlaceList(QScrollArea):
    """The places scroll when the window is low, so that Akut never leaves it."""

    def __init__(self, layout: QLayout) -> None:
        super().__init__()
        inner = boxed(layout)
        inner.setProperty("ground", "rail")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "rail")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = inner
        self._shown: QWidget | None = None
        self.setWidget(inner)

    def keep_in_sight(self, place: QWidget | None) -> None:
        """Where one is never stands out of sight, however low the window is or becomes."""
        self._shown = place
        if place is not None and self._inner.isAncestorOf(place):
            self.ensureWidgetVisible(place, 0, place.height() // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keep_in_sight(self._shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt tells the scroller that its content changed, but not the rail that the scroller did."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return self._inner.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inner.minimumSizeHint().width(), 60)
