"""Chips: facts that are stated, and choices that are made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from tvaerfaglig.ui.widgets.button import Button, button
from tvaerfaglig.ui.widgets.glyph import glyph
from tvaerfaglig.ui.widgets.layout import Flow, row
from tvaerfaglig.ui.widgets.named_group import NamedGroup
from tvaerfaglig.ui.widgets.stated import one_of
from tvaerfaglig.ui.widgets.words import Tone, one


class Chip(QFrame):
    """A fact about the thing at hand; not pressed, but one can be taken away when that is offered."""

    removed = Signal(str)

    def __init__(
        self, words: str, icon: str = "", tone: Tone = "", *, removable: str | None = None
    ) -> None:
        super().__init__()
        self._key = removable or ""
        self.setProperty("kind", "chip")
        self.setProperty("tone", tone)
        self.setAccessibleName(words)
        label = one(words)
        self.away = button("", "icon", "luk", name=f"Fjern {words}", dense=True)
        self.away.clicked.connect(self._on_away_clicked)
        drawing = glyph(icon, tone or "muted", 16) if icon else None
        right = 2 if removable is not None else 11
        upright = 3 if removable is None else 0
        layout = row(drawing, label, gap=5, margins=(8 if icon else 11, upright, right, upright))
        layout.addWidget(self.away)
        if removable is None:
            self.away.hide()
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @Slot()
    def _on_away_clicked(self) -> None:
        self.removed.emit(self._key)


def chip(words: str, icon: str = "", tone: Tone = "", *, removable: str | None = None) -> Chip:
    """A stating chip; `removable` is the key that `removed` then sends."""
    return Chip(words, icon, tone, removable=removable)


@dataclass(frozen=True)
class Pick:
    """One thing that can be chosen: what is stored, what is read, and an icon of its own."""

    key: str
    words: str
    icon: str = ""


class ChipGroup(NamedGroup):
    """Choose several (or one) of many; arrows go between them, space chooses."""

    changed = Signal(tuple)

    def __init__(
        self, picks: Iterable[Pick], chosen: Iterable[str] = (), *, name: str, several: bool = True
    ) -> None:
        super().__init__()
        self._several = several
        self._buttons: dict[str, Button] = {}
        self._picks: dict[str, Pick] = {}
        self.setAccessibleName(name)
        self._flow = Flow(gap=2)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.offer(picks, chosen)

    def offer(self, picks: Iterable[Pick], chosen: Iterable[str] = ()) -> None:
        """Other choices; nothing is announced."""
        for old in self._buttons.values():
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons.clear()
        wanted = set(chosen)
        for pick in picks:
            self._picks[pick.key] = pick
            made = button(pick.words, "filter", checked=pick.key in wanted)
            made.toggled.connect(self._on_toggled)
            self._buttons[pick.key] = made
            self._flow.addWidget(made)
        if not self._several:
            one_of(self, self.buttons())
        self.pass_on()
        self._order_tabs()
        self._draw()

    def _order_tabs(self) -> None:
        """Tab comes to them where they stand; offered late they would come last in the window.

        Qt orders only what takes the keyboard, so the group does for that moment. Asking Qt for its neighbour
        in the chain instead would tie the neighbour's life to the group's.
        """
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for first, second in pairwise((self, *self._buttons.values())):
            QWidget.setTabOrder(first, second)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def chosen(self) -> tuple[str, ...]:
        """Keys in the order they are shown."""
        return tuple(key for key, made in self._buttons.items() if made.isChecked())

    def choose(self, keys: Iterable[str]) -> None:
        """Set from outside; nothing is announced."""
        wanted = set(keys)
        for key, made in self._buttons.items():
            made.blockSignals(True)
            made.setChecked(key in wanted)
            made.blockSignals(False)
        self._draw()

    def buttons(self) -> tuple[Button, ...]:
        return tuple(self._buttons.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        made = [one for one in self.buttons() if not one.isHidden()]
        at = next((n for n, b in enumerate(made) if b.hasFocus()), -1)
        step = steps.get(Qt.Key(event.key()))
        if step is None or at < 0:
            super().keyPressEvent(event)
            return
        made[(at + step) % len(made)].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        pressed = self.sender()
        if on and not self._several:
            self.choose(key for key, made in self._buttons.items() if made is pressed)
        self._draw()
        self.changed.emit(self.chosen())

    def _draw(self) -> None:
        """A tick on what is chosen; on what may be its own icon, or a plus where it adds to the rest."""
        adds = "plus" if self._several else ""
        for key, made in self._buttons.items():
            own = self._picks[key].icon
            made.show_icon("flueben" if made.isChecked() and not own else own or adds)
