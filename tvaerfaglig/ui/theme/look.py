"""The one object that knows how the program looks, and how widgets reach it.

`app` makes it with `install_look`; it is a child of the `QApplication` and lies in one of its
properties. Every widget the kit makes asks `look()`: handing it through every constructor would
put it in each of hundreds of calls that only wish for a button, and Qt already has exactly one
application object whose life it shares. Nothing at module level ever changes.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from tvaerfaglig.paths import resources
from tvaerfaglig.ui.theme.danish import speak_danish
from tvaerfaglig.ui.theme.dress import dress, underdress
from tvaerfaglig.ui.theme.icons import Icons
from tvaerfaglig.ui.theme.system import System
from tvaerfaglig.ui.theme.theme import STANDARD_DPI, Theme
from tvaerfaglig.ui.theme.tokens import Tokens, read_tokens
from tvaerfaglig.ui.theme.typeface import screen_family

SCALES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
PROPERTY = "look"
FUSION = "fusion"
"""The style everywhere. An application begun with it says so in a property of this name: to set it
later hands over a QStyle, whose 600 names cost as much as the fonts."""


class Mode(StrEnum):
    """What a person chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Settings(Protocol):
    """What is remembered from day to day; `QSettings` fits, and so does a dictionary's cover."""

    def value(self, key: str, default: object = None, /) -> object: ...

    def setValue(self, key: str, value: object, /) -> None: ...


class Look(QObject):
    """The chosen mode and text size, and the theme that follows from them."""

    changed = Signal()

    def __init__(
        self, app: QApplication, settings: Settings | None = None, system: System | None = None
    ) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._system = system or System(app)
        self._tokens = read_tokens(resources() / "theme" / "tokens.json")
        self._family = screen_family(app)
        self._mode = _remembered_mode(settings)
        self._scale = _remembered_scale(settings)
        self._theme = self._made()
        self._icons = Icons(resources() / "icons", self._theme, self)
        self._dressed = False
        underdress(app, self._theme)
        self._system.changed.connect(self._on_system_changed)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def icons(self) -> Icons:
        return self._icons

    @property
    def tokens(self) -> Tokens:
        return self._tokens

    @property
    def mode(self) -> Mode:
        """What was chosen; `theme.mode` is what came of it."""
        return self._mode

    @property
    def scale(self) -> float:
        return self._scale

    def choose(self, mode: Mode) -> None:
        self._mode = mode
        self._remember("look/mode", mode.value)
        self._refresh()

    def set_scale(self, scale: float) -> None:
        """Text size from 1.0 to 2.0; everything that holds text follows."""
        self._scale = min(max(scale, SCALES[0]), SCALES[-1])
        self._remember("look/scale", self._scale)
        self._refresh()

    @Slot()
    def larger(self) -> None:
        self.set_scale(next((s for s in SCALES if s > self._scale), SCALES[-1]))

    @Slot()
    def smaller(self) -> None:
        self.set_scale(next((s for s in reversed(SCALES) if s < self._scale), SCALES[0]))

    @Slot()
    def normal_size(self) -> None:
        self.set_scale(SCALES[0])

    def apply(self) -> None:
        """Dress the application; the only caller of `dress`."""
        self._dressed = True
        dress(self._app, self._theme, resources() / "theme" / "tvaerfaglig.qss")

    def apply_once(self) -> None:
        """The sheet on the first window, when all of it is in its place."""
        if not self._dressed:
            self.apply()

    def _refresh(self) -> None:
        made = self._made()
        if made == self._theme:
            return
        self._theme = made
        self._icons.follow(made)
        self.apply()
        self.changed.emit()

    def _made(self) -> Theme:
        screen = self._app.primaryScreen()
        dpi = screen.logicalDotsPerInch() if screen else STANDARD_DPI
        return Theme(self._tokens, self._resolved(), self._scale, self._family, dpi)

    def _resolved(self) -> str:
        if self._mode is not Mode.SYSTEM:
            return self._mode.value
        if self._system.wants_contrast():
            return Mode.CONTRAST.value
        return Mode.DARK.value if self._system.wants_dark() else Mode.LIGHT.value

    def _remember(self, key: str, value: object) -> None:
        if self._settings is not None:
            self._settings.setValue(key, value)

    @Slot()
    def _on_system_changed(self) -> None:
        self._refresh()


def install_look(
    app: QApplication, settings: Settings | None = None, *, dressed: bool = True
) -> Look:
    """Dress the application before its first window: Fusion everywhere, Danish, one theme.

    Not `dressed`: whoever makes the first window calls `apply_once` before showing it. Every part that
    moves to its place takes the sheet anew, which took as long as making the whole door.
    """
    if not app.property(FUSION):
        app.setStyle(FUSION)
    speak_danish(app)
    made = Look(app, settings)
    app.setProperty(PROPERTY, made)
    if dressed:
        made.apply()
    return made


def look() -> Look:
    """How the program looks now; ask each time, never keep the theme."""
    app = QCoreApplication.instance()
    found = app.property(PROPERTY) if app else None
    if isinstance(found, Look):
        return found
    raise LookupError("install_look(app) comes before the first widget")


def _remembered_mode(settings: Settings | None) -> Mode:
    value = str(settings.value("look/mode", Mode.SYSTEM.value)) if settings else Mode.SYSTEM.value
    return Mode(value) if value in set(Mode) else Mode.SYSTEM


def _remembered_scale(settings: Settings | None) -> float:
    value = settings.value("look/scale", SCALES[0]) if settings else SCALES[0]
    try:
        scale = float(str(value))
    except ValueError:
        return SCALES[0]
    return min(max(scale, SCALES[0]), SCALES[-1])
