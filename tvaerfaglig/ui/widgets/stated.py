"""Buttons in one of two states, or one of several: said in words that fit, never as a box to tick.

Qt tells a screen reader that whatever can be checked is a check box. A place in the rail, a fold and *Akut*
are none; and what excludes its neighbours is one of several.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from tvaerfaglig.ui.widgets.button import Button, Kind
from tvaerfaglig.ui.widgets.dressing import mark_as

_FOLDED, _UNFOLDED = "Foldet sammen", "Foldet ud"


class Stated(Button):
    """On or off by a press, as something checkable is; `says` is what is heard of it when off and when on.

    It answers `isChecked` and sends `toggled`; the sheet dresses it by the property `on`.
    """

    _on = False

    def __init__(
        self,
        words: str,
        kind: Kind,
        icon: str = "",
        *,
        name: str = "",
        on: bool = False,
        says: tuple[str, str],
    ) -> None:
        self._says = says
        super().__init__(words, kind, icon, name=name)
        self.clicked.connect(self._on_clicked)
        self._on = on
        self._show()

    def can_be_on(self) -> bool:
        return True

    def isChecked(self) -> bool:
        return self._on

    def setChecked(self, on: bool) -> None:
        if on != self._on:
            self._on = on
            self._show()
            self.toggled.emit(on)

    def toggle(self) -> None:
        self.setChecked(not self._on)

    def _show(self) -> None:
        mark_as(self, on=self._on)
        self.setAccessibleDescription(self._says[self._on])

    @Slot()
    def _on_clicked(self) -> None:
        self.toggle()


def opener(
    words: str, icon: str = "", kind: Kind = "link", *, name: str = "", opened: bool = False
) -> Stated:
    """Opens and closes what stands beneath it; `toggled` says which."""
    return Stated(words, kind, icon, name=name, on=opened, says=(_FOLDED, _UNFOLDED))


def one_of(holder: QWidget, buttons: Iterable[QAbstractButton]) -> QButtonGroup:
    """Said as one of several. Which of them is on stays the holder's own affair."""
    group = QButtonGroup(holder)
    group.setExclusive(False)
    for made in buttons:
        said_as_one_of(made, group)
    return group


def said_as_one_of(made: QAbstractButton, group: QButtonGroup) -> None:
    """One more in a group; in one, Qt lets auto-exclusive decide nothing but what is said."""
    group.addButton(made)
    made.setAutoExclusive(True)
