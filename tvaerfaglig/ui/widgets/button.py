"""Buttons: one class, whose kind the sheet dresses and whose icon follows the theme."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QEnterEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from tvaerfaglig.ui.theme import look

Kind = Literal[
    "outlined", "primary", "quiet", "small", "link", "icon", "danger", "akut", "place", "filter",
    "segment", "find", "tile", "day", "outlinerow",
]  # fmt: skip


@dataclass(frozen=True)
class _Ink:
    """Colour of the icon at rest, when chosen and under the pointer; its height; air to the words."""

    rest: str = "muted"
    chosen: str = ""
    hover: str = ""
    size: int = 20
    air: int = 5


INKS = {
    "primary": _Ink("on_accent"),
    "quiet": _Ink("accent"),
    "small": _Ink(size=16, air=3),
    "link": _Ink("accent", size=16, air=3),
    "danger": _Ink("act", hover="on_act"),
    "akut": _Ink("act", chosen="on_act", hover="on_act"),
    "place": _Ink(chosen="accent", air=6),
    "filter": _Ink(chosen="accent", size=16, air=2),
    "segment": _Ink(size=14, air=3),
    "find": _Ink(size=18, air=4),
}


_SAID_IN_NAME = " "
"""Without a description Qt gives the tooltip for one, and the name would be said twice."""


ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class Button(QPushButton):
    """A push button that knows its kind; Enter presses it as well as space.

    Arrows are left to what it stands in: segments, chips, a calendar.
    """

    def __init__(
        self,
        words: str,
        kind: Kind = "outlined",
        icon: str = "",
        *,
        name: str = "",
        colour: str = "",
        checked: bool | None = None,
        dense: bool = False,
    ) -> None:
        super().__init__(words)
        self._icon, self._colour, self._tip = icon, colour, ""
        self._at_rest = ""
        self._ink = INKS.get(kind, _Ink(size=16 if dense else 20))
        self.setProperty("dense", str(dense).lower())
        self.setProperty("kind", kind)
        if checked is not None:
            self.setCheckable(True)
            self.setChecked(checked)
        if name and name != words:
            self.setAccessibleName(name)
        if name and not words:
            self._tip, self._at_rest = name, _SAID_IN_NAME
            self.setToolTip(name)
            self.setAccessibleDescription(self._at_rest)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        wide = QSizePolicy.Policy.Minimum if words else QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._tint)
        look().icons.changed.connect(self._tint)
        self._tint()

    @property
    def kind(self) -> str:
        return str(self.property("kind"))

    @property
    def is_cross(self) -> bool:
        """The × that closes what it stands in."""
        return self.kind == "icon" and self._icon == "luk"

    def show_icon(self, icon: str, colour: str = "") -> None:
        """Another drawing; no name takes it away."""
        self._icon, self._colour = icon, colour or self._colour
        self._tint()

    def say(self, words: str) -> None:
        """Other words, and room for them."""
        if words != self.text():
            self.setText(words)
            self._tint()
            self.updateGeometry()

    def can_be_on(self) -> bool:
        """Whether a press turns it on; its words may then be bold."""
        return self.isCheckable()

    def block(self, reason: str) -> None:
        """Not now, and why; an empty reason opens it again."""
        self.setEnabled(not reason)
        self.setToolTip(reason or self._tip)
        self.setAccessibleDescription(reason or self._at_rest)

    def sizeHint(self) -> QSize:
        """Qt measures the words as they are; chosen ones turn bold and must still fit.

        A chip's words it also centres beside their icon as they were, so that they need the room on both sides.
        """
        hint = super().sizeHint()
        if self.can_be_on() and self.text():
            theme = look().theme
            kind = "small" if self._ink.size == 16 else "body"
            words = self.text().replace("&", "")
            bold = theme.metrics(kind, strong=True).horizontalAdvance(words)
            plain = theme.metrics(kind).horizontalAdvance(words)
            chip = self.property("kind") == "filter" and not self.icon().isNull()
            more = max(0, bold - plain) * (2 if chip else 1)
            hint.setWidth(hint.width() + more + 2)
        return hint

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.click()
            return
        if event.key() in ARROWS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._tint()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._tint()

    @Slot()
    def _tint(self) -> None:
        ink, theme = self._ink, look().theme
        if not self._icon:
            self.setIcon(QIcon())
            return
        air = ink.air if self.text() else 0
        colour = self._shade()
        self.setIcon(look().icons.icon(self._icon, colour, ink.size, gap=air, on=colour))
        edge = theme.px(ink.size)
        self.setIconSize(QSize(edge + air, edge))

    def _shade(self) -> str:
        ink = self._ink
        if not self.isEnabled():
            return "muted"
        if ink.hover and self.underMouse():
            return ink.hover
        if ink.chosen and self.isChecked():
            return ink.chosen
        return self._colour or ink.rest


def button(
    words: str,
    kind: Kind = "outlined",
    icon: str = "",
    *,
    name: str = "",
    colour: str = "",
    checked: bool | None = None,
    dense: bool = False,
) -> Button:
    """A button; one with only an icon must be given its `name`, which becomes the tooltip too."""
    return Button(words, kind, icon, name=name, colour=colour, checked=checked, dense=dense)
