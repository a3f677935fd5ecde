"""Two to five joined buttons of which one is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy

from tvaerfaglig.ui.widgets.button import Button, button
from tvaerfaglig.ui.widgets.layout import row
from tvaerfaglig.ui.widgets.mark import SIGNS
from tvaerfaglig.ui.widgets.named_group import NamedGroup
from tvaerfaglig.ui.widgets.stated import said_as_one_of


@dataclass(frozen=True)
class Segment:
    """One choice; a mark keeps its own colour whether chosen or not."""

    key: str
    words: str
    icon: str = ""
    colour: str = "muted"


def sign_segments(*keys: str) -> tuple[Segment, ...]:
    """Segments for positions and signs: ● Trives ▲ Bekymring ■ Stærk bekymring + Ressource ○ Neutral."""
    return tuple(Segment(k, SIGNS[k].word, SIGNS[k].icon, SIGNS[k].colour) for k in keys)


class Segments(NamedGroup):
    """A choice of few, all visible; arrows choose. It may start with none chosen."""

    changed = Signal(str)

    def __init__(self, choices: Iterable[Segment], chosen: str = "", *, name: str) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        choices = tuple(choices)
        for n, choice in enumerate(choices):
            made = button(choice.words, "segment", choice.icon, colour=choice.colour, checked=False)
            made.setProperty("end", _end(n, len(choices)))
            said_as_one_of(made, self._group)
            self._buttons[choice.key] = made
        self.setLayout(row(*self._buttons.values(), gap=0))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.choose(chosen)
        self._group.buttonClicked.connect(self._on_clicked)

    def chosen(self) -> str:
        return next((key for key, made in self._buttons.items() if made.isChecked()), "")

    def choose(self, key: str) -> None:
        """Set from outside; nothing is announced. An unknown or empty key chooses none."""
        self._group.setExclusive(False)
        for own, made in self._buttons.items():
            made.setChecked(own == key)
        self._group.setExclusive(True)
        self._one_tab_stop()

    def buttons(self) -> tuple[Button, ...]:
        return tuple(self._buttons.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        made = self.buttons()
        at = next((n for n, b in enumerate(made) if b.hasFocus()), 0)
        target = made[(at + step) % len(made)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.click()

    @Slot()
    def _on_clicked(self) -> None:
        self._one_tab_stop()
        self.changed.emit(self.chosen())

    def _one_tab_stop(self) -> None:
        """Tab comes to the chosen one (or the first) and then leaves."""
        stop = self._buttons.get(self.chosen()) or next(iter(self._buttons.values()), None)
        for made in self._buttons.values():
            tab = Qt.FocusPolicy.StrongFocus if made is stop else Qt.FocusPolicy.ClickFocus
            made.setFocusPolicy(tab)


def _end(n: int, count: int) -> str:
    if n == 0:
        return "first"
    return "last" if n == count - 1 else ""
