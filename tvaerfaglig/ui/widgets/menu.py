"""The ⋯ button: what is done now and then, out of the way until asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QMenu

from tvaerfaglig.ui.theme import look
from tvaerfaglig.ui.widgets.button import Button


class MenuButton(Button):
    """An icon (or words) that opens a list of acts."""

    def __init__(
        self, name: str, *, words: str = "", icon: str = "mere", dense: bool = False
    ) -> None:
        super().__init__(words, "outlined" if words else "icon", icon, name=name, dense=dense)
        self._menu = QMenu(self)
        self._at_rest = "Åbner en liste"
        self.setAccessibleDescription(self._at_rest)
        self.clicked.connect(self._open)

    def add(self, words: str, act: Callable[[], object], *, icon: str = "") -> MenuButton:
        """One more act; several are added one after the other."""
        drawing = look().icons.icon(icon) if icon else None
        action = self._menu.addAction(words)
        if drawing is not None:
            action.setIcon(drawing)
        action.triggered.connect(lambda _checked=False: act())
        return self

    def divide(self) -> MenuButton:
        self._menu.addSeparator()
        return self

    def empty(self) -> None:
        self._menu.clear()

    def menu_words(self) -> tuple[str, ...]:
        return tuple(action.text() for action in self._menu.actions() if action.text())

    def acts(self) -> QMenu:
        return self._menu

    @Slot()
    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))


def menu_button(
    name: str, *, words: str = "", icon: str = "mere", dense: bool = False
) -> MenuButton:
    return MenuButton(name, words=words, icon=icon, dense=dense)
